"""Sheets before others that say of which training those are: a cover, or a summary of one row."""

from collections.abc import Callable, Sequence

from data.files.workbooks import SheetRows, SheetTitle
from data.records.model import COUNT_COLUMNS
from data.sheets.fields import field_of_name, plain
from data.sheets.tables.sheets_together import with_records
from data.sheets.total_rows import is_total

#: Names of sheets that may say of what training the others are.
COVERS = frozenset(["cover", "cover page", "summary"])
LONGEST_COVER = 30
#: What a summary says of its one training, and how a text above a list says it.
_LABELS = {
    "title": "Training: {}",
    "date_start": "Start date: {}",
    "date_end": "End date: {}",
    "venue": "Venue: {}",
    "participants_total": "Total participants: {}",
}


def texts_of_covers(listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]) -> list[str]:
    """Return what sheets that stand before the others say of the training: "Date: 9 May 2023".

    A table, of which a row has more than a label and its value, says it where it has one training.
    """
    kept = {one.name for one in with_records(listed)}
    texts: list[str] = []
    for title in listed:
        if title.name in kept or title.hidden or plain(title.name) not in COVERS:
            continue
        table = read(title.name).rows
        rows = [[cell for cell in map(str.strip, row) if cell] for row in table]
        if len(rows) <= LONGEST_COVER and all(len(row) <= 2 for row in rows):
            texts += [": ".join(cell.strip(": ") for cell in row) for row in rows if row]
        elif len(rows) <= LONGEST_COVER:
            texts += _of_one_training(table)
    return texts


def _of_one_training(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return what a table of one row under its names says of a training with its day; else none."""
    filled = [row for row in rows if any(map(str.strip, row))]
    places = [n for n, row in enumerate(filled)
              if {"title", "date_start"} <= {*map(field_of_name, row)}]  # fmt: skip
    if len(places) != 1:
        return []
    names, *records = filled[places[0] :]
    records = [row for row in records if not any(map(is_total, row))]
    if len(records) != 1:
        return []
    told = {field: cell.strip() for name, cell in zip(names, records[0], strict=False)
            if (field := field_of_name(name))}  # fmt: skip
    parts = [told.get(one, "") for one in COUNT_COLUMNS[:2]]
    if "participants_total" not in told and all(map(str.isdecimal, parts)):
        told["participants_total"] = str(sum(map(int, parts)))
    labels = _LABELS if "date_end" in told else _LABELS | {"date_start": "Date: {}"}
    return [label.format(told[one]) for one, label in labels.items() if told.get(one)]
