"""The period that a report counts, told above a table: no training lasted from its first day on."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from data.records.calendar.dates import read_day
from data.records.calendar.years import only_year
from data.understanding.layout.titles.blocks import ONE_TRAINING
from data.understanding.layout.titles.days_in_texts import days_in, is_period
from data.understanding.layout.titles.reports_above import is_report
from data.understanding.layout.titles.title_texts import DATE, LABELLED

#: From its words to the end of the bracket or the part: "Reporting period: 1 July - 30 September".
_PERIOD = re.compile(
    r"(?:\breport(?:ed|ing)? (?:period|quarter|month|year)\b"
    r"|\bperiod (?:under (?:report|review)|of (?:the )?report(?:ing)?|covered|reported)\b"
    r"|\bfor the (?:quarter|month|half[- ]?year|year)\b"
    r"|(?:^|[(;|])\W*(?:quarter|half[- ]?year|(?:fiscal|financial) year|f\.?y\b)(?! guard)"
    r"|دورانی[ہۂ]ٔ? ?رپورٹ|(?:مدت|عرص[ہۂ]ٔ?) ?رپورٹ|رپورٹ(?:نگ)? (?:کا |کی )?(?:دورانیہ|مدت|عرصہ))"
    r"[^()؛;|]*(?:\([^()]*\))?",
    re.IGNORECASE,
)
#: What may be that of one training, or of a report.
_CALLED_PERIOD = re.compile(r"\W*(?:period|duration|مدت|دورانی[ہۂ])\s*[:=–-]", re.IGNORECASE)

#: What a table is annexed to, before what it is of: "Annex C to donor report Q3: Participants".
_ANNEXED = re.compile(
    r"^\W*(?:annex\w*|appendix|attachment|enclosure)\b(?:(?!\d{4}|\d[./-]\d)[^:;|]){0,60}:\s*(?=\w)",
    re.IGNORECASE,
)


def without_periods_of_reports(texts: Sequence[str], name: str) -> tuple[str, ...]:
    """Return texts without the days of the period of a report, where a line has a training's own.

    Whole months that are called a period are one, too: "Period: 1 July - 30 September". Where only
    the period is told, it stays, and is asked about. ``name`` is the sheet's, which may tell the
    year.
    """
    texts = [_ANNEXED.sub("", text) for text in texts]
    year = only_year((name, *texts))
    months = {text for text in texts if _CALLED_PERIOD.match(text) and _is_of_months(text, year)}
    own = (without_period(text) for text in texts if text not in months)
    if not any(_has_own_days(text, year) for text in own):
        return tuple(texts)
    return tuple(_without_days(text, year) if text in months else
                 _PERIOD.sub(lambda part: _without_days(part[0], year), text)
                 for text in texts)  # fmt: skip


def without_period(text: str) -> str:
    """Return a text without the period of a report that it tells."""
    return _PERIOD.sub(" ", text)


def _has_own_days(text: str, year: int | None) -> bool:
    """Tell whether a text has days, and no months, of the training that it names or labels."""
    days = days_in(text, year)
    own = ONE_TRAINING.search(text) or LABELLED[DATE].search(text)
    return bool(days and own) and not is_report(text, year) and not any(map(is_period, days))


def _is_of_months(text: str, year: int | None) -> bool:
    """Tell whether a text has the days from the first of a month to the last of a later one."""
    days = [read_day(day) for day in days_in(text, year)]
    if len(days) != 1 or not days[0].iso or not days[0].end:
        return False
    first, last = date.fromisoformat(days[0].iso), date.fromisoformat(days[0].end)
    return first.day == 1 and (last + timedelta(days=1)).day == 1 and first.month != last.month


def _without_days(part: str, year: int | None) -> str:
    for day in days_in(part, year):
        part = part.replace(day, " ").replace(day.removesuffix(f" {year}"), " ")
    return part
