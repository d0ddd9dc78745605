"""Two dates side by side on the Coverage screen."""

import re
from datetime import date

import pytest

from tests.data.conftest import records_of
from tests.pages.conftest import bodies, in_list, map_payload, without_rows


def table_of(app) -> str:
    return next(body for body in bodies(app) if 'class="two-dates"' in body)


@pytest.mark.parametrize("day", ["2023-04-30", "2023-02-28"])
def test_what_was_gained_is_the_difference_of_the_figures(run_screen, day: str) -> None:
    app = run_screen("overview", query={"compare": day}, state={"twin_compared": True})
    sent = map_payload(app)
    counts = {one["label"]: one["count"] for one in sent["classes"]}
    lists = {one["key"]: len(one["places"]) for one in sent["lists"]}
    both, gained = counts["covered at both dates"], counts["gained between the dates"]
    assert both + gained == 44
    assert sum(counts.values()) == 160
    assert lists["gained"] == gained
    assert f"<td>{both}</td><td>44</td><td>+{gained}</td>" in table_of(app)
    listed = next(one.value for one in app.dataframe if "Change" in one.value)
    assert (listed["Change"] == "gained between the dates").sum() == gained


def test_the_numbers_of_a_row_add_up_as_they_are_shown(run_screen) -> None:
    app = run_screen(
        "overview",
        query={"compare": "2023-05-31", "agency": "FIA"},
        state={"twin_compared_figures": True},
    )
    cells = re.findall(r"<td>(.*?)</td><td>(.*?)</td><td>(.*?)</td>", table_of(app))
    assert len(cells) == 5
    for earlier, later, difference in cells:
        one, other, gained = (_number(cell) for cell in (earlier, later, difference))
        assert other - one == pytest.approx(gained), (earlier, later, difference)
    figures = next(one.value for one in app.dataframe if "Figure" in one.value)
    assert figures["Difference"].tolist() == pytest.approx(
        (figures["2023-09-25"] - figures["2023-05-31"]).tolist()
    )
    assert _number(cells[-1][2]) == pytest.approx(figures["Difference"].iloc[-1])


def _number(cell: str) -> float:
    return float(re.sub(r"[^0-9.\u2212-]", "", cell).replace("\u2212", "-"))


def test_the_other_date_may_be_the_later_one(run_screen) -> None:
    app = run_screen("overview", query={"as_of": "2023-04-30", "compare": "2023-09-25"})
    assert map_payload(app)["measure"] == "30 April 2023 against 25 September 2023"


def test_the_same_date_twice_is_one_date(run_screen) -> None:
    app = run_screen("overview", query={"as_of": "2023-04-30", "compare": "2023-04-30"})
    assert not app.exception
    assert not any('class="two-dates"' in body for body in bodies(app))


def test_a_date_that_is_not_offered_is_left_out_and_said(run_screen) -> None:
    app = run_screen("overview", query={"compare": "2021-01-01"})
    assert not app.exception
    assert any("date to compare with" in one.value for one in app.warning)


def test_the_measures_are_offered_only_where_they_change_the_map(run_screen) -> None:
    app = run_screen("overview", query={"measure": "agencies"})
    assert in_list(app, "button_group", "measure").value == "agencies"
    in_list(app, "button_group", "compare").set_value(date(2023, 4, 30)).run()
    assert not app.exception
    assert not any(one.key.startswith("measure_") for one in app.button_group)
    in_list(app, "button_group", "compare").set_value(None).run()
    assert not app.exception
    assert in_list(app, "button_group", "measure").value == "agencies"


def test_the_as_of_date_is_not_offered_and_another_one_stays_when_it_moves(run_screen) -> None:
    app = run_screen("overview", query={"compare": "2023-04-30"})
    assert "25 Sep 2023" not in in_list(app, "button_group", "compare").options
    app.select_slider(key="as_of").set_value(date(2023, 6, 30)).run()
    assert not app.exception
    assert "30 June 2023" in table_of(app)
    assert in_list(app, "button_group", "compare").value == date(2023, 4, 30)


def test_compared_with_itself_a_date_has_its_measures(run_screen) -> None:
    app = run_screen("overview", query={"as_of": "2023-04-30", "compare": "2023-04-30"})
    assert in_list(app, "button_group", "measure")


def test_nothing_recorded_has_no_other_date(run_screen) -> None:
    app = run_screen("overview", records=without_rows())
    assert not app.exception


def test_one_district_is_one(run_screen) -> None:
    days = {"A": date(2023, 2, 1), "B": date(2023, 3, 1)}
    trainings = [{"training_id": key, "date_start": day} for key, day in days.items()]
    rows = [("A", "PK617", "Police", 1, 0, 0), ("B", "PK401", "FIA", 1, 0, 0)]
    app = run_screen(
        "overview", records=records_of(trainings, rows), query={"compare": "2023-02-28"}
    )
    assert "Gained between the dates: 1 district" in [one.value for one in app.subheader]


def test_a_gained_district_without_a_number_says_what_is_known_of_it(run_screen) -> None:
    """No record at the earlier date is not a count that is not published."""
    app = run_screen("overview", query={"compare": "2023-05-31"}, state={"seen_gained": True})
    table = next(one.value for one in app.dataframe if "Status 2023-05-31" in one.value)
    for day in ("2023-05-31", "2023-09-25"):
        for status, people in zip(
            table[f"Status {day}"], table[f"Participants {day}"], strict=True
        ):
            assert people == status or people.replace(",", "").isdecimal()
    assert set(table["Participants 2023-05-31"]) <= {*table["Status 2023-05-31"], "0"}
