"""What stands above the rows of a table, in title rows -> columns that are offered as answers.

An office writes the training, its days and its venue over a list, and several lists under one
another. Each row is given what stands nearest above it; a person confirms it like any column.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import pandas as pd

from data.records.dates import is_day, read_day
from data.records.personal_data import looks_personal
from data.records.years import in_year, only_year
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, RUNNING_NUMBER, field_of_name
from data.sheets.sheet import Sheet
from data.sheets.total_rows import is_total
from data.understanding.layout.headings import (
    AGENCY,
    HOME,
    SEX,
    TRAINING,
    Block,
    heads_group,
    with_groups,
    with_others,
)
from geo.names.matching import match_many
from geo.words.catalogue import _

TITLE_ROW, NOTE_ROW = _("a title between the rows"), _("a note below the table")
ABOVE, IN_NAME = _("It stands above the rows."), _("It is in the name of the sheet.")
TITLE, DATE = "Title above the rows", "Date above the rows"
VENUE, DISTRICT = "Venue above the rows", "District above the rows"
#: What tells of the training of all rows, and not of each.
OF_ALL_ROWS = (TITLE, DATE)
#: The most words that a date in a sentence takes.
MOST_WORDS = 9
#: Days of one text that are told apart; of more it is no other than of several.
MOST_DAYS = 3
LONGEST_TITLE = 200
_LABELLED = {
    TITLE: re.compile(r"(?:(?:name|title|topic) of (?:the )?(?:training|event|workshop)|title"
                      r"|topic|(?:training )?(?:title|name)|training|event|workshop)\s*[:=]\s*(.+)",
                      re.I),
    VENUE: re.compile(r"(?:training |name of )?(?:venue|place|location)\s*[:=-]\s*(.+)", re.I),
    DISTRICT: re.compile(r"district\s*[:=-]\s*([^,;|()]+)", re.I),
    DATE: re.compile(r"(?:(?:training|workshop|event) dates?|dates? of (?:the )?(?:training"
                     r"|workshop|event)|held on)\s*[:=-]?\s*(.+)", re.I),
}  # fmt: skip
#: A label that begins something else ends what stands before it.
_NEXT_LABEL = re.compile(
    r"[,;|]?\s*\b(?:dates?|dated|held on|on|venue|place|location|district|province|duration|from"
    r"|time|(?:conducted|organi[sz]ed|facilitated|delivered) by|trainers?|total|participants)"
    r"\s*[:=]",
    re.IGNORECASE,
)
_HELD_AT = re.compile(
    r"\b(?:held )?at (?:the )?(.+?)(?=\s+(?:on|from|dated?|during|by)\b|[;|(]|$)", re.IGNORECASE
)
#: A training, and no school, office or post that has the word in its name.
_ONE_TRAINING = re.compile(
    r"\b(?:training|workshop|course|session|seminar|orientation|refresher)\b(?!\s+(?:college|school"
    r"|cent(?:re|er)|institute|academy|wing|directorate|unit|cell|section|office|department|branch"
    r"|division|manager|officer|coordinator|needs?|module|material|record|register|data)s?\b)|تربیت",
    re.IGNORECASE,
)
_TRAINING_ON = re.compile(
    r"\b(?:training|workshop|course|session|seminar|orientation|refresher)"
    r"(?:\s+(?:on|for|of|in|about|regarding)\b|\s*(?:no\.?)?\s*\d*\s*:)",
    re.IGNORECASE,
)
#: A day beside these words is that of a text and of no training, or of one that is yet to come.
_REPORT = re.compile(
    r"\b(?:reports?|reporting|progress|as (?:of|on)|up ?to|calendar|plan(?:ned)?|schedule|proposed"
    r"|proposal|tentative|nomin\w+|invit\w+|summary|statement|status|updated?|minutes|printed"
    r"|prepared|issued|letter|ref(?:erence)? no|no\. ?\d+[-/]|budget|notification)\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\s*(?:was |is )?held\b", re.IGNORECASE)
_DATE_LABEL = re.compile(r"\b(?:dates?|date ?\(s\)|held on)\s*[:=-]", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:prepared|checked|verified|submitted|compiled|approved|signed|signature|signatures|note|notes"
    r"|source|remarks|n\.?b|total|grand total|end of|\*)\b",
    re.IGNORECASE,
)


def with_texts_above(sheet: Sheet) -> Sheet:
    """Return a sheet with what stands above its rows as columns, and without rows of titles.

    A row below the last record that holds a note is set aside; it is told by its row alone, since
    whoever prepared a table may be named there.
    """
    titles = _title_rows(sheet)
    notes = _notes(sheet, titles)
    rows = sheet.cells.index.difference(list(titles))
    blocks = [Block(0, sheet.above)]
    for row in sorted(set(titles) - notes):
        before = blocks[-1]
        none_between = rows.searchsorted(before.first) == rows.searchsorted(row)
        texts = (*before.texts, titles[row]) if none_between and len(blocks) > 1 else (titles[row],)
        blocks[-1 if none_between and len(blocks) > 1 else len(blocks) :] = [Block(row, texts)]
    between = pd.Index(sorted(set(titles) - notes), dtype="int64")
    sheet = sheet.without(between, TITLE_ROW).without(
        pd.Index(sorted(notes), dtype="int64"), NOTE_ROW
    )
    sheet = with_others(sheet, blocks)
    year = only_year((sheet.name, *sheet.above))
    columns = []
    in_name = _values([Block(0, (sheet.name,))], year)
    of_group = [n > 0 and all(map(heads_group, one.texts)) for n, one in enumerate(blocks)]
    trainings = [one for one, group in zip(blocks, of_group, strict=True) if not group]
    told = with_groups(_values(blocks, year), blocks, of_group)
    for name, values in told.items():
        sure = all(values[1:]) if name in (AGENCY, SEX) else _is_sure(name, trainings, year)
        why = "" if sure else ABOVE
        if not any(values) and name in (TITLE, DATE):
            values, why = in_name[name] * len(blocks), IN_NAME
        if any(values) and not _has_column(sheet, name):
            of_row = pd.Series(values, index=[block.first for block in blocks])
            places = of_row.index.searchsorted(sheet.cells.index, side="right") - 1
            cells = pd.Series(of_row.to_numpy()[places], index=sheet.cells.index, dtype="str")
            columns.append((name, cells, why))
    taken = [name for name, _cells, why in columns if not why]
    if taken:
        words = _("{where}: taken for the rows under it: {names}.")
        said = words.format(where=sheet.where, names=", ".join(taken))
        sheet = replace(sheet, notes=(*sheet.notes, said))
    return sheet.with_columns(columns) if columns else sheet


def _is_sure(name: str, blocks: Sequence[Block], year: int | None) -> bool:
    """Tell whether it is plain above each block what it is; of a district it is open whose."""
    if name in (DISTRICT, HOME):
        return False
    known = _LABELLED[name]
    if name == DATE and any(len(_days(text, year)) > 1 for one in blocks for text in one.texts):
        return False  # several batches
    return all(
        any(map(known.search, block.texts)) or _is_plain(name, block.texts, year)
        for block in blocks
    )


def _is_plain(name: str, texts: Sequence[str], year: int | None) -> bool:
    """Tell whether one text names the training in a sentence with its day or venue.

    A day with a label of its own is plain beside the labels of a form; and neither is where another
    day stands above the rows, or a text is of a report, a plan or a letter.
    """
    lines = [text for text in texts if _ONE_TRAINING.search(text)]
    days = {day for text in texts for day in _days(text, year)}
    if any(map(_REPORT.search, texts)) or len(lines) > 1:
        return False
    if name == DATE:
        form = any(_LABELLED[label].search(text) for text in texts for label in (TITLE, VENUE))
        labelled = form and any(map(_DATE_LABEL.search, texts))
        told = [*lines, *(text for text in texts if lines and _is_held(text, year))]
        return len(days) == 1 and (labelled or any(_day(text, year) for text in told))
    if name == VENUE:
        return any(map(_held_at, lines))
    return any(_TRAINING_ON.search(text) or _day(text, year) for text in lines)


def _is_held(text: str, year: int | None) -> bool:
    """Tell whether a text under a training says when it was held; several days are of no text."""
    return _HELD.match(text) is not None or bool(read_day(_day(text, year)).end)


def _has_column(sheet: Sheet, name: str) -> bool:
    """Tell whether a column of the sheet gives what is offered."""
    fields = {field_of_name(one) for one in sheet.header}
    others = {
        TITLE: {"title", "training_id"},
        DATE: {"date_start"},
        VENUE: {"venue"},
        DISTRICT: {"venue_district", "venue_adm2_pcode"},
        AGENCY: {*AGENCY_FIELDS},
        HOME: {"district", "adm2_pcode"},
        SEX: {"sex", *COUNT_FIELDS},
    }
    return bool(fields & others[name])


def _title_rows(sheet: Sheet) -> dict[int, str]:
    """Return the rows under the header that hold one text, where no record begins so."""
    filled = pd.concat([sheet.cells[n].str.strip() != "" for n in sheet.cells], axis=1)
    alone = filled.index[filled.sum(axis=1) == 1]
    if not len(alone) or filled.shape[1] < 3:
        return {}
    fields = [field_of_name(name) for name in sheet.header]
    serial = fields.index(RUNNING_NUMBER) if RUNNING_NUMBER in fields else None
    titles = {}
    for row in alone:
        place = int(filled.loc[row].to_numpy().argmax())
        text = " ".join(sheet.cells.loc[row, place].split())
        if place not in (0, serial) or not _is_text(text) or is_total(text):
            continue
        in_names = fields[place] == "name_of_person"
        if in_names and not (
            TRAINING.search(text) or _NOTE.match(text) or any(map(str.isdigit, text))
        ):
            continue  # a person of whom nothing else is known
        titles[int(row)] = text
    return titles


def _is_text(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 2


def _notes(sheet: Sheet, titles: Collection[int]) -> set[int]:
    """Return the last rows, as far as they hold no more than a note in one or two cells."""
    notes: set[int] = set()
    for row in reversed(sheet.cells.index.tolist()):
        cells = [text for text in map(str.strip, sheet.cells.loc[row]) if text]
        total = any(map(is_total, cells))
        if (
            not total
            and row not in titles
            and (len(cells) > 2 or not cells or not _NOTE.match(cells[0]))
        ):
            break
        if not total:
            notes.add(int(row))
    return notes


def _values(blocks: Sequence[Block], year: int | None) -> dict[str, list[str]]:
    """Return by name of a column what the texts above each block say; blank where nothing."""
    values = {
        DATE: [_first(_day(text, year) for text in block.texts) for block in blocks],
        VENUE: [_first(_labelled(VENUE, text) or _held_at(text) for text in block.texts)
                for block in blocks],
        DISTRICT: [_first(map(_district, block.texts)) for block in blocks],
        TITLE: [_first(_title(text, year, sure=n > 0) for text in block.texts)
                for n, block in enumerate(blocks)],
    }  # fmt: skip
    return {
        name: ["" if looks_personal(one) else one for one in own] for name, own in values.items()
    }


def _first(values: Iterator[str]) -> str:
    return next((value for value in values if value), "")


def _labelled(name: str, text: str) -> str:
    """Return what stands behind a label such as "Venue:"; blank where there is none."""
    found = _LABELLED[name].search(text)
    if not found:
        return ""
    return _NEXT_LABEL.split(found[1])[0].strip(" ,;|-.")[:LONGEST_TITLE]


def _held_at(text: str) -> str:
    found = _HELD_AT.search(text) if TRAINING.search(text) else None
    if not found:
        return ""
    return found[1].strip(" .,-")[:LONGEST_TITLE]


def _district(text: str) -> str:
    """Return a district that is labelled as such, or is all that a text says."""
    labelled = _labelled(DISTRICT, text)
    written = labelled or text
    found = len(written) < 60 and match_many([written])["adm2_pcode"].notna().all()
    return written if found else ""


def _day(text: str, year: int | None) -> str:
    """Return the longest part of a text that is a date; without a year, with the one given."""
    words = text.replace("|", " ").split()
    ends = [(start, end) for start in range(len(words))
            for end in range(start + 1, min(start + MOST_WORDS, len(words)) + 1)]  # fmt: skip
    ends.sort(key=lambda one: one[0] - one[1])
    parts = [" ".join(words[start:end]).strip("().,;:-–") for start, end in ends]
    if found := next(filter(is_day, parts), ""):
        return found
    return _first(in_year(part, year) for part in parts) if year else ""


def _days(text: str, year: int | None) -> list[str]:
    """Return the first days that stand in a text, each as it is written."""
    days: list[str] = []
    while len(days) < MOST_DAYS and (day := _day(text, year)):
        days.append(day)
        for part in (day, day.removesuffix(f" {year}")):
            text = " ".join(text.split()).replace(part, " ; ")
    return days


def _title(text: str, year: int | None, *, sure: bool) -> str:
    """Return what a text calls the training, without its date and its venue.

    A text between the rows is a title; one above the table only where it has a word for one.
    """
    if labelled := _labelled(TITLE, text):
        return _without_date(labelled, year)
    if not sure and (not TRAINING.search(text) or _NOTE.match(text)):
        return ""
    if _labelled(VENUE, text) or (sure and _district(text)):
        return ""
    return _without_date(_NEXT_LABEL.split(text)[0], year)[:LONGEST_TITLE]


def _without_date(text: str, year: int | None) -> str:
    day = _day(text, year)
    for part in (day, day.removesuffix(f" {year}")):
        if part and part in text:
            text = text.replace(part, " ")
    text = re.sub(r"\(\s*\)|\b(?:held on|dated?|on|from)\s*[:,.]?\s*$", " ", " ".join(text.split()))
    return " ".join(text.split()).strip(" ,;:|-–(.")
