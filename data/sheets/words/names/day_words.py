"""Columns of the days of trainings, by their names; and days that stand in a text."""

import re
from collections.abc import Sequence

from data.records.calendar.dates import read_day
from data.sheets.fields import plain, words_of
from geo.names.remembered import once_a_reading

_STARTS = frozenset(["start", "starts", "started", "begin", "beginning", "commencement",
                     "commenced", "commences", "opening",
                     "from", "aghaz", "aaghaz", "agaz", "shuru", "shroo", "shuroo", "ibtida",
                     "ibteda", "آغاز", "شروع", "ابتدا", "ابتداء"])  # fmt: skip
_ENDED = frozenset(["ikhtitam", "ikhtetam", "ikhtitaam", "khatam", "khatm", "intiha", "inteha",
                    "اختتام", "ختم", "انتہا", "انتہاء"])  # fmt: skip
_ENDS = frozenset(["end", "ends", "ended", "till", "until", "upto", "closing", "conclusion",
                   "concluded", "concludes", "terminated", "terminates", "to",
                   *_ENDED])  # fmt: skip
#: "First day", "Date of training (last day)"; the last training of an office is of another.
_OF_ONE = re.compile(r"(?:.* )?(?P<which>first|last) (?:day|din)(?: (?:of|ki)\b.*)?")
#: "Tarbiyat ka aghaz", "khatam hone ki tareekh".
_OF_IN_URDU = frozenset(["ka", "e", "hone", "hui", "کا", "ہونے"])
#: What the last days are called beside days of another name, and not those of a start.
_CONCLUDED = frozenset(["end", "ends", "ended", "ending", "last", "final", "concluded", "concludes",
                        "conclusion", "completed", "completion", "till", "until",
                        *_ENDED])  # fmt: skip
#: Words of which the name of a column of days may be, and of no other.
DAY_WORDS = frozenset(
    ["date", "dates", "day", "sitting", "month", "of", "the", "training", "trg", "course", "event",
     "activity", "awareness", "sensitization", "sensitisation", "orientation", "refresher",
     "community", "lecture", "briefing", "meeting", "workshop", "session", "seminar", "dd", "mm",
     "mmm", "yyyy", "yy", "s", "conducted", "held", "on", "dated", "when", "ad", "ce", "gregorian",
     "period", "duration", "and", "delivered", "organized", "organised", "programme", "program",
     "activities", "trainings", "traning", "trainning", "traing", "no", "din", "دن", "tareekh",
     "tarikh", "tareekhen", "تاریخ", "tarbiyat", "تربیت", "ki", "کی"]
)  # fmt: skip
_DATES = frozenset(["date", "dates", "tareekh", "tarikh", "tareekhen", "تاریخ"])
#: Words of what trainings are on, beside the word for one: "TIP training date".
_SUBJECTS = frozenset(["tip", "aht", "som", "anti", "counter", "human", "trafficking", "smuggling",
                       "safe", "migration", "referral", "in", "persons", "migrants", "insani",
                       "labour", "labor", "child", "gender", "violence", "protection"])  # fmt: skip
_TRAININGS = frozenset(["training", "trg", "traning", "trainning", "traing", "course", "workshop",
                        "session", "seminar", "orientation", "refresher", "tarbiyat",
                        "تربیت"])  # fmt: skip
#: Words of a column of days that are no training's.
_OTHER_DAYS = frozenset(
    ["birth", "dob", "joining", "joined", "submission", "submitted", "timestamp", "entry",
     "entered", "report", "reported", "reporting", "registration", "registered", "created",
     "modified", "updated", "expiry", "issue", "issued", "letter", "nomination", "nominated",
     "arrival", "departure", "received", "retirement", "appointment", "next", "follow", "purchase",
     "order", "ordered", "booking", "booked", "ticket", "payment", "invoice", "rsvp",
     "checked", "check", "checkin", "scanned", "approval", "approved", "signed", "deadline", "due",
     "paidaish", "پیدائش", "bharti", "بھرتی", "taqarruri", "تقرری", "taeenati", "تعیناتی",
     "namzadgi", "نامزدگی", "ijra", "اجرا", "اجراء", "wasooli", "وصولی", "rawangi", "روانگی",
     "aamad", "آمد"]
)  # fmt: skip
#: What an application writes beside the day with its hour; and days as they came to be.
_ACTUAL = frozenset(["actual", "actually"])
_AS_IT_WAS = frozenset(["time", "local"]) | _ACTUAL
#: "Date of session on child labour": the day of a session, whatever that was on.
_ON = re.compile(
    r"^(?P<rest>dates? of\b.*?\b(?:training|trg|workshop|course|event|session|activity|seminar"
    r"|lecture|meeting|programme|program)s?) (?:on|about|regarding|against|for) .+"
)
#: The day on which each of a list came: "Attended AHTC training on", "Date attended", "Trained on".
_CAME = r"(?:attended|attending|participated(?: in)?|participating in|trained(?: in)?)"
_TRAINING = r"(?:training|trg|workshop|course|session|seminar)"
_CAME_ON = re.compile(
    rf"(?:q?\d{{1,2}} )?(?:(?:was )?{_CAME}(?: .*\b{_TRAINING})?"
    r" (?:on|dated|date|on date|on dated)"
    # "Date of the training you attended", "Dates attended".
    rf"|(?:{_TRAINING} )?(?:dates?|day)(?: of(?: the| this)? {_TRAINING})?"
    rf"(?: of| when| on which| that)?(?: (?:you|they|i)(?: have)?)? {_CAME}"
    rf"(?: .*\b{_TRAINING})?)"
)


def is_called_a_day(name: str) -> bool:
    """Tell whether a name has no word but of days and trainings, and one for a date."""
    words = set(_without_subject(plain(name)).split())
    return words <= DAY_WORDS and bool(words & _DATES)


def is_of_coming(name: str) -> bool:
    """Tell whether a name may say that a column has the day on which each came to a training."""
    return _CAME_ON.fullmatch(plain(name)) is not None


def is_of_another_day(name: str) -> bool:
    """Tell whether a name says that its days are of something else than trainings."""
    return bool(_OTHER_DAYS & set(words_of(name)))


def is_of_days_alone(name: str) -> bool:
    """Tell whether a name has no word but of days and trainings, and of their having been held."""
    words = {*words_of(name)}
    return words <= DAY_WORDS | _ACTUAL


def first_or_last(name: str, days: Sequence[str]) -> str:
    """Return which day of a training a column gives, by its name beside the others of days.

    "Start" is its first day only where "End" stands beside it, and blank else; so is "First day"
    beside "Last day".
    """
    sides = {_side(one) for one in days}
    return _side(name) if {"date_start", "date_end"} <= sides else ""


def _side(name: str) -> str:
    """Return which day of a training the name of a column of days may be of; blank of neither."""
    bare, of_one = _bare_day(name), _OF_ONE.fullmatch(plain(name))
    if of_one and of_one["which"] == bare:
        return "date_start" if bare == "first" else "date_end"
    return "date_start" if bare in _STARTS else "date_end" if bare in _ENDS else ""


def is_called_the_last(name: str) -> bool:
    """Tell whether a name is that of the last days of trainings: "training_info/training_end".

    Its words are the last ones of "group/name".
    """
    words = {*_bare_day(name.rpartition("/")[2]).split()}
    return bool(words) and words <= _CONCLUDED


def _bare_day(name: str) -> str:
    """Return the name of a column of days without the words that any of them may have."""
    beside = DAY_WORDS | _AS_IT_WAS | _OF_IN_URDU
    return " ".join(word for word in words_of(name) if word not in beside)


@once_a_reading
def _without_subject(bare: str) -> str:
    """Return the plain name of a column of days without what their trainings were on."""
    words = _ON.sub(r"\g<rest>", bare).split()
    subjects = _SUBJECTS if _TRAININGS & {*words} else ()
    return " ".join(word for word in words if word not in subjects)


def stands_in(day: str, texts: Sequence[str]) -> bool:
    """Tell whether one of the texts begins or ends with a day, or is it, as it may be written."""
    read = read_day(day)
    words = [text.replace(",", " , ").split() for text in texts]
    parts = (" ".join(part) for own in words for n in range(1, len(own) + 1)
             for part in (own[:n], own[-n:]))  # fmt: skip
    return bool(read.iso) and any(
        (one := read_day(part.strip(" ,;:-–()"))).iso == read.iso and one.end == read.end
        for part in parts
    )
