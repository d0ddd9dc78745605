"""The year that a text tells, and a day that is told without its own."""

import re
from collections.abc import Iterable

from data.records.dates import is_day
from data.records.rules import in_latin_digits

_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
#: A year that begins in another month than January: no month of it has one year for certain.
_FISCAL = re.compile(
    r"\b(?:fy|fiscal|financial)\b|\bfy ?\d|\bjul\w*\W+(?:\d+\W+)?(?:to\W+)?jun",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(r"(?<!\d)20(\d\d)\s*[-–/]\s*(?:20)?(\d\d)(?![-/.]?\d)")


def only_year(texts: Iterable[str]) -> int | None:
    """Return the year that stands in some texts, if it is one; of "2023-24" it is none."""
    told = [in_latin_digits(text) for text in texts]
    for text in told:
        pairs = _TWO_YEARS.findall(text)
        if _FISCAL.search(text) or any(int(last) == int(first) + 1 for first, last in pairs):
            return None
    years = {year for text in told for year in _YEAR.findall(text)}
    return int(years.pop()) if len(years) == 1 else None


def in_year(text: str, year: int) -> str:
    """Return a day that is told without its year, as "12-14 March", with one; blank for others."""
    if not any(map(str.isalpha, text)) or is_day(text) or not is_day(f"{text} {year}"):
        return ""
    return f"{text} {year}"
