"""Installed boundary sets in a real browser: newer districts, missing ones, unknown ones."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Frame, expect

from bench.browser.servers import Server
from geo.boundaries import installed
from geo.boundaries.boundary_set import embedded
from geo.districts import boundary_folder
from geo.districts.gazetteer import districts
from geo.inspection.inspection import boundary_set, inspect
from tests.e2e.map_reading import OUTLINES, classes, legend
from tests.geo.made_up_sets import splinter, written

pytestmark = pytest.mark.e2e

ALLAI, BATTAGRAM = "PK536", "PK504"
MISSING, UNKNOWN = "PK201", "PK640"
VIEW = "/coverage?records=folder&measure=participants"


@pytest.fixture(scope="module")
def with_newer(start_server: Callable[..., Server], tmp_path_factory) -> Server:
    """A dashboard whose set has a newer district and one that nobody knows, and lacks another.

    The embedded outlines under the names of the list, Allai cut out of Battagram, a piece of
    Lahore under a code of its own, and Awaran left out.
    """
    place = tmp_path_factory.mktemp("sets")
    names = districts().set_index("adm2_pcode")["name"]
    frame = embedded().districts.assign(
        adm2_name=lambda one: one["adm2_pcode"].map(names), adm0_pcode="PK", valid_on="2025-01-31"
    )
    frame = splinter(frame, ALLAI, "Allai", BATTAGRAM)
    frame = splinter(frame, UNKNOWN, "Somewhere", "PK617")
    frame = frame[frame["adm2_pcode"] != MISSING]
    records = _records(place / "records")
    before = os.environ.get(boundary_folder.FOLDER_VARIABLE)
    os.environ[boundary_folder.FOLDER_VARIABLE] = str(place / "installed")
    try:
        found = inspect(written(frame, place / "set.gpkg"))
        installed.install(boundary_set(found, name="made")[0])
        return start_server(
            DATABASE_URL=str(place / "records.duckdb"), TRAINING_RECORDS=str(records)
        )
    finally:
        _restore(before)


def _restore(before: str | None) -> None:
    if before is None:
        del os.environ[boundary_folder.FOLDER_VARIABLE]
    else:
        os.environ[boundary_folder.FOLDER_VARIABLE] = before


def _records(folder: Path) -> Path:
    """Write a set of records with seven participants from Allai and four from Battagram."""
    folder.mkdir()
    (folder / "trainings.csv").write_text(
        "training_id,title,level,date_start,date_end,venue,venue_adm2_pcode,themes,delivered_by,"
        "donor,status,summarises\n"
        "T1,First response,district,2023-05-01,2023-05-02,Hall,PK622,,,,held,\n"
    )
    (folder / "attendance.csv").write_text(
        "training_id,adm2_pcode,agency,participants_f,participants_m,participants_unspecified\n"
        f"T1,{ALLAI},Police,2,5,\nT1,{BATTAGRAM},Police,1,3,\n"
    )
    return folder


def map_of(screen) -> Frame:
    frame = screen.frame()
    frame.locator(f'{OUTLINES}[data-pcode="{ALLAI}"].ramp5, {OUTLINES}.none').first.wait_for(
        state="attached"
    )
    expect(frame.locator("#legend li.total")).to_be_visible()
    return frame


def outline(frame: Frame, pcode: str) -> str:
    return frame.locator(f'{OUTLINES}[data-pcode="{pcode}"]').get_attribute("d") or ""


def point_at(frame: Frame, selector: str) -> None:
    """Tell a shape that the pointer is over it: a small one is hard to hit among its neighbours."""
    shape = frame.locator(selector)
    box = shape.bounding_box()
    assert box is not None
    at = {"clientX": box["width"] / 2, "clientY": box["height"] / 2}
    shape.dispatch_event("mouseover", at)
    shape.dispatch_event("mousemove", at)


def test_a_district_that_the_set_has_not_is_a_dot(look_at, with_newer) -> None:
    frame = map_of(look_at(VIEW, at=with_newer))
    dot = frame.locator(f'{OUTLINES}[data-pcode="{MISSING}"]')
    expect(dot).to_have_count(1)
    box = dot.bounding_box()
    assert box is not None
    assert 6 <= box["width"] <= 16
    assert box["width"] == pytest.approx(box["height"], abs=2)
    expect(frame.locator(f"{OUTLINES}.dot")).to_have_count(1)
    assert float(dot.evaluate("path => getComputedStyle(path).strokeWidth.replace('px', '')")) > 1
    point_at(frame, f'{OUTLINES}[data-pcode="{MISSING}"]')
    expect(frame.locator("#tooltip")).to_contain_text("Awaran")
    search = frame.locator("#districts input[type=search]")
    search.fill("Awaran")
    expect(frame.locator(f'#districts button[data-pcode="{MISSING}"]')).to_be_visible()
    search.fill("")


def test_a_district_that_the_list_has_not_is_dashed_and_without_figures(
    look_at, with_newer
) -> None:
    screen = look_at(VIEW, at=with_newer)
    frame = map_of(screen)
    other = frame.locator("path.beyond")
    expect(other).to_have_count(1)
    assert other.evaluate("path => getComputedStyle(path).strokeDasharray") not in ("", "none")
    assert other.evaluate("path => getComputedStyle(path).fill") != "none"  # it is pointed at
    assert UNKNOWN not in classes(frame)
    point_at(frame, "path.beyond")
    expect(frame.locator("#tooltip")).to_contain_text(
        "PK640: not in the district list, so nothing is counted here"
    )
    other.dispatch_event("click")
    expect(screen.page.locator(".st-key-profile")).to_have_count(0)


def test_nothing_serious_for_axe(look_at, with_newer, axe) -> None:
    screen = look_at(VIEW, at=with_newer)
    map_of(screen)
    for colours in ("dark", "light"):
        screen.recolour(colours)
        assert axe(screen) == [], colours


def test_a_newer_district_has_outline_class_count_and_profile(look_at, with_newer) -> None:
    screen = look_at(VIEW, at=with_newer, traces=True)
    frame = map_of(screen)
    shown = classes(frame)
    assert len(shown) == 161
    assert sum(legend(frame).values()) == 161
    assert frame.locator("#legend li.total").inner_text() == "= 161 districts"
    assert "ramp" in shown[ALLAI]
    assert "ramp" in shown[BATTAGRAM]
    assert shown[ALLAI].split()[-1] != shown[BATTAGRAM].split()[-1]
    assert outline(frame, ALLAI) != outline(frame, BATTAGRAM)
    point_at(frame, f'{OUTLINES}[data-pcode="{ALLAI}"]')
    tip = frame.locator("#tooltip")
    expect(tip).to_contain_text("Allai")
    expect(tip).to_contain_text("7 participants")
    expect(tip).to_contain_text("population not known")
    point_at(frame, f'{OUTLINES}[data-pcode="{BATTAGRAM}"]')
    expect(tip).to_contain_text("4 participants")
    expect(tip).to_contain_text("population 554,133, with Allai")
    frame.locator(f'{OUTLINES}[data-pcode="{BATTAGRAM}"]').dispatch_event("click")
    profile = screen.page.locator(".st-key-profile")
    expect(profile).to_contain_text("554,133, with Allai")
    frame.locator(f'{OUTLINES}[data-pcode="{ALLAI}"]').dispatch_event("click")
    expect(profile.get_by_role("heading", name="Allai")).to_be_visible()
    expect(profile).to_contain_text("PK536")
    screen.page.goto(with_newer.url + "/methods")
    screen.wait_until_ready()
    expect(screen.page.get_by_text("Allai (PK536), made after the list")).to_be_visible()
    assert screen.console_errors == []
