"""Makes records to measure with, and what the usual way reads.

A folder of a million participants, one of so many group rows, an attendance sheet of single
people. Everything is drawn from one seed, so that two benches measure the same records.
"""

from datetime import date
from pathlib import Path

import geopandas
import numpy as np
import openpyxl
import pandas as pd

from data.records.model import COUNT_COLUMNS, Records
from geo.boundaries import boundary_set
from geo.districts import gazetteer

SEED = 20230925
FIRST_DAY = date(2023, 2, 1)
DAYS = 237  # to 25 September 2023
TRAININGS = 40_000
PARTICIPANTS = 1_000_000  # in them, where people are what is counted
HOMES = 3  # home districts of one training
AGENCIES = (
    "District Administration",
    "FIA",
    "Police",
    "Social Welfare Department",
    "Labour Department",
    "Civil society",
)
PER_TRAINING = 25  # group rows of one training, where they are what is counted
SENT = 2  # agencies that send people to one training from one district
DETAIL_STEP = 0.0055  # degrees, some 550 m: the farthest from one added point to the next
REACHED_AT_FIRST = 20  # districts that the first trainings draw from; all by the last


def write_million(folder: Path) -> None:
    """Write ``trainings.csv`` and ``attendance.csv`` of exactly ``PARTICIPANTS`` people."""
    chance = np.random.default_rng(SEED)
    days = np.sort(chance.integers(0, DAYS, TRAININGS))
    identifiers = np.array([f"B{number:05d}" for number in range(TRAININGS)])
    codes = np.array(sorted(gazetteer.names()))
    homes = _homes(chance, days, len(codes))
    levels = np.resize(["district", "district", "provincial", "national"], TRAININGS)
    trainings = _trainings(identifiers, days, codes[homes[:, 0]], levels)
    # Everyone who sends, sends at least one; the rest fall where chance puts them.
    first = chance.integers(0, len(AGENCIES), (TRAININGS, HOMES))
    senders = (first[:, :, None] + np.array([0, 2])) % len(AGENCIES)
    rows = senders.size
    counts = 1 + chance.multinomial(PARTICIPANTS - rows, np.full(rows, 1 / rows))
    women = chance.binomial(counts, 0.3)
    agencies = np.array(AGENCIES)[senders.reshape(-1)]
    places = np.repeat(codes[homes].reshape(-1), SENT)
    _write(folder, trainings, places, agencies, (women, counts - women))


def _homes(chance: np.random.Generator, days: np.ndarray, districts: int) -> np.ndarray:
    """Draw the home districts of each training; later ones draw from more districts."""
    reach = REACHED_AT_FIRST + (districts - REACHED_AT_FIRST) * days / (DAYS - 1)
    first = (chance.random(len(days)) * reach).astype(int)
    apart = chance.integers(1, REACHED_AT_FIRST // HOMES, len(days))
    homes = first[:, None] + apart[:, None] * np.arange(HOMES)
    return homes % np.maximum(reach.astype(int), REACHED_AT_FIRST)[:, None]


def write_groups(folder: Path, rows: int) -> list[str]:
    """Write the two tables, each attendance row another training x home district x agency.

    Returns the paths of the two files.
    """
    chance = np.random.default_rng(SEED)
    trainings = max(rows // PER_TRAINING, 1)
    names = np.array([f"B{number:06d}" for number in range(trainings)])
    codes = np.array(sorted(gazetteer.names()))
    days, venues = chance.integers(0, DAYS, trainings), chance.choice(codes, trainings)
    # Steps of one agency and of some districts, so that no key comes twice in a training.
    first = chance.integers(0, len(codes) * len(AGENCIES), trainings)
    places = first[:, None] + 7 * np.arange(PER_TRAINING)
    places = places.reshape(-1) % (len(codes) * len(AGENCIES))
    homes, agencies = codes[places // len(AGENCIES)], np.array(AGENCIES)[places % len(AGENCIES)]
    # Districts of very different size, so that some change their colour at each step of the date.
    sizes = chance.permutation(np.geomspace(0.1, 4, len(codes)))
    scale = (sizes / sizes.mean())[places // len(AGENCIES)]
    people = chance.poisson(2.5 * scale), chance.poisson(7.5 * scale)
    return _write(folder, _trainings(names, days, venues, "district"), homes, agencies, people)


def _trainings(
    identifiers: np.ndarray, days: np.ndarray, venues: np.ndarray, level: str | np.ndarray
) -> pd.DataFrame:
    starts = (pd.Timestamp(FIRST_DAY) + pd.to_timedelta(days, unit="D")).strftime("%Y-%m-%d")
    return pd.DataFrame(
        {
            "training_id": identifiers,
            "title": [f"Training {one}" for one in identifiers],
            "level": level,
            "date_start": starts,
            "date_end": starts,
            "venue": "Training centre",
            "venue_adm2_pcode": venues,
            "themes": "identification; referral",
            "delivered_by": "Measured records",
            "donor": np.resize(["Donor A", "Donor B", "Donor C"], len(days)),
            "status": "held",
            "summarises": "",
        }
    )


def _write(
    folder: Path,
    trainings: pd.DataFrame,
    homes: np.ndarray,
    agencies: np.ndarray,
    people: tuple[np.ndarray, np.ndarray],
) -> list[str]:
    """Write both tables: each training has as many rows of attendance; ``people`` are f and m."""
    folder.mkdir(exist_ok=True)
    trainings.to_csv(folder / "trainings.csv", index=False)
    attendance = {
        "training_id": np.repeat(trainings["training_id"], len(homes) // len(trainings)),
        "adm2_pcode": homes,
        "agency": agencies,
        "participants_f": people[0],
        "participants_m": people[1],
        "participants_unspecified": "",
    }
    pd.DataFrame(attendance).to_csv(folder / "attendance.csv", index=False)
    return [str(folder / "trainings.csv"), str(folder / "attendance.csv")]


def write_people(path: Path, people: int) -> None:
    """Write an attendance sheet as the field keeps it: a row a person, made up."""
    chance = np.random.default_rng(SEED)
    districts = gazetteer.districts()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Attendance")
    header = ("S.No", "Name", "Designation", "Department", "District", "Province", "Gender")
    sheet.append([*header, "CNIC", "Mobile", "Training", "Date"])
    for number, home in enumerate(chance.integers(0, len(districts), people)):
        training, sex = number // PER_TRAINING, ("Female", "Male")[number % 2]
        person = [number + 1, f"Person {number}", "Inspector", AGENCIES[number % 5 + 1]]
        person += [*districts.iloc[home][["name", "province"]], sex]
        person += [f"35202-{number:07d}-1", f"0300-{number:07d}"]
        sheet.append([*person, f"Training {training}", f"2023-05-{1 + training % 28:02d}"])
    book.save(path)


def people_in(records: Records) -> int:
    """Return how many participants the attendance of records counts."""
    return int(records.attendance[list(COUNT_COLUMNS)].sum().sum())


def write_usual(records: Records, folder: Path, outlines: geopandas.GeoDataFrame) -> None:
    """Write what the usual way reads: the attendance that this dashboard shows, and outlines.

    They are ``attendance.csv`` and ``districts.geojson``, in a folder that exists; ``outlines``
    has adm2_pcode and geometry.
    """
    dates = records.trainings.set_index("training_id")["date_start"]
    attendance = records.attendance
    counts = attendance[list(COUNT_COLUMNS)].fillna(0).sum(axis="columns")
    table = attendance[["adm2_pcode", "agency"]].assign(
        date=attendance["training_id"].map(dates), participants=counts
    )
    table.to_csv(folder / "attendance.csv", index=False)
    outlines[["adm2_pcode", "geometry"]].to_file(folder / "districts.geojson")


def same_outlines() -> geopandas.GeoDataFrame:
    """Return the outlines that this dashboard draws."""
    return boundary_set.embedded().districts


def detailed_outlines() -> geopandas.GeoDataFrame:
    """Return them with points added along each edge: a workload, not a survey.

    The shapes stay as they are; what grows is what has to be read, sent and drawn. The step is
    chosen by the size of the file that comes of it, some 4 MB.
    """
    outlines = same_outlines()
    return outlines.assign(geometry=outlines.geometry.segmentize(DETAIL_STEP))
