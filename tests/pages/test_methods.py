"""Methods: its texts know every state of a district, and every figure they name is filled in."""

import math
import re
import statistics
from pathlib import Path

import pandas as pd

from data.planning.distances import beside_published, road_distances
from data.planning.need import Thin
from data.planning.weights import PARTS
from data.records.model import CoverageStatus
from data.records.programme import programme
from tests.pages.conftest import bodies


def test_every_status_is_explained_and_no_name_is_left_open(run_screen) -> None:
    app = run_screen("methods")
    words = " ".join(one.value for one in app.markdown)
    for status in CoverageStatus:
        assert f"**{status.value.capitalize()}.**" in words
    assert not set("{}") & set(words + " ".join(bodies(app)[:1]))


def test_figures_in_the_texts_are_those_of_the_code(run_screen) -> None:
    app = run_screen("methods")
    words = " ".join(one.value for one in app.markdown)
    thin = f"fewer than {Thin().agencies} of the six agencies or fewer than {Thin().participants} "
    assert thin in words
    assert road_distances().source in words
    assert "For 18 districts the headquarters has no recorded position" in words
    assert "Karachi Central" in words
    assert "none is published" not in words
    road = next(one.value for one in app.dataframe if "Km published" in one.value)
    assert len(road) == len(beside_published())
    assert road["Published by"].ne("").all()
    assert all(meaning in words for meaning in PARTS.values())


DISTRICTS = Path(__file__).parents[2] / "geo" / "districts"


def road_km(places: pd.DataFrame, terrain: dict[str, str], one: str, other: str) -> float:
    """Return the estimate as Methods words it, from the files alone."""
    ends = [
        [math.radians(float(places.at[code, f"hq_{axis}"] or places.at[code, f"centroid_{axis}"]))
         for axis in ("lat", "lon")]
        for code in (one, other)
    ]  # fmt: skip
    (lat, lon), (north, east) = ends
    angle = math.acos(
        min(
            1,
            math.sin(lat) * math.sin(north)
            + math.cos(lat) * math.cos(north) * math.cos(east - lon),
        )
    )
    detour = {"plain": 1.1, "hills": 1.35, "mountains": 1.75}
    return 6371.0088 * angle * (detour[terrain[one]] + detour[terrain[other]]) / 2


def test_numbers_on_the_screen_are_those_of_the_files(run_screen) -> None:
    app = run_screen("methods")
    words = " ".join(one.value for one in app.markdown)
    listed = pd.read_csv(DISTRICTS / "gazetteer.csv", dtype=str, keep_default_na=False)
    places = listed[listed["adm2_pcode"] != ""].set_index("adm2_pcode")
    assert f"{len(places)} districts" in words
    centred = re.search(r"For (\d+) districts the headquarters has no recorded", words)
    assert centred is not None
    assert int(centred[1]) == (places["hq_lat"] == "").sum()

    relief = pd.read_csv(DISTRICTS / "terrain.csv", dtype=str)
    terrain = dict(zip(relief["adm2_pcode"], relief["terrain"], strict=True))
    published = pd.read_csv(DISTRICTS / "road_distances.csv", dtype={"km": float})
    errors = [
        abs(road_km(places, terrain, row.from_pcode, row.to_pcode) / row.km - 1)
        for row in published.itertuples()
    ]
    told = re.search(r"(\d+)% off in the median of (\d+) published distances", words)
    assert told is not None
    assert (int(told[1]), int(told[2])) == (round(statistics.median(errors) * 100), len(published))
    assert statistics.median(errors) <= 0.15

    for fact in programme().facts:
        assert f"**{fact.what}.** {fact.words}. *{fact.source}.*" in words
