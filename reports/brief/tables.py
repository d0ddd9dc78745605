"""The tables of the brief by province and district, as their cells are written."""

from typing import Any

import pandas as pd

from data.figures.coverage import Coverage
from data.records.model import REACHED, CoverageStatus, in_percent
from reports.charts.bars import UNPLACED_WORDS
from reports.words.counts import NO_COUNT, NO_COUNT_WORDS, count_label, count_labels

#: Beside a count, in a table: nothing is recorded of it.
NOTHING = "\u2013"
SEXES = ("participants_f", "participants_m", "participants_unspecified")


def provinces(figures: Coverage) -> dict[str, Any]:
    """Return the rows of the table of provinces, and its totals, as they are written.

    A row: province, districts covered and in all, participants, women, men, sex not recorded,
    the share of people who live in covered districts.
    """
    frame = figures.by_province
    labels = count_labels(frame["participants"], frame["rows_without_count"])
    rows = [
        [
            row["province"],
            f"{row['districts_covered']:,} of {row['districts']:,}",
            label or CoverageStatus.NO_RECORD.value,
            *(NOTHING if pd.isna(row[column]) else f"{row[column]:,}" for column in SEXES),
            _share(row["people_covered"], row["people"]),
        ]
        for row, label in zip(frame.to_dict("records"), labels, strict=True)
    ]
    unplaced = figures.headline.participants_unplaced
    if unplaced:
        rows.append([UNPLACED_WORDS, "", f"{unplaced:,}", "", "", "", ""])
    total = _totals(figures)
    return {"rows": rows, "total": total, "marks": _marks([*rows, total])}


def _marks(rows: list[list[str]]) -> str:
    """Return how the marks are read that are in a table."""
    written = " ".join(cell for row in rows for cell in row)
    meanings = ((NO_COUNT, f"{NO_COUNT_WORDS}, at least of some"), (NOTHING, "not recorded"))
    return "; ".join(f"{mark} {meaning}" for mark, meaning in meanings if mark in written)


def _share(part: int, whole: int) -> str:
    return in_percent(part / whole if whole else None)


def _totals(figures: Coverage) -> list[str]:
    headline, months = figures.headline, figures.by_agency_month
    people = headline.participants if months["participants"].notna().any() else None
    known = [months[column].dropna() for column in SEXES]
    return [
        "All",
        f"{headline.districts_covered:,} of {headline.districts:,}",
        count_label(people, headline.rows_without_count) or CoverageStatus.NO_RECORD.value,
        *(f"{int(counts.sum()):,}" if len(counts) else NOTHING for counts in known),
        _share(headline.people_covered, headline.people),
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
