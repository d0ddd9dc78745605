"""A training as it is written on a screen: the rules of a file cell by cell, and what changes."""

from datetime import date

import pandas as pd
import pytest

from data.entering import places
from data.entering.changes import changes
from data.entering.written import (
    HEADINGS,
    checked_further,
    checked_training,
    editor_rows,
    problems,
    taken_out,
)
from data.records.tables import TABLES
from data.store.shipped import illustrative
from geo.districts.larger_places import home_names

TODAY = date(2023, 12, 1)
FACTS = {
    "training_id": "N1",
    "title": "Referral",
    "level": "district",
    "date_start": date(2023, 9, 25),
    "date_end": date(2023, 9, 26),
    "status": "held",
    "venue_adm2_pcode": "لاہور",
}


def rows(*cells: tuple, table: str = "attendance") -> pd.DataFrame:
    return pd.DataFrame(list(cells), columns=list(HEADINGS[table].values()), dtype=object)


def further(table: str, edited: pd.DataFrame, training_id: str = "T02"):
    return checked_further(table, training_id, edited, illustrative().trainings, TODAY)


def told(checked) -> list[tuple]:
    listed = problems(checked)
    return list(zip(listed["Row"], listed["Column"], listed["What is wrong"], strict=True))


def test_every_table_of_a_training_comes_back_from_the_editor_as_it_was():
    sample = illustrative()
    for training in sample.trainings.to_dict("records"):
        ours = {
            name: table[table["training_id"] == training["training_id"]]
            for name, table in sample.tables.items()
            if "training_id" in table
        }
        edited = editor_rows("attendance", ours["attendance"])
        checked = checked_training(training, edited, TODAY)
        tables = dict(checked.tables)
        for name in ("inputs", "assessments"):
            found = further(name, editor_rows(name, ours[name]), training["training_id"])
            assert problems(found).empty
            tables[name] = found.tables[name]
        assert problems(checked).empty
        for name, table in tables.items():
            same = ours[name].reset_index(drop=True)
            pd.testing.assert_frame_equal(table.accepted, same)
        assert changes(ours, ours).empty


def test_blank_is_not_zero_and_a_place_is_read_in_any_spelling():
    checked = checked_training(
        FACTS,
        rows(
            ("Kasur district", "police", 0, None, None),
            ("karachi, district not known", "FIA", 2.0, 3, pd.NA),
            (None, "FIA", 1, "", None),
            (None, None, None, None, None),
        ),
        TODAY,
    )
    assert problems(checked).empty
    assert checked.trainings["venue_adm2_pcode"].tolist() == ["PK617"]
    read = checked.attendance.astype(object).where(checked.attendance.notna(), None)
    assert read.to_numpy().tolist() == [
        ["N1", "PK614", "Police", 0, None, None],
        ["N1", "PK7-Karachi", "FIA", 2, 3, None],
        ["N1", "", "FIA", 1, None, None],
    ]


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        (("Karachi", "FIA", 1, 1, 1), ("Home district", "Karachi is a city of several districts")),
        (("Lahor", "FIA", 1, 1, 1), ("Home district", "Lahor is a tehsil")),
        (("Xyz", "FIA", 1, 1, 1), ("Home district", "No known district.")),
        (("Lahore", "", 1, 1, 1), ("Agency", "Blank.")),
        (("Lahore", "FIA", -1, 1, 1), ("Women", "Not a whole number")),
        (("Lahore", "FIA", 1, 2.5, 1), ("Men", "Not a whole number")),
        (("Lahore", "FIA", "1", "x", ""), ("Men", "Not a whole number")),
        (("Lahore", "FIA", "1", "1-2", ""), ("Men", "Not a whole number")),
        (("Lahore", "FIA", 1, 1, 10_001), ("Sex not recorded", "More than 10,000")),
        (("Mr. Nobody Zarqoon", "FIA", 1, 1, 1), ("Home district", "Looks like a person's data")),
        (("Lahore", "0300-1234567", 1, 1, 1), ("Agency", "Looks like a person's data")),
        (("Kasur", "Police", 1, 2, 0), ("", "appear twice with different numbers")),
        (("Kasur", "Police", 1, 1, 1), ("", "appear twice, and nothing tells them apart")),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column_and_nothing_is_taken_for_it(cells, wrong):
    checked = checked_training(FACTS, rows(("Kasur", "Police", 1, 1, 1), cells), TODAY)
    row, column, what = told(checked)[-1]
    assert (row, column) == (2, wrong[0])
    assert wrong[1] in what
    listed = problems(checked)
    assert (listed["What to do"] != "").all()
    assert (
        not listed.astype("str")
        .map(lambda text: "Zarqoon" in text or "0300" in text)
        .any(axis=None)
    )


def test_a_place_and_another_cell_of_one_row_are_both_told_and_what_is_alike_is_named():
    checked = checked_training(FACTS, rows(("Karachi", "", 1, 1, 1)), TODAY)
    assert [one[1] for one in told(checked)] == ["Home district", "Agency"]
    advice = problems(checked)["What to do"].iloc[0]
    assert "Karachi East (Sindh)" in advice
    assert "Karachi, district not known" in advice
    venue = checked_training(FACTS | {"venue_adm2_pcode": "Karachi"}, rows(), TODAY)
    assert "district not known" not in problems(venue)["What to do"].iloc[0]


def test_of_a_training_with_a_problem_its_rows_are_not_told_again():
    facts = FACTS | {"title": "", "date_end": date(2023, 12, 24)}
    checked = checked_training(facts, rows(("Kasur", "Police", 1, 1, 1)), TODAY)
    assert [(part, column) for part, _, column, *_ in problems(checked).to_numpy().tolist()] == [
        ("Training", "Title"),
        ("Training", "Last day"),
    ]
    late = checked_training(FACTS | {"date_end": date(2023, 12, 24)}, rows(), TODAY)
    assert told(late)[0][1:] == ("Last day", "A held training ends after today (1 December 2023).")


def test_what_was_raised_is_checked_against_all_trainings():
    good = ("law", "Forms are missing.", "police", "closed", "T05", pd.Timestamp("2023-06-01"))
    checked = further("inputs", rows(good, table="inputs"))
    assert problems(checked).empty
    assert checked.further["inputs"].iloc[0].tolist() == ["T02", *good[:2], "Police", *good[3:]]
    wrong = (*good[:4], "T01", None)
    assert told(further("inputs", rows(wrong, table="inputs"))) == [
        (1, "Followed up at", "No later than the training at which it was raised.")
    ]
    twice = further("inputs", rows(good, good, table="inputs"))
    assert [one[0] for one in told(twice)] == [1, 2]
    assert not len(taken_out(TODAY).trainings)


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ((12, 8.5, 14.25, 2.0, 20), []),
        ((0, None, None, None, 20.0), []),
        ((None,) * 5, []),
        ((12, 8.5, 21, None, 20), ["Mean after"]),
        ((12.5, 8, 9, None, 20), ["Took both tests"]),
        ((None, 8, 9, None, 0), ["Took both tests", "Maximum points"]),
        ((12, -1, 9, "x", 20), ["Mean before", "Standard deviation of the differences"]),
    ],
)
def test_the_tests_of_a_training_are_checked_as_those_of_a_file_are(cells, wrong):
    checked = further("assessments", rows(cells, table="assessments"))
    assert sorted(one[1] for one in told(checked)) == sorted(wrong)
    written = any(cell is not None for cell in cells)
    assert len(checked.tables["assessments"].accepted) == (written and not wrong)


def test_what_changes_is_told_value_by_value():
    sample = illustrative()
    before = {
        name: getattr(sample, name)[getattr(sample, name)["training_id"] == "T04"]
        for name in ("trainings", "attendance")
    }
    home = places.label(before["attendance"]["adm2_pcode"].iloc[0])
    agency = before["attendance"]["agency"].iloc[0]
    edited = editor_rows("attendance", before["attendance"])
    edited.loc[1, "Women"] = "9"
    edited = pd.concat([edited.iloc[:-1], rows(("Kasur", "Media", None, 0, None))])
    facts = before["trainings"].iloc[0].to_dict() | {"title": "Roles"}
    checked = checked_training(facts, edited, TODAY)
    after = {name: table.accepted for name, table in checked.tables.items()}
    found = changes(before, after)
    title = before["trainings"]["title"].iloc[0]
    women = str(before["attendance"]["participants_f"].iloc[0])
    listed = found.to_numpy().tolist()
    assert ["Training", "", "Title", title, "Roles"] in [[*r[:1], "", *r[2:]] for r in listed]
    assert ["Attendance", f"{home}, {agency}", "Women", women, "9"] in listed
    assert ["Attendance", "Kasur, Media", "Men", "not there", "0"] in listed
    assert ["Attendance", "Kasur, Media", "Women", "not there", "not recorded"] not in listed
    assert "taken out" in set(found["After"])
    gone = changes(before, {})
    assert set(gone["After"]) == {"taken out"}


def test_every_place_that_is_shown_is_read_as_itself():
    for code, words in home_names().items():
        assert places.read_place(words, home=True).code == code
    assert set(HEADINGS["attendance"]) | {"training_id"} == set(TABLES["attendance"])


@pytest.mark.parametrize("written", [
    "Refresher (trainer: Zarqoon Nobody)", "Training by Zarqoon Khan", "zarqoon\uff20example.org",
    "00000\u20110000000\u20111", "Passport AB0000001", "AB0000001", "0300/0000001",
])  # fmt: skip
@pytest.mark.parametrize("column", ["title", "venue"])
def test_a_person_in_a_text_is_refused_as_in_a_file_and_not_shown(written: str, column: str):
    checked = checked_training(
        {**FACTS, column: written}, rows(("Lahore", "FIA", 2, 3, None)), TODAY
    )
    assert checked.trainings.empty
    assert written not in repr(problems(checked).to_dict())


def test_a_code_may_be_written_as_a_passport_is():
    facts = {**FACTS, "training_id": "AB0000001"}
    checked = checked_training(facts, rows(("Lahore", "FIA", 2, 3, None)), TODAY)
    assert len(checked.trainings) == 1


@pytest.mark.parametrize("name", ["Punjab Police", "پولیس"])
def test_an_agency_is_known_by_its_other_names_as_in_a_file(name):
    one = checked_training(FACTS, rows(("Lahore", name, 1, 1, None)), TODAY)
    assert one.attendance["agency"].to_list() == ["Police"]
    both = rows(("Lahore", name, 1, 1, None), ("لاہور", "Police", 2, 2, None))
    twice = "The same training, district and agency appear twice with different numbers."
    assert {what for _row, _column, what in told(checked_training(FACTS, both, TODAY))} == {twice}


def test_an_agency_that_may_be_a_person_is_hidden_unless_the_records_have_it():
    for name, advice in ("Zarqoon Nobody", "Foundation"), ("Plice", "Write one of: Police."):
        written = rows(("Lahore", name, 1, 1, None))
        shown = problems(checked_training(FACTS, written, TODAY))
        assert shown["Column"].to_list() == ["Agency"]
        assert advice in shown["What to do"].item()
        assert name not in str(shown.to_dict())
        assert problems(checked_training(FACTS, written, TODAY, {name})).empty
