"""The tables of the brief by province and district, as their cells are written."""

from typing import Any

import pandas as pd

from data.figures.coverage import Coverage
from data.records.model import REACHED, CoverageStatus
from reports.charts.bars import UNPLACED_WORDS
from reports.words.counts import NO_COUNT, NO_COUNT_WORDS, count_label

#: Beside a count, in a table: nothing is recorded of it.
NOTHING = "\u2013"
COLUMNS = ("participants", "participants_f", "participants_m", "participants_unspecified")


def provinces(figures: Coverage) -> dict[str, Any]:
    """Return the rows of the table of provinces, and its totals, as they are written.

    A row: province, districts covered and in all, participants, women, men, sex not recorded,
    the share of people who live in covered districts.
    """
    frame = figures.by_province
    rows = [
        [
            row["province"],
            f"{row['districts_covered']:,} of {row['districts']:,}",
            *(_count(frame, place, column) for column in COLUMNS),
            _share(row["people_covered"], row["people"]),
        ]
        for place, row in enumerate(frame.to_dict("records"))
    ]
    told = figures.headline
    if told.participants_unplaced:
        rows.append([UNPLACED_WORDS, "", f"{told.participants_unplaced:,}", "", "", "", ""])
    total = _totals(figures)
    return {"rows": rows, "total": total, "marks": _marks([*rows, total])}


def _marks(rows: list[list[str]]) -> str:
    """Return how the marks are read that are in a table."""
    written = " ".join(cell for row in rows for cell in row)
    meanings = ((NO_COUNT, f"{NO_COUNT_WORDS}, at least of some"), (NOTHING, "not recorded"))
    return "; ".join(f"{mark} {meaning}" for mark, meaning in meanings if mark in written)


def _count(frame: pd.DataFrame, place: int, column: str) -> str:
    """Return one count in words; a count that is not recorded is not 0."""
    value, unknown = frame[column].iloc[place], int(frame["rows_without_count"].iloc[place])
    if column != "participants":
        return NOTHING if pd.isna(value) else f"{value:,}"
    label = count_label(None if pd.isna(value) else int(value), unknown)
    return label or CoverageStatus.NO_RECORD.value


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "no data"


def _totals(figures: Coverage) -> list[str]:
    told = figures.headline
    months = figures.by_agency_month
    people, *known = (months[column].dropna() for column in COLUMNS)
    label = count_label(told.participants if len(people) else None, told.rows_without_count)
    return [
        "All",
        f"{told.districts_covered:,} of {told.districts:,}",
        label or CoverageStatus.NO_RECORD.value,
        *(f"{int(counts.sum()):,}" if len(counts) else NOTHING for counts in known),
        _share(told.people_covered, told.people),
    ]


def covered_lists(figures: Coverage) -> list[dict[str, Any]]:
    """Return the covered districts of each selected province, most participants first."""
    frame = figures.districts
    frame = frame.assign(words=_district_words(frame), order=frame["participants"].fillna(-1))
    lists = []
    for province in figures.by_province["province"]:
        own = frame[(frame["province"] == province) & frame["status"].isin(REACHED)]
        own = own.sort_values(["order", "name"], ascending=[False, True])
        total = int((frame["province"] == province).sum())
        within = (frame["province"] == province) & (frame["status"] == CoverageStatus.NAMED_WITHIN)
        lists.append(
            {
                "province": province,
                "covered": list(own["words"]),
                "without": total - len(own) - int(within.sum()),
                "within": int(within.sum()),
            }
        )
    return lists


def _district_words(frame: pd.DataFrame) -> list[str]:
    labels = [
        count_label(None if pd.isna(count) else int(count), int(unknown))
        for count, unknown in zip(frame["participants"], frame["rows_without_count"], strict=True)
    ]
    return [f"{name} {label}".strip() for name, label in zip(frame["name"], labels, strict=True)]
