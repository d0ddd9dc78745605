"""Rows of what is no training, between the trainings of a table of all activities."""

import re

import pandas as pd

from data.records.distinct import by_text, different_texts, filled_texts
from data.records.rules import in_latin_digits
from data.sheets.fields import COUNT_FIELDS, IGNORED, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.words.count_words import is_dash
from geo.words.catalogue import _

OTHER_ACTIVITY_ROW = _("it is of another activity than a training, as its type or title says")
#: What a column is called, in any order of its words, that says what each activity is.
_OF_KINDS = frozenset(["type", "kind", "nature", "category", "form", "modality", "head", "qism",
                       "noiyat", "nauiyat", "qisam", "نوعیت", "قسم"])  # fmt: skip
_OF_ACTIVITIES = frozenset(["of", "the", "ki", "کی", "activity", "activities", "intervention",
                            "action", "task", "event", "sargarmi", "سرگرمی", "output"])  # fmt: skip
_TRAINING = re.compile(
    r"\b(?:train\w*|trg\w*|workshops?|courses?|seminars?|sessions?|orientation|sensiti[sz]ation"
    r"|awareness|refresher|capacity|tot|lectures?|briefings?|tarbiy?at\w*|tarbiat\w*)\b"
    r"|تربیت|ورکشاپ|کورس|سیمینار"
)
#: What brings things, papers or posts, and teaches nobody.
_THINGS = (
    r"procure(?:ment)?|procured|purchas(?:e|es|ed|ing)|printing|publications?|publishing"
    r"|recruitment|hiring|construction|renovation|refurbishment|translation|installation"
    r"|supply|supplies|distribution|kharidari|khareedari|chhapai|tameer|خریداری|طباعت"
)  # fmt: skip
_KIND_OF_THINGS = re.compile(
    rf"\b(?:{_THINGS}|research|stud(?:y|ies)|surveys?|baseline|endline|assessments?|evaluations?"
    r"|audits?|equipment|it support|materials?|website|tehqeeq|tahqeeq|تحقیق)\b"
)
#: What people come to, which are no trainings; where some are counted, that is left as it is.
_KIND_OF_MEETINGS = re.compile(
    r"\b(?:meetings?|visits?|coordination|advocacy|campaigns?|media|monitoring|missions?"
    r"|reports?|reporting|policy|legal aid|grants?|travel|administration|admin|ijlas|اجلاس)\b"
)
_TITLE_OF_THINGS = re.compile(
    rf"(?:{_THINGS}|provision|development|drafting) of\b|(?:baseline|endline) (?:study|survey)\b"
    r"|.*\b(?:printed|procured|purchased|published|distributed|installed|translated)$"
)
#: Words that say of which kind an activity is, and not which training: "Capacity building".
_KINDS = frozenset(["capacity", "building", "development", "training", "trainings", "workshop",
                    "workshops", "session", "sessions", "course", "courses", "seminar", "seminars",
                    "orientation", "orientations", "awareness", "raising", "sensitization",
                    "sensitisation", "activity", "activities", "and", "of", "tarbiyat", "تربیت",
                    "ورکشاپ"])  # fmt: skip


def of_other_activities(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows of procurement, studies and the like in a table of trainings.

    A column of the kinds of activities says so where other rows of it are trainings; without
    people also a title. What is bought trains nobody, however many pieces it counts.
    """
    counted = mapping.positions(*COUNT_FIELDS)
    rows = sheet.cells.index[:0]
    if mapping.kind == PERSONS or not counted:
        return rows
    nobody = pd.concat([by_text(sheet.cells[n], _counts_nobody, "bool") for n in counted], axis=1)
    none = nobody.all(axis=1)
    for n in mapping.positions(IGNORED):
        if tells_kinds(sheet.header[n]) and by_text(sheet.cells[n], _is_training, "bool").any():
            rows = rows.union(_of_kinds(sheet.cells[n], none))
    for n in mapping.positions("title"):
        rows = rows.union(none.index[none & by_text(sheet.cells[n], _is_title_of_things, "bool")])
    return rows


def _of_kinds(kinds: pd.Series, none: pd.Series) -> pd.Index:
    """Return the rows whose kind is no training; ``none``: those that count nobody."""
    things = by_text(kinds, lambda text: _is_of(text, _KIND_OF_THINGS), "bool")
    met = by_text(kinds, lambda text: _is_of(text, _KIND_OF_MEETINGS), "bool")
    return kinds.index[things | (met & none)]


def tells_of_things(sheet: Sheet) -> bool:
    """Tell whether a column of the file says of each row what was given: "Tents distributed".

    A word alone, as "distributed", is of what stands beside it.
    """
    texts = (filled_texts(sheet.cells[n]) for n in sheet.cells if n not in sheet.offered)
    return any(one and all(len(text.split()) > 1 and _is_title_of_things(text) for text in one)
               for one in texts)  # fmt: skip


def tells_kinds(name: str) -> bool:
    """Tell whether a column is called as one of the kinds of activities is: "Activity type"."""
    words = {*plain(name).split()}
    return bool(words & _OF_KINDS) and words <= _OF_KINDS | _OF_ACTIVITIES


#: A kind of activity is not written in more ways than these.
MOST_SPELLINGS = 20


def holds_one_kind(cells: pd.Series) -> bool:
    """Tell whether all cells of a column say alike of which kind each activity is, and no more."""
    [*texts] = {*map(plain, different_texts(cells, MOST_SPELLINGS))} - {""}
    return len(texts) == 1 and {*texts[0].split()} <= _KINDS


def _is_training(text: str) -> bool:
    return _TRAINING.search(plain(text)) is not None


def _is_of(text: str, words: re.Pattern[str]) -> bool:
    bare = plain(text)
    return words.search(bare) is not None and not _is_training(text)


def _is_title_of_things(text: str) -> bool:
    bare = plain(text)
    return _TITLE_OF_THINGS.match(bare) is not None and not _is_training(text)


def _counts_nobody(text: str) -> bool:
    bare = in_latin_digits(text).strip()
    return bare in ("", "0") or is_dash(bare) or plain(bare) in ("na", "n a", "not applicable")
