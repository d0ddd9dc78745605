"""Places as they are written, and files of trainings by themselves."""

from dataclasses import replace

import pytest

from data.records.errors import ReadingError
from data.understanding.understand import Answers, Question, Understood, understand
from tests.data.sheets_made import (
    GROUP,
    GROUPS,
    TODAY,
    accepted,
    checked,
    counts,
    csv_of,
    groups,
    reasons,
    understood,
    workbook_of,
)
from tests.data.understanding.readings import homes_of

URDU = "سیالکوٹ"
ARABIC_LETTERS = URDU.replace("\u06cc", "\u064a").replace("\u06a9", "\u0643")


def test_letters_and_marks_that_do_not_tell_names_apart() -> None:
    written = [URDU, ARABIC_LETTERS, f"\u200f{URDU}\u200e", "SIALKOT "]
    rows = [{"Training ID": f"T{n}", "District": one} for n, one in enumerate(written)]
    found = checked(groups(*rows))
    assert found.attendance["adm2_pcode"].to_list() == ["PK634"] * len(written)


def test_an_unplaced_district_is_shown_as_it_was_written() -> None:
    found = checked(groups({"District": "Gulistān-e ناکجا"}))
    assert found.problems["value"].to_list() == ["Gulistān-e ناکجا"]


def test_a_name_of_several_districts_needs_its_province() -> None:
    found = checked(groups({"District": "Karachi"}))
    assert found.rows_not_placed == 1
    assert len(found.queue[0].candidates) > 1


def test_a_blank_district_is_not_recorded_and_asked_about_where_none_is_told() -> None:
    found = checked(groups({"District": ""}, {"Training ID": "T2"}))
    assert found.attendance["adm2_pcode"].to_list() == ["", "PK634"]
    assert homes_of(understood(groups({"District": ""}))) == ["none"]


def test_text_that_says_na_stays_text() -> None:
    found = checked(groups({"Training title": "NA"}))
    assert found.trainings["title"].to_list() == ["NA"]


# ----------------------------------------------------------------- trainings by themselves

TRAININGS = ("Event ID", "Event title", "Start date", "District")


def test_trainings_and_attendance_in_two_files_of_any_order() -> None:
    trainings = csv_of(["T1", "Referral", "2023-05-09", "Lahore"], header=TRAININGS)
    people = csv_of(["Referral", "Swat", "FIA", "3"],
                    header=("Training title", "District", "Department", "Female"))  # fmt: skip
    for files in ([trainings, people], [people, trainings]):
        found = checked(*files)
        assert [row[:4] for row in counts(found)] == [("T1", "PK532", "FIA", 3)]
        assert found.trainings["venue_adm2_pcode"].to_list() == ["PK617"]


def test_attendance_of_a_training_with_a_problem() -> None:
    trainings = csv_of(["T1", "Referral", "2023-05-99", ""], header=TRAININGS)
    people = csv_of(["T1", "Swat", "FIA", "3"], ["T9", "Swat", "FIA", "3"],
                    header=("Training ID", "District", "Department", "Female"))  # fmt: skip
    found = checked(trainings, people)
    assert reasons(found) == [
        "No such day.",
        "Its training has a problem.",
        "No training has this training_id.",
    ]
    assert found.problems["value"].iloc[0] == "2023-05-99"


def test_trainings_alone() -> None:
    rows = [["T1", "Referral", "2023-05-09", "Lahore"], ["T1", "Referral", "2023-05-09", "Lahore"],
            ["T2", "Other", "2023-05-10", "Nowhere at all"]]  # fmt: skip
    found = checked(csv_of(*rows, header=TRAININGS))
    assert accepted(found) == {"trainings": 2, "attendance": 0}
    # A venue that is not found is asked about; the training counts, with the words kept.
    assert found.trainings[["venue", "venue_adm2_pcode"]].to_numpy().tolist() == [
        ["", "PK617"],
        ["Nowhere at all", ""],
    ]
    assert [(one.kind, one.held) for one in found.queue] == [("district", False)]
    assert found.rows_not_placed == 0


def test_the_district_beside_numbers_is_of_the_participants_unless_it_is_of_a_venue() -> None:
    row = ["T1", "Referral", "2023-05-09", "Lahore", "3"]
    content = csv_of(row, header=(*TRAININGS[:-1], "District", "Female"))
    untold = {"agency": "not published"}
    found = understand([content], TODAY, answers=Answers(constants=untold))
    assert isinstance(found, Understood)
    assert any("taken as where the participants serve" in note for note in found.notes)
    assert counts(found.checked)[0][:4] == ("T1", "PK617", "Not published", 3)
    # Nothing was asked, and it can be said otherwise all the same.
    assert found.proposal is not None
    mapping = found.proposal.mapping
    venue = ["venue_district" if one == "district" else one for one in mapping.fields]
    said = replace(mapping, fields=tuple(venue))
    assert homes_of(understand([content], TODAY, mapping=said)) == ["PK617", "none"]
    said = replace(said, constants={**said.constants, "district": "not recorded"})
    found = understand([content], TODAY, mapping=said)
    assert isinstance(found, Understood)
    assert counts(found.checked)[0][:4] == ("T1", "", "Not published", 3)
    assert found.proposal is None
    for kind, home in (("groups", "PK617"), ("trainings", "")):
        found = understand([content], TODAY, answers=Answers(constants=untold, kind=kind))
        assert isinstance(found, Understood)
        assert counts(found.checked)[0][:4] == ("T1", home, "Not published", 3)
    for header, more in (("Venue district", ()), ("District", ("Venue",))):
        names = (*TRAININGS[:-1], header, "Female", *more)
        of_venue = understood(csv_of([*row, *["Hall One" for __ in more]], header=names))
        assert counts(of_venue.checked)[0][:4] == ("T1", "", "Not published", 3)


def test_two_tables_of_one_kind_are_refused_unless_they_have_the_same_columns() -> None:
    with pytest.raises(ReadingError, match="not one of trainings and one of attendance"):
        understand([groups(), groups(header=GROUPS[::-1])], TODAY)
    assert checked(groups(), groups()).participants_accepted == 7


def test_tables_of_a_workbook_that_do_not_belong_together_are_asked_about() -> None:
    trainings = [("Event ID", "Event title", "Start date"), ("T1", "Referral", "2023-05-09")]
    tables = [GROUPS, GROUP]
    content = workbook_of({"May": tables, "June": tables, "Events": trainings})
    asked = understand([content], TODAY, sheet=("May", "June", "Events"))
    assert isinstance(asked, Question)
    assert (asked.kind, len(asked.sheets)) == ("sheet", 3)
    assert "tables" in asked.reason
    assert understood(content, sheet="May").checked.tables["attendance"].rows_accepted == 1
    pair = understood(content, sheet=("Events", "May")).checked
    assert accepted(pair) == {"trainings": 1, "attendance": 1}
