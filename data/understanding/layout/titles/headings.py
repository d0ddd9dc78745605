"""Headings between the rows of a table, of an agency, a district or a sex, and of days."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from data.records.calendar.dates import read_day
from data.review.agencies.agencies import agencies_named
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, PLACE_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.tables.side_by_side import SEX
from data.sheets.words.day_numbers import DAY_NUMBER, are_days
from data.sheets.words.not_participants import is_of_no_participants, is_of_participants
from data.understanding import contents
from data.understanding.layout.titles.blocks import ONE_TRAINING, TRAINING, Block
from data.understanding.layout.titles.days_in_texts import ANY_YEAR, days_in
from geo.names.matching import match

AGENCY, HOME = "Agency above the rows", "District of the heading"
#: A division over its districts, which tells no district.
DIVISION = re.compile(r"\w (?:division|div\.?)$", re.IGNORECASE)
#: A heading of a sex: "Male officers", "B. Lady trainees (5)".
_OF_SEX = re.compile(
    r"\W*(?:\w{1,3}[).:]\s*)?(?P<sex>[^\W\d_]{3,})(?: (?:officers?|officials?|participants?|staff"
    r"|members?|trainees?|attendees?|candidates?|persons?|shuraka|شرکاء?))?\W*(?:\d{1,3}\W*)?",
    re.IGNORECASE,
)
#: "List of women trained", and not of women and men.
_LISTED = re.compile(
    r"\b(?:list|number|names?|no\.?) of (?P<who>women|men|females?|males?|ladies|gents)\b"
    r"(?! (?:and|&|or)\b)(?!\s*[/&,])",
    re.IGNORECASE,
)
#: "FEMALE PARTICIPANTS - Training on referral", which speaks of no men.
_LISTS = re.compile(
    r"\W*(?P<who>women|females?|ladies|men|males?|gents) (?:participants|trainees|attendees)"
    r"\s*[:,|–—-]\s*(?=[^\W\d])"
    r"(?!.*\b(?:women|females?|ladies|men|males?|gents)\b)",
    re.IGNORECASE,
)
#: "All participants female".
_ALL_ARE = re.compile(
    r"\ball (?:the )?(?:participants|trainees|officers|officials|attendees|persons)"
    r"(?: (?:are|were|being))? (?P<who>women|men|females?|males?|ladies)\b"
    r"(?! (?:and|&|or)\b)(?!\s*[/&,])",
    re.IGNORECASE,
)
#: "Officers attending, by district (all men)".
_ALL_BEHIND = re.compile(
    r"[(,;:\u2013\u2014-]\s*(?:are |were )?all (?:of (?:them|whom) )?(?:are |were )?"
    r"(?P<who>women|men|females?|males?|ladies)"
    r"(?: (?:participants|trainees|officers|officials|staff))?\s*(?=[).;]|$)",
    re.IGNORECASE,
)
_SEXES = {"participants_f": "female", "participants_m": "male"}


def heads_group(text: str) -> bool:
    """Tell whether a heading is of a group of rows, as of an agency, and of no training."""
    told = any(say(text) for say in TOLD.values()) or DIVISION.search(text) is not None
    of_people = is_of_no_participants(text) or is_of_participants(text)
    return not TRAINING.search(text) and bool(told or of_people)


def parted(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks of which none has a title of a training and a heading of a group over it.

    What stands last over a first group is its heading where other groups have one of the kind; else
    a district under a title may be where it was held.
    """
    alone = {_kind(one.texts[0]) for one in blocks[1:] if len(one.texts) == 1} - {""}
    whole = [*blocks[:1]]
    for one in blocks[1:]:
        *title, last = one.texts or ("",)
        if title and _kind(last) in alone and not any(map(_kind, title)):
            whole.append(Block(one.first, tuple(title)))
            one = Block(one.first, (last,))
        whole.append(one)
    return whole


def with_groups(
    values: dict[str, list[str]], blocks: Sequence[Block], of_group: Sequence[bool]
) -> dict[str, list[str]]:
    """Let blocks under headings of groups be of the training above, and of that agency or place."""
    values = {**values, **{name: [""] * len(blocks) for name in TOLD}}
    told = {_sex(text) or _sex_listed(text) for text in blocks[0].texts} - {""}
    values[SEX][0] = told.pop() if len(told) == 1 else ""
    for n in (n for n, group in enumerate(of_group) if group):
        for name, own in values.items():
            say = TOLD.get(name, lambda _: "")
            own[n] = next(filter(None, map(say, blocks[n].texts)), "") or own[n - 1]
    last = blocks[0].texts[-1:]  # next over the first of groups of agencies
    if last and contents.is_agency(last[0]) and any(values[AGENCY][1:]):
        values[AGENCY][0] = last[0]
    return values if any(values[HOME]) else {**values, HOME: _homes_of_bodies(blocks, of_group)}


def _homes_of_bodies(blocks: Sequence[Block], of_group: Sequence[bool]) -> list[str]:
    """Return by block the body over it, as it is of one of several districts; else blank.

    Under "District Police Kasur" and "District Police Okara" people of each of them stand.
    """
    over = [next(filter(None, map(_body, one.texts)), "") if of_group[n] else ""
            for n, one in enumerate(blocks)]  # fmt: skip
    places = {match(text, alike=False).adm2_pcode for text in over if text}
    return over if len(places) > 1 else [""] * len(blocks)


def of_one_training(
    blocks: Sequence[Block], values: dict[str, list[str]], title: str, date: str
) -> dict[str, list[str]]:
    """Let blocks that are called Day 1, Day 2 and so on be of the one training above them all.

    Who is in several of them is in its list more than once.
    """
    days = [read_day(text) for text in values[date]]
    first = 0 if blocks[0].texts and any(map(DAY_NUMBER.search, blocks[0].texts)) else 1
    numbered = all(any(map(DAY_NUMBER.search, one.texts)) for one in blocks[first:])
    several = len(blocks) - first > 1 and numbered and values[title][0]
    if not several or not all(day.iso for day in days[first:]):
        return values
    told = [iso for day in days for iso in (day.iso, day.end) if iso]
    whole = f"{min(told)} to {max(told)}"
    return {**values, title: [values[title][0]] * len(blocks), date: [whole] * len(blocks)}


def titled_as_first(values: dict[str, list[str]], title: str, date: str) -> dict[str, list[str]]:
    """Let blocks that tell a day each and no title be of the title that heads them all."""
    [first, *others], days = values[title], values[date]
    own = not first or any(others) or any(map(str.isdigit, first))  # a day in it is of the first
    if own or not all(days[1:]) or len({*days}) < len(days):
        return values
    return {**values, title: [first] * len(days)}


def of_days(sheets: Sequence[Sheet], title: str, date: str) -> list[Sheet]:
    """Let sheets that are called Day 1, Day 2 and so on be of the one training of them all."""
    if not are_days([sheet.name for sheet in sheets]):
        return list(sheets)
    told = [{name: sheet.cells[n].iloc[0] for n, name in enumerate(sheet.header)
             if name in (title, date) and len(sheet.cells)} for sheet in sheets]  # fmt: skip
    days = [read_day(one.get(date, "")) for one in told]
    if not all(day.iso for day in days):
        return list(sheets)
    ends = [iso for day in days for iso in (day.iso, day.end) if iso]
    whole = {date: f"{min(ends)} to {max(ends)}", title: told[0].get(title, "")}
    return [_saying(sheet, whole) for sheet in sheets]


def under_agencies(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Let each of several lists be of the agency whose name stands next over it, as over others."""
    over = [one.above[-1] if one.above else "" for one in sheets]
    told = any({*AGENCY_FIELDS} & {*one.fields} or AGENCY in one.header for one in sheets)
    if len({*over}) < 2 or told or not all(map(contents.is_agency, over)):
        return list(sheets)
    columns = [pd.Series(text, index=one.cells.index, dtype="str")
               for text, one in zip(over, sheets, strict=True)]  # fmt: skip
    return [one.with_columns([(AGENCY, column, "")])
            for one, column in zip(sheets, columns, strict=True)]  # fmt: skip


def _saying(sheet: Sheet, values: Mapping[str, str]) -> Sheet:
    cells = sheet.cells.copy()
    for n, name in enumerate(sheet.header):
        if name in values:
            cells[n] = pd.Series(values[name], index=cells.index, dtype="str")
    return replace(sheet, cells=cells)


def _kind(text: str) -> str:
    """Return by which name a heading tells what its group is of; blank where it tells nothing."""
    return "" if TRAINING.search(text) else next((n for n, say in TOLD.items() if say(text)), "")


def _agency(text: str) -> str:
    """Return a text that is an agency, or names several, of which it is asked; else blank."""
    several = len(agencies_named([text])) > 1 and not any(map(str.isdigit, text))
    return text if several or contents.is_agency(text) else ""


def _body(text: str) -> str:
    """Return the office or body of an agency in one district that a text is; else blank."""
    return text if _agency(text) and match(text, alike=False).method == "posting" else ""


def _home(text: str) -> str:
    known = contents.is_district(text) or match(text, alike=False).named_code
    return text if known else ""


def _sex(text: str) -> str:
    found = _OF_SEX.fullmatch(text)
    alone = found["sex"] if found else text.strip(" :-")
    told = field_of_name(alone) or (contents.SEX_WORDS.get(plain(alone)) if found else "")
    return _SEXES.get(told or "", "")


def _sex_listed(text: str) -> str:
    """Return the sex that a title says that all who are listed, or counted, are of."""
    found = _LISTED.search(text) or _LISTS.match(text) or _ALL_ARE.search(text)
    found = found or (None if is_of_no_participants(text) else _ALL_BEHIND.search(text))
    return _SEXES.get(field_of_name(found["who"]) or "", "") if found else ""


#: By what a heading tells of, what it says of it; blank where it says nothing.
TOLD = {AGENCY: _agency, HOME: _home, SEX: _sex}


def dated_headings(sheet: Sheet, alone: pd.Index) -> dict[int, str]:
    """Return the rows of a text ``alone`` that names a training and its day, over agencies.

    Or over districts or persons, none of which is called so. Among titles it may be a training of
    which no number is known.
    """
    if field_of_name(sheet.header[0]) not in (*AGENCY_FIELDS, *PLACE_FIELDS[:2], "name_of_person"):
        return {}
    texts = sheet.cells.loc[alone, 0].str.split().str.join(" ")
    return {int(row): text for row, text in zip(texts.index.tolist(), texts.tolist(), strict=True)
            if ONE_TRAINING.search(text) and days_in(text, ANY_YEAR)}  # fmt: skip
