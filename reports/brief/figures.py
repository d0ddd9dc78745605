"""The chart and the tables of the brief, as their bars and cells are drawn and written."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.figures.coverage import Coverage
from data.records.model import COUNT_COLUMNS, REACHED, CoverageStatus, in_percent
from geo.districts import gazetteer
from geo.words.catalogue import _
from reports.brief.text import drawable
from reports.brief.words import PROVINCES, SEX_NOT_TOLD
from reports.charts.agency_month import agency_month_alt, agency_parts
from reports.charts.bars import UNPLACED_WORDS
from reports.charts.style import count_axis
from reports.words.counts import (
    NO_COUNT,
    NO_COUNT_WORDS,
    count_label,
    count_labels,
    sex_not_told,
)
from reports.words.headline import at_least
from reports.words.periods import held_in_short, periods, unit_of

#: Totals are written over the bars of at most so many months; what is not published always is.
MOST_TOTALS = 24
LONGEST_NAME, LONGEST_TRAINING = 40, 90
#: Beside a count, in a table: nothing is recorded of it.
NOTHING = "\u2013"


def chart(figures: Coverage) -> dict[str, Any] | None:
    """Return the chart of participants per agency and period; None where nobody is in.

    ``unit``: month, quarter or year. ``months``, one a period: ``name``, ``year`` (blank where the
    period before has it), ``total`` (in words), ``parts``: pairs of a place in ``agencies`` and
    participants. ``agencies``: ``name``, ``colour``, ``pattern``. ``axis``: the value
    and the words of each line; the last is the chart's height.
    """
    frame = figures.by_agency_month
    if frame.empty:
        return None
    agencies = agency_parts(figures)
    place = {name: number for number, part in enumerate(agencies) for name in part.agencies}
    frame = frame.assign(part=frame["agency"].map(place))
    shown = periods(figures.months)
    with_totals = len(shown) <= MOST_TOTALS
    months = []
    for period in shown:
        inside = frame["month"].isin([pd.Timestamp(month) for month in period.months])
        named = {"name": period.name, "year": period.year if period.year != period.name else ""}
        months.append({**named, **_bar(frame[inside], with_totals)})
    most = max(int(month["sum"]) for month in months)
    return {
        "unit": unit_of(figures.months),
        "months": months,
        "agencies": [
            {
                "name": drawable(part.name, LONGEST_NAME),
                "colour": part.colour,
                "pattern": part.pattern,
            }
            for part in agencies
        ],
        "axis": [[tick, f"{tick:,}"] for tick in count_axis(most)["tickvals"]],
        "alt": agency_month_alt(figures),
        "unknown": f"{NO_COUNT} {NO_COUNT_WORDS}" if frame["rows_without_count"].any() else "",
    }


def training_rows(figures: Coverage) -> list[list[str]]:
    """Return the trainings, latest first: days, title, venue district, donor, participants."""
    names, frame = gazetteer.names(), figures.trainings
    days = map(held_in_short, frame["date_start"], frame["date_end"], frame["summarises"])
    columns = ["title", "venue_adm2_pcode", "donor", "participants"]
    return [
        [
            held, drawable(title, LONGEST_TRAINING), names.get(str(venue), NOTHING),
            drawable(donor, LONGEST_NAME) or NOTHING,
            NO_COUNT if pd.isna(people) else f"{people:,}",
        ]
        for held, (title, venue, donor, people) in zip(
            days, frame[columns].itertuples(index=False), strict=True)
    ]  # fmt: skip


def _bar(rows: pd.DataFrame, with_total: bool) -> dict[str, Any]:
    """Return one period: its parts, their sum, and what stands over it."""
    recorded = rows["participants"].dropna()
    total = int(recorded.sum()) if with_total and len(recorded) else None
    parts = rows.groupby("part")["participants"].sum()
    places = [[int(place), int(parts[place])] for place in parts.index.tolist() if parts[place]]
    return {
        "total": count_label(total, int(rows["rows_without_count"].sum())),
        "parts": places,
        "sum": sum(count for _name, count in places),
    }


def provinces(figures: Coverage) -> dict[str, Any]:
    """Return the rows of the table of provinces, and its totals, as they are written.

    A row: province, districts covered and in all, participants, women, men, sex not recorded,
    the share of people who live in covered districts: blank where most trainings do not name
    their districts, as provinces are not compared then.
    """
    frame, compared = figures.by_province, not figures.mostly_together
    labels = count_labels(frame["participants"], frame["rows_without_count"])
    rows = [
        [
            row["province"],
            _("{districts_covered:,} of {districts:,}").format(
                districts_covered=row["districts_covered"], districts=row["districts"]
            ),
            label or CoverageStatus.NO_RECORD.value,
            *_parts(row),
            _share(row["people_covered"], row["people"]) if compared else "",
        ]
        for row, label in zip(frame.to_dict("records"), labels, strict=True)
    ]
    unplaced = figures.unplaced
    if figures.headline.participants_unplaced:
        people = count_label(unplaced["participants"], unplaced["rows_without_count"] or 0)
        rows.append([UNPLACED_WORDS, "", people, *_parts(unplaced), ""])
    total = _totals(figures)
    written = " ".join(cell for row in [*rows, total] for cell in row)
    meanings = {
        NO_COUNT: _("{no_count}, at least of some").format(no_count=NO_COUNT_WORDS),
        NOTHING: _("not recorded"),
    }
    marks = [f"{mark} {meaning}" for mark, meaning in meanings.items() if mark in written]
    if not compared:
        marks.append(
            _("share: provinces are not compared, as most trainings do not name districts")
        )
    head = [sex_not_told(figures.records) if one == SEX_NOT_TOLD else one for one in PROVINCES]
    return {"head": head, "rows": rows, "total": total, "marks": "; ".join(marks)}


def _parts(row: Mapping[Any, Any]) -> list[str]:
    """Return women, men and those whose sex is not recorded, as they are written."""
    return [NOTHING if pd.isna(row[name]) else f"{row[name]:,}" for name in COUNT_COLUMNS]


def _share(part: int, whole: int) -> str:
    return in_percent(part / whole if whole else None)


def _totals(figures: Coverage) -> list[str]:
    headline, months = figures.headline, figures.by_agency_month
    people = headline.participants if months["participants"].notna().any() else None
    known = [months[column].dropna() for column in COUNT_COLUMNS]
    least = at_least(figures)
    return [
        _("All"),
        _("{least}{districts_covered:,} of {districts:,}").format(
            least=least, districts_covered=headline.districts_covered, districts=headline.districts
        ),
        count_label(people, headline.rows_without_count) or CoverageStatus.NO_RECORD.value,
        *(f"{int(counts.sum()):,}" if len(counts) else NOTHING for counts in known),
        f"{least}{_share(headline.people_covered, headline.people)}",
    ]


def covered_lists(figures: Coverage) -> list[dict[str, Any]]:
    """Return the covered districts of each selected province, most participants first."""
    frame = figures.districts
    labels = count_labels(frame["participants"], frame["rows_without_count"])
    words = [f"{name} {label}".strip() for name, label in zip(frame["name"], labels, strict=True)]
    frame = frame.assign(words=words, order=frame["participants"].fillna(-1))
    lists = []
    for province in figures.by_province["province"]:
        districts = frame[frame["province"] == province]
        covered = districts[districts["status"].isin(REACHED)]
        covered = covered.sort_values(["order", "name"], ascending=[False, True])
        within = int((districts["status"] == CoverageStatus.NAMED_WITHIN).sum())
        without = len(districts) - len(covered) - within
        named = {"province": province, "covered": list(covered["words"])}
        lists.append(named | {"without": without, "within": within})
    return lists
