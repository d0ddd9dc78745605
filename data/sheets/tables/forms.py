"""Labels with their values beside them, a block or a column for each training -> a table.

An office fills in a form ("Title: …", "Date: …", "Male: 15"), one under another or one a sheet; or
it gives each training a column. The labels become the names of columns, and each block, or each
column of values, a row. What is laid out otherwise, or counts nobody, is no form.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from data.records.calendar.months import is_month
from data.records.personal_data import may_be_name, safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, LONGEST_NAME, RUNNING_NUMBER, TOLD_BY, plain
from data.sheets.row_numbers import AS_IN_FILE, RowNumbers
from data.sheets.words.cell_values import kind_of
from data.sheets.words.count_words import count_in_words
from data.sheets.words.names.counts_listed import NAMES, counts_listed
from data.sheets.words.names.names_of_sexes import sex_counted
from data.sheets.words.names.names_of_who_came import is_planned
from geo.words.catalogue import _

#: A row of the table is numbered as the row of its first label, with its column behind it.
FACTOR = 1000
#: More rows than this are not looked at as forms.
MOST_ROWS = 20_000
LEAST_KNOWN = 3
LONGEST_LABEL = 80
LEAST_MONTHS = 2
_BEFORE = re.compile(r"\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s*(?=[^\W\d_])", re.IGNORECASE)
_BESIDE = re.compile(r"(?P<label>[^\W\d_][^:]{1,79}?)\s*:\s*(?P<value>.*)", re.DOTALL)

_PARTS = re.compile(
    r"\bbreak[- ]?(?:up|down)\b|\b\w+[- ]wise\b|\bcomposition\b"
    r"|\bby (?:agency|agencies|departments?|organi[sz]ations?|institutions?|category|districts?)\b",
    re.IGNORECASE,
)
#: What stands over the numbers of such a part: "Agency" and beside it "Number".
_HEADS = frozenset(["number", "no", "nos", "count", "participants", "persons", "no of participants",
                    "number of participants"])  # fmt: skip
_OF_WHOM = re.compile(r"(?:out )?of (?:whom|which|them|these)\b", re.IGNORECASE)

#: What "Police - men" counts, whoever they are.
_SEX = re.compile(r"\b(?:(?:fe)?males?|(?:wo)?men)\b|خواتین|مرد", re.IGNORECASE)
_OF_SEXES = {"Female": "participants_f", "Male": "participants_m"}
#: What such a line has before its number, which is no label of it: "Police: 2 women".
_LISTED = re.compile(r"[^\W\d_][^:\n]{0,80}:\s*\d[^\n]*$")

#: The label of what stands over columns of values.
OF_COLUMN = "Session"

NO_LABEL = _("a text beside no label")
PART_ROW = _("a part of the numbers of its form")

Row = tuple[int, list[str]]
#: By the place of its column, what stands beside a label.
Values = dict[int, str]
_Labelled = tuple[int, list[tuple[str, Values]]]


@dataclass(frozen=True)
class Form:
    """A table of forms: what stands above it, its names, and a row for each training.

    ``ignored`` are rows of the sheet with a text beside no label, ``parts`` those that break the
    numbers of a form up, as by departments.
    """

    above: list[Row]
    names: list[str]
    first: int
    rows: list[Row]
    ignored: list[int] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    columns: bool = False
    listed: bool = False

    def said(self, where: str) -> str:
        """Return a sentence on how it was read."""
        words = _("{where}: each block of labels is read as a row, numbered as its first label is.")
        if self.listed:
            words = _("{where}: each line of the list in its text is read as a row.")
        if self.columns:
            words = _("{where}: each column of values is read as a row.")
        return words.format(where=where)

    @property
    def numbers(self) -> RowNumbers:
        """How its rows are numbered."""
        return RowNumbers(FACTOR, of_columns=True) if self.columns else AS_IN_FILE

    def left_out(self) -> list[tuple[int, str]]:
        """Return the rows of the sheet that are none of the table, by number, and why."""
        reasons = {**dict.fromkeys(self.ignored, NO_LABEL), **dict.fromkeys(self.parts, PART_ROW)}
        return [(row * self.numbers.factor, why) for row, why in reasons.items()]


@dataclass
class _Block:
    """The labels of one form, or of several side by side, with their values."""

    row: int
    values: dict[str, Values] = field(default_factory=dict)


def form_of(rows: Sequence[Row]) -> Form | None:
    """Return the table that forms make; None where a sheet has none, or something else, too."""
    filled = [(number, cells) for number, cells in rows if any(map(str.strip, cells))]
    if len(filled) > MOST_ROWS:
        return None
    labelled: list[_Labelled] = []
    above: list[Row] = []
    ignored: list[int] = []
    place = min((_first(cells) for __, cells in filled), default=0)
    for number, cells in filled:
        pairs = _pairs(cells)
        if pairs and not labelled and _first(cells) > place and not _field(pairs[0][0]):
            pairs = _over_columns(cells)
        if pairs is None and labelled and _goes_on(labelled[-1][1][-1], cells):
            continue
        if pairs is None:
            if labelled and sum(map(bool, map(str.strip, cells))) > 1:
                return None
            if labelled:
                ignored.append(number)
            else:
                above.append((number, cells))
        else:
            labelled.append((number, pairs))
    labelled, parts = _without_parts(labelled)
    labels = [pair[0] for row in labelled for pair in row[1]]
    known = {name for label in labels if (name := _field(label))}
    if len(known) < LEAST_KNOWN or not known & {*TOLD_BY} or not known & {*COUNT_FIELDS}:
        return None
    if any(sum(map(bool, map(str.strip, cells))) > LEAST_KNOWN for __, cells in above[:-1]):
        return None
    blocks = [] if _name_months(labelled[0][1]) else _blocks(labelled)
    form = _table(above, blocks, ignored) if blocks else None
    return replace(form, parts=parts) if form else None


def form_of_list(rows: Sequence[Row]) -> Form | None:
    """Return the table of the agencies that a letter lists with their numbers; None without any."""
    found = None
    if len(rows) <= MOST_ROWS:
        found = counts_listed(rows, lambda name: kind_of(name) == "agency")
    if found is None:
        return None
    listed, others = found
    return Form(others, [*NAMES], listed[0][0], listed, listed=True)


def _goes_on(pair: tuple[str, Values], cells: Sequence[str]) -> bool:
    """Add a line of women and men of somebody to the label over it, and tell whether it is one.

    "Police: 2 women, 10 men" stands under "Participants:", beside which is nothing; its comma may
    have divided it.
    """
    values, place = pair[1], _first(cells)
    text = ", ".join(filter(None, (" ".join(one.split()) for one in cells)))
    counted = count_in_words(text.partition(":")[2].strip(" .,"))
    told = counted is not None and (counted.women is not None or counted.men is not None)
    listed = all(_LISTED.search(one) for one in values.values())
    if not told or not listed:
        return False
    before = next(iter(values.values()), "")
    values.update({next(iter(values), place + 1): f"{before}\n{text}".strip()})
    return True


def _over_columns(cells: list[str]) -> list[tuple[str, Values]] | None:
    """Return what stands over columns of values, "Session 1" and so on, as their label's values.

    None where it is no more than one text, as over all of them.
    """
    values = {n: " ".join(text.split()) for n, text in enumerate(cells) if text.strip()}
    return [(OF_COLUMN, values)] if len({*values.values()}) > 1 else None


def _without_parts(labelled: Sequence[_Labelled]) -> tuple[list[_Labelled], list[int]]:
    """Leave out labels that break the numbers of a form up; return the others, and their rows.

    They begin with "of whom", or stand with a number under a label such as "Break-up:".
    """
    whole: list[_Labelled] = []
    parts: list[int] = []
    under = False
    for number, pairs in labelled:
        [(label, values), *more] = pairs
        known = bool(more) or _field(label) is not None
        counts = all(value.strip().isdecimal() for value in values.values())
        heads = under and not more and all(plain(one) in _HEADS for one in values.values())
        under = heads or (not known and counts and (under or _PARTS.search(label) is not None))
        if under or (not known and _OF_WHOM.match(label)):
            parts.append(number)
        else:
            whole.append((number, pairs))
    return whole, parts


def _first(cells: Sequence[str]) -> int:
    return next(n for n, text in enumerate(cells) if text.strip())


def _pairs(cells: Sequence[str]) -> list[tuple[str, Values]] | None:
    """Return the labels of a row with the values beside each; None where it has no such."""
    filled = [(n, " ".join(text.split())) for n, text in enumerate(cells) if text.strip()]
    if len(filled) > 2 and _field(filled[0][1]) == RUNNING_NUMBER and not _has_digit(filled[1][1]):
        return None  # names of columns
    if len(filled) > 1 and filled[0][1].strip(" .)").isdecimal():
        filled = filled[1:]
    read = [_label(text) for __, text in filled]
    if not read[0] or (len(filled) == 1 and not read[0][1] and not filled[0][1].endswith(":")):
        return None
    bare = [bool(one and one[0] and _field(one[0]) and not one[1]) for one in read]
    if len(filled) > 2 and bare[0] and bare[1]:  # a group over a label, else names of columns
        if len(filled) > 3 or bare[2]:
            return None
        filled, read, bare = filled[1:], read[1:], bare[1:]
    by_turns = len(filled) % 2 == 0 and all(bare[::2]) and not any(bare[1::2])
    pairs: list[tuple[str, Values]] = []
    for (n, text), label in zip(filled, read, strict=True):
        inline = label is not None and bool(label[1]) and _field(label[0]) is not None
        begins = text.endswith(":") or inline or (by_turns and (n, text) in filled[::2])
        if label and (begins or not pairs):
            pairs.append((label[0], {n + 1: label[1]} if label[1] else {}))
        else:
            pairs[-1][1][n] = text
    return pairs


def _name_months(pairs: Sequence[tuple[str, Values]]) -> bool:
    """Tell whether a row names columns by months, beside "District" that is of those under it."""
    label, values = pairs[0]
    named = sum(map(is_month, values.values())) >= LEAST_MONTHS
    return named and _field(label) in ("district", "agency", "department")


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _label(text: str) -> tuple[str, str] | None:
    """Return a label and what stands behind it in its own cell; None where a text is none."""
    text = _BEFORE.sub("", text, count=1)
    if found := _BESIDE.fullmatch(text):
        label, value = found["label"].strip(), found["value"].strip()
        return (label, value) if field_of_name(label) or not value else None
    known = len(text) <= LONGEST_LABEL and any(map(str.isalpha, text))
    return (text, "") if known and not is_month(text) else None


def _field(label: str) -> str | None:
    if len(label) > LONGEST_NAME:
        return None
    told = _SEX.search(label)
    return field_of_name(label) or (_OF_SEXES.get(sex_counted(label)) if told else None)


def _blocks(labelled: Sequence[_Labelled]) -> list[_Block]:
    """Return the blocks, each from the label on that comes as often as any; none if unclear.

    What stands before the first of them holds for all.
    """
    flat = [(row, label, own) for row, pairs in labelled for label, own in pairs]
    times = Counter(plain(one[1]) for one in flat if _field(one[1]))
    most = max(times.values())
    begins = next(plain(one[1]) for one in flat if times[plain(one[1])] == most)
    before, blocks = _Block(0), []
    for row, label, values in flat:
        if plain(label) == begins:
            blocks.append(_Block(row))
        own = blocks[-1] if blocks else before
        if label in own.values and _field(label):
            return []
        own.values.setdefault(label, values)
    for block in blocks:
        block.values = {**before.values, **block.values}
    return blocks


def _table(above: list[Row], blocks: Sequence[_Block], ignored: list[int]) -> Form | None:
    labels = list(dict.fromkeys(label for block in blocks for label in block.values))
    unknown = [label for label in labels if not _field(label)]
    if 2 * len(unknown) > len(labels):
        return None
    rows: list[Row] = []
    wide = any(len(own) > 1 for block in blocks for own in block.values.values())
    if wide and not all(map(_tells_trainings, blocks)):
        return None
    for block in blocks:
        places = sorted({n for own in block.values.values() for n in own}) if wide else [-1]
        for place in places:
            texts = [_value(block.values.get(label, {}), place) for label in labels]
            number = block.row * FACTOR + place + 1 if wide else block.row
            rows.append((number, texts))
    names = [_name(label, n) for n, label in enumerate(labels, start=1)]
    return Form(above, names, blocks[0].row, rows, ignored, columns=wide)


def _tells_trainings(block: _Block) -> bool:
    """Tell whether most columns of values have a title, a number or a day of their own.

    Else what stands beside one label is names of columns, as of agencies beside "District".
    """
    most = max(map(len, block.values.values()))
    told = (len(own) for label, own in block.values.items() if _field(label) in TOLD_BY)
    return 2 * max(told, default=0) >= most


def _value(values: Values, place: int) -> str:
    return values.get(place, "") if place >= 0 else next(iter(values.values()), "")


def _name(label: str, number: int) -> str:
    """Return a label as the name of a column; one that may be a person's is not repeated."""
    known = _field(label) or is_planned(label) or not may_be_name(label)
    return label if known and safe_name(label) == label else f"Label {number}"
