"""What a view selects: an as-of date and filters; and the same as an address.

A Selection is the only way in which a screen, a chart or a file narrows the records.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.records.model import Records, in_words, month_start
from geo.districts import gazetteer
from geo.words.catalogue import _

#: The longest value of an address that is looked at, in characters.
LONGEST_VALUE = 200
#: The most values of one filter that are looked at.
MOST_VALUES = 200


@dataclass(frozen=True)
class Selection:
    """The records that a view is about.

    Attributes
    ----------
    as_of
        Trainings that count on or before this day are in.
    since
        Trainings that count before this day are out; None for no limit.
    provinces
        P-codes of the provinces in which the participants serve; empty for all.
    agencies, donors, levels
        The agencies of the participants, the donors and the levels of the trainings, as
        written in the records; empty for all.
    """

    as_of: date
    since: date | None = None
    provinces: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    donors: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    @property
    def is_of_part(self) -> bool:
        """Whether others than these may have been trained from a district that has no record here.

        So it is with a filter of agencies, donors, levels or of the first day, and not with one of
        provinces.
        """
        return bool(self.agencies or self.donors or self.levels or self.since)

    def to_query(self, records: Records) -> dict[str, list[str]]:
        """Return the parts of an address that differ from the whole of the records."""
        provinces = () if self.provinces == records.provinces else self.provinces
        query = {"province": provinces, "agency": self.agencies}
        query |= {"donor": self.donors, "level": self.levels}
        written = {key: list(values) for key, values in query.items() if values}
        if self.as_of != records.as_of:
            written["as_of"] = [self.as_of.isoformat()]
        if self.since is not None:
            written["since"] = [self.since.isoformat()]
        return written


def whole(records: Records) -> Selection:
    """Return the Selection of all records up to the day they are complete."""
    return Selection(as_of=records.as_of, provinces=records.provinces)


def choices(records: Records) -> dict[str, tuple[str, ...]]:
    """Return the values that each filter can take in these records."""
    cells = records.cells
    return {
        "province": records.provinces or tuple(gazetteer.provinces()),
        "agency": cells.agencies,
        "donor": cells.donors,
        "level": cells.levels,
    }


def as_of_dates(records: Records, chosen: date | None = None) -> list[date]:
    """Return the days that an as-of slider offers.

    The last day of each month from the first training's to the one before the records' own
    as-of date, that date, and a chosen one.
    """
    first = _first_month(records)
    ends = [start - timedelta(days=1) for start in months(first, records.as_of)[1:]]
    return sorted({*ends, records.as_of} | ({chosen} if chosen else set()))


def months(first: date, last: date) -> list[date]:
    """Return the first day of every month from one day's month to another's."""
    count = (last.year - first.year) * 12 + last.month - first.month
    start = first.year * 12 + first.month - 1
    return [date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(count + 1)]


def programme_months(records: Records) -> list[date]:
    """Return the first day of every month from the first training's to the as-of date's."""
    return months(_first_month(records), records.as_of)


def _first_month(records: Records) -> date:
    return month_start(records.first_day)


def from_query(query: Mapping[str, Sequence[str]], records: Records) -> tuple[Selection, list[str]]:
    """Read a Selection from the parts of an address.

    Returns
    -------
    tuple
        The Selection, and a plain sentence for each part that could not be used. Such a part
        is left at its default; the sentence never repeats what was written in the address.
    """
    problems: list[str] = []
    chosen: dict[str, tuple[str, ...]] = {}
    for key, offered in choices(records).items():
        written = query.get(key, ())
        short = {value for value in list(written)[:MOST_VALUES] if len(value) <= LONGEST_VALUE}
        chosen[FILTERS[key]] = tuple(value for value in offered if value in short)
        if len(chosen[FILTERS[key]]) < len(set(written)):
            problems.append(UNKNOWN[key])
    dates = {key: _date(query, key, records, problems) for key in DATES}
    as_of = dates["as_of"] or records.as_of
    if dates["since"] and dates["since"] > as_of:
        problems.append(_("The period in the address begins after its as-of date."))
        dates["since"] = None
    return Selection(as_of=as_of, since=dates["since"], **chosen), problems


def _date(
    query: Mapping[str, Sequence[str]], key: str, records: Records, problems: list[str]
) -> date | None:
    """Return the date of one part of an address; None, and a problem, where it is of no use."""
    if key not in query:
        return None
    first, last = _first_month(records), records.as_of
    written = "".join(query[key][-1:])
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written or not first <= day <= last:
        problems.append(DATES[key].format(first=in_words(first), last=in_words(last)))
        return None
    return day


#: The parts of an address that hold filters, and the field of a Selection that each fills.
FILTERS = {"province": "provinces", "agency": "agencies", "donor": "donors", "level": "levels"}
#: What is said of a filter, and of a date, of an address that is of no use.
UNKNOWN = {
    "province": _("The address names a province that these records do not have."),
    "agency": _("The address names an agency that these records do not have."),
    "donor": _("The address names a donor that these records do not have."),
    "level": _("The address names a level that these records do not have."),
}
DATES = {
    "as_of": _("The address has an as-of date that is not a date between {first} and {last}."),
    "since": _(
        "The address has a start of the period that is not a date between {first} and {last}."
    ),
}
