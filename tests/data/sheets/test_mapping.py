"""What columns are, by their names and tags; what is not sure is asked."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.records.errors import ReadingError
from data.review.decisions import Decisions
from data.sheets.field_names import field_of_name
from data.sheets.fields import field_of_tag, plain
from data.sheets.mapping import GROUPS, PERSONS, TRAININGS, ColumnMapping, shape_of
from data.sheets.opening import Sheet, open_sheets
from data.understanding.columns.proposal import propose
from data.understanding.understand import Question, understand
from tests.data.sheets_made import (
    GROUP,
    TODAY,
    checked,
    counts,
    csv_of,
    groups,
    person,
    text_of,
    understood,
)
from tests.data.sheets_made import GROUPS as GROUP_COLUMNS
from tests.data.sheets_made import PERSONS as PERSON_COLUMNS

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"


def sheet_of(content: bytes) -> Sheet:
    found = open_sheets(content, "The file")
    assert isinstance(found, list)
    return found[0]


def asked(*files: bytes, **options: object) -> Question:
    found = understand(files, TODAY, **options)
    assert isinstance(found, Question), found
    return found


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("date_start", "date_start"),
        ("DateStart", "date_start"),
        ("Start Date", "date_start"),
        ("No. of Female Participants", "participants_f"),
        ("GENDER (M/F)", "sex"),
        ("ضلع", "district"),
        ("ضلع\u200e", "district"),
        ("group_a/group_b/district", "district"),
        ("training/venue/district", "venue_district"),
        ("training/participants_district", "district"),
        ("event/district_of_the_attendees", "district"),
        ("event/posting_district", "district"),
        ("event/district_name", "venue_district"),
        ("participants-sex", "sex"),
        ("Distt.", "district"),
        ("S. No.", "running_number"),
        ("Submission No.", "running_number"),
        ("Nambar Shumar", "running_number"),
        ("سلسلہ نمبر", "running_number"),
        ("Father's Name", "other_personal"),
        ("n_attendees", "participants_total"),
        ("Participant count", "participants_total"),
        ("Participant No.", None),
        ("Title of workshop held", "title"),
        ("Name of the training you attended", "title"),
        ("Name of trainings delivered", "title"),
        ("Names of officers attended", None),
        ("شرکاء کا محکمہ", "department"),
        ("Shuraka ka zila", "district"),
        ("Shuraka ki tadad", "participants_total"),
        ("Kul nafri", "participants_total"),
        ("کل نفری", "participants_total"),
        ("Wombat", None),
        ("", None),
        ("Date (day/month/year)", "date_start"),
        ("End date [DD-MM-YYYY]", "date_end"),
        ("Participants (M/F)", "sex"),
        ("Hotel / town", "venue"),
        ("Training Hall", "venue"),
        ("Represents", "department"),
        ("Comes from district", "district"),
        ("Member", "name_of_person"),
        ("Members", None),
        ("Committee members of", None),
        ("Location.District (home district of participants)", "district"),
        ("Trained (participants)", None),
        ("Date of training attended", "date_start"),
        ("training-date_begin", "date_start"),
        ("training-date_finish", "date_end"),
        ("Designation and office", "designation"),
    ],
)
def test_a_name(name: str, field: str | None) -> None:
    assert field_of_name(name) == field


@pytest.mark.parametrize(
    ("tag", "field"),
    [
        ("#adm2+name", "district"),
        ("#adm2 +code", "adm2_pcode"),
        ("#ADM2+Code+v_pcode", "adm2_pcode"),
        ("#reached+adults+f", "participants_f"),
        ("#reached", "participants_total"),
        ("#contact+email", "email"),
        ("#sector", None),
    ],
)
def test_a_tag(tag: str, field: str | None) -> None:
    assert field_of_tag(tag) == field


def test_letters_of_two_keyboards_are_one() -> None:
    assert plain("جنسي") == plain("جنسی")


def test_what_one_row_is() -> None:
    assert propose(sheet_of(groups())).mapping.kind == GROUPS
    assert propose(sheet_of(csv_of(person(1), header=PERSON_COLUMNS))).mapping.kind == PERSONS
    trainings = csv_of(["T1", "Referral", "2023-05-09"], header=("Event ID", "Title", "Date"))
    assert propose(sheet_of(trainings)).mapping.kind == TRAININGS


def test_unknown_columns_are_ignored_and_named() -> None:
    found = checked(csv_of([*GROUP, "x"], header=[*GROUP_COLUMNS, "Wombat"]))
    assert found.tables["attendance"].ignored_columns == ("Wombat",)


def test_a_name_that_is_not_sure_is_asked_about() -> None:
    header = ["Ladies who came" if name == "Female" else name for name in GROUP_COLUMNS]
    content = csv_of(GROUP, header=header)
    question = asked(content)
    assert question.proposal
    unsure = [(one.name, one.field) for one in question.proposal.columns if not one.sure]
    assert unsure == [("Ladies who came", "participants_f")]
    mapping = question.proposal.mapping
    found = checked(content, mapping=mapping)
    assert [row[3:5] for row in counts(found)] == [(2, 5)]
    # Once confirmed, it holds for the next file of the shape, and for no other.
    remembered = Decisions().confirmed(mapping)
    again = csv_of(["T2", *GROUP[1:]], header=header)
    assert understood(again, decisions=remembered).mappings == (mapping,)
    asked(csv_of(GROUP, header=[*header[:-1], "Gents"]), decisions=remembered)


def test_all_that_is_missing_is_named_at_once() -> None:
    question = asked(csv_of(["2", "x"], header=["Female", "Wombat"]), mapping=None)
    assert question.proposal
    assert question.proposal.missing == (("title", "training_id"), ("date_start",))
    question = asked(csv_of(["2", "Police"], header=["Female", "Department"]))
    assert question.proposal
    assert question.proposal.missing == (("title", "training_id"), ("date_start",))


def test_two_columns_for_one_thing_are_asked_about() -> None:
    question = asked(csv_of([*GROUP, "Swat"], header=[*GROUP_COLUMNS, "Home district"]))
    assert question.proposal
    assert [one.name for one in question.proposal.columns if not one.sure] == [
        "District",
        "Home district",
    ]


def test_what_holds_for_every_row_can_be_said() -> None:
    rows = [[*person(n)[:8]] for n in (1, 2)]
    content = csv_of(*rows, header=PERSON_COLUMNS[:8])
    question = asked(content)
    assert question.proposal
    said = {"title": "Referral", "date_start": "2023-05-09"}
    mapping = replace(question.proposal.mapping, constants=said)
    found = checked(content, mapping=mapping)
    assert found.trainings["training_id"].to_list() == ["2023-05-09 Referral"]
    assert [row[:5] for row in counts(found)] == [("2023-05-09 Referral", "PK634", "Police", 0, 2)]


def test_a_question_never_holds_a_value() -> None:
    content = csv_of(*[person(n)[:8] for n in (1, 2)], header=PERSON_COLUMNS[:8])
    assert "Made-up" not in repr(asked(content))
    assert "0300" not in repr(sheet_of(content))


def test_mappings_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="wombat"):
        ColumnMapping("x", GROUPS, ("wombat",))
    with pytest.raises(ValueError, match="two columns"):
        ColumnMapping("x", GROUPS, ("district", "district"))
    mapping = ColumnMapping(shape_of(GROUP_COLUMNS), GROUPS, ("title", "date_start"))
    with pytest.raises(ReadingError, match="another shape"):
        understand([groups()], TODAY, mapping=mapping)
    with pytest.raises(ValueError, match="format of dates"):
        understand([groups()], TODAY, date_format="ymd")


def test_an_export_of_a_collecting_application() -> None:
    header = ["start", "end", "username", "session/training_title", "session/start_date",
              "session/training_district", "people/home_district", "people/dept",
              "people/female", "people/male", "_id", "_uuid", "_submission_time"]  # fmt: skip
    row = ["2023-05-12T10:00:00.000+05:00", "2023-05-12T10:05:00.000+05:00", "made.up", "Referral",
           "2023-05-09", "Lahore", "Swat", "FIA", "1", "2", "7", "0-0", "2023-05-12"]  # fmt: skip
    found = checked(text_of([header, row]).encode())
    assert str(found.trainings["date_start"].item().date()) == "2023-05-09"
    assert found.trainings["venue_adm2_pcode"].item() == "PK617"
    assert [row[1:5] for row in counts(found)] == [("PK532", "FIA", 1, 2)]
    assert found.personal_columns == ("username",)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample files are not beside the project")
@pytest.mark.parametrize(
    ("name", "rows", "known", "foreign"),
    [
        (
            "hxl_brc-westafrica-movement.csv",
            188,
            {"district", "adm2_pcode", "date_start"},
            "of other countries",
        ),
        ("hxl_iom-haiti-dtm.csv", 352, {"participants_f", "participants_m", "phone", "email"}, ""),
        ("hxl_rowca-3w-hxl.csv", 244, {"title", "province", "district"}, "not of trainings"),
    ],
)
def test_real_files_with_tags(name: str, rows: int, known: set[str], foreign: str) -> None:
    sheet = sheet_of((SAMPLES / name).read_bytes())
    assert len(sheet.cells) == rows
    assert known <= set(propose(sheet).mapping.fields)
    if foreign:
        with pytest.raises(ReadingError, match=foreign):
            asked((SAMPLES / name).read_bytes())
    else:
        assert asked((SAMPLES / name).read_bytes()).kind == "columns"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample files are not beside the project")
def test_a_real_file_of_another_country_is_refused_once_its_columns_are_confirmed() -> None:
    content = (SAMPLES / "hxl_iom-haiti-dtm.csv").read_bytes()
    proposal = propose(sheet_of(content))
    place = {"Commune": "district", "Date of Assessment": "date_start", "Organization": ""}
    fields = [
        place.get(column.name, column.field if column.sure else "") for column in proposal.columns
    ]
    mapping = replace(proposal.mapping, fields=tuple(fields), constants={"agency": "Civil society"})
    # Haiti's communes are no districts of Pakistan: nobody is asked about each of them.
    with pytest.raises(ReadingError, match="13 of its 13 places are none of Pakistan"):
        checked(content, mapping=mapping)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("مرد (Male)", "participants_m"),
        ("Female(خواتین)", "participants_f"),
        ("کل [Total]", "participants_total"),
        ("ضلع (District)", "district"),
        ("Male (خواتین)", None),
        ("Male (کچھ)", None),
    ],
)
def test_a_name_in_two_languages_means_what_both_do(name: str, field: str | None) -> None:
    assert field_of_name(name) == field
