"""Blocks of one list, each under its own header: what may be in one of them alone."""

import pytest

from data.records.errors import ReadingError
from data.sheets.tables.blocks_of_others import OF_THINGS, is_of_things
from data.sheets.words.names.names_of_things import heads_things
from data.sheets.words.not_participants import is_of_absent, is_of_no_participants
from tests.data.sheets_made import reasons, text_of, workbook_of
from tests.data.understanding.readings import figures, summed, understood

FIRST = [["Training: Referral, 9 May 2023"],
         ["Sr", "Name", "Designation", "Department", "District", "Sex"],
         ["1", "Zarqoon Nobody", "Officer", "Health", "Kasur", "F"],
         ["2", "Zarqash Nobody", "ASI", "Police", "Kasur", "M"]]  # fmt: skip
LATER = "Training: Interviewing, 16 May 2023"
LESS = ["Sr", "Sex", "Name", "Department", "District"]
MORE = ["District", "Name", "Phone", "Department", "Sr", "Remarks", "Sex"]
CELLS = {"Sr": "1", "Sex": "M", "Name": "Zarqeel Nobody", "Department": "Labour",
         "District": "Okara", "Phone": "0300-0000000", "Remarks": "came by bus"}  # fmt: skip


def cells_of(header: list[str]) -> list[str]:
    return [CELLS.get(name, "") for name in header]


@pytest.mark.parametrize("header", [LESS, MORE])
@pytest.mark.parametrize("padded", [True, False])
def test_what_changes_no_figure_may_be_in_one_block_alone(
    header: list[str], *, padded: bool
) -> None:
    rows = [*FIRST, [LATER], header, cells_of(header)]
    if padded:
        width = max(map(len, rows))
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
    for content in (text_of(rows).encode(), workbook_of({"Lists": rows})):
        found = understood(content)
        assert figures(found) == (2, 3)
        assert summed(found, "agency") == {"Health": 1, "Police": 1, "Labour Department": 1}
        assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 1}
        assert reasons(found.checked) == []


def test_whom_a_remark_of_one_block_alone_calls_absent_is_a_problem() -> None:
    absent = ["did not attend" if name == "Remarks" else cell
              for name, cell in zip(MORE, cells_of(MORE), strict=True)]  # fmt: skip
    found = understood(text_of([*FIRST, [LATER], MORE, absent, cells_of(MORE)]).encode())
    assert figures(found) == (2, 3)
    assert len(reasons(found.checked)) == 1


@pytest.mark.parametrize("left_out", ["Sex", "District"])
def test_what_a_block_lacks_is_unknown_of_its_persons_and_that_is_said(left_out: str) -> None:
    header = [name for name in LESS if name != left_out]
    found = understood(text_of([*FIRST, [LATER], header, cells_of(header)]).encode())
    assert figures(found) == (2, 3)
    assert summed(found, "agency") == {"Health": 1, "Police": 1, "Labour Department": 1}
    assert summed(found, "adm2_pcode").get("PK626") == (None if left_out == "District" else 1)
    later = found.checked.attendance["participants_unspecified"].fillna(0).sum()
    assert later == (left_out == "Sex")
    said = found.checked.tables["attendance"].left_out
    assert f"the header again, without: {left_out}" in [why for _, why in said]


def test_a_block_that_names_nobody_is_no_list_of_persons() -> None:
    header = [name for name in LESS if name != "Name"]
    rows = [*FIRST, [LATER], header, cells_of(header)]
    with pytest.raises(ReadingError, match="names the columns otherwise"):
        understood(text_of(rows).encode())


PAID = ["Sr", "Name", "Designation", "Department", "Sessions", "Fee (PKR)", "Account"]
LED = ["1", "Zarmeen Nobody", "Director", "FIA", "3", "9000", "x"]
AGAIN = [[LATER], FIRST[1], cells_of(FIRST[1])]
OF_OTHERS = "under a heading of others than participants, or of trainings not held"


def left_out(rows: list[list[str]], people: int) -> list[str]:
    """Return why rows of a file are left out, whose persons are so many."""
    found = []
    for content in (text_of(rows).encode(), workbook_of({"Lists": rows})):
        read_ = understood(content)
        assert figures(read_)[1] == people
        assert reasons(read_.checked) == []
        found.append([why for _, why in read_.checked.tables["attendance"].left_out])
    return max(found, key=len)


def padded(rows: list[list[str]]) -> list[list[str]]:
    return [[*row, *[""] * (len(PAID) - len(row))] for row in rows]


def test_blocks_of_others_with_a_header_of_their_own_are_left_out() -> None:
    staff = ["1", "Zarnab Nobody", "Driver", "Health", "2", "100", "x"]
    blocks = [["", "", ""], ["Resource Persons"], PAID, LED, ["", "", ""], LED,
              ["", "Total", "", "", "6", "18000"], ["Support staff (not counted)"], staff,
              ["C. Trainers (not participants)"], [*PAID[:4], "Days"], LED[:5]]  # fmt: skip
    for text in (["Waiting list"], ["Absentees (1)"], ["Non-participants"], ["Facilitators:"]):
        blocks += [text, PAID, LED]
    why = left_out(padded([*FIRST, *blocks, *AGAIN]), 3)
    assert why.count(OF_OTHERS) == len(blocks) - 2, "all but the blank ones"
    assert left_out(padded([*FIRST, *blocks]), 2).count(OF_OTHERS) == len(blocks) - 2


@pytest.mark.parametrize(
    "heading",
    ["Resource person: Zarqash Nobody", "Nominees", "Absentees (3)", "Officers of the district",
     "Two officers did not attend and were told.", "No absentees"],
)  # fmt: skip
def test_a_header_of_its_own_is_refused_under_a_heading_that_may_be_no_others(heading: str) -> None:
    with pytest.raises(ReadingError, match="names the columns otherwise"):
        understood(text_of(padded([*FIRST, [heading], PAID, LED])).encode())


@pytest.mark.parametrize("row", [cells_of(FIRST[1]), ["9", "Zarnab"]])
def test_whoever_stands_behind_others_under_no_header_is_refused(row: list[str]) -> None:
    rows = [*FIRST, ["Resource persons"], PAID, LED, ["Late arrivals"], row]
    with pytest.raises(ReadingError, match="Row 6 names the columns otherwise"):
        understood(text_of(padded(rows)).encode())


def test_members_who_could_not_attend_are_left_out_and_name_no_training() -> None:
    minutes = [["MINUTES OF THE ORIENTATION TRAINING OF THE COMMITTEE"], ["Held on 9 May 2023"],
               [""], ["List of participants"], *FIRST[1:], [""],
               ["The following members could not attend the training:"], FIRST[1],
               ["1", "Zarmeen Nobody", "Director", "FIA", "Kasur", "F"], [""],
               ["The meeting ended with a vote of thanks."]]  # fmt: skip
    assert left_out(minutes, 2).count(OF_OTHERS) == 1


def test_a_heading_of_those_who_were_absent_says_no_more() -> None:
    for text in ("Members who could not attend", "(ii) Apologies received from:", "B. Absent",
                 "Names of the invited officers unable to attend the meeting (3)"):  # fmt: skip
        assert is_of_absent(text), text
    for text in ("Two members could not attend", "The following members", "Absent Khan",
                 "No apologies", "Members could not attend, and others came"):  # fmt: skip
        assert not is_of_absent(text), text


COUNTED = ["Sr.", "Training", "Date", "District", "Male", "Female", "Total"]
REPORT = [["Monthly progress report, November 2023"], ["A. Trainings conducted"], COUNTED,
          ["1", "Referral", "7 Nov 2023", "Ghotki", "16", "2", "18"],
          ["2", "Referral", "14 Nov 2023", "Sukkur", "5", "8", "13"], [""]]  # fmt: skip


def test_tables_of_other_things_in_a_report_are_left_out_and_said() -> None:
    things = [["B. Cases"], ["Sr.", "Subject", "Number"], ["1", "FIRs registered", "6"],
              ["2", "Victims rescued", "9"], [""],
              ["C. Staff position"], ["Sr.", "Name of post", "Sanctioned", "Vacant"],
              ["1", "Inspector", "5", "3"], [""],
              ["D. Complaints"], ["Sr.", "District", "Complaints received"],
              ["1", "Ghotki", "4"], ["Deputy Director"]]  # fmt: skip
    again = [["E. Trainings conducted with partners"], COUNTED,
             ["1", "Interviewing", "21 Nov 2023", "Ghotki", "3", "1", "4"]]  # fmt: skip
    served = [["F. Victims rescued"], COUNTED,
              ["1", "Shelter", "9 Nov 2023", "Ghotki", "1", "2", "3"]]  # fmt: skip
    rows = [*REPORT, *things, *again, [""], *served]
    width = len(COUNTED)
    found = understood(
        workbook_of({"Report": [[*row, *[""] * (width - len(row))] for row in rows]}),
        agency="not published",
    )
    assert figures(found) == (3, 35)
    assert reasons(found.checked) == []
    why = [why for _, why in found.checked.tables["attendance"].left_out]
    assert why.count(OF_THINGS) == len(things) - 3, "all but the blank ones and who signed"
    assert why.count(OF_OTHERS) == len(served)


@pytest.mark.parametrize(
    "rows",
    [
        [["Zarmeen Nobody", "Complaints officer", "FIA"]],
        [["Zarmeen Nobody", "Officer"], ["Zarnab Nobody", "Officer"]],
        [["District", "Cases", "Participants"], ["Kasur", "2", "12"]],
        [["Subject", "Number"], ["Female", "3"]],
        [["Category", "Number"], ["Police", "3"]],
    ],
)
def test_what_may_be_of_those_who_came_is_no_table_of_things(rows: list[list[str]]) -> None:
    assert not is_of_things(*rows)


def test_a_heading_of_things_names_no_training_and_no_people() -> None:
    assert all(map(heads_things, ("B. Cases", "(ii) Budget and expenditure", "Staff position")))
    assert not any(map(heads_things, ("Training on cases", "Officers of FIR desks", "Kasur")))
    assert is_of_no_participants("Victims of trafficking identified and referred in May 2023")
    assert not any(map(is_of_no_participants, ("Victims", "Agents trained", "Victims' lawyers")))
