"""Committees by completeness: by hand, and summing to the committees of any view."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from data.analysis.committees import Seat, presence
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.programme import committee_agencies
from reports.charts.committees import (
    NO_COMMITTEE,
    NOT_KNOWN,
    completeness_alt,
    completeness_chart,
    completeness_table,
    in_order,
    matrix_chart,
    matrix_table,
)
from reports.words.committees import no_seat
from tests.data.conftest import records_of, views

SIX = committee_agencies()
SMALL = records_of(
    [{"training_id": "A", "date_start": date(2023, 2, 1)}],
    [("A", "PK401", agency, 1, None, None) for agency in SIX]
    + [("A", "PK617", agency, 1, None, None) for agency in SIX[:5]]
    + [("A", "PK634", "Media", 1, None, None)],
)


def test_committees_are_counted_by_agencies_present() -> None:
    table = completeness_table(presence(coverage(SMALL, whole(SMALL))))
    counts = dict(zip(table["Agencies present"], table["Committees"], strict=True))
    assert counts == {"6": 1, "5": 1, "4": 0, "3": 0, "2": 0, "1": 0, "0": 158}
    assert list(table["Agencies present"]) == list("6543210")


def test_committees_of_which_no_agency_is_told_stand_apart() -> None:
    told = [("A", "PK401", "Police", 1, None, None), ("A", "PK617", "Not published", 1, None, None)]
    records = records_of([{"training_id": "A", "date_start": date(2023, 2, 1)}], told)
    table = completeness_table(presence(coverage(records, whole(records))))
    assert table.iloc[-2:].to_numpy().tolist() == [["0", 158], [NOT_KNOWN, 1]]
    found = presence(coverage(records, whole(records)))
    rows = matrix_chart(found, in_order(found)).layout.yaxis.ticktext
    above_0 = [row for row in rows if "<b>0</b>" not in row]
    assert above_0 == ["Islamabad  <b>1</b>", "Lahore  <b>?</b>"]


def test_of_an_agency_committees_are_counted_by_that_one_alone() -> None:
    figures = coverage(SMALL, replace(whole(SMALL), agencies=("Police",)))
    found = presence(figures)
    table = completeness_table(found)
    assert table.to_numpy().tolist() == [["1", 2], ["0", 158]]
    assert list(completeness_chart(found).layout.yaxis.ticktext) == ["1 of 1", "0 of 1"]
    assert "the agencies chosen (1 of the 6 on their committee)" in completeness_alt(found)
    listed = matrix_table(found)
    assert list(listed.columns[-4:]) == [
        "Agencies present of those selected", "Missing", "Notified", "Police"
    ]  # fmt: skip
    assert list(matrix_chart(found, in_order(found)).layout.xaxis.ticktext) == ["Police"]


def test_of_an_agency_without_a_seat_no_committee_is_counted() -> None:
    found = presence(coverage(SMALL, replace(whole(SMALL), agencies=("Media",))))
    assert matrix_table(found).empty
    assert completeness_alt(found) == f"{NO_COMMITTEE}."
    assert "No agency of this selection has a seat" in no_seat(found)
    assert all(agency in no_seat(found) for agency in SIX)


def test_the_chart_is_drawn_from_the_table() -> None:
    found = presence(coverage(SMALL, whole(SMALL)))
    bars, ends = completeness_chart(found).data
    assert list(bars.x) == list(completeness_table(found)["Committees"])
    assert [text.strip() for text in ends.text] == ["1", "1", "0", "0", "0", "0", "158"]
    assert completeness_alt(found).startswith("Bars: of 160 districts")


@settings(max_examples=30, deadline=None)
@given(views())
def test_the_bars_sum_to_the_selected_committees(view: tuple) -> None:
    figures = coverage(*view)
    table = completeness_table(presence(figures))
    assert table["Committees"].sum() in (0, figures.headline.districts)


def test_without_any_committee_it_is_said() -> None:
    found = presence(coverage(SMALL, whole(SMALL)))
    nowhere = replace(found, seats=found.seats.mask(found.seats.notna(), Seat.NOT_SELECTED))
    assert completeness_alt(nowhere) == f"{NO_COMMITTEE}."
    assert completeness_chart(nowhere).layout.annotations[0].text == NO_COMMITTEE


def test_the_matrix_names_agencies_without_breaking_a_word() -> None:
    told = presence(coverage(SMALL, whole(SMALL)))
    figure = matrix_chart(told, in_order(told).head(2))
    assert [one.replace("<br>", " ") for one in figure.layout.xaxis.ticktext] == list(SIX)
    pointed = {name for cells in figure.data[1:] for name in cells.hovertext}
    assert pointed == set(SIX)
