"""A click on a chart as a filter: an agency's bar, a month, a province choose what all shows."""

import calendar
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from data.figures.selection import choices
from data.records.model import Records
from geo.districts import gazetteer
from pages.session import address

#: A month, a quarter or a year on the axis of a chart.
PERIOD = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})))?(?:-\d{2})?\b")


def filters_of(words: Iterable[object], records: Records) -> dict[str, Any]:
    """Return the filters that the words of a clicked point name.

    ``words`` are the name of its trace and its places on the axes, as the chart has them.

    Returns
    -------
    dict
        ``agencies``, ``provinces``, and ``since`` and ``as_of`` of a period; each where it is
        named. A period ends with the records at the latest.
    """
    plain = [html.unescape(str(word).replace("<br>", " ")) for word in words]
    agencies = [one for one in plain if one in choices(records)["agency"]]
    provinces = [pcode for pcode, name in gazetteer.provinces().items() if name in plain]
    found: dict[str, Any] = {"agencies": agencies, "provinces": provinces}
    found = {key: values for key, values in found.items() if values}
    for word in plain:
        if (period := PERIOD.fullmatch(word)) and (days := _days(period, records)):
            found["since"], found["as_of"] = days
    return found


def _days(period: re.Match[str], records: Records) -> tuple[date, date] | None:
    """Return the first and the last day of a period; None where none of the records is in it."""
    year, quarter, month = (int(part) if part else 0 for part in period.groups())
    first = month or (quarter * 3 - 2 if quarter else 1)
    last = month or (quarter * 3 if quarter else 12)
    if not 1 <= last <= 12:
        return None
    start = date(year, first, 1)
    end = min(date(year, last, calendar.monthrange(year, last)[1]), records.as_of)
    return (start, end) if start <= end else None


def follow(key: str, traces: Sequence[str], records: Records) -> None:
    """Set the filters that the clicked point of a chart names.

    ``key`` is that of the chart in the session, ``traces`` the names of its traces in their order.
    """
    points: Sequence[Mapping[str, Any]] = st.session_state[key].selection.points
    if not points:
        return
    point = points[0]
    place = point.get("curve_number", -1)
    trace = [traces[place]] if 0 <= place < len(traces) else []
    words = [*trace, point.get("x", ""), point.get("y", "")]
    st.session_state.update(filters_of(words, records))
    address.forget_problems()
