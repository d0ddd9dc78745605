"""Headings between the rows of a table: of an agency, a district, a sex, or of who took no part."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data.records.calendar.dates import read_day
from data.records.problems.of_rows import SAID_ABSENT
from data.review.agencies.agencies import agencies_named
from data.sheets.field_names import field_of_name
from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from data.sheets.tables.side_by_side import SEX
from data.sheets.words.absence import is_of_none
from data.sheets.words.called_off import called_not_held, heads_not_held
from data.sheets.words.day_numbers import DAY_NUMBER, are_days
from data.understanding import contents
from geo.names.matching import match
from geo.words.catalogue import _

AGENCY, HOME = "Agency above the rows", "District of the heading"
#: A word for a training, or for several.
TRAINING = re.compile(
    r"\b(?:training|trainning|traning|tranning|traing|trainig|trn?g|work ?shop|course|session"
    r"|seminar|orientation|awareness|sensiti[sz]ation|refresher"
    r"|batch|event|meeting|dialogue|nashist)s?\b|تربیت|نشست",
    re.IGNORECASE,
)
#: A training, and no school, office or post that has the word in its name.
ONE_TRAINING = re.compile(
    r"\b(?:training|trainning|traning|tranning|traing|trainig|trn?g|work ?shop|course|session"
    r"|seminar|orientation|refresher|nashist)\b(?!\.?\s+(?:college|school"
    r"|cent(?:re|er)|institute|academy|wing|directorate|unit|cell|section|office|department|branch"
    r"|division|manager|officer|coordinator|needs?|module|material|record|register|data)s?\b)|تربیت"
    r"|نشست",
    re.IGNORECASE,
)
#: A heading between the rows of a list under which others than its participants stand.
_OTHERS = re.compile(
    r"\b(?:wait(?:ing)? list|absent(?:ees?)?|did not (?:attend|come|join|report|participate)"
    r"|not (?:attended|present)|reserves?|nominees|resource persons?|facilitators?|trainers?"
    r"|organi[sz]ers?|support staff|(?:ghair|gair|gher)[ -]?ha+zir"
    r"|(?:shareek|sharik|hazir|haazir) nah(?:i|in|een))\b|غیر ?حاضر|(?:شریک|حاضر) نہیں",
    re.IGNORECASE,
)
#: Who led, and words beside it in a heading of their list; any other may be one's name.
_LED = re.compile(
    r"\b(?:resource persons?|facilitators?|trainers?|organi[sz]ers?|support staff)\b", re.IGNORECASE
)
_BESIDE_LED = re.compile(
    r"\b(?:list|names?|details?|of|the|and|staff|team|guest|master|lead|co|external|internal)\b"
    r"|\([^()]*\)|[\W\d_]|\b[^\W\d_]\b",
    re.IGNORECASE,
)
#: A note, or a label with names behind it.
_NOTED = re.compile(
    r"^\W*(?:notes?|n\.?b|remarks?)\b(?!.*(?:following|below|:\W*$))|^\W*\*|(?:absent(?:ees?)?|ha+zir|list|حاضر)\s*[:=]\W*[^\W\d_]",
    re.IGNORECASE,
)
#: "2 officers did not attend", "Absentees (4)", "Absent: 2".
_OF_SO_MANY = re.compile(r"(?:^|[(:=]|- )\s*(?P<number>\d{1,3})(?=\)?\W*$| [^\W\d_]{4})")
#: A line to be signed closes what stands above it, and heads nothing: "Signature of trainer: ____".
_SIGNED = re.compile(
    r"^\W*(?:signed\b|signatures?\b|sig\.|sign(?: of| by|\W*$|\W*[:_.])|dasta?khat\b|دستخط)"
    r"|(?:\bsign(?:atures?)?|\bdasta?khat|دستخط)[\W_]*$|_{4,}|\.{6,}|…{2,}",
    re.IGNORECASE,
)
#: "Drivers (not participants)".
NOT_OF_THEM = re.compile(
    r"(?:^\W*|[(\[–—,-]\s*)(?:not (?:the |to be |as )?(?:participants?|trainees?|trained|counted)"
    r"|non[ -]?participants?|other than (?:the )?participants?|شرکاء? نہیں)\b",
    re.IGNORECASE,
)
#: A heading of participants, beside one of those who led.
_OF_PARTICIPANTS = re.compile(
    r"\W*(?:\w{1,3}[).:]\s*)?(?:list of )?(?:the )?(?:participants?|trainees|attendees|shuraka"
    r"|شرکاء?|walk[ -]?ins?|(?:on[ -]?(?:the[ -]?)?)?spot registrations?|late (?:comers|arrivals)"
    r"|(?:additional|other|more|late) (?:participants|trainees|attendees|entries|registrations))"
    r"\W*(?:\([^()]*\)\W*)?",
    re.IGNORECASE,
)
#: A heading of those who came, beside one of those who did not.
_OF_THOSE_WHO_CAME = re.compile(
    r"\W*(?:\w{1,3}[).:]\s*)?(?:list of )?(?:the )?(?:those )?(?:who )?(?:\w+ )?"
    r"(?:present|attended|came|ha+zir|حاضر)(?: \w+)?\W*(?:\([^()]*\)\W*)?",
    re.IGNORECASE,
)
#: A heading between the rows under which trainings stand that are yet to come.
_TO_COME = re.compile(
    r"\b(?:planned|proposed|upcoming|scheduled|tentative|to be (?:held|conducted)"
    r"|next (?:quarter|month|year))\b",
    re.IGNORECASE,
)
#: "Trainings postponed", "B. Cancelled sessions": the rows under it were not held.
_MANY = r"(?:trainings|sessions|workshops|courses|activities|events|seminars)"
_NOT_SO = (
    r"(?:(?:cancell?ed|postponed|deferred|not (?:yet )?(?:held|conducted))(?:\s*(?:[/&,]|and|or)\s*"
    r"(?=[cpdn]))?)+"
)
_THOSE_NOT_HELD = re.compile(
    rf"\W*(?:\w{{1,3}}[).:]\s*)?(?:list of )?(?:the )?(?:{_NOT_SO} {_MANY}"
    rf"|{_MANY}(?: which| that)?(?: were| are)? {_NOT_SO})(?: (?:in|during) [\w -]+)?\W*",
    re.IGNORECASE,
)
#: A title has a number or a day, and a note may speak of another training.
_DATED = re.compile(r"\d")
#: A division over its districts, which tells no district.
DIVISION = re.compile(r"\w (?:division|div\.?)$", re.IGNORECASE)
OF_OTHERS = _("under a heading of others than participants, or of trainings not held")
_CAME = re.compile(r"\b(?:held|conducted|attended|actual|achieved|completed)\b", re.IGNORECASE)
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
#: "All participants female".
_ALL_ARE = re.compile(
    r"\ball (?:the )?(?:participants|trainees|officers|officials|attendees|persons)"
    r"(?: (?:are|were|being))? (?P<who>women|men|females?|males?|ladies)\b"
    r"(?! (?:and|&|or)\b)(?!\s*[/&,])",
    re.IGNORECASE,
)
_SEXES = {"participants_f": "female", "participants_m": "male"}


@dataclass(frozen=True)
class Block:
    """Rows of a table and the texts above them."""

    first: int
    texts: tuple[str, ...]


def heads_group(text: str) -> bool:
    """Tell whether a heading is of a group of rows, as of an agency, and of no training."""
    told = any(say(text) for say in TOLD.values()) or DIVISION.search(text) is not None
    of_people = is_of_no_participants(text) or _OF_THOSE_WHO_CAME.fullmatch(text)
    of_people = of_people or _OF_PARTICIPANTS.fullmatch(text)
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
    told = (_sex(text) or _sex_listed(text) for text in blocks[0].texts)
    values[SEX][0] = next(filter(None, told), "")
    for n in (n for n, group in enumerate(of_group) if group):
        for name, own in values.items():
            say = TOLD.get(name, lambda _: "")
            own[n] = next(filter(None, map(say, blocks[n].texts)), "") or own[n - 1]
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


def _saying(sheet: Sheet, values: Mapping[str, str]) -> Sheet:
    cells = sheet.cells.copy()
    for n, name in enumerate(sheet.header):
        if name in values:
            cells[n] = pd.Series(values[name], index=cells.index, dtype="str")
    return replace(sheet, cells=cells)


def of_held(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts above some rows without trainings that were not held, if another follows."""
    return tuple(text for n, text in enumerate(texts)
                 if not (_was_not_held(text)
                         and any(map(ONE_TRAINING.search, texts[n + 1 :]))))  # fmt: skip


def _was_not_held(text: str) -> bool:
    return TRAINING.search(text) is not None and heads_not_held(text)


def is_signed(text: str) -> bool:
    """Tell whether a text between the rows is a line to be signed, which heads nothing."""
    return _SIGNED.search(text) is not None


def with_others(sheet: Sheet, blocks: Sequence[Block]) -> Sheet:
    """Set rows aside that stand under a heading of others than participants, such as trainers.

    Where the line over them may tell who led their own training, each of them is a problem.
    """
    said = [_others(block.texts) for block in blocks[1:]]
    # What stands above all rows is of the first alone where those who came stand below.
    came = any(
        map(_OF_THOSE_WHO_CAME.fullmatch, (text for one in blocks[1:] for text in one.texts))
    )
    first = came and any(map(_is_of_others, blocks[0].texts[-1:]))
    fields = {field_of_name(name) for name in sheet.header}
    if "name_of_person" in fields and not fields & {"title", "training_id", "date_start"}:
        first |= any(_was_not_held(text) and (called_not_held(text) or _DATED.search(text))
                     for text in blocks[0].texts[-1:])  # fmt: skip
        said = [one or block.texts * any(map(_was_not_held, block.texts))
                for one, block in zip(said, blocks[1:], strict=True)]  # fmt: skip
    of_others = np.array([bool(first), *map(bool, said)])
    if not of_others.any():
        return sheet
    starts = pd.Index([block.first for block in blocks])
    places = starts.searchsorted(sheet.cells.index, side="right") - 1
    under = np.bincount(places, minlength=len(blocks)).tolist()
    plainly = np.array([True, *(not any(_may_head_none(text, number) for text in own)
                                for own, number in zip(said, under[1:], strict=True))])  # fmt: skip
    rows, unsure = (sheet.cells.index[(of_others & own)[places]] for own in (plainly, ~plainly))
    return sheet.without(rows, OF_OTHERS).with_faults(unsure, SAID_ABSENT)


def _others(texts: Sequence[str]) -> tuple[str, ...]:
    """Return which of the texts over some rows say that these are of others than participants.

    None that a title of a training follows, or a line to be signed: they close what is above them.
    """
    last = max((n for n, text in enumerate(texts) if ONE_TRAINING.search(text)
                and not _is_of_others(text)), default=0)  # fmt: skip
    return tuple(text for text in texts[last:] if _is_of_others(text) and not is_signed(text))


def _may_head_none(text: str, rows: int) -> bool:
    """Tell whether a text over so many rows may be a note of others, and no heading of theirs."""
    # It says more of who led, as a name, that nobody was absent, or how many, and others follow.
    told = _OF_SO_MANY.search(text)
    if _NOTED.search(text) or is_of_none(text) or (told and int(told["number"]) != rows):
        return True
    led = _LED.search(text) and not NOT_OF_THEM.search(text)
    return bool(led and _BESIDE_LED.sub("", _LED.sub("", text.strip(" ()[]"))))


def _is_of_others(text: str) -> bool:
    """Tell whether under a heading others stand than participants, or trainings not held (yet)."""
    if _THOSE_NOT_HELD.fullmatch(text):
        return True
    if TRAINING.search(text):  # "One that was planned was cancelled" heads no others
        to_come = _TO_COME.search(text) is not None and not heads_not_held(text)
        return to_come and not _CAME.search(text)
    return is_of_no_participants(text)


def is_of_no_participants(text: str) -> bool:
    """Tell whether others than participants stand under a heading, as it says."""
    return bool(_OTHERS.search(text) or NOT_OF_THEM.search(text))


def _kind(text: str) -> str:
    """Return by which name a heading tells what its group is of; blank where it tells nothing."""
    return "" if TRAINING.search(text) else next((n for n, say in TOLD.items() if say(text)), "")


def _agency(text: str) -> str:
    """Return a text that is an agency, or names several, of which it is asked; else blank."""
    several = len(agencies_named([text])) > 1 and not _DATED.search(text)
    return text if several or contents.PREDICATES[contents.AGENCIES](text) else ""


def _body(text: str) -> str:
    """Return the office or body of an agency in one district that a text is; else blank."""
    return text if _agency(text) and match(text, alike=False).method == "posting" else ""


def _home(text: str) -> str:
    known = contents.is_district(text) or match(text, alike=False).method in ("exact", "alias")
    return text if known else ""


def _sex(text: str) -> str:
    found = _OF_SEX.fullmatch(text)
    alone = found["sex"] if found else text.strip(" :-")
    told = field_of_name(alone) or (contents.SEX_WORDS.get(plain(alone)) if found else "")
    return _SEXES.get(told or "", "")


def _sex_listed(text: str) -> str:
    """Return the sex that a title says that all who are listed, or counted, are of."""
    found = _LISTED.search(text) or _ALL_ARE.search(text)
    return _SEXES.get(field_of_name(found["who"]) or "", "") if found else ""


#: By what a heading tells of, what it says of it; blank where it says nothing.
TOLD = {AGENCY: _agency, HOME: _home, SEX: _sex}
