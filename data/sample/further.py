"""Made-up assessments, committees, targets, one layer and inputs, beside the made-up trainings.

Drawn with seeds of their own, so that the trainings and their attendance stay as they are.
"""

import datetime as dt
import random
from collections.abc import Mapping, Sequence

import pandas as pd

from data.records.model import NOTIFIED
from data.sample.inputs import Row, draw_inputs
from geo.districts import gazetteer

SEED = 44
#: Of the 15 trainings, those with a test before and after; of the others none was collected.
ASSESSED = ("T01", "T02", "T03", "T05", "T07", "T08", "T10", "T11", "T14", "T15")
#: There both tests were given, but nobody noted which two were of one person.
WITHOUT_PAIRS = "T11"
SCALE_MAX = 20
#: How often a committee is notified, not notified, or nothing is known; of a district that a
#: training has reached, and of another one.
REACHED_SHARES, OTHER_SHARES = (60, 15, 25), (25, 30, 45)
FIRST_DAY, LAST_DAY = dt.date(2021, 3, 1), dt.date(2023, 8, 31)
#: The district with as many people gets about as many seats; the programme has no target for
#: the districts with fewer people than the least.
PEOPLE_A_SEAT, LEAST_PEOPLE, MOST_SEATS = 150_000, 600_000, 30
INDICATOR, UNIT, YEAR = "Vulnerability to trafficking", "index, 0 to 100", 2022
SOURCE = "illustrative: made up for this dashboard"


def draw_further(
    trainings: Sequence[Mapping[str, str]], attendance: Sequence[Row]
) -> dict[str, list[Row]]:
    """Return the rows of the five tables, by name."""
    attended: dict[str, int] = {}
    for row in attendance:
        people = sum(int(row[c] or 0) for c in row if c.startswith("participants"))
        attended[str(row["training_id"])] = attended.get(str(row["training_id"]), 0) + people
    homes = {str(row["adm2_pcode"]) for row in attendance}
    listed = gazetteer.districts()
    return {
        "assessments": draw_assessments([t["training_id"] for t in trainings], attended),
        "committees": draw_committees(listed, homes),
        "targets": draw_targets(listed),
        "layers": draw_layer(listed),
        "inputs": draw_inputs(trainings),
    }


def draw_assessments(ids: Sequence[str], attended: Mapping[str, int]) -> list[Row]:
    """Draw the tests of the trainings that have any; most people answer both."""
    draw = random.Random(SEED)  # noqa: S311 - a fixed seed is what is wanted
    rows: list[Row] = []
    for training_id in (one for one in ids if one in ASSESSED):
        before = draw.uniform(9.0, 12.5)
        gain = draw.uniform(1.5, 5.0)
        paired = round(attended[training_id] * draw.uniform(0.6, 0.95))
        unpaired = training_id == WITHOUT_PAIRS
        rows.append(
            {
                "training_id": training_id,
                "paired": 0 if unpaired else paired,
                "pre_mean": f"{before:.1f}",
                "post_mean": f"{before + gain:.1f}",
                "sd_difference": "" if unpaired else f"{draw.uniform(2.2, 3.6):.1f}",
                "scale_max": SCALE_MAX,
            }
        )
    return rows


def draw_committees(listed: pd.DataFrame, homes: set[str]) -> list[Row]:
    """Draw whether each committee is notified: the national one, of provinces and districts."""
    draw = random.Random(SEED + 1)  # noqa: S311
    rows = [_committee(draw, "national", "", "", (1, 0, 0))]
    for province in sorted(listed["adm1_pcode"].unique()):
        rows.append(_committee(draw, "provincial", province, "", (70, 15, 15)))
    for district in listed.sort_values("adm2_pcode").itertuples():
        shares = REACHED_SHARES if district.adm2_pcode in homes else OTHER_SHARES
        own = (str(district.adm1_pcode), str(district.adm2_pcode))
        rows.append(_committee(draw, "district", *own, shares))
    return rows


def _committee(
    draw: random.Random, level: str, province: str, district: str, shares: tuple[int, ...]
) -> Row:
    notified = draw.choices(NOTIFIED, shares)[0]
    days = draw.randrange((LAST_DAY - FIRST_DAY).days)
    day = FIRST_DAY + dt.timedelta(days=days)
    return {
        "level": level,
        "adm1_pcode": province,
        "adm2_pcode": district,
        "notified": notified,
        "notified_on": day.isoformat() if notified == "yes" else "",
    }


def draw_targets(listed: pd.DataFrame) -> list[Row]:
    """Return the seats meant for each larger district: more people, more seats."""
    rows: list[Row] = []
    known = listed.dropna(subset=["population"]).sort_values("adm2_pcode")
    for pcode, people in zip(known["adm2_pcode"], known["population"].astype(int), strict=True):
        if people >= LEAST_PEOPLE:
            seats = min(MOST_SEATS, max(6, round(people / PEOPLE_A_SEAT)))
            rows.append({"adm2_pcode": pcode, "targeted": seats})
    return rows


def draw_layer(listed: pd.DataFrame) -> list[Row]:
    """Draw an index of each district: alike within a province, and known of nine in ten."""
    draw = random.Random(SEED + 2)  # noqa: S311
    middle = {p: draw.uniform(35, 65) for p in sorted(listed["adm1_pcode"].unique())}
    rows: list[Row] = []
    for district in listed.sort_values("adm2_pcode").itertuples():
        value = min(100.0, max(0.0, draw.gauss(middle[str(district.adm1_pcode)], 14)))
        if draw.random() < 0.9:
            rows.append(
                {
                    "adm2_pcode": str(district.adm2_pcode),
                    "indicator": INDICATOR,
                    "value": f"{value:.1f}",
                    "unit": UNIT,
                    "year": YEAR,
                    "source": SOURCE,
                }
            )
    return rows
