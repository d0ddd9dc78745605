"""The times of day that stand beside days, in plain small letters, and a text without them."""

import re

_CLOCK = r"(?:[01]?\d|2[0-4])"
_TIME = (
    rf"(?:{_CLOCK}:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:z\b| ?[+-]\d{{2}}:?\d{{2}}\b)?"
    r"(?: ?(?:[ap]\.?m\b\.?|hrs\b\.?|hours\b))?"
    r"|\b(?:1[0-2]|0?\d)(?:\.[0-5]\d)? ?[ap]\.?m\b\.?"
    rf"|\b{_CLOCK}[0-5]\d ?(?:hrs|hours)\b\.?)"
)
#: With what leads to a day: "2024-10-08T09:00", "9 October (4:00 pm)", "9 am on 8 October".
_BESIDE_DAY = re.compile(
    rf"(?:(?<=\d)t|[ ,]*\(?(?:\bat )?)?(?<![\d:.]){_TIME}\)?(?:,? on\b(?: the\b)?|,(?= \d))?"
)
_HAS_TIME = re.compile(_TIME)
#: A range of times of one day leaves its word, or its line, alone at an end.
_LEFT = re.compile(
    r"^(?:[\s,;()–—-]|\b(?:from|to|till|until)\b)+|(?:[\s,;(@–—-]|\b(?:to|till|until)\b)+$"
)


def has_time(text: str) -> bool:
    """Tell whether a time of day stands in a text: 09:00, 4 pm, 1600 hrs."""
    return _HAS_TIME.search(text) is not None


def without_times(text: str) -> str:
    """Return a text without its times of day, and without what joins those to its days."""
    if not has_time(text):
        return text
    return _LEFT.sub("", " ".join(_BESIDE_DAY.sub(" ", text).split()))
