"""Columns that name a person in each row, by what they are called and what is beside them."""

import re
from collections.abc import Sequence

import pandas as pd

from data.records.distinct import by_text
from data.records.personal_data import (
    IDENTITY_CARD,
    LONGEST_LOOK,
    have_common_names,
    may_be_name,
)
from data.records.plain_signs import in_plain_signs
from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.name_words import guessed_field, names_somebody
from data.understanding import contents
from data.understanding.columns.evidence.evidence import ONE_WHO, has_marks, is_post
from data.understanding.columns.people.names_in_cells import AND_MORE
from data.understanding.columns.people.sexes_in_names import address
from data.understanding.layout.titles.agencies.agencies_of_posts import societies

#: What the same is called in a register of certificates.
ISSUED_TO = frozenset(["issued to", "certificate issued to", "awarded to", "certificate awarded to",
                       "issued in favour of", "issued in the name of"])  # fmt: skip
_CERTIFICATES = frozenset(["certificate", "certificates", "cert"])
#: Words beside that in the name of the column that has the number of each.
_NUMBERS = frozenset(["no", "nos", "number", "serial", "sr", "s", "id", "code"])
#: What stands between several posts in the name of a column.
_BETWEEN_POSTS = re.compile(r"\s*(?:[/,&]|\band\b)\s*", re.IGNORECASE)


def with_names_of_persons(
    sheet: Sheet, known: Sequence[str | None], holds: Sequence[str]
) -> list[str | None]:
    """Return the fields, with columns that name a person in each row by what they are called."""
    own = {one for n, one in enumerate(known) if n not in sheet.offered}
    of_posts = "designation" in own and not {"date_start", *COUNT_FIELDS} & own
    counts = [holds[n] for n, one in enumerate(known) if one in COUNT_FIELDS]
    ticked = len(counts) > 1 and {*counts} <= {contents.ONES, contents.TICKS}
    of_each = "sex" in known or of_posts or ticked or has_marks(sheet.header)
    days = [n for n, one in enumerate(known) if one == "date_start"]
    by_posts = of_each or not {"name_of_person", *COUNT_FIELDS} & {*known}
    told = [n for n, one in enumerate(known) if one == "identity"]
    alone = len(told) == 1 == len(counts) and "name_of_person" not in known
    return [
        "name_of_person" if holds[n] == contents.TEXTS and (
            (one is None and (_names_persons(sheet, n, of_each=of_each)
                              or (by_posts and _names_those_of_posts(sheet, n, days))))
            or (one == "participants_total" and alone and _names_each(sheet, n, told[0])))
        else one
        for n, one in enumerate(known)
    ]  # fmt: skip


def _names_persons(sheet: Sheet, n: int, *, of_each: bool) -> bool:
    """Tell whether a column names a person in each row: by its name, or as no two are alike.

    ``of_each``: whether another column tells something of each person. So "Name of prosecutor" is.
    """
    guess = None if n in societies(sheet) else guessed_field(sheet.header[n])
    if guess == "other_personal" and of_each and names_somebody(sheet.header[n]):
        texts = sheet.cells[n].str.strip()
        return not texts[texts != ""].duplicated().any()
    return guess == "name_of_person"


def _names_those_of_posts(sheet: Sheet, n: int, days: Sequence[int]) -> bool:
    """Tell whether a column called by posts, "Teachers / Inspectors", or "Nominee", names them.

    Each text may be a name of two words or more, and no two are alike on one day. To whom
    certificates were issued may be bodies: persons have Mr or Ms, or such names as many people
    have, and each a certificate's number of its own.
    """
    called = [part for part in _BETWEEN_POSTS.split(sheet.header[n]) if part]
    if not called or not all(is_post(one) or plain(one) in ONE_WHO | ISSUED_TO for one in called):
        return False
    rows = sheet.cells[[n, *days]].apply(lambda cells: cells.str.strip())
    rows = rows[(rows[n] != "") & ~by_text(rows[n], is_total, "bool")]
    texts = rows[n].unique().tolist()
    different = len(texts) > 1 and not rows.duplicated().any()
    named = different and all(" " in text and may_be_name(text) for text in texts)
    if not named or plain(sheet.header[n]) not in ISSUED_TO:
        return named
    return all(map(address, texts)) or (
        have_common_names(texts) and _are_numbered(sheet, rows.index)
    )


def _are_numbered(sheet: Sheet, rows: pd.Index) -> bool:
    """Tell whether a column has the number of a certificate in each of some rows, no two alike."""
    words = [{*plain(name).split()} for name in sheet.header]
    numbers = [n for n, own in enumerate(words) if own & _CERTIFICATES and own & _NUMBERS
               and own <= _CERTIFICATES | _NUMBERS]  # fmt: skip
    told = [sheet.cells.loc[rows, n].str.strip() for n in numbers]
    return any(one.is_unique and (one != "").all() for one in told)


def _names_each(sheet: Sheet, n: int, beside: int) -> bool:
    """Tell whether "Participants" has one name beside each identity number, and no two are alike.

    A focal person's number may stand beside "All staff", and one number beside several names. A
    station would not do in its place: it stands beside "Bus Drivers", too.
    """
    rows = sheet.cells[[n, beside]].apply(lambda cells: cells.str.strip())
    rows = rows[(rows != "").any(axis=1) & ~say_total(sheet.written)]
    names, told = (rows[one].tolist() for one in (n, beside))
    return (
        all(re.fullmatch(IDENTITY_CARD, in_plain_signs(text, LONGEST_LOOK)) for text in told)
        and rows[beside].is_unique
        and len(rows) > 1
        and rows[n].is_unique
        and all(" " in text and may_be_name(text) and not AND_MORE.search(text) for text in names)
    )
