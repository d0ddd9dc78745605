"""Columns that stand in for others: topics for titles, Mr and Ms for sexes, kinds for agencies."""

from collections.abc import Sequence

from data.sheets.fields import (
    AGENCY_FIELDS,
    CHILDREN,
    COUNT_FIELDS,
    IGNORED,
    field_of_name,
    plain,
)
from data.sheets.sheet import Sheet
from data.sheets.words import name_words
from data.sheets.words.name_words import guessed_field
from data.understanding import contents
from data.understanding.columns.evidence import has_marks
from data.understanding.columns.names_in_cells import with_names_in_cells
from data.understanding.columns.whose_column import is_reporter, tells_agencies
from data.understanding.layout.trainings_of_rows import TOPICS

#: Words of a column of kinds of organisations.
_KINDS = frozenset(["type", "category", "sector", "kind"])


def with_stand_ins(
    sheet: Sheet, known: Sequence[str | None], holds: Sequence[str]
) -> list[str | None]:
    """Return the fields by name, with topics as titles, and Mr and Ms as sexes, if nothing else."""
    of_each = "sex" in known or has_marks(sheet.header)
    fields = [
        "name_of_person"
        if one is None and holds[n] == contents.TEXTS and _names_persons(sheet, n, of_each=of_each)
        else one
        for n, one in enumerate(known)
    ]
    # "Title" over Mr and Ms is none of a training.
    fields = ["other_personal" if one == "title" and holds[n] == contents.ADDRESSES else one
              for n, one in enumerate(fields)]  # fmt: skip
    if not {"title", "training_id"} & {*fields}:
        topics = [n for n, name in enumerate(sheet.header) if plain(name) in TOPICS]
        fields = ["title" if n in topics[:1] else one for n, one in enumerate(fields)]
    for n, one in enumerate(known):  # a tag that says who gives it, over agencies of one training
        named = field_of_name(sheet.header[n]) if one == "delivered_by" else None
        others = [None if place == n else field for place, field in enumerate(fields)]
        if named in AGENCY_FIELDS and tells_agencies(sheet, others, n):
            fields[n] = named
    if {*CHILDREN} & {*known}:  # who reports sessions of children is none of their agency
        fields = ["delivered_by" if one == "department" and is_reporter(sheet, fields, n) else one
                  for n, one in enumerate(fields)]  # fmt: skip
    if not {"sex", *COUNT_FIELDS} & {*known}:
        addresses = [n for n, one in enumerate(holds) if one == contents.ADDRESSES]
        fields = ["sex" if n in addresses[:1] else one for n, one in enumerate(fields)]
    return with_names_in_cells(sheet, _with_kinds(sheet, fields), holds)


def _with_kinds(sheet: Sheet, fields: Sequence[str | None]) -> list[str | None]:
    """Take the kind of an organisation for its agency where its name, in another, tells none."""
    kinds = [n for n, name in enumerate(sheet.header) if {*plain(name).split()} & _KINDS
             and contents.is_nothing_but(sheet.cells[n], "department")]  # fmt: skip
    names = [n for n, one in enumerate(fields) if one in ("agency", "department")
             and n not in (*kinds, *sheet.offered)]  # fmt: skip
    if len(kinds) != 1 or len(names) != 1:
        return list(fields)
    if contents.is_nothing_but(sheet.cells[names[0]], "department"):
        return list(fields)
    told = {kinds[0]: "department", names[0]: IGNORED}
    return [told.get(n, one) for n, one in enumerate(fields)]


def _names_persons(sheet: Sheet, n: int, *, of_each: bool) -> bool:
    """Tell whether a column names a person in each row: by its name, or as no two are alike.

    ``of_each``: whether another column tells something of each person. So "Name of prosecutor" is.
    """
    guess = guessed_field(sheet.header[n])
    if guess == "other_personal" and of_each and name_words.names_somebody(sheet.header[n]):
        texts = sheet.cells[n].str.strip()
        return not texts[texts != ""].duplicated().any()
    return guess == "name_of_person"
