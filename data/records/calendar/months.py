"""A written month, several of them, or a quarter -> its year and its number, or its days."""

import calendar
import re
import unicodedata
from datetime import date

from data.records.rules import in_latin_digits
from geo.names.remembered import once_a_reading

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_URDU_MONTHS = (
    "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون",
    "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
)  # fmt: skip
#: Months of Urdu in Latin letters, which each office spells in its own way.
_ROMAN_MONTHS = {
    word: n
    for n, words in enumerate((
        "janwari janvari janvary janwary", "farwari farvari farvary farwary febwari", "maarch",
        "aprail aprel aprial", "mai mayi", "joon", "julai julaai jolai jolaai", "agast augast",
        "sitambar sitamber satambar sitembar septambar", "aktobar aktober aktoobar octobar",
        "navambar navamber nawambar nawamber novambar novamber",
        "disambar disamber dasambar dasamber decambar",
    ), start=1)
    for word in words.split()
}  # fmt: skip
_WEEKDAYS = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?"
    r"|پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ|اتوار"
)
#: February ends on its 28th day where nobody knows the year.
_NO_LEAP_YEAR = 2023
_DAYS_OF_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_URDU_DAYS_OF_WEEK = ("پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار")
#: What may stand before a day: "w.e.f. 20-03-2023 to 22-03-2023".
_BEFORE = re.compile(r"^(?:from|dated|w\.? ?e\.? ?f\.?|with effect from)\s+")
#: "From the 29th May to Saturday the 31st May", and no "the 5 days".
_THE = re.compile(r"\bthe (?=\d{1,2}(?:st|nd|rd|th)\b)")
#: "11 se 12 June 2023 tak"; "30 June 2023 tak" alone is up to a day.
_UP_TO = re.compile(r"(\bse\b|سے)(.+)\s(?:ta+k|تک)$")
_NO_DAYS = re.compile(r"\([^\w\d]*\)")
#: "The 5th of May", and no number of so many: "Day 1 of 2".
_OF = re.compile(r" of (?!\d{1,2}\b)|(?<!\d) of ")
# Arabic letters that a keyboard writes where Urdu has its own; and what an Urdu date ends with.
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ئ": "ئ", "ء": "", "،": ","})
_QUARTER = re.compile(
    r"(?:(?P<before>\d{4})[- /,]*)?(?:q(?:uarter|tr)?[- .]*(?P<q>[1-4])"
    r"|(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth) (?:quarter|qtr))"
    r"(?:[-\s,'’/]*(?:of )?(?P<after>\d{4}))?"
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTHS_OF_QUARTER = re.compile(
    r"([^\W\d_]{3,9})\.?(?:\s*[-–]\s*|\s+(?:to|ta|se|تا|سے)\s+)([^\W\d_]{3,9})\.?"
    r"(?:[-\s,'’/]*(\d{4}))?"
)
#: "1st quarter (Jan-Mar) 2023", "Q1: Jan-Mar", whose months tell which it is.
_QUARTER_BY_MONTHS = re.compile(
    r"(?P<named>\w+ (?:quarter|qtr)|q(?:uarter|tr)?[- .]*[1-4])[-–\s,:]*"
    r"(?:\((?P<in>[^()]+)\)|(?P<alone>[^\W\d_][^()]+?))(?:[-\s,]*(?P<year>\d{4}))?"
)
_MONTH_YEAR = re.compile(r"([^\W\d_]{3,9})\.?[-\s,'’/]*(\d{4}|\d{2})?")
_MONTH_AND_NUMBER = re.compile(r"[^\W\d_]+[.,]*\s+\d{1,2}")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")


def read_month(text: str) -> tuple[int | None, int] | None:
    """Return the year (None where none is written) and the number of a month, or None."""
    text = plainly(text)
    if found := _YEAR_MONTH.fullmatch(text):
        month = int(found[2] or found[3])
        return (int(found[1] or found[4]), month) if 1 <= month <= 12 else None
    found = _MONTH_YEAR.fullmatch(text)
    number = month_number(found[1]) if found else None
    if found is None or number is None:
        return None
    return (full_year(found[2]) if found[2] else None), number


def days_of_month(text: str) -> tuple[str, str] | None:
    """Return the first and the last day of a month with its year, as 2023-05-09, or None.

    "May 12" is none: 12 is rather a day of it.
    """
    year, month = read_month(text) or (None, 0)
    if not year or _MONTH_AND_NUMBER.fullmatch(plainly(text)):  # no calendar has a year 0
        return None
    last = calendar.monthrange(year, month)[1]
    return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last}"


def days_of_months(text: str) -> tuple[str, str] | None:
    """Return the first and the last day of some months of a year ("Jan-Mar 2023"), or None."""
    found = _MONTHS_OF_QUARTER.fullmatch(_months_of(plainly(text)))
    if found is None or not int(found[3] or 0):
        return None
    first, last = month_number(found[1]), month_number(found[2])
    if first is None or last is None or first >= last:
        return None
    end = calendar.monthrange(int(found[3]), last)[1]
    return f"{found[3]}-{first:02}-01", f"{found[3]}-{last:02}-{end}"


def days_of_quarter(text: str) -> tuple[str, str] | None:
    """Return the first and the last day of a quarter of the calendar with its year, or None."""
    year, number = read_quarter(text) or (None, 0)
    if not year:
        return None
    last = calendar.monthrange(year, 3 * number)[1]
    return f"{year:04}-{3 * number - 2:02}-01", f"{year:04}-{3 * number:02}-{last}"


def read_quarter(text: str) -> tuple[int | None, int] | None:
    """Return the year (None where none is written) and the number of a quarter, or None.

    It is one of the calendar year, by its number ("Q1 2024", "1st quarter") or by its first and
    last month ("Jan-Mar"), which say more than a number beside them.
    """
    plain = plainly(text)
    if found := _QUARTER.fullmatch(plain):
        years = {year for year in (found["before"], found["after"]) if year}
        number = int(found["q"] or _NTH.get(found["nth"] or "") or found["nth"][0])
        return None if len(years) > 1 else (int(years.pop()) if years else None, number)
    months = _MONTHS_OF_QUARTER.fullmatch(_months_of(plain))
    first, last = (month_number(months[1]), month_number(months[2])) if months else (None, None)
    if months is None or first is None or last != first + 2 or first % 3 != 1:
        return None
    own = _QUARTER_BY_MONTHS.fullmatch(plain)
    numbered = read_quarter(own["named"]) if own else None
    if months[3] and numbered and numbered[1] != last // 3:
        return None  # "Q1 (Jul-Sep) 2023": the year may be a fiscal one
    return (int(months[3]) if months[3] else None), last // 3


def _months_of(plain: str) -> str:
    """Return the months and the year of a text without the number of the quarter beside them."""
    found = _QUARTER_BY_MONTHS.fullmatch(plain)
    return f"{found['in'] or found['alone']} {found['year'] or ''}".strip() if found else plain


def is_month(text: str) -> bool:
    """Tell whether a text is the name of a month, with or without its year."""
    return read_month(text) is not None


@once_a_reading
def plainly(text: str) -> str:
    """Return a text in small letters and plain digits, without days of the week."""
    if not text.isascii():
        seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
        text = in_latin_digits(seen).translate(_LETTERS)
    text = _WEEKDAYS.sub(" ", " ".join(text.split()).casefold())
    text = _THE.sub("", " ".join(text.split()))
    text = _OF.sub(" ", _NO_DAYS.sub(" ", text).strip(" ,;"))
    return " ".join(_UP_TO.sub(r"\1\2", _BEFORE.sub("", text)).split())


def weekdays_in(text: str) -> frozenset[int]:
    """Return the days of the week that a text names, Monday as 0."""
    found = (one[0].strip(",.") for one in _WEEKDAYS.finditer(text.casefold().translate(_LETTERS)))
    return frozenset(
        _URDU_DAYS_OF_WEEK.index(one) if one in _URDU_DAYS_OF_WEEK else _DAYS_OF_WEEK.index(one[:3])
        for one in found
    )


def month_number(name: str) -> int | None:
    """Return the number of a month by its name, or by a beginning that only it has."""
    if name in _URDU_MONTHS:
        return _URDU_MONTHS.index(name) + 1
    if name == "sept":
        return 9
    if name in _ROMAN_MONTHS:
        return _ROMAN_MONTHS[name]
    number = [n for n, month in enumerate(MONTHS, start=1) if month.startswith(name)]
    return number[0] if len(number) == 1 and len(name) > 2 else None


def full_year(year: str) -> int:
    """Return a year of four digits; one of two is of this century."""
    return int(year) + 2000 if len(year) == 2 else int(year)


def written_months(year: int | None, first: int, last: int) -> str:
    """Return the first day of a month and the last one of another, as they are read again.

    Without a year, which is asked about then.
    """
    if year is None:
        end = calendar.monthrange(_NO_LEAP_YEAR, last)[1]
        return f"1 {MONTHS[first - 1]} to {end} {MONTHS[last - 1]}"
    last_day = date(year, last, calendar.monthrange(year, last)[1])
    return f"{date(year, first, 1).isoformat()} to {last_day.isoformat()}"
