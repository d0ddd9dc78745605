"""Days one after the other with one month: "13/14.06.2023", "Sept 12-13-14, 2023"."""

import re

from data.records.calendar.months import full_year, month_number

_TH = r"(?:st|nd|rd|th)?"
#: Days before their month in figures: "13/14.06.2023", "13, 14/06/2023", "22/23-04-2024".
_BEFORE_NUMBER = re.compile(
    r"(?P<days>(?:\d{1,2}\s*[,&/]\s*)+\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}|\d{2})"
    r"|(?P<before>(?:\d{1,2}\s*(?:[,&]|/(?=[\d/ ]*-))\s*)+\d{1,2})"
    r"(?P<sign>[/-])(?P<of>\d{1,2})(?P=sign)(?P<in>\d{4})"
)
#: Three days and more: of two with a hyphen or a stroke the rules of several days tell.
_THREE = rf"(?P<days>\d{{1,2}}{_TH}(?:\s*(?:[-–—,&/]|,?\s*\band\b)\s*\d{{1,2}}{_TH}){{2,}})"
_BEFORE_NAME = re.compile(
    rf"{_THREE}[\s,.-]*(?P<month>[^\W\d_]{{3,9}})\.?[\s,.-]*(?P<year>\d{{4}}|\d{{2}})"
)
_BEHIND_NAME = re.compile(rf"(?P<month>[^\W\d_]{{3,9}})\.?[\s.-]*{_THREE}[\s,.]+(?P<year>\d{{4}})")
_HYPHENS = re.compile(r"\d{1,2}(?:[-–—]\d{1,2}){2,}[^\W\d_]*\W")
#: A year, the number of a month, and the first and the last of its days.
Listed = tuple[int, int, int, int]


def days_before_number(text: str) -> Listed | None:
    """Return the days that stand before their month in figures; None where one is left out.

    So does the number of a letter or a batch: "Batch 4/12.06.2023".
    """
    if not (found := _BEFORE_NUMBER.fullmatch(text)):
        return None
    year = full_year(found["year"] or found["in"])
    return _following(found["days"] or found["before"], int(found["month"] or found["of"]), year)


def days_beside_name(text: str) -> Listed | None:
    """Return three days or more before or behind the name of their month; None of days apart."""
    if not (found := _BEFORE_NAME.fullmatch(text) or _BEHIND_NAME.fullmatch(text)):
        return None
    month = month_number(found["month"])
    return _following(found["days"], month, full_year(found["year"])) if month else None


def are_apart(text: str) -> bool:
    """Tell whether days with hyphens before a month do not follow: "5-12-19 Sept 2023".

    What stands between two of them is no month then, and no way from one to another.
    """
    return bool(
        _HYPHENS.match(text) and _BEFORE_NAME.fullmatch(text) and not days_beside_name(text)
    )


def _following(days: str, month: int, year: int) -> Listed | None:
    listed = [int(one) for one in re.findall(r"\d+", days)]
    follow = listed == [*range(listed[0], listed[0] + len(listed))]
    return (year, month, listed[0], listed[-1]) if follow else None
