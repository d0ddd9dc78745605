"""Colours: one an agency, readable on every page, apart for colour-blind readers."""

from datetime import date
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.programme import committee_agencies, programme
from data.records.public_edition import SEVERAL_AGENCIES
from geo import webmap
from reports.story.wording import trained
from reports.words import colours
from tests.data.conftest import records_of

PAGES = ("#ffffff", "#fbfaf7", "#10171f")
ALL = {
    *colours.COMMITTEE,
    *colours.OTHERS,
    *colours.LEVELS.values(),
    colours.UNKNOWN,
    colours.WOMEN,
    colours.MEN,
    colours.RECORDS,
    colours.CLAIM,
}

#: How a reader without the cones for long, or for middle, wavelengths sees linear red, green
#: and blue (Machado, Oliveira and Fernandes 2009, severity 1).
SIGHT = {
    "all cones": np.eye(3),
    "no long": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "no middle": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}


def seen(colour: str, sight: np.ndarray) -> np.ndarray:
    """Return a colour in a space where distances are as they are seen (Oklab)."""
    shares = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    red, green, blue = np.clip(sight @ linear, 0, 1)
    cones = np.cbrt(
        [
            0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
            0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
            0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
        ]
    )
    return (
        np.array(
            [
                [0.2104542553, 0.7936177850, -0.0040720468],
                [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ]
        )
        @ cones
    )


def test_contrast_is_that_of_wcag():
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("colour", sorted(ALL))
def test_every_colour_stands_out_from_every_page(colour, page):
    assert colours.contrast(colour, page) >= 3


@pytest.mark.parametrize("sight", SIGHT)
def test_the_six_agencies_stay_apart_for_colour_blind_readers(sight):
    for one, other in combinations(colours.COMMITTEE, 2):
        distance = np.linalg.norm(seen(one, SIGHT[sight]) - seen(other, SIGHT[sight]))
        assert distance > 0.09, (one, other)


@pytest.mark.parametrize("sight", SIGHT)
def test_women_and_men_stay_apart_for_colour_blind_readers(sight):
    women, men = (seen(colour, SIGHT[sight]) for colour in (colours.WOMEN, colours.MEN))
    assert np.linalg.norm(women - men) > 0.09


def test_each_agency_of_the_programme_has_its_own_colour():
    found = [colours.agency_colour(agency) for agency in programme().agencies]
    assert len(set(found)) == len(found)


def test_an_unknown_agency_has_one_colour_in_every_view():
    # In another process, too, in which the hashes of texts are others.
    told = {name: colours.agency_colour(name) for name in ("Coast Guard", "Customs", "Excise")}
    assert told == {"Coast Guard": "#a09101", "Customs": "#cf6171", "Excise": "#5398af"}


@pytest.mark.parametrize("agency", ["Not published", "not published", ""])
def test_an_agency_that_is_not_published_is_grey_and_hatched(agency):
    assert colours.agency_colour(agency) == colours.UNKNOWN
    assert colours.agency_pattern(agency) == colours.HATCHED


def test_colour_is_not_alone():
    assert {colours.agency_pattern(agency) for agency in committee_agencies()} == {colours.SOLID}
    assert colours.agency_pattern("Levies") == colours.DOTTED


def test_an_unknown_level_is_grey():
    assert colours.level_colour("regional") == colours.UNKNOWN


def test_the_blues_go_from_light_to_deep():
    against_white = [colours.contrast(colour, "#ffffff") for colour in colours.BLUES]
    assert against_white == sorted(against_white)
    assert colours.blue_at(0) == colours.BLUES[0]
    assert colours.blue_at(1) == colours.BLUES[-1]
    assert colours.blue_at(0.2) == colours.BLUES[1]


def test_on_a_dark_page_the_most_is_the_lightest_as_on_the_map():
    against_black = [colours.contrast(one, "#000000") for one in colours.BLUES_IN_DARK]
    assert against_black == sorted(against_black)
    assert colours.BLUES_IN_DARK[-1] in palette_css("dark")
    assert colours.blue_at(1, dark=True) == colours.BLUES_IN_DARK[-1]
    assert colours.blue_scale(dark=True)[0] == [0, colours.BLUES_IN_DARK[0]]


def palette_css(theme):
    """Return the style of the map in one theme."""
    style = (Path(webmap.__file__).parent / "classes.css").read_text(encoding="utf-8")
    return style[style.index(f'[data-theme="{theme}"]') :].split("}")[0]


@pytest.mark.parametrize("share", np.linspace(0, 1, 21))
def test_a_count_is_readable_on_every_blue(share):
    cell = colours.blue_at(float(share))
    assert colours.contrast(colours.ink_on(cell), cell) >= 4.5


def test_text_is_readable_on_its_page():
    assert colours.contrast(colours.INK, "#fbfaf7") >= 7


@pytest.mark.parametrize("agency", ["", "Not published", "Not told", SEVERAL_AGENCIES])
def test_what_names_no_agency_is_hatched_and_grey_and_is_not_counted_as_one(agency: str) -> None:
    assert (colours.agency_colour(agency), colours.agency_pattern(agency)) == (
        colours.UNKNOWN,
        colours.HATCHED,
    )
    rows = [("A", "PK617", "FIA", 5, 9, 0), ("A", "PK617", agency, 50, 9, 0)]
    records = records_of([{"training_id": "A", "date_start": date(2023, 2, 27)}], rows)
    title, _ = trained(coverage(records, whole(records)))
    assert title == "73 participants, 14 of them from FIA"
