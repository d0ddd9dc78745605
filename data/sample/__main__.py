"""Makes the illustrative records: ``python -m data.sample``.

The trainings are written by hand in ``plan.csv``; who came from where is drawn at random with a
fixed seed, so that the same files come out on every machine.
"""

import csv
import random
from collections import Counter
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from data.planning.distances import great_circle_km
from data.records.model import ATTENDANCE_COLUMNS
from data.records.tables import TABLES
from data.sample import further
from geo.districts import gazetteer

HERE = Path(__file__).parent
SEED = 386
TRAININGS, PARTICIPANTS, DISTRICTS = 15, 386, 44

#: How a home district becomes less likely with its distance from the venue, in kilometres.
TRAVEL_KM = {"national": 500.0, "provincial": 120.0, "district": 35.0}
#: A district training draws nobody from further away than this, in kilometres.
NEIGHBOURHOOD_KM = 120.0

#: How often a participant is of an agency, and how often one of that agency is a woman.
AGENCIES = {
    "FIA": (24, 0.17),
    "Police": (30, 0.14),
    "District Administration": (15, 0.22),
    "Social Welfare Department": (10, 0.47),
    "Labour Department": (7, 0.20),
    "Civil society": (10, 0.52),
    "Prosecution": (3, 0.30),
}
#: Levies serve in Balochistan only; there they stand beside the police.
LEVIES = ("Levies", 18, 0.06)
#: How often the register of a training leaves out a participant's sex.
SEX_LEFT_OUT = 0.04

Row = dict[str, str | int]


def pull(training: dict[str, str]) -> dict[str, float]:
    """Return how likely each district is as a home of a training's participants.

    The likelihood falls with the distance of the headquarters from the venue's. A district
    training reaches its neighbourhood, a provincial one its province, a national one all.
    """
    listed, level = gazetteer.districts(), training["level"]
    place = listed["adm2_pcode"].searchsorted(training["venue_adm2_pcode"])
    venue = listed.iloc[place]
    away = great_circle_km(listed["lat"].to_numpy(), listed["lon"].to_numpy())[place]
    likely = np.exp(-away / TRAVEL_KM[level])
    if level == "district":
        likely[away > NEIGHBOURHOOD_KM] = 0.0
    if level != "national":
        likely[(listed["adm1_pcode"] != venue["adm1_pcode"]).to_numpy()] = 0.0
    return dict(zip(listed["adm2_pcode"], likely.tolist(), strict=True))


def draw_homes(
    draw: random.Random, training: dict[str, str], likely: dict[str, float]
) -> list[str]:
    """Draw the home districts of a training: those the plan names, and others by their pull."""
    homes = training["named_homes"].split()
    while len(homes) < int(training["homes"]):
        left = [pcode for pcode, weight in likely.items() if weight and pcode not in homes]
        homes += draw.choices(left, [likely[pcode] for pcode in left])
    return homes


def draw_agency(draw: random.Random, pcode: str) -> str:
    """Draw the agency of a participant who serves in a district."""
    shares = {agency: share for agency, (share, _) in AGENCIES.items()}
    if pcode.startswith("PK2"):
        shares[LEVIES[0]] = LEVIES[1]
    return draw.choices(list(shares), list(shares.values()))[0]


def draw_sex(draw: random.Random, agency: str, recorded: bool) -> str:
    """Draw the column that a participant is counted in."""
    women = LEVIES[2] if agency == LEVIES[0] else AGENCIES[agency][1]
    if not recorded or draw.random() < SEX_LEFT_OUT:
        return "participants_unspecified"
    return "participants_f" if draw.random() < women else "participants_m"


def draw_attendance(
    draw: random.Random, training: dict[str, str], homes: list[str], likely: dict[str, float]
) -> list[Row]:
    """Draw the attendance of one training: at least one participant from each home district.

    Where the register records no sex, the counts of women and men are blank, not 0.
    """
    more = int(training["participants"]) - len(homes)
    weights = [max(likely[pcode], 0.15) for pcode in homes]
    recorded = training["sex_recorded"] == "yes"
    counts: dict[tuple[str, str], Counter[str]] = {}
    for pcode in homes + draw.choices(homes, weights, k=more):
        agency = draw_agency(draw, pcode)
        sex = draw_sex(draw, agency, recorded)
        counts.setdefault((pcode, agency), Counter())[sex] += 1
    return [
        {
            "training_id": training["training_id"],
            "adm2_pcode": pcode,
            "agency": agency,
            "participants_f": sexes["participants_f"] if recorded else "",
            "participants_m": sexes["participants_m"] if recorded else "",
            "participants_unspecified": sexes["participants_unspecified"],
        }
        for (pcode, agency), sexes in sorted(counts.items())
    ]


def planned() -> list[dict[str, str]]:
    """Read the plan and number its trainings."""
    with (HERE / "plan.csv").open(encoding="utf-8", newline="") as file:
        trainings = list(csv.DictReader(file))
    for number, training in enumerate(trainings, start=1):
        training |= {"training_id": f"T{number:02}", "status": "held", "summarises": ""}
    return trainings


def draw_all(trainings: list[dict[str, str]]) -> list[Row]:
    """Draw the attendance of all trainings, again until the homes are the wanted number."""
    pulls = [pull(training) for training in trainings]
    for attempt in count():
        draw = random.Random(SEED + attempt)  # noqa: S311 - a fixed seed is what is wanted
        planned_pulls = list(zip(trainings, pulls, strict=True))
        homes = [draw_homes(draw, training, likely) for training, likely in planned_pulls]
        if len(set().union(*homes)) == DISTRICTS:
            break
    return [
        row
        for (training, likely), at_home in zip(planned_pulls, homes, strict=True)
        for row in draw_attendance(draw, training, at_home, likely)
    ]


def check(trainings: list[dict[str, str]], rows: list[Row]) -> None:
    """Raise ``ValueError`` unless the records have the totals that they are made to have."""
    people = sum(
        int(row[column] or 0) for row in rows for column in ATTENDANCE_COLUMNS if "part" in column
    )
    found = (len(trainings), people, len({row["adm2_pcode"] for row in rows}))
    if found != (TRAININGS, PARTICIPANTS, DISTRICTS):
        raise ValueError(f"trainings, participants and districts are {found}")
    places = {str(row["adm2_pcode"]) for row in rows} | {t["venue_adm2_pcode"] for t in trainings}
    if unknown := places - set(gazetteer.names()):
        raise ValueError(f"not in the district list: {sorted(unknown)}")


def main(folder: Path = HERE) -> None:
    """Make all files in a folder."""
    trainings = planned()
    rows = draw_all(trainings)
    check(trainings, rows)
    tables: dict[str, Any] = {"trainings": trainings, "attendance": rows}
    tables |= further.draw_further(trainings, rows)
    for name, columns in TABLES.items():
        table = pd.DataFrame(tables[name], columns=list(columns), dtype=object)
        table.to_csv(folder / f"{name}.csv", index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
