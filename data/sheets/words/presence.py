"""Who of a list came, and took part: words and marks of columns -> who is counted.

Whoever came on one day at least is counted; who did not come, or led the training, is not; and
where nothing says either, the row is a problem.
"""

import re
from dataclasses import dataclass

import pandas as pd

from data.records.distinct import by_text, filled_cells
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import NO_PRESENCE, UNKNOWN_PART, UNKNOWN_PRESENCE
from data.records.rules import in_latin_digits
from data.sheets.fields import plain
from data.sheets.words.absence import ABSENT, CAME_NOT, is_absent, says_why_away
from data.sheets.words.called_off import was_called_off
from geo.words.catalogue import ngettext

ABSENT_ROW = "did not come"
LED_ROW = "led the training"
#: Words for who came, and for who did not, in their plain form.
PRESENT = frozenset(
    ["p", "present", "pr", "attended", "late", "came", "signed", "sd", "trained", "joined",
     "participated", "checked in", "arrived", "showed up", "in attendance", "hazir", "haazir",
     "حاضر", "thumb", "thumb impression", "thumb mark", "thumb print", "lti", "angootha",
     "nishan angootha", "انگوٹھا", "نشان انگوٹھا"]
)  # fmt: skip
#: Words for who took part in a training, and for who led it, in their plain form.
TOOK_PART = frozenset(["participant", "participants", "trainee", "attendee", "learner",
                       "delegate", "delegates", "شریک"])  # fmt: skip
#: Of those who led, they have posts of which others come to be trained.
HELPERS = frozenset(["driver", "photographer", "note taker", "registration desk", "usher"])
LED = frozenset(
    ["facilitator", "co facilitator", "lead facilitator", "trainer", "lead trainer", "co trainer",
     "master trainer", "resource person", "speaker", "guest speaker", "moderator", "presenter",
     "organizer", "organiser", "organizing team", "organising team", "rapporteur", "interpreter",
     "observer", "chief guest", "support staff", "staff", "crew", "master of ceremonies",
     "سہولت کار", "ٹرینر"]
) | HELPERS  # fmt: skip
#: Of these it is asked whether they took part.
LOOKED_ON = frozenset(["observer", "interpreter", "rapporteur"])
#: Signs of which one is made in one of several columns; of who came, nobody knows what they say.
CROSSES = frozenset(
    ["x", "×", "\u0445", "✕", "✖", "\u2573", "+", "/", "ü", "•", "■", "▪", "o", "○"]
)
#: These, and a letter for late or for leave: nobody knows which.
UNCLEAR = CROSSES | {"l"}
_YES = frozenset(["✓", "✔", "√", "☑", "✅", "☒", "*", "●", "y", "yes", "true", "1", "ہاں",
                  "haan", "haa", "han", "ji haan", "ji han"])  # fmt: skip
#: Signs that cross something out, or, where no other is made, say which it is.
NO_SIGNS = frozenset(["✗", "✘", "❌"])
_NO = NO_SIGNS | frozenset(["☐", "n", "no", "false", "0", "-", "–", "—", "نہیں",
                      "nahin", "nahi", "nahein", "nai", "ji nahin"])  # fmt: skip
#: Somebody came for a part of the time: "Present (joined late)", "Attended - left early".
_PART = (
    r"(?:(?:joined|arrived|came|reported|left|departed|was|a bit|slightly|but|very) )*"
    r"(?:late|early|(?:for )?half (?:a )?day|partly|partially|in part|online|virtually"
    r"|via zoom|after (?:tea|lunch|break))"
)
#: Of a form that asks on which days: "Both days", "Day 2 only".
_ON_DAYS = (
    r"|(?:on )?(?:(?:both|all)(?: (?:the )?(?:\d|two|three|four|five))?(?: the)? days"
    r"|(?:day \d{1,2}|(?:first|second|third|last|1st|2nd|3rd) day) only"
    r"|only (?:day \d{1,2}|(?:the )?(?:first|second|third|last|1st|2nd|3rd) day))"
)
_CAME_LATE = re.compile(
    rf"(?:present|attended|came|participated) {_PART}"
    rf"|(?:partly|partially) (?:present|attended|participated)"
    rf"|(?:joined|arrived|came|reported|left) (?:late|early)|late (?:coming|comer|arrival)"
    r"|حاضر (?:دیر سے|تاخیر سے)(?: (?:آئے|آیا|آئی))?|(?:دیر|تاخیر) سے (?:آئے|آیا|آئی)"
    rf"{_ON_DAYS}"
)
#: Why somebody did not come, as a list has it in the place of "absent".
_STAYED_AWAY = re.compile(
    r"(?:(?:was|has|is|on) )?(?:excused|exempt(?:ed)?|regretted|declined"
    r"|(?:unable to|could not|couldn t|cannot) (?:attend|come|join|participate|report)"
    r"|not (?:relieved|spared|released|attending|coming)|(?:did not|not) turn(?:ed)? up"
    r"|absent with(?:out)?(?: any| prior| valid)? (?:notice|information|intimation|permission|leave"
    r"|reason|cause|approval|apology|excuse)|غیر ?حاضر (?:بلا|بغیر) اطلاع"
    rf"|{CAME_NOT})"
    r"(?: (?:absence|himself|herself|by \w+(?: \w+)?|due to (?:\w+ ){0,3}\w+))?"
)
#: "Attended (in place of Sr. 2)", and what a note takes back: "Present (to be confirmed)".
_NOTED = re.compile(r"(?P<word>[^()\[\]]+?)\s*[(\[](?P<note>[^()\[\]]+)[)\]]\.?")
_DENIED = re.compile(
    r"\?|\b(?:not|no|un\w+|never|nobody|absent|left|only|to be|will|if|came|joined"
    r"|attended|arrived|did ?n['’]?t|nahin?|proxy"
    r"|substitut\w*|replac\w*|alternate|else|instead|other|another)\b|نہیں|متبادل",
    re.IGNORECASE,
)
#: "No - on leave", "N (sick)": a no, and nothing behind it but why.
_NO_BECAUSE = re.compile(
    r"(?P<word>[^\W\d_]{1,6})\s*[-–—,;:/(\[]\s*(?P<cause>[^()\[\]]+?)[)\]]?\.?"
)
#: Behind a part that somebody took, of whom.
_OF_BODY = re.compile(r"\s*\([^()]*\)\s*$")
_TWICE = re.compile(
    r"(?:duplicate|dup|double|repeat(?:ed)?)(?: (?:entry|record|row|name|response|submission"
    r"|registration))?|(?:entered|registered|listed|filled|submitted) (?:twice|again)"
)
#: Somebody else came instead: "No, substitute", "Absent - replacement came".
_SUBSTITUTED = re.compile(
    r"(?:(?:no|not|absent|attended|present|yes|but|by|through|via|a|an|his|her|the|sent|nahin?) )*"
    r"(?:substitut(?:es?|ed|ion)|replace(?:d|ments?)|alternates?|proxy|mutabadil|متبادل)"
    r"(?: (?:sent|came|attended|present|joined|by|through|other|another|officer|official|person"
    r"|colleague|aaya|aayi|آیا|آئی|آئے))*"
)
_STAMP = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})[t ,]+(?=\d)"
)
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?")


@dataclass(frozen=True, eq=False)
class Instead:
    """The rows that name somebody who may have come for whom they list.

    Whether the sex that is told is that of who came, and whether the column says that they came.
    """

    rows: pd.Index
    with_sexes: bool = False
    came: bool = False


@dataclass(frozen=True, eq=False)
class Attendance:
    """Rows of those who did not come, rows of which it is not known, and sentences on both."""

    absent: pd.Index
    faults: list[tuple[int, ProblemKind]]
    notes: tuple[str, ...]


def mark(text: str) -> bool | None:
    """Return whether a mark says yes, says no, or is none ("X" alone can mean either)."""
    bare = in_latin_digits(text).strip().strip("\ufe0f").casefold()
    if bare in _YES:
        return True
    return False if bare in _NO else None


def presence(text: str) -> bool | None:
    """Return whether a text says that somebody came, that he did not, or neither."""
    bare = plain(text)
    if bare in PRESENT or _CAME_LATE.fullmatch(bare):
        return True
    if _is_no_because(text):
        return False
    away = bare in ABSENT or _STAYED_AWAY.fullmatch(bare) or was_called_off(bare) or is_absent(text)
    if away:
        return False
    noted = _NOTED.fullmatch(text.strip())
    return _with_note(noted["word"], noted["note"]) if noted else mark(text)


def _is_no_because(text: str) -> bool:
    """Tell whether a text is a no with its cause; "No - came on day 2" is none."""
    found = _NO_BECAUSE.fullmatch(text.strip())
    if not found or mark(found["word"]) is not False:
        return False
    cause = plain(found["cause"])
    return presence(cause) is False or says_why_away(cause)


def _with_note(word: str, note: str) -> bool | None:
    """Return what a word says beside a note in brackets; nothing where that may say otherwise."""
    said = presence(word) if len(plain(word)) > 2 else None
    return None if _DENIED.search(note) or presence(note) not in (None, said) else said


def attendance(
    cells: pd.DataFrame, places: list[int], instead: Instead | None = None
) -> Attendance:
    """Read the columns that say who came; without one nobody is left out.

    Of rows that name who may have come ``instead``, one came where they or their column say that;
    of others of these whose own did not come it is a question who came.
    A blank says that somebody did not come only where the columns hold nothing but ticks; where
    they hold nothing at all, nobody has filled them in.
    """
    nobody = cells.index[:0]
    if not places:
        return Attendance(nobody, [], ())
    instead = instead or Instead(nobody)
    named = pd.Series(cells.index.isin(instead.rows), cells.index)
    said = pd.concat([_said(cells[n], named & instead.with_sexes) for n in places], axis=1)
    came_instead = "came" if instead.with_sexes and instead.came else "unknown"
    said = said.mask((said == "absent").mul(named, axis=0), came_instead)
    texts = {text for n in places for text in cells[n].unique().tolist()}
    only_ticks = any(map(str.strip, texts)) and not any(presence(text) is False for text in texts)
    came, not_come = (said == "came").any(axis=1), (said == "absent").any(axis=1)
    unknown = (said == "unknown").any(axis=1) & ~came
    blank = ~came & ~not_come & ~unknown
    written = filled_cells(cells).any(axis=1)
    blank &= written
    absent = (not_come & ~came & ~unknown) | (blank & only_ticks)
    faults = [(int(row), UNKNOWN_PRESENCE) for row in cells.index[unknown]]
    if not only_ticks:
        faults += [(int(row), NO_PRESENCE) for row in cells.index[blank]]
    return Attendance(cells.index[absent], faults, _notes(len(places), int(absent.sum())))


def leaders(cells: pd.DataFrame, places: list[int]) -> Attendance:
    """Read the column that says who took part and who led; without one nobody is left out."""
    if not places:
        return Attendance(cells.index[:0], [], ())
    words = by_text(cells[places[0]], part_taken)
    led = words.isin(list(LED))
    unknown = ~led & ~words.isin(list(TOOK_PART)) & (cells != "").any(axis=1)
    number = int(led.sum())
    said = ngettext(
        "{rows:,} row of people who led the training is not counted.",
        "{rows:,} rows of people who led the training are not counted.",
        number,
    )
    notes = (said.format(rows=number),) if number else ()
    return Attendance(
        cells.index[led], [(int(row), UNKNOWN_PART) for row in cells.index[unknown]], notes
    )


def part_taken(text: str) -> str:
    """Return the plain word for who took part or led, without whose it is: "Trainer (IOM)"."""
    return plain(_OF_BODY.sub("", text))


def says_twice(text: str) -> bool:
    """Tell whether a word for who came says that a row is another one over again."""
    return _TWICE.fullmatch(plain(text)) is not None


def says_substituted(text: str) -> bool:
    """Tell whether a word for who came says that somebody else came instead."""
    return _SUBSTITUTED.fullmatch(plain(text)) is not None


def says_present(text: str) -> bool:
    """Tell whether a word says that somebody came, and not by a letter or a mark."""
    bare = plain(text)
    return len(bare) > 2 and (bare in PRESENT or _CAME_LATE.fullmatch(bare) is not None)


def is_time(text: str) -> bool:
    """Tell whether a text is a time of day, as of who came in or left; its day may be before it."""
    bare = in_latin_digits(text).strip().casefold()
    return _TIME.fullmatch(_STAMP.sub("", bare, count=1)) is not None


def _said(marks: pd.Series, named: pd.Series) -> pd.Series:
    """Return what a column says of each row; somebody came for those of whom a row names one."""
    came = by_text(marks, says_substituted, "bool") & named if named.any() else named
    return by_text(marks, _word).mask(came, "came")


def _word(text: str) -> str:
    if not text.strip():
        return ""
    if is_time(text):
        return "came"
    bare = in_latin_digits(text).strip()
    says = int(bare) > 0 if bare.isdecimal() else presence(text)  # a number is of days
    return "unknown" if says is None else "came" if says else "absent"


def _notes(columns: int, absent: int) -> tuple[str, ...]:
    if columns == 1:
        return ()  # the rows themselves are named as left out
    words = ngettext(
        "Whoever came, as one of {number} columns says, is counted; {rows:,} row of people who "
        "came by none is not.",
        "Whoever came, as one of {number} columns says, is counted; {rows:,} rows of people who "
        "came by none are not.",
        absent,
    )
    return (words.format(number=columns, rows=absent),)
