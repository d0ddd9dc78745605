"""Makes folders of records: a million participants, and what the usual way reads.

Everything is drawn from one seed, so that two benches measure the same records.
"""

from datetime import date
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd

from data.records.model import COUNT_COLUMNS, Records
from geo.boundaries import boundary_set
from geo.districts import gazetteer

SEED = 20230925
FIRST_DAY = date(2023, 2, 1)
DAYS = 237  # to 25 September 2023
TRAININGS = 40_000
HOMES = 3  # home districts of one training
AGENCIES = (
    "District Administration",
    "FIA",
    "Police",
    "Social Welfare Department",
    "Labour Department",
    "Civil society",
)
SENT = 2  # agencies that send people to one training from one district
DETAIL_STEP = 0.0055  # degrees, some 550 m: the farthest from one added point to the next
REACHED_AT_FIRST = 20  # districts that the first trainings draw from; all by the last


def write_million(folder: Path, participants: int = 1_000_000) -> None:
    """Write ``trainings.csv`` and ``attendance.csv`` in the tables' documented columns.

    Parameters
    ----------
    folder : Path
        Exists; the two files are written there.
    participants : int
        How many people attended, in all, exactly.
    """
    chance = np.random.default_rng(SEED)
    days = np.sort(chance.integers(0, DAYS, TRAININGS))
    identifiers = np.array([f"B{number:05d}" for number in range(TRAININGS)])
    codes = np.array(sorted(gazetteer.names()))
    homes = _homes(chance, days, len(codes))
    _trainings(identifiers, days, codes[homes[:, 0]]).to_csv(folder / "trainings.csv", index=False)
    _attendance(chance, identifiers, codes[homes], participants).to_csv(
        folder / "attendance.csv", index=False
    )


def _homes(chance: np.random.Generator, days: np.ndarray, districts: int) -> np.ndarray:
    """Draw the home districts of each training; later ones draw from more districts."""
    reach = REACHED_AT_FIRST + (districts - REACHED_AT_FIRST) * days / (DAYS - 1)
    first = (chance.random(len(days)) * reach).astype(int)
    apart = chance.integers(1, REACHED_AT_FIRST // HOMES, len(days))
    homes = first[:, None] + apart[:, None] * np.arange(HOMES)
    return homes % np.maximum(reach.astype(int), REACHED_AT_FIRST)[:, None]


def _trainings(identifiers: np.ndarray, days: np.ndarray, venues: np.ndarray) -> pd.DataFrame:
    starts = pd.Timestamp(FIRST_DAY) + pd.to_timedelta(days, unit="D")
    return pd.DataFrame(
        {
            "training_id": identifiers,
            "title": "Training " + pd.Series(identifiers),
            "level": np.resize(["district", "district", "provincial", "national"], len(days)),
            "date_start": starts.strftime("%Y-%m-%d"),
            "date_end": starts.strftime("%Y-%m-%d"),
            "venue": "Training centre",
            "venue_adm2_pcode": venues,
            "themes": "identification; referral",
            "delivered_by": "Measured records",
            "donor": np.resize(["Donor A", "Donor B", "Donor C"], len(days)),
            "status": "held",
            "summarises": "",
        }
    )


def _attendance(
    chance: np.random.Generator, identifiers: np.ndarray, homes: np.ndarray, participants: int
) -> pd.DataFrame:
    per_training = HOMES * SENT
    rows = len(identifiers) * per_training
    first = chance.integers(0, len(AGENCIES), (len(identifiers), HOMES))
    senders = (first[:, :, None] + np.array([0, 2])) % len(AGENCIES)
    # Everyone who sends, sends at least one; the rest fall where chance puts them.
    counts = 1 + chance.multinomial(participants - rows, np.full(rows, 1 / rows))
    women = chance.binomial(counts, 0.3)
    return pd.DataFrame(
        {
            "training_id": np.repeat(identifiers, per_training),
            "adm2_pcode": np.repeat(homes.reshape(-1), SENT),
            "agency": np.array(AGENCIES)[senders.reshape(-1)],
            "participants_f": women,
            "participants_m": counts - women,
            "participants_unspecified": "",
        }
    )


def write_usual(records: Records, folder: Path, outlines: geopandas.GeoDataFrame) -> None:
    """Write what the usual way reads: the same attendance, and outlines.

    Parameters
    ----------
    records : Records
        The records that this dashboard shows.
    folder : Path
        Exists; ``attendance.csv`` and ``districts.geojson`` are written there.
    outlines : GeoDataFrame[adm2_pcode, geometry]
        What is drawn.
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
