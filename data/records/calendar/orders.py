"""In which order dates that can be read two ways are written, by the others of a file."""

from collections.abc import Collection
from datetime import date

from data.records.calendar.dates import FEW_DAYS, Day, read_day
from data.records.problems import of_rows

#: A training lasts so many days, and hardly a month.
A_MONTH = 27


def count_only(text: str, day: Day, times: int, only: dict[str, int]) -> bool:
    """Count the dates that can be read in one order only; tell whether one can be read in both."""
    if day.iso and not read_day(text, "iso").iso:
        fits = [order for order in only if read_day(text, order).iso]
        if len(fits) == 1:
            only[fits[0]] += times
    return day.problem is not None and day.problem.key == of_rows.TWO_DATES.key


def is_of_few_days(text: str) -> bool:
    """Tell whether some days, with the day first, are a month or more with the month first.

    So are "11/7/2023 to 12/7/2023".
    """
    few, many = (read_day(text, order) for order in ("dmy", "mdy"))
    lengths = [(date.fromisoformat(one.end) - date.fromisoformat(one.iso)).days if one.end else 0
               for one in (few, many)]  # fmt: skip
    return bool(few.end and many.end) and lengths[0] <= FEW_DAYS and lengths[1] >= A_MONTH


def are_days_of(texts: Collection[str], others: Collection[str]) -> bool:
    """Tell whether dates with the day first are the days that others, read one way, have."""
    told = {(one.iso, one.end) for one in map(read_day, others) if one.iso}
    days = (read_day(text, "dmy") for text in texts)
    return all((one.iso, one.end) in told for one in days)
