"""Every file says the figures of Coverage: they are read back out of it and compared.

Those of the deck are read back in ``deck`` and ``slides``, those of the brief in ``brief``.
"""

import io
import json
import re
import sqlite3
from datetime import date
from functools import cache

import openpyxl
import pandas as pd
import pytest
from defusedxml import ElementTree as ET  # noqa: N817 - its usual short name

from data.records.model import CoverageStatus
from data.records.public_edition import public_edition
from data.store.shipped import illustrative
from reports.exports.files import View, report_file
from reports.words.selection import status_words
from tests.pdf_reading import pages_of
from tests.reports.deck_reading import slides_of
from tests.reports.views import of, views

VIEWS = views()
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=list(VIEWS), ids=str)
def view(request) -> View:
    return VIEWS[request.param]


@cache
def made(view: View, key: str, ending: str) -> bytes:
    return report_file(key, ending).make(view)


def called(view: View) -> dict[str, str]:
    """What each status is called in a view."""
    return dict(status_words(view.figures.selection))


def statuses(view: View) -> dict[str, int]:
    """How many districts have each status, in figures of Coverage alone."""
    return view.figures.districts["status"].value_counts().to_dict()


def counts(column: pd.Series) -> list[int | None]:
    return [None if pd.isna(value) else int(value) for value in column]


# ------------------------------------------------------------------------- the map


def test_legend_of_the_sheet_sums_to_the_list_and_agrees_with_the_shapes(view):
    sheet = ET.fromstring(made(view, "map", "svg"))
    legend = next(group for group in sheet.iter(f"{SVG}g") if group.get("id") == "legend")
    words = [text.text for text in legend.iter(f"{SVG}text")]
    shapes = [
        path.get("data-class")
        for group in sheet.iter(f"{SVG}g")
        if group.get("id") == "districts"
        for path in group.iter(f"{SVG}path")
    ]
    for one in view.values.classes:
        # Of what is not selected only the neighbours are in sight.
        shown = shapes.count(one.key)
        assert shown == one.count or (one.key == "unselected" and shown < one.count)
        assert f"{one.count:,}" == words[words.index(one.label) + 1]
    assert words[words.index("districts") + 1] == f"{len(view.figures.districts):,}"


def test_each_shape_of_the_sheet_says_what_coverage_says(view):
    sheet = ET.fromstring(made(view, "map", "svg"))
    said = {path.get("id"): path.find(f"{SVG}title") for path in sheet.iter(f"{SVG}path")}
    for row in view.figures.districts.itertuples():
        if row.adm2_pcode not in said:
            assert row.status == CoverageStatus.NOT_SELECTED
            continue
        words = said[row.adm2_pcode].text
        assert words.startswith(f"{row.name}: {row.status}")
        if not pd.isna(row.participants):
            assert words.endswith(f", {row.participants:,} participants")
        else:
            assert "participants" not in words


def test_the_sheet_as_pdf_has_the_headline_and_the_legend_as_text(view):
    (page,) = pages_of(made(view, "map", "pdf"))
    words = f" {page} "
    told = view.figures.headline
    assert f" {told.districts_covered:,} " in words
    assert f" {told.participants:,} " in words
    assert f" of {told.districts:,} districts " in words
    for one in view.values.classes:
        assert f" {one.label} {one.count:,} " in words


def test_the_interactive_map_holds_the_figures_of_every_district(view):
    page = made(view, "html", "html").decode()
    told = json.loads(re.search(r"window\.handedOver=(\{.*\});\n", page)[1])
    rows = [dict(zip(told["headings"], row, strict=True)) for row in told["rows"]]
    frame = view.figures.districts
    rows.sort(key=lambda row: row["P-code"])  # those not selected stand last
    assert [row["P-code"] for row in rows] == list(frame["adm2_pcode"])
    assert [row["Coverage status"] for row in rows] == [called(view)[x] for x in frame["status"]]
    assert as_numbers(row["Participants"] for row in rows) == counts(frame["participants"])
    assert as_numbers(row["Population"] for row in rows) == counts(frame["population"])
    assert told["values"]["participants"] == counts(frame["participants"])
    assert sum(one["count"] for one in told["values"]["classes"]) == len(frame)


def as_numbers(values) -> list[int | None]:
    """Return what is written, words as not known."""
    numbers = [None if value is None else str(value) for value in values]
    return [int(value) if value and value.isdigit() else None for value in numbers]


# --------------------------------------------------------------------- the workbook


def read(view: View) -> dict[str, pd.DataFrame]:
    book = openpyxl.load_workbook(io.BytesIO(made(view, "workbook", "xlsx")))
    sheets = {}
    for sheet in book.worksheets[1:]:
        header, tags, *rows = sheet.iter_rows(values_only=True)
        assert all(tag.startswith("#") for tag in tags)
        sheets[sheet.title] = pd.DataFrame(rows, columns=header, dtype=object)
    return sheets


def test_the_workbook_has_the_figures_of_coverage(view):
    sheets, figures = read(view), view.figures
    headline = dict(zip(sheets["Headline"]["Figure"], sheets["Headline"]["Value"], strict=True))
    told = figures.headline
    assert headline["Districts covered"] == told.districts_covered
    assert headline["Districts of the selected provinces"] == told.districts
    assert headline["Participants whose number is recorded"] == told.participants
    assert headline["People in covered districts"] == told.people_covered
    districts = sheets["Districts"].sort_values("P-code")  # those not selected stand last
    assert list(districts["P-code"]) == list(figures.districts["adm2_pcode"])
    told = {called(view)[status]: count for status, count in statuses(view).items()}
    assert districts["Coverage status"].value_counts().to_dict() == told
    assert as_numbers(districts["Participants"]) == counts(figures.districts["participants"])
    assert as_numbers(districts["Women"]) == counts(figures.districts["participants_f"])
    assert as_numbers(districts["Committee agencies of 6"]) == counts(figures.districts["agencies"])


def test_the_workbook_sums_agencies_and_days_to_the_headline(view):
    sheets, told = read(view), view.figures.headline
    month = [n for n in as_numbers(sheets["Agency and month"]["Participants"]) if n is not None]
    assert sum(month) == told.participants
    total = as_numbers(sheets["Running total"]["Running total"])
    assert max((day for day in total if day is not None), default=0) == told.participants
    assert len(sheets["Trainings"]) == len(view.figures.trainings)
    reached = sheets["Provinces"]["Districts covered"].dropna()
    assert sum(map(int, reached)) == told.districts_covered
    needed = [] if view.story.why_not("need") else list(view.story.needed["adm2_pcode"])
    assert list(sheets["Gaps by need"]["P-code"]) == needed


# -------------------------------------------------------------------- the districts


def test_geojson_has_every_district_with_its_figures_and_null_where_not_known(view):
    told = json.loads(made(view, "districts", "geojson"))
    rows = [one["properties"] for one in told["features"]]
    frame = view.figures.districts
    assert [one["id"] for one in told["features"]] == list(frame["adm2_pcode"])
    assert [row["status"] for row in rows] == list(frame["status"])
    for column in ("participants", "participants_f", "population", "trainings"):
        assert [row[column] for row in rows] == counts(frame[column])


def test_geopackage_has_the_same_typed(view, tmp_path):
    path = tmp_path / "districts.gpkg"
    path.write_bytes(made(view, "districts", "gpkg"))
    with sqlite3.connect(path) as package:
        rows = package.execute(
            "SELECT adm2_pcode, status, participants, population, trainings FROM districts"
        ).fetchall()
        kinds = {kind for (kind,) in package.execute("SELECT typeof(participants) FROM districts")}
    frame = view.figures.districts
    assert kinds <= {"integer", "null"}
    assert [row[0] for row in rows] == list(frame["adm2_pcode"])
    assert [row[1] for row in rows] == list(frame["status"])
    assert [row[2] for row in rows] == counts(frame["participants"])
    assert [row[3] for row in rows] == counts(frame["population"])
    assert [row[4] for row in rows] == counts(frame["trainings"])


# --------------------------------------------------------- what the records are


@pytest.mark.parametrize(
    ("key", "ending"),
    [("map", "svg"), ("html", "html"), ("districts", "geojson"), ("map", "pdf")],
)
def test_every_file_says_that_illustrative_records_are_made_up(key, ending):
    content = made(VIEWS["illustrative"], key, ending)
    if ending == "pdf":
        content = pages_of(content)[0].encode()
    assert b"Trainings and participants are made up" in content
    assert "illustrative" in report_file(key, ending).name(VIEWS["illustrative"])
    assert "illustrative" not in report_file(key, ending).name(VIEWS["published"])


def test_an_edition_that_withholds_the_sex_heads_no_column_as_not_recorded():
    view = of(public_edition(illustrative(), 5, date(2026, 5, 3)))
    workbook = openpyxl.load_workbook(io.BytesIO(made(view, "workbook", "xlsx")))
    heads = [cell.value for sheet in workbook.worksheets[1:] for cell in sheet[1]]
    notes = "".join(slide.notes for slide in slides_of(made(view, "deck", "pptx")))
    page = made(view, "html", "html").decode()
    for words in (heads, notes, page):
        assert "Sex not shown in this edition" in words
        assert "Sex not recorded" not in words
