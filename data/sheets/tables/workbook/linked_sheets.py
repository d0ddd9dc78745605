"""Submissions and the people of each, and registers of trainings with lists of who came -> one."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from data.records.distinct import by_text
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, RUNNING_NUMBER, is_collectors_own, plain
from data.sheets.sheet import Sheet
from geo.words.catalogue import _, ngettext

#: What a table calls the code of each of its trainings, beside the names that say so.
_CODES = frozenset(["code", "codes", "id", "code no", "ref", "ref no", "reference", "reference no"])
CODE = "Training ID"
#: By what collecting applications number submissions, and name that of each person.
_KEYS = (("_index", "_parent_index"), ("KEY", "PARENT_KEY"))
#: What is kept of a submission beside its answers, as it says whether that counts.
_REVIEWS = ("_validation_status", "ReviewState")


def linked(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return submissions and the people of each, as a collecting application writes them, as one.

    Each person has what is said of the submission; a number of all its people is left out. Sheets
    that are not one of submissions and one of their people are returned as they are.
    """
    whole = _with_submissions(sheets)
    return whole if len(whole) < len(sheets) else with_one_name_of_codes(sheets)


def _with_submissions(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return submissions and the people of each as one, also of two files; others as they are."""
    for first, parent in _KEYS:
        submissions = [one for one in sheets if first in one.header and parent not in one.header]
        people = [one for one in sheets if parent in one.header]
        if len(sheets) == 2 and len(submissions) == len(people) == 1:
            return _with_their_submission(submissions[0], people[0], first, parent)
    return list(sheets)


def _with_their_submission(parent: Sheet, child: Sheet, first: str, own_parent: str) -> list[Sheet]:
    """Return each person with what is said of the submission; both where one has none."""
    index = parent.cells[parent.header.index(first)].map(_whole)
    own = child.cells[child.header.index(own_parent)].map(_whole)
    if index.duplicated().any() or not own.isin(list(index)).all():
        return [parent, child]
    taken = [
        n
        for n, name in enumerate(parent.header)
        if name
        and (not is_collectors_own(name) or name in _REVIEWS)
        and field_of_name(name) not in COUNT_FIELDS
    ]
    there = {plain(name) for name in child.header}
    columns = []
    for n in taken:
        name = parent.header[n]
        texts = dict(zip(index, parent.cells[n], strict=True))
        cells = by_text(own, texts)
        columns.append((f"training/{name}" if plain(name) in there else name, cells, ""))
    none = int((~index.isin(list(own))).sum())
    words = _("{where}: each row has what {submissions} says of its submission.")
    said = [words.format(where=child.where, submissions=parent.where)]
    if none:
        words = ngettext(
            "{where}: {number:,} submission has nobody, and makes no row.",
            "{where}: {number:,} submissions have nobody, and make no row.",
            none,
        )
        said.append(words.format(where=parent.where, number=none))
    whole = child.with_columns(columns)
    return [replace(whole, notes=(*parent.notes, *child.notes, *said), offered={})]


def with_one_name_of_codes(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return a register of trainings and lists of who came whose codes of trainings have one name.

    So they do where each row of a list has a code of the register, in one column of each, and
    one of these is called a code at least. Other sheets are returned as they are.
    """
    listed = [lists_people(sheet) for sheet in sheets]
    if listed.count(False) != 1 or len(sheets) < 2:
        return list(sheets)
    register = sheets[listed.index(False)]
    pairs = [_pairs_of_codes(register, one) for one in sheets if one is not register]
    if any(len(own) != 1 or own[0][0] != pairs[0][0][0] for own in pairs):
        return list(sheets)
    places = iter([own[0][1] for own in pairs])
    of_register = pairs[0][0][0]
    return [_with_code(one, of_register if one is register else next(places)) for one in sheets]


def _pairs_of_codes(register: Sheet, attendance: Sheet) -> list[tuple[int, int]]:
    """Return the columns of a register and of a list that may be the codes of its trainings."""
    return [
        (n, own)
        for n, name in enumerate(register.header)
        for own, other in enumerate(attendance.header)
        if _are_codes(name, other) and _refers(register.cells[n], attendance.cells[own])
    ]


def lists_people(sheet: Sheet) -> bool:
    """Tell whether a sheet is of those who came: it names, or counts, them."""
    return bool({*sheet.fields} & {*COUNT_FIELDS, "name_of_person"})


def _are_codes(name: str, other: str) -> bool:
    """Tell whether columns of a register and of a list may be of codes, and one is called so."""
    fields = [field_of_name(one) for one in (name, other)]
    called = ["training_id" if plain(own) in _CODES else one
              for one, own in zip(fields, (name, other), strict=True)]  # fmt: skip
    first, second = called
    return "training_id" in called and (
        first in ("training_id", "title", RUNNING_NUMBER) and second in ("training_id", "title")
    )


def _refers(codes: pd.Series, own: pd.Series) -> bool:
    """Tell whether each row of a list has one of the codes, of which none stands twice."""
    codes, own = codes.str.strip(), own.str.strip()
    codes, own = codes[codes != ""], own[own != ""]
    return (
        len(codes) > 1
        and not codes.duplicated().any()
        and bool(len(own))
        and bool(own.isin(list(codes)).all())
    )


def _with_code(sheet: Sheet, n: int) -> Sheet:
    if field_of_name(sheet.header[n]) == "training_id":
        return sheet
    words = _("{where}: {column} is read as the code of the training, as both sheets have it.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]))
    return sheet.renamed({n: CODE}).noted(said)


def _whole(text: str) -> str:
    return text.strip().removesuffix(".0")
