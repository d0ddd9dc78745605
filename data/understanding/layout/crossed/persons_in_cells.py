"""Persons as lines of one cell, each with post, agency or district behind the name -> a row each.

"1. …, Inspector (Police, Bannu)" and under it "2. …, SWO (Social Welfare, Bannu)" are two persons
of the training of their row. It is so where all lines of all cells are alike, and what stands at
each place of them is known; else the cells stay as they are.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from data.records.distinct import filled_texts
from data.records.personal_data import have_common_names, may_be_name, safe_name
from data.records.rules import whole_numbers
from data.review.agencies.agencies import agencies_of_post, find_agency
from data.review.decisions import Decisions
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PERSONAL_FIELDS, PLACE_FIELDS
from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.lists_apart import is_to_come
from data.sheets.totals.total_rows import LARGEST, TOTAL_ROW, say_total
from data.understanding import contents
from geo.words.catalogue import _

#: A row of the file makes rows numbered as it is with two digits more.
FACTOR = 100
#: More distinct cells than this are not looked at: no office writes so many trainings this way.
MOST_CELLS = 500
_NUMBER = re.compile(r"^\(?\d{1,2}\s*[.):-]+\s*|^[•*–—-]+\s*")
_BETWEEN = re.compile(r"\s*[,،()\[\]]+\s*|\s+[-–—]\s+")
NAME, POST, AGENCY, DISTRICT = "Name", "Designation", "Department", "District"
#: What each row tells of its persons already, in a column of its own.
_TOLD = {*PERSONAL_FIELDS, *AGENCY_FIELDS, *PLACE_FIELDS[:2], *COUNT_FIELDS, "sex", "designation"}


def with_persons_in_cells(sheet: Sheet) -> Sheet:
    """Return a sheet with a row for each person that a line of a cell names; another as it is."""
    fields = [field_of_name(name) for name in sheet.header]
    own = [n for n, one in enumerate(fields) if n not in sheet.offered
           and one in ("name_of_person", *COUNT_FIELDS) and _has_lines(sheet.cells[n])
           and not is_to_come(sheet.header[n])]  # fmt: skip
    others = [n for n, one in enumerate(fields) if one in _TOLD and n not in own]
    totals = [n for n in others if fields[n] == "participants_total"]
    if len(own) != 1 or others != totals or len(totals) > 1:
        return sheet
    sums = say_total(sheet.cells)
    records = sheet.cells[~sums]
    told = _persons(filled_texts(records[own[0]]))
    columns = _columns([person for persons in told.values() for person in persons])
    if not columns or not _as_many(records, own[0], totals, told):
        return sheet
    sheet = sheet.without(sheet.cells.index[sums], TOTAL_ROW)
    return _with_rows(sheet, own[0], [own[0], *totals], told, columns)


def _has_lines(cells: pd.Series) -> bool:
    """Tell whether a cell among few has several lines."""
    texts = filled_texts(cells)
    return 0 < len(texts) <= MOST_CELLS and any("\n" in text.strip() for text in texts)


def _persons(texts: Sequence[str]) -> dict[str, list[list[str]]]:
    """Return by cell what stands at each place of each of its lines."""
    lines = {text: [_NUMBER.sub("", one.strip()) for one in text.split("\n") if one.strip()]
             for text in texts}  # fmt: skip
    return {text: [[part for part in _BETWEEN.split(line.strip(" .;")) if part] for line in own]
            for text, own in lines.items()}  # fmt: skip


def _columns(persons: Sequence[Sequence[str]]) -> list[str]:
    """Return what stands at each place of all lines; nothing where they differ, or one is unknown.

    A name stands first; behind it a post, an agency and a district, each once at most, and one of
    these two at least.
    """
    if len({*map(len, persons)}) != 1 or len(persons) >= FACTOR * MOST_CELLS:
        return []
    first, *rest = map(list, zip(*persons, strict=True))
    if not rest or not all(" " in name and may_be_name(name) for name in first):
        return []
    names = [NAME, *map(_called, rest)]
    known = all(names) and len({*names}) == len(names)
    return names if known and {AGENCY, DISTRICT} & {*names} else []


def _called(texts: Sequence[str]) -> str:
    """Return what stands at one place of all lines: districts, agencies or posts; blank if none."""
    if contents.is_nothing_but(pd.Series(texts, dtype="str"), "district"):
        return DISTRICT
    distinct = {*texts}
    if all(find_agency(text, Decisions()).agency for text in distinct):
        return AGENCY
    others = [text for text in distinct if not agencies_of_post(text)]
    named = any(" " in text and may_be_name(text) for text in others) or have_common_names(others)
    return "" if named or 2 * len(others) > len(distinct) else POST


def _as_many(
    cells: pd.DataFrame, place: int, totals: Sequence[int], told: Mapping[str, Sequence[object]]
) -> bool:
    """Tell whether each cell names somebody, and as many as the total beside it says."""
    named = cells[place].map(lambda text: len(told.get(text, ()))).astype("int64")
    as_many = (whole_numbers(cells[n], LARGEST)[0] == named for n in totals)
    return bool((named > 0).all()) and all(one.fillna(False).all() for one in as_many)


def _with_rows(
    sheet: Sheet,
    place: int,
    left_out: Sequence[int],
    told: Mapping[str, Sequence[Sequence[str]]],
    columns: Sequence[str],
) -> Sheet:
    """Return the rows of the persons, each with what its row tells of the training."""
    kept = [n for n in range(len(sheet.header)) if n not in left_out]
    made = [(int(row) * FACTOR + number, [*own, *person])
            for row, text, own in zip(sheet.cells.index, sheet.cells[place],
                                      sheet.cells[kept].to_numpy().tolist(), strict=True)
            for number, person in enumerate(told.get(text, ()), start=1)]  # fmt: skip
    index = pd.Index([row for row, __ in made], name="row", dtype="int64")
    place_of = {n: new for new, n in enumerate(kept)}
    words = _(
        "{where}: each line in {name} is read as a person; row {row} is the first of row 2 of the "
        "file."
    )
    said = words.format(where=sheet.where, name=safe_name(sheet.header[place]), row=2 * FACTOR + 1)
    return replace(
        sheet,
        header=(*(sheet.header[n] for n in kept), *columns),
        tags=(*(sheet.tags[n] for n in kept), *[""] * len(columns)),
        cells=pd.DataFrame([cells for __, cells in made], index=index, dtype="str"),
        faults=sheet.faults.assign(
            row=sheet.faults["row"] * FACTOR + 1,
            position=sheet.faults["position"].map(place_of).fillna(-1).astype("int64"),
        ),
        ignored=sheet.ignored.assign(row=sheet.ignored["row"] * FACTOR),
        notes=(*sheet.notes, said),
        offered={place_of[n]: why for n, why in sheet.offered.items()},
        over_rows={},
    )
