"""The workbook of a view: its first sheet, its tags and types, and no formula."""

import datetime as dt
import io
import zipfile
from dataclasses import replace
from functools import cache
from itertools import pairwise

import openpyxl
import pandas as pd
import pytest

from data.figures.selection import whole
from data.store.shipped import illustrative, published
from geo.districts import gazetteer
from reports.story.story import Story
from reports.workbook.workbook import TABLES, need_table, write_workbook
from tests.data.conftest import view_of
from tests.reports.views import HOSTILE, of, views, with_words


def book(view):
    return openpyxl.load_workbook(io.BytesIO(write_workbook(view.story)))


@cache
def usual():
    """Return the workbook of the illustrative records, which tests only read."""
    return book(views()["illustrative"])


def test_the_first_sheet_says_what_the_workbook_is():
    rows = [[cell.value for cell in row] for row in usual()["About"].iter_rows()]
    told = dict(row[:2] for row in rows)
    assert told["Records"] == "Illustrative records"
    assert "are made up" in told["Note"]
    assert told["Data as of"] == "25 September 2023"
    assert told["This view"] == "all provinces, agencies, donors and levels"
    assert "home district" in told["Covered district"]
    assert told["Districts"].endswith("160 rows.")


def test_every_sheet_has_its_header_and_tags_in_sight():
    made = usual()
    assert made.sheetnames == ["About", *TABLES]
    for sheet in made.worksheets[1:]:
        header, tags = list(sheet.iter_rows(min_row=1, max_row=2, values_only=True))
        assert all(header)
        assert all(str(tag).startswith("#") for tag in tags)
        assert sheet.freeze_panes.endswith("3")
        assert all(9 <= one.width <= 44 for one in sheet.column_dimensions.values())


def test_numbers_are_numbers_days_are_days_and_unknown_is_empty():
    sheet = book(views()["published"])["Districts"]
    header, _, *rows = sheet.iter_rows(values_only=True)
    table = [dict(zip(header, row, strict=True)) for row in rows]
    assert {type(row["Population"]) for row in table} == {int, type(None)}
    assert {type(row["Participants"]) for row in table} == {int, type(None)}
    assert {type(row["Trainings"]) for row in table} == {int}
    days = {type(row["Latest training"]) for row in table}
    assert days == {dt.datetime, type(None)}


def test_no_cell_is_a_formula():
    """Each sign begins some cells of every column of trainings."""
    signs = ("=", "+", "-", "@", "\t", "\r")
    told = [with_words(f"{sign}HYPERLINK(1) {HOSTILE}") for sign in signs]
    by_turns = [one.trainings.iloc[at :: len(signs)] for at, one in enumerate(told)]
    records = replace(told[0], trainings=pd.concat(by_turns), notice=told[3].notice)
    content = write_workbook(of(records).story)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(one) for one in parts.namelist() if "worksheets/" in one]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    made = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    donors = [row[6] for row in made["Trainings"].iter_rows(min_row=3, values_only=True)]
    assert all("HYPERLINK(1)" in donor for donor in donors)
    assert {donor[0] for donor in donors} >= {"=", "+", "-", "@"}


def test_an_empty_view_keeps_every_sheet_and_says_so():
    made = book(views()["empty"])
    assert made.sheetnames == ["About", *TABLES]
    words = [row[1] for row in made["About"].iter_rows(values_only=True)]
    assert any("no row in this selection" in str(word) for word in words)


def test_a_sheet_prints_in_type_that_can_be_read_and_a_number_keeps_off_the_next_words():
    made = usual()
    for sheet in made.worksheets[1:]:
        across = sum(one.width for one in sheet.column_dimensions.values())
        assert across / sheet.page_setup.fitToWidth <= 245, sheet.title  # 11 points are 6.5 or more
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.oddHeader.left.text == "&A"
        for row in sheet.iter_rows(min_row=3):
            for cell, after in pairwise(row):
                if isinstance(cell.value, int | float) and isinstance(after.value, str):
                    assert cell.alignment.indent or after.alignment.horizontal == "right"
                    assert after.alignment.indent or after.alignment.horizontal == "right"
    wide = made["Gaps by need"]
    assert (wide.page_setup.fitToWidth, wide.print_title_cols) == (2, "$A:$C")
    shown = {cell.number_format for cell in wide["L"][2:] if isinstance(cell.value, float)}
    assert shown == {"#,##0.000"}, "decimals stand under each other"
    assert wide["C1"].value == "District", "each page says whose figures these are"


def test_tests_and_targets_are_sheets_where_the_records_have_them():
    told = illustrative()
    made = usual()
    heads = [cell.value for cell in made["Tests"][1]]
    tests = [
        dict(zip(heads, row, strict=True))
        for row in made["Tests"].iter_rows(3, None, values_only=True)
    ]
    assert len(tests) == len(told.trainings)
    paired = [row["Paired answers"] for row in tests if row["Assessment"] == "collected"]
    assert sum(paired) == told.assessments["paired"].sum()
    heads = [cell.value for cell in made["Targets"][1]]
    rows = [
        dict(zip(heads, row, strict=True))
        for row in made["Targets"].iter_rows(3, None, values_only=True)
    ]
    assert sum(row["Targeted"] for row in rows) == told.targets["targeted"].sum()
    for row in rows:
        known = row["Reached"] is not None
        assert row["Share of target, %"] == (
            pytest.approx(100 * row["Reached"] / row["Targeted"], abs=0.06) if known else None
        )
    without = book(of(published()))
    assert not {"Tests", "Targets"} & {*without.sheetnames}


def test_a_sheet_of_targets_says_why_it_has_no_row():
    view = replace(whole(illustrative()), donors=("Denmark",))
    made = book(of(illustrative(), view))
    assert made["Targets"].max_row == 2
    (words,) = [row[1] for row in made["About"].iter_rows(values_only=True) if row[0] == "Targets"]
    assert "not for single agencies, donors or levels" in words


def test_what_no_screen_ranks_or_plans_the_workbook_does_not_either():
    """Records that describe most trainings together: an unnamed district may have had one."""
    made = book(views()["published"])
    about = {row[0]: row[1] for row in made["About"].iter_rows(values_only=True)}
    why = {
        "Gaps by need": "is no gap, so none is ranked",
        "Plan venues": "could send trainings to districts that have had one",
        "Plan districts": "could send trainings to districts that have had one",
    }
    for sheet, words in why.items():
        assert made[sheet].max_row == 2, sheet
        assert "no row in this selection" in about[sheet], sheet
        assert words in about[sheet], sheet
    assert not {"Need", "Plan"} & set(about)


def test_a_month_is_a_date_and_a_long_title_takes_lines():
    made = usual()
    months = [row[0] for row in made["Agency and month"].iter_rows(min_row=3)]
    assert {(type(one.value), one.number_format) for one in months} == {(dt.datetime, "yyyy-mm")}
    titles = [row[1] for row in made["Trainings"].iter_rows(min_row=3)]
    assert all(one.alignment.wrap_text for one in titles)


def test_the_first_sheet_says_each_thing_once_and_leads_to_the_others():
    made = usual()
    about = made["About"]
    words = [row[0].value for row in about.iter_rows()]
    assert len(words) == len(set(words)) + words.count("Districts") - 1
    links = {row[0].value: row[0].hyperlink.target for row in about.iter_rows() if row[0].hyperlink}
    assert links == {name: f"#'{name}'!A1" for name in made.sheetnames[1:]}


def test_where_no_training_has_a_venue_yet_the_nearest_says_so_and_has_no_distance():
    records = illustrative()
    table = need_table(Story(view_of(records)))
    named = table["Nearest past venue by the as-of date"]
    assert set(named) <= set(gazetteer.names().values())
    assert table["Km to it, estimated by road"].notna().all()
    unknown = records.trainings.assign(venue_adm2_pcode="")
    table = need_table(Story(view_of(replace(records, trainings=unknown))))
    assert set(table["Nearest past venue by the as-of date"]) == {"no venue yet"}
    assert table["Km to it, estimated by road"].isna().all()


def test_a_part_calls_no_district_uncovered_that_others_may_have_been_trained_from() -> None:
    table = need_table(Story(view_of(illustrative(), agencies=("Police",))))
    assert "no one on record here" in set(table["Kind"])
    assert "no record in this selection" in set(table["Why"])
    thin = table.loc[table["Kind"] == "thin", "Why"]
    assert len(thin)
    assert thin.str.endswith(" of Police").all()
    assert not {"uncovered", "no record"} & {*table["Kind"], *table["Why"]}
