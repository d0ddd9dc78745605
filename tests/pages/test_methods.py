"""Methods: its texts know every state of a district, and every figure they name is filled in."""

from data.planning.distances import beside_published, road_distances
from data.planning.need import Thin
from data.planning.weights import PARTS
from data.records.model import CoverageStatus
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
    assert "For 18 districts no point of it is recorded" in words
    assert "Karachi Central" in words
    assert "none is published" not in words
    road = next(one.value for one in app.dataframe if "Km published" in one.value)
    assert len(road) == len(beside_published())
    assert road["Published by"].ne("").all()
    assert all(meaning in words for meaning in PARTS.values())
