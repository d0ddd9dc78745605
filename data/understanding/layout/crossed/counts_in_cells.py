"""Agencies or districts with their numbers in one cell ("Police: 5, FIA: 3") -> a row for each.

So are persons listed in one cell with the agency or home of each behind the name: each is a row
where every cell names as many as its total says, else they are counted by agency and home. It is
sure where all cells of the column are such, and beside a total each sums to it. Women and men of
the whole row are of no single agency: where they stand beside, it is asked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

import pandas as pd

from data.records.distinct import any_says, different_texts, filled_texts, is_filled
from data.records.personal_data import safe_name
from data.records.problems.of_rows import SUM_DIFFERS
from data.records.rules import in_latin_digits, whole_numbers
from data.records.sought_words import only_with
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PLACE_FIELDS, plain
from data.sheets.sheet import RowsMade, Sheet
from data.sheets.tables.side_by_side import SEX
from data.sheets.totals.total_rows import LARGEST, TOTAL_ROW, say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.count_words import count_in_words
from data.understanding import contents
from data.understanding.layout.crossed.crossed_columns import AGENCY, DISTRICT, NUMBER
from data.understanding.layout.crossed.persons_in_cells import Lists, persons_in_cells
from data.understanding.layout.crossed.persons_listed import HOME
from data.understanding.layout.postings import VENUE
from data.understanding.layout.venues import PLAINLY_A_DISTRICT
from geo.words.catalogue import _

#: A longer cell is a text and no list of numbers; and one has no more parts than rows are made.
LONGEST, MOST_PARTS = 300, 99
#: How many of the cells of a column are such lists where it is one of them.
MOST = 0.6
#: A row of the file makes rows numbered as it is with two digits more.
FACTOR = 100
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")
#: What stands between the parts; an "and" may also be in a name.
_BETWEEN = (
    re.compile(r"\s*[,;\n+/|،؛]\s*"),
    re.compile(r"\s*[,;\n+/|&،؛]\s*|\s+and\s+|\s+اور\s+"),
)
_NAMED = re.compile(
    r"(?P<name>[^\W\d].*?)\s*[:=\-–—(]?\s*(?P<number>\d{1,4})\)?"
    r"|\(?(?P<first>\d{1,4})\)?\s*[:=\-–—x×]?\s*(?P<last>[^\W\d].*)"
)
_PEOPLE = re.compile(
    r"(?<=\d)\s*(?:persons?|participants?|officers?|officials?|nos?\.?)\b|\s+(?:persons?"
    r"|participants?|officers?|officials?)(?=\)?$)",
    re.IGNORECASE,
)
#: What stands between lines that have women and men of a name each.
_LINES = re.compile(r"[\n;|]+")
#: "Police: 2 women, 8 men", "Police (F 2, M 8)", "Police 8 men + 2 women".
_OF_NAME = re.compile(
    r"(?P<name>[^\d:]+?)\s*(?::\s*(?P<numbers>.+)|\((?P<inside>[^()]+)\)|(?P<behind>\d.*))"
)
_SEVERAL = re.compile(r"\b(?:and|others?|etc)\b|[&,/+;]", re.IGNORECASE)
_FROM = re.compile(r"^(?:from|of)\s+", re.IGNORECASE)
#: By what the lists are of: why somebody is asked about them.
BESIDE = {
    AGENCY: _(
        "Its numbers are of the agencies named beside them in one cell ({name}). The women and men "
        "of the whole row are then left out, as whose they are is not known."
    ),
    DISTRICT: _(
        "Its numbers are of the districts named beside them in one cell ({name}). The women and "
        "men of the whole row are then left out, as whose they are is not known."
    ),
}
NOT_ALL = {
    AGENCY: _("The numbers stand beside the agencies in one cell ({name}), but not in all rows."),
    DISTRICT: _(
        "The numbers stand beside the districts in one cell ({name}), but not in all rows."
    ),
}


def with_counted_parts(sheet: Sheet) -> Sheet:
    """Return a sheet with a row for each agency or district that has its number in a cell."""
    found = _found(sheet)
    if found is None:
        return sheet
    fields = sheet.fields
    totals = [n for n, one in enumerate(fields) if one == "participants_total" and n != found.place]
    sexes = [n for n, one in enumerate(fields) if one in COUNT_FIELDS
             and n not in (*totals, found.place)]  # fmt: skip
    if len(totals) > 1:
        return sheet
    if found.by_name:
        sheet = sheet.without(sheet.cells.index[say_total(sheet.cells)], TOTAL_ROW)
    sheet = _without_right_total(sheet, found.place, totals)
    kept = [n for n in range(len(fields)) if n not in (*totals, *sexes, found.place)]
    cells, differs = _cells(sheet, found, kept, totals)
    name = safe_name(sheet.header[found.place])
    why = found.why or (BESIDE[found.kinds[0]].format(name=name) if sexes else "")
    left = sheet.cells[found.place][_left(sheet, found)].unique().tolist()
    if not why and ((left and not (totals and all(map(_is_one, left)))) or differs):
        why = NOT_ALL[found.kinds[0]].format(name=name)
    place_of = {n: new for new, n in enumerate(kept)}
    made = pd.Series(cells.index, index=cells.index // FACTOR)
    words = _("{where}: each number in {name} is read as a row of its own.")
    if found.of_persons:
        words = _(
            "{where}: those who are named in {name} are read with the agency or the home behind "
            "each name."
        )
    said = words.format(where=sheet.where, name=name)
    header, beside = _of_venue(sheet, found, kept)
    offered = {place_of[n]: one for n, one in sheet.offered.items() if n in place_of}
    if not found.by_name:
        last = len(kept) + len(found.kinds)
        offered |= {**dict.fromkeys(range(len(kept), last), ""), last: why}
    whole = replace(
        sheet,
        header=(*header, *found.kinds, NUMBER),
        tags=(*(sheet.tags[n] for n in kept), *("" for _kind in found.kinds), ""),
        cells=cells,
        faults=_faults(sheet, made, place_of, differs, len(kept) + len(found.kinds)),
        ignored=sheet.ignored.assign(row=sheet.ignored["row"] * FACTOR),
        notes=(*sheet.notes, said, *beside),
        offered=offered,
        over_rows={},
        rows_made=RowsMade({*header}, {*found.kinds, NUMBER}, FACTOR),
        numbers=sheet.numbers.made(FACTOR),
    )
    return whole.only(range(len(whole.header) - 1)) if found.by_name else whole


def _without_right_total(sheet: Sheet, place: int, totals: Sequence[int]) -> Sheet:
    """Set a total aside that stands among the lists, where it is the sum of the rows' totals."""
    last = sheet.cells.index[-1:]
    if len(totals) != 1 or not is_total(sheet.cells[place].iloc[-1]):
        return sheet
    numbers, unread = whole_numbers(sheet.cells[totals[0]], LARGEST)
    right = not unread.any() and numbers.iloc[-1] == numbers.iloc[:-1].sum()
    return sheet.without(last, TOTAL_ROW) if right else sheet


def _of_venue(sheet: Sheet, found: Lists, kept: Sequence[int]) -> tuple[list[str], tuple[str, ...]]:
    """Return what columns are called: a district beside the homes of persons is the venue's."""
    homes = found.of_persons and bool({DISTRICT, HOME} & {*found.kinds})
    own = {n for n in kept if homes and plain(sheet.header[n]) in PLAINLY_A_DISTRICT}
    words = _("{where}: {column} is taken as the venue's, as homes stand behind the names.")
    said = (words.format(where=sheet.where, column=safe_name(sheet.header[n])) for n in own)
    return [VENUE if n in own else sheet.header[n] for n in kept], tuple(said)


def _found(sheet: Sheet) -> Lists | None:
    """Return the column of lists of agencies, or of districts, if there is one and no other."""
    fields = {*sheet.fields}
    found: list[Lists] = []
    for n, name in enumerate(sheet.header):
        if n in sheet.offered:
            continue
        if persons := persons_in_cells(sheet, n):
            found.append(persons)
            continue
        if sexes := _sexes_in(sheet, n):
            found.append(sexes)
            continue
        if not any_says(sheet.cells[n], _lists_several):  # as in most columns
            continue
        texts = filled_texts(sheet.cells[n])
        most = bool(texts) and contents.are(texts, lambda text: bool(parts_of(text)), MOST)
        if not most and field_of_name(name) not in AGENCY_FIELDS:
            continue
        lists = {text: parts for text in texts if (parts := parts_of(text))}
        if not most and not _add_up(sheet, n, lists):
            continue
        kind = _kind({name for parts in lists.values() for name, __ in parts})
        others = {AGENCY: AGENCY_FIELDS, DISTRICT: PLACE_FIELDS[:2]}.get(kind, ())
        if kind and not (fields - {field_of_name(name)}) & {*others}:
            told = {
                text: [((one,), count) for one, count in parts] for text, parts in lists.items()
            }
            found.append(Lists(n, (kind,), told))
    return found[0] if len(found) == 1 else None


def _sexes_in(sheet: Sheet, n: int) -> Lists | None:
    """Return the lists of a column whose cells all have women and men of agencies or districts."""
    if not any_says(sheet.cells[n], _lists_sexes):  # as in most columns
        return None
    texts = [text for text in filled_texts(sheet.cells[n]) if not is_total(text)]
    lists = {text: sexes_of(text) for text in texts}
    kind = _kind({name for parts in lists.values() for (name, __), __ in parts})
    others = {AGENCY: AGENCY_FIELDS, DISTRICT: PLACE_FIELDS[:2]}.get(kind, ())
    fields = {*sheet.fields[:n], *sheet.fields[n + 1 :]}
    told = fields & {"sex", *others, *COUNT_FIELDS} - {"participants_total"}
    both = len({sex for parts in lists.values() for (__, sex), __ in parts}) > 1
    return (
        Lists(n, (kind, SEX), lists) if kind and both and all(lists.values()) and not told else None
    )


@only_with(r"(?s):.*[0-9]")
def _lists_sexes(text: str) -> bool:
    return bool(sexes_of(text))


def sexes_of(text: str) -> list[tuple[tuple[str, str], int]]:
    """Return the women and men of each name: "Police: 2 women, 8 men" line by line; else none.

    Of a sex that is not told beside the other there is none: "Police: 4 M; Labour: 2 F".
    """
    told: list[tuple[tuple[str, str], int]] = []
    for line in filter(str.strip, _LINES.split(text) if len(text) <= LONGEST else [""]):
        found = _OF_NAME.fullmatch(line.strip(" .,"))
        counted = found and count_in_words(found["numbers"] or found["inside"] or found["behind"])
        women, men = (counted.women, counted.men) if counted else (None, None)
        if men is None and women is not None and counted and counted.total is not None:
            men = counted.total - women
        own = {sex: n for sex, n in (("Female", women), ("Male", men)) if n is not None}
        if not found or not own or min(own.values()) < 0:
            return []
        name = found["name"].strip(" -–—=")
        told += [((name, sex), n) for sex, n in own.items()]
    names = [names for names, __ in told]
    return told if len({*names}) == len(names) else []


def _add_up(sheet: Sheet, n: int, lists: Mapping[str, Sequence[tuple[str, int]]]) -> bool:
    """Tell whether each list among the agencies of a column is the total of its row."""
    fields = sheet.fields
    if fields[n] not in AGENCY_FIELDS or fields.count("participants_total") != 1 or not lists:
        return False
    said, __ = whole_numbers(sheet.cells[fields.index("participants_total")], LARGEST)
    own = sheet.cells[n].isin(list(lists))
    sums = sheet.cells[n][own].map(
        lambda text: sum(count for __, count in lists[text]), na_action="ignore"
    )
    return bool((said[own] == sums).fillna(False).all())


def counts_agencies(cells: pd.Series) -> bool:
    """Tell whether a cell of a column is a list of agencies with their numbers."""
    lists = (parts_of(text) for text in different_texts(cells, contents.LOOKED_AT) if ":" in text)
    return any(len(one) > 1 and all(contents.is_agency(name) for name, __ in one) for one in lists)


@only_with(r"(?s)[0-9].*(?:[,;\n+/|&]|and).*[0-9]")
def _lists_several(text: str) -> bool:
    return len(parts_of(text)) > 1


def parts_of(text: str) -> list[tuple[str, int]]:
    """Return the names and the numbers of which a text is a list; none where a part is no such."""
    if len(text) > LONGEST or not (_DIGIT.search(text) and _LETTER.search(text)):
        return []
    bare = in_latin_digits(text).strip(" .,;\n")
    for between in _BETWEEN:
        parts = [one for one in between.split(bare) if one.strip()]
        told = takewhile(lambda part: part is not None, map(_part, parts))
        known = [part for part in told if part is not None]
        names = {name.casefold() for name, __ in known}
        if len(known) == len(parts) == len(names) <= MOST_PARTS:
            return known
    return []


def _part(text: str) -> tuple[str, int] | None:
    found = _NAMED.fullmatch(_PEOPLE.sub("", " ".join(text.split())))
    if found is None:
        return None
    name, number = found["name"] or found["last"], found["number"] or found["first"]
    name = _FROM.sub("", name).strip(" .:-–()")
    plain_name = bool(name) and not any(map(str.isdigit, name))
    return (name, int(number)) if plain_name else None


def _kind(names: set[str]) -> str:
    """Return what most of the names are: agencies, districts, or nothing that is known."""
    for kind, known in ((AGENCY, contents.is_agency), (DISTRICT, contents.is_district)):
        if sum(map(known, names)) > len(names) / 2:
            return kind
    return ""


def _is_one(text: str) -> bool:
    """Tell whether a text is one agency with no others: "Police", not "Police and others"."""
    return contents.is_agency(text) and _SEVERAL.search(text) is None


def _left(sheet: Sheet, found: Lists) -> pd.Series:
    """Tell which rows have another text in the column."""
    texts = sheet.cells[found.place]
    return is_filled(texts) & ~texts.isin(list(found.parts))


def _cells(
    sheet: Sheet, found: Lists, kept: Sequence[int], totals: Sequence[int]
) -> tuple[pd.DataFrame, set[int]]:
    """Return the rows that are made, and the rows of the file whose total is another.

    A row without a list stays one, with what its cell says and its total.
    """
    whole = sheet.cells[totals[0]] if totals else pd.Series("", index=sheet.cells.index)
    said, __ = whole_numbers(whole, LARGEST)
    made: list[list[str]] = []
    rows: list[int] = []
    differs: set[int] = set()
    texts = zip(sheet.cells.index, sheet.cells[found.place], whole, said.tolist(), strict=True)
    fixed = sheet.cells[list(kept)].to_numpy().tolist()
    for own, (row, text, total, number) in zip(fixed, texts, strict=True):
        parts = found.parts.get(text)
        if parts and not pd.isna(number) and number != sum(count for __, count in parts):
            differs.add(int(row))
        alone = (text, *[""] * (len(found.kinds) - 1))
        listed = [(names, str(count)) for names, count in parts] if parts else [(alone, total)]
        for place, (names, count) in enumerate(listed, start=1):
            made.append([*own, *names, count])
            rows.append(int(row) * FACTOR + place)
    columns = list(zip(*made, strict=True)) or [()] * (len(kept) + len(found.kinds) + 1)
    cells = {n: pd.array(list(column), dtype="str") for n, column in enumerate(columns)}
    return pd.DataFrame(cells, index=pd.Index(rows, name="row", dtype="int64")), differs


def _faults(
    sheet: Sheet, made: pd.Series, place_of: Mapping[int, int], differs: set[int], number: int
) -> pd.DataFrame:
    """Return the faults of a row for each that it makes, and sums that differ from its total."""
    faults: list[tuple[int, int, object]] = []
    for row, position, kind in sheet.faults[["row", "position", "kind"]].itertuples(index=False):
        own = made[made.index == row].tolist()
        faults += [(one, place_of.get(position, -1), kind) for one in own]
    wrong = made[made.index.isin(list(differs))].tolist()
    faults += [(row, number, SUM_DIFFERS) for row in wrong]
    return pd.DataFrame(faults, columns=["row", "position", "kind"])
