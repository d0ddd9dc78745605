"""The Committees screen: matrix, counts and list are of one presence, at every level."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from data.analysis.committees import by_completeness, nearly_complete, presence
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.model import COMMITTEE_COLUMNS, Records
from data.store.shipped import illustrative
from tests.pages.conftest import bodies, figure, headline, without_rows


def bare(**tables: pd.DataFrame | None) -> Records:
    """Return records with these further tables alone, opened as a visitor's own."""
    nothing = dict.fromkeys(("assessments", "committees", "targets", "layers"))
    return replace(illustrative(), key="yours", **{**nothing, **tables})


def steps(app) -> str:
    return next(body for body in bodies(app) if 'class="steps"' in body)


def rows_drawn(app) -> int:
    return len(figure(app, "matrix")["layout"]["yaxis"]["ticktext"])


def rows_listed(app) -> int:
    """Return how many rows there are to be drawn, on all pages of the matrix."""
    pages = [one.label for one in app.get("button_group") if one.label.startswith("Rows shown")]
    return int(pages[0].split()[3]) if pages else rows_drawn(app)


def said(agencies: int) -> str:
    return {6: "have all 6", 0: "have none on record"}.get(agencies, f"have {agencies}")


def captions(app) -> str:
    return " ".join(one.value for one in app.caption)


def test_the_matrix_the_counts_and_the_table_agree(run_screen) -> None:
    app = run_screen("committees", state={"twin_matrix": True})
    found = presence(coverage(illustrative(), whole(illustrative())))
    for row in by_completeness(found).dropna().itertuples():
        assert f"<strong>{row.committees:,}</strong> <span>{said(row.present)}</span>" in steps(app)
    table = next(one.value for one in app.dataframe if "Agencies present of 6" in one.value)
    assert len(table) == rows_listed(app) == 160
    assert table["Agencies present of 6"].is_monotonic_decreasing
    assert (table["Agencies present of 6"] > 0).sum() == headline(app)["district"]


@pytest.mark.parametrize(
    ("level", "committees"), [("all", 160), ("national", 1), ("provincial", 7), ("district", 160)]
)
def test_each_level_has_its_committees(run_screen, level: str, committees: int) -> None:
    app = run_screen("committees", query={"committees": level})
    assert not app.exception
    assert rows_listed(app) == committees
    assert (f"; {committees} in all" in captions(app)) == (level != "national")
    assert ("Districts by" in captions(app)) == (level in ("all", "district"))


@pytest.mark.parametrize("shown", ["all", "started", "incomplete"])
def test_a_choice_of_committees_leaves_the_counts_as_they_are(run_screen, shown: str) -> None:
    app = run_screen("committees", query={"shown": shown})
    found = presence(coverage(illustrative(), whole(illustrative()))).places["present"]
    wanted = {"all": 160, "started": (found > 0).sum(), "incomplete": (found < 6).sum()}
    assert rows_listed(app) == wanted[shown]
    assert "160 in all" in captions(app)


def test_those_that_lack_one_agency_are_listed_with_it(run_screen) -> None:
    app = run_screen("committees")
    frame = nearly_complete(presence(coverage(illustrative(), whole(illustrative()))))
    table = next(one.value for one in app.dataframe if "Lacks" in one.value)
    assert table["Committee"].to_list() == frame["name"].to_list()
    assert table["Lacks"].to_list() == frame["lacks"].to_list()


def test_without_a_table_of_committees_that_is_said(run_screen) -> None:
    app = run_screen("committees", records=bare(committees=None))
    assert "no table of committees in these records" in captions(app)
    assert not any("Notified" in one.value for one in app.dataframe)


def test_notified_committees_are_counted(run_screen) -> None:
    rows = [("district", "PK6", "PK617", "yes", None), ("district", "PK6", "PK614", "no", None)]
    table = pd.DataFrame(rows, columns=list(COMMITTEE_COLUMNS))
    app = run_screen("committees", records=bare(committees=table))
    assert "Committee notified: 1 yes, 1 no, 158 unknown" in captions(app)
    app = run_screen(
        "committees", records=bare(committees=table), query={"records": "yours", "province": "PK4"}
    )
    assert "1 in all. Committee notified: 0 yes, 0 no, 1 unknown" in captions(app)


@pytest.mark.parametrize("level", ["all", "national", "provincial", "district"])
def test_nobody_trained_is_a_useful_screen(run_screen, level: str) -> None:
    app = run_screen("committees", records=without_rows(), query={"committees": level})
    assert not app.exception
    assert any("lacks exactly one agency" in one.value for one in app.info)


def test_a_province_shows_its_own_committees(run_screen) -> None:
    app = run_screen("committees", query={"province": "PK4"})
    assert rows_drawn(app) == 1
    assert "1 in all" in captions(app)
    marks = next(body for body in bodies(app) if 'class="marks"' in body)
    assert "not in this selection" not in marks, "no row of the matrix has it"


def test_of_an_agency_the_screen_counts_and_shows_that_one_alone(run_screen) -> None:
    app = run_screen("committees", query={"agency": "Police", "district": "PK617"})
    assert not app.exception
    reached = headline(app)["district"]
    assert re.findall("<strong>(.*?)</strong> <span>(.*?)<", steps(app)) == [
        (str(reached), "have it"),
        (str(160 - reached), "have none on record"),
    ]
    assert "the agencies chosen (1 of the 6 on their committee)" in captions(app)
    assert figure(app, "matrix")["layout"]["xaxis"]["ticktext"] == ["Police"]
    assert "not in this selection" not in next(one for one in bodies(app) if '"marks"' in one)
    assert any("hides the other seats" in one.value for one in app.info)
    assert "<dd>1 of 1</dd>" in " ".join(bodies(app))


def test_of_an_agency_without_a_seat_that_is_said_and_nothing_is_counted(run_screen) -> None:
    app = run_screen("committees", query={"agency": "Levies", "district": "PK226"})
    assert not app.exception
    assert "No agency of this selection has a seat on the committees" in app.info[0].value
    assert not any('class="steps"' in body for body in bodies(app))
    assert not app.get("plotly_chart")
    assert "none of them in this selection" in " ".join(bodies(app))


def test_a_profile_opens_over_the_matrix(run_screen) -> None:
    app = run_screen("committees", query={"district": "PK617"})
    profile = " ".join(bodies(app))
    assert "Committee agencies" in profile
    assert "Nearest venues so far" in profile
    assert "<h3>Neighbours: " in profile
    app = run_screen("committees", query={"district": "PK617", "province": "PK2"})
    assert "<h3>Neighbours</h3>" in " ".join(bodies(app)), "none of them is in the selection"


@pytest.mark.parametrize("donor", [{"donor": "Australia"}, {}])
def test_a_profile_says_of_a_part_of_the_records_that_it_is(run_screen, donor: dict) -> None:
    app = run_screen("committees", query={"district": "PK617", **donor})
    assert not app.exception
    told = " ".join(bodies(app))
    assert ("Committee agencies, in this selection" in told) == bool(donor)
    assert ("Kasur: no record in this selection" in told) == bool(donor)
    assert ("In this selection: Trainings funded by Australia" in told) == bool(donor)


@pytest.mark.parametrize("filters", [{}, {"agency": "Levies"}, {"province": "PK2"}])
def test_a_profile_without_a_participant_names_a_selection_only_where_there_is_one(
    run_screen, filters: dict
) -> None:
    app = run_screen("committees", query={"district": "PK628", **filters})
    said = [one.value for one in app.info if one.value.startswith("No participant from here")]
    words = "in this selection." if filters else "is on record by 25 September 2023."
    assert [one.removeprefix("No participant from here ") for one in said] == [words]


def test_a_profile_tells_what_is_not_known_from_0(run_screen) -> None:
    app = run_screen("committees", query={"records": "published", "district": "PK226"})
    profile = next(body for body in bodies(app) if "Trainings attended" in body)
    facts = re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", profile)
    assert dict(facts)["Trainings attended"] == "described only together"
    assert dict(facts)["Committee agencies"] == "0 of 6, 6 not known"
    assert dict(facts)["Sex not recorded"] == "not recorded"


def test_all_rows_are_drawn_page_by_page(run_screen) -> None:
    drawn: list[str] = []
    for page in ("1", "2", "3", "4"):
        app = run_screen("committees", query={"rows": page})
        drawn += figure(app, "matrix")["layout"]["yaxis"]["ticktext"]
    assert len(drawn) == 160
    assert len(set(drawn)) >= 158  # two names are of two districts each


def test_a_page_that_a_choice_has_not_is_the_first(run_screen) -> None:
    app = run_screen("committees", query={"rows": "4", "shown": "started"})
    assert not app.exception
    assert rows_drawn(app) == 40
