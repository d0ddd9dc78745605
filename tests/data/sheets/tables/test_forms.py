"""Forms, and a column for each training, are read as tables; what is laid out otherwise is not."""

import pytest

from data.records.errors import ReadingError
from data.sheets.tables.forms import form_of, form_of_list
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import figures, read, summed

TOLD = (("Referral of victims", "9 May 2023", "Kasur", "15", "10"),
        ("Identification", "12 June 2023", "Lahore", "12", "8"))  # fmt: skip
LABELS = ("Title", "Date", "District", "Male", "Female")


def blocks(template: str = "{}") -> list[list[str]]:
    rows: list[list[str]] = []
    for told in TOLD:
        rows += [["Training report"], *([template.format(label), text]
                 for label, text in zip(LABELS, told, strict=True)), []]  # fmt: skip
    return rows


ACROSS = [[label, *texts] for label, *texts in zip(LABELS, *TOLD, strict=True)]


@pytest.mark.parametrize(
    "rows",
    [
        blocks(),
        blocks("{}:"),
        blocks("1. {}:"),
        [[f"{row[0]}: {row[1]}"] if len(row) > 1 else row for row in blocks()],
        [row for told in TOLD
         for row in (["Title:", told[0], "Date:", told[1]],
                     ["District:", told[2], "Participants:", f"{told[3]} M, {told[4]} F"])],
        ACROSS,
        [["AHTC trainings"], ["", "Training 1", "Training 2"], *ACROSS],
    ],
)  # fmt: skip
def test_labels_with_their_values_are_a_table(rows: list) -> None:
    found = read(text_of(rows).encode(), kind="groups", agency="not published")
    assert figures(found) == (2, 45)
    assert isinstance(found, Understood)
    group = found.checked.attendance[["participants_m", "participants_f"]].sum()
    assert group.to_list() == [27, 18]
    assert set(found.checked.attendance["adm2_pcode"]) == {"PK614", "PK617"}


@pytest.mark.parametrize(
    "parts",
    [
        [["Break-up:"], ["Exporters", "15"], ["Labour Department", "6"], ["NGOs", "4"]],
        [["Of whom Advocates", "15"], ["Of whom Prosecutors", "10"]],
        [["Participants by agency:"], ["Agency", "Number"], ["Sindh Police", "15"], ["NGOs", "10"]],
    ],
)
def test_what_breaks_the_numbers_of_a_form_up_is_not_counted_again(parts: list) -> None:
    rows = [["Activity report"], ["Title of workshop", "Referral"], ["Date", "9 May 2023"],
            ["Venue", "Hall One"], ["Hosted by", "Labour Department"], ["Invited", "40"],
            ["Male", "15"], ["Female", "10"], ["Total participants", "25"], *parts,
            ["Remarks", "in the morning"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert figures(found) == (1, 25)
    assert isinstance(found, Understood)
    left = found.checked.tables["attendance"].left_out
    assert sum("part" in why for __, why in left) == len(parts)


def test_forms_of_a_sheet_each_are_taken_together() -> None:
    sheets = {told[2]: [list(pair) for pair in zip(LABELS, told, strict=True)] for told in TOLD}
    assert figures(read(workbook_of(sheets), kind="groups", agency="not published")) == (2, 45)


def test_a_text_beside_no_label_is_set_aside_and_said() -> None:
    found = read(text_of([*blocks(), ["Zarqoon Nobody wrote this"]]).encode(), kind="groups")
    assert isinstance(found, Understood)
    left = found.checked.tables["attendance"].set_aside
    assert left["reason"].to_list() == ["a text beside no label"] * 2
    assert "Zarqoon" not in repr(found)


@pytest.mark.parametrize(
    "rows",
    [
        [["Title", "Referral"], ["Date", "9 May 2023"], ["Venue", "Hall One"]],
        [["Title", "Date", "District", "Male"], ["Referral", "9 May 2023", "Kasur", "3"]],
        [*blocks(), ["S#", "Name", "Sex"], ["1", "Zarqoon Nobody", "F"]],
        [["Male", "3"], ["Female", "4"], ["Total", "7"]],
        [
            ["Sr", "Police of district", "Date of training", "No. of officers trained"],
            ["1", "Kasur", "21/05/2023", "14"],
            ["2", "Okara", "22/05/2023", "19"],
            ["", "Total", "", "33"],
        ],
    ],
)
def test_what_counts_nobody_or_has_a_table_under_it_is_no_form(rows: list) -> None:
    assert form_of(list(enumerate(rows, start=1))) is None


def test_women_and_men_of_agencies_are_labels_of_columns_of_trainings() -> None:
    rows = [["Committee trainings (participants serve in the named district)"],
            ["District", "Kasur", "Okara"], ["Date", "2023-05-09", "2023-05-16"],
            ["Police - men", "4", "5"], ["Police - women", "1", "0"],
            ["FIA - men", "1", "0"], ["FIA - women", "0", "1"], ["All", "6", "6"]]  # fmt: skip
    found = read(workbook_of({"Sheet1": rows}))
    assert figures(found) == (2, 12)
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Police": 10, "FIA": 2}
    assert summed(found, "adm2_pcode") == {"PK614": 6, "PK626": 6}


@pytest.mark.parametrize(
    ("line", "is_read"),
    [("- FIA: 2 men", True), ("- FIA: nobody came", False), ("Dear Madam,", False)],
)
def test_agencies_that_a_letter_lists_with_their_numbers_are_a_table(
    line: str, is_read: bool
) -> None:
    letter = ["Training of officers of District Kasur held on 9 May 2023", "",
              " - Police: 5 persons (4 men, 1 woman)", line, " - Labour Department: 1 woman", "",
              "Tea, and lunch, were arranged.", "", "Best,", "Z."]  # fmt: skip
    rows = [(n, text.split(",")) for n, text in enumerate(letter, start=1)]
    form = form_of_list(rows)
    assert bool(form) is is_read
    if form:
        assert form.rows == [(3, ["Police", "1", "4", "5"]), (4, ["FIA", "", "2", ""]),
                             (5, ["Labour Department", "1", "", ""])]  # fmt: skip
        found = read("\n".join(letter).encode())
        assert isinstance(found, Understood)
        assert not found.checked.queue  # who signed below is no agency
        assert summed(found, "agency") == {"Police": 5, "FIA": 2, "Labour Department": 1}


def test_labels_that_may_be_names_are_not_shown() -> None:
    rows = [*([label, text] for label, text in zip(LABELS, TOLD[0], strict=True)),
            ["Zarqoon Nobody", "5"]]  # fmt: skip
    try:
        found: object = read(text_of(rows).encode())
    except ReadingError as error:
        found = error
    assert isinstance(found, Understood | Question)
    assert "Zarqoon" not in repr(found)


@pytest.mark.parametrize("whole", [["Total: 16"], []])
def test_women_and_men_under_a_label_are_of_the_agency_of_each_line(whole: list[str]) -> None:
    lines = [
        line
        for title, day, home in (told[:3] for told in TOLD)
        for line in (
            f"Title: {title}",
            f"Date: {day}",
            f"District: {home}",
            "Participants:",
            "  Police: 2 women, 10 men",
            "  FIA: 1 woman, 3 men",
            *whole,
            "",
        )
    ]
    found = read("\n".join(lines).encode())
    assert figures(found) == (2, 32)
    assert summed(found, "agency") == {"Police": 24, "FIA": 8}
    assert summed(found, "adm2_pcode") == {"PK614": 16, "PK617": 16}
