"""Words that say of a training that it was not held, in remarks, titles and headings."""

import re
from collections.abc import Sequence

from data.records.sought_words import BETWEEN, any_of, longest_words, only_with
from data.sheets.fields import plain

_NOT_HELD = (
    "cancelled",
    "canceled",
    "postponed",
    "multavi",
    "multwi",
    "mansookh",
    "mansukh",
    "munsookh",
    "ملتوی",
    "منسوخ",
    "nahi hui",
    "nahin hui",
    "nahi ho saki",
    "called off",
    "not held",
    "not conducted",
    "rescheduled to",
    "rescheduled for",
    "moved to",
    "did not take place",
    "no training during",
    "no training held",
    "no training was held",
    "no training conducted",
    "no session held",
)
#: In a heading over a list, or over none.
_NEVER = re.compile(
    r"\b(?:not|never)(?: be| been| yet)* (?:held|conducted|organi[sz]ed|take place|carried out)\b",
    re.IGNORECASE,
)
#: What was not held, before the word for it: "Course cancelled".
_OF_TRAINING = re.compile(
    r"(?:the )?(?:training|trg|course|session|workshop|event|batch|seminar)"
    r"(?: (?:was|is|has been))? "
)
#: "Could not be held, hall not available", in plain form.
_COULD_NOT = re.compile(
    rf"(?:{_OF_TRAINING.pattern})?(?:(?:could|can|was|were|has|have|had) )?{_NEVER.pattern}"
)
_CALLED_OFF = re.compile(
    rf"{_NEVER.pattern}"
    r"|(?:^\W*|[()\[\]:;,.–—-]\s*|\b(?:was|were|is|been|stands|got)\s+)"
    r"(?:cancell?ed|called off|mul?tavi|man?sookh"
    r"|(?:postponed|deferred)(?! (?:to|till|until|from)\b.*\d))\b"
    r"|ملتوی|منسوخ",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|conducted|organi[sz]ed|attended|completed|rescheduled)\b", re.IGNORECASE
)
_PLAN = re.compile(r"\b(?:plan|planned|proposed|tentative|upcoming)\b|منصوبہ|مجوزہ", re.IGNORECASE)
#: What a plan is called beside its title, by no other word: "(to be held)", "Planned: Referral".
_PLANNED = re.compile(
    r"(?:still |yet )?(?:planned|proposed|tentative|upcoming|expected|deferred|tbc|tbd|مجوزہ"
    r"|to be (?:held|conducted|organi[sz]ed|arranged|scheduled)|not yet (?:held|done))",
    re.IGNORECASE,
)
_PLANNED_BEFORE = re.compile(rf"\W*{_PLANNED.pattern}\W*[:–—-]", re.IGNORECASE)
#: What stands in brackets, or behind a dash, at the end of a title.
_BEHIND = re.compile(r"(?:[(\[]|\s[-–—*:]+\s)\s*([^()\[\]–—]+?)\s*[)\]*]*$")


@only_with(
    f"{any_of(longest_words(_NOT_HELD))}"
    rf"|(?:not|never){BETWEEN}(?:be|yet|held|conduct|organi|take|carried)"
)
def says_not_held(text: str) -> bool:
    """Tell whether a remark begins by saying that something was not held, nor was later."""
    bare = plain(text)
    could_not = _COULD_NOT.match(bare) and not _HELD.search(_NEVER.sub(" ", bare))
    return bool(could_not) or bare.startswith(_NOT_HELD)


def called_not_held(title: str) -> bool:
    """Tell whether a title has beside it that the training was not held: "Referral (CANCELLED)".

    One that is called a plan may be held by now, which nobody knows: "Referral (planned)".
    """
    found = _BEHIND.search(title.strip())
    planned = _PLANNED_BEFORE.match(title) or (found and _PLANNED.fullmatch(found[1]))
    return bool(planned) or (found is not None and says_not_held(found[1]))


def calls_off(text: str) -> bool:
    """Tell whether a text says anywhere that something was not held, or put off to no day."""
    return _CALLED_OFF.search(text) is not None


def heads_not_held(text: str) -> bool:
    """Tell whether a heading says of a training that it was not held, and of no later day."""
    return calls_off(text) and not _HELD.search(_NEVER.sub(" ", text))


def names_not_held(names: Sequence[str]) -> list[str]:
    """Return those of some sheets that are called not held, or a plan where others are called held.

    A plan beside months may be of what was held by now.
    """
    held = [name for name in names if _HELD.search(name) and not heads_not_held(name)]
    plans = [name for name in names if _PLAN.search(name) and name not in held]
    apart = bool(held) and not any(map(_PLAN.search, held))
    return [name for name in names if heads_not_held(name) or (apart and name in plans)]


def was_called_off(bare: str) -> bool:
    """Tell whether a text in its plain form says that the training of a person was not held."""
    return _OF_TRAINING.sub("", bare, count=1) in _NOT_HELD
