"""Rows and columns that a sheet hides: read like the others, but where a total in it is without.

Who of a list is hidden may have come or not. A total beside all its rows says that they did; one
beside those alone that are seen says that they did not, and then each is a problem. So is each
where no filter hides them, and neither a total nor a column says who came.
"""

import re
from collections.abc import Callable, Collection, Sequence

import pandas as pd

from data.records.distinct import filled_cells
from data.records.personal_data import safe_name
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import HIDDEN_BY_HAND, HIDDEN_ROW
from data.records.rules import in_latin_digits
from data.sheets.field_names import field_of_name
from data.sheets.fields import PRESENCE
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from data.sheets.words.absence import is_absent
from data.sheets.words.questions_of_presence import asks_who_came
from data.sheets.words.told.hidden_rows_noted import (
    rows_named,
    says_hidden_are_absent,
    says_hidden_count,
)
from data.sheets.words.told.numbers_told import numbers_told
from geo.words.catalogue import _

MOST_LISTED = 20
NOTED_ROW = _("hidden, and not counted by what a note says")
_SEX = r"(?:females?|males?|women|men|ladies|gents|[fm]|khawateen|mard|خواتین|مرد)"
_OF_SEX = rf"(?:{_SEX}\s*[:=-]?\s*\d+|\d+\s*{_SEX})"
#: What parts a number by sex: "11 (4 female, 7 male)", but not before "Two did not come."
_BY_SEX = re.compile(
    rf"(?<=\d)\s*[(\[]\s*{_OF_SEX}(?:\s*(?:[,،;/+&]|and|اور)\s*{_OF_SEX})?\s*[)\]]\s*"
    r"(?=$|\.\s(?!.*\b(?:not|absent|hidden|seen|nominated|invited|expected)\b))",
    re.IGNORECASE,
)


def not_in_totals(
    cells: pd.DataFrame,
    header: Sequence[str],
    hidden: frozenset[int],
    texts_above: Sequence[str],
    *,
    filtered: bool,
) -> list[tuple[int, int, ProblemKind]]:
    """Return the hidden rows of a list, as faults, of which it is not told that they count.

    A total written in it may leave them out: it is of the rows between it and the one above, or
    of all above it; so may one number in the texts above the list, of all its rows. Nothing where
    it is of as many as are there; without one, all that no filter hides (``filtered``) where no
    column says who came.
    """
    names = [n for n, name in enumerate(header) if field_of_name(name) == "name_of_person"]
    if not hidden or not names:
        return []
    above, counted, left_out = _in_totals_below(cells, names[0], hidden)
    told = [*{*numbers_told(texts_above)}]
    unseen = [one for one in above if one in hidden]
    if told == [len(above)]:
        counted.update(above)
    elif unseen and told == [len(above) - len(unseen)]:
        left_out |= dict.fromkeys(unseen, told[0])
    untold = hidden & {*above} - counted - {*left_out}
    noted = is_noted(cells, texts_above, says_hidden_count)
    hidden_alone = filtered and not is_noted(cells, texts_above, says_hidden_are_absent)
    if noted or hidden_alone or any(map(_says_who_came, header)):
        untold = set()
    untold = {row for row in untold if not any(map(is_absent, cells.loc[[row]].to_numpy()[0]))}
    kinds = {row: HIDDEN_ROW.of(said=said) for row, said in left_out.items()}
    kinds |= dict.fromkeys(untold, HIDDEN_BY_HAND)
    return [(row, -1, kind) for row, kind in sorted(kinds.items())]


def without_noted(sheet: Sheet) -> Sheet:
    """Return a sheet without the hidden rows of which a note says that they don't count.

    Those alone of which neither a total nor a column says that they do, and of these such as the
    note names by their numbers in the file, where it does.
    """
    notes = _notes(sheet.cells, sheet.above, says_hidden_are_absent) if sheet.hidden_rows else []
    if not notes:
        return sheet
    named = frozenset(row for note in notes for row in rows_named(note))
    uncounted = {HIDDEN_ROW.key, HIDDEN_BY_HAND.key}
    rows = {row for row, kind in zip(sheet.faults["row"], sheet.faults["kind"], strict=True)
            if kind.key in uncounted}  # fmt: skip
    return sheet.without(pd.Index(sorted(rows & named or rows), dtype="int64"), NOTED_ROW)


def is_noted(cells: pd.DataFrame, texts_above: Sequence[str], says: Callable[[str], bool]) -> bool:
    """Tell whether a text above the rows, or alone in one, says something of hidden rows."""
    return bool(_notes(cells, texts_above, says))


def _notes(
    cells: pd.DataFrame, texts_above: Sequence[str], says: Callable[[str], bool]
) -> list[str]:
    alone = cells[filled_cells(cells).sum(axis=1) == 1].to_numpy().ravel()
    return [text for text in (*texts_above, *alone) if says(text)]


def _in_totals_below(
    cells: pd.DataFrame, name: int, hidden: frozenset[int]
) -> tuple[list[int], set[int], dict[int, int]]:
    """Return the rows of persons, those that a total below counts, and those one leaves out."""
    left_out: dict[int, int] = {}
    counted: set[int] = set()
    above: list[int] = []
    since = 0
    for row, texts in zip(cells.index.tolist(), cells.to_numpy().tolist(), strict=True):
        filled = [text.strip() for text in texts if text.strip()]
        said = _total_of(filled)
        if said is None:
            if len(filled) > 1 and str(cells.loc[row, name]).strip():
                above.append(row)
            continue
        groups = (above[since:], above)
        since = len(above)
        if whole := [group for group in groups if len(group) == said]:
            counted.update(*whole)
            continue
        for group in groups:
            unseen = [one for one in group if one in hidden]
            if unseen and len(group) - len(unseen) == said:
                left_out = dict.fromkeys(unseen, said) | left_out
                break
    return above, counted, left_out


def _says_who_came(name: str) -> bool:
    return field_of_name(name) in (PRESENCE, "status") or asks_who_came(name)


def _total_of(texts: Sequence[str]) -> int | None:
    """Return the one number of a row of totals: "Total participants" beside 11; else None."""
    texts = [_BY_SEX.sub("", text) for text in texts]
    # With a sentence behind it, but no other number: "6 (5 present)".
    numbered = [in_latin_digits(text) for text in texts if any(map(str.isdigit, text))]
    alone = len(texts) == 1 and len(re.findall(r"\d+", "".join(numbered))) == 1
    alone &= len(numbers_told(texts)) == 1
    if not any(map(is_total, texts)) and not alone:
        return None
    numbers = [int(bare) for text in texts if (bare := in_latin_digits(text)).isdecimal()]
    told = [*numbers, *numbers_told(texts)]
    return told[0] if len(told) == 1 else None


def said_of_hidden(
    rows: Collection[int], columns: Sequence[str], where: str, left_out: Collection[int]
) -> tuple[str, ...]:
    """Say which rows and columns a sheet hides, and which of them are not counted."""
    words = [
        _("{where}: hidden in the file, and read like the others: row {listed}."),
        _(
            "{where}: hidden in the file, and read like the others, but where one that is shown "
            "has the figure: column {listed}."
        ),
        _("{where}: hidden in the file, and not counted: row {listed}."),
    ]
    told = [
        [str(row) for row in sorted(rows) if row not in left_out],
        [safe_name(one) for one in columns if one],
        [str(row) for row in sorted(left_out)],
    ]
    return tuple(
        said.format(where=where, listed=_listed(own))
        for said, own in zip(words, told, strict=True)
        if own
    )


def _listed(texts: Sequence[str]) -> str:
    more = _(" and more") if len(texts) > MOST_LISTED else ""
    return ", ".join(texts[:MOST_LISTED]) + more
