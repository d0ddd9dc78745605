"""A sheet of who came for each district, and one that says what the codes of trainings are."""

from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.test_office_files import figures, read
from tests.data.understanding.test_read_unasked import summed, understood
from tests.in_turn import in_turn

LIST = ["Sr", "Name", "Gender", "Department", "Training code"]
REGISTER = [["T-01", "Referral", "2023-04-12", "Held"], ["T-02", "Screening", "2023-07-26", "Held"],
            ["T-03", "Refresher", None, "Postponed"]]  # fmt: skip


def of_district(name: str, *codes: str) -> list[list[object]]:
    rows = [[n, f"Zarqoon{n} {name}", "Male", "Police", code] for n, code in enumerate(codes, 1)]
    return [[f"Participants of district {name}"], LIST, *rows]


@in_turn(
    {
        "called": ["Training code", "Code", "Training ID"],
        "last": [False, True],
    }
)
def test_lists_of_districts_have_the_days_of_the_codes_beside_them(
    called: str, *, last: bool
) -> None:
    codes = {"Trainings": [[called, "Title", "Date", "Status"], *REGISTER]}
    lists = {"Kasur": of_district("Kasur", "T-01", "T-02", "T-02"),
             "Okara": of_district("Okara", "T-01", "T-01")}  # fmt: skip
    found = understood(workbook_of(lists | codes if last else codes | lists))
    assert figures(found) == (2, 5)
    assert summed(found, "adm2_pcode") == {"PK614": 3, "PK626": 2}


def test_a_code_that_the_register_does_not_have_leaves_the_sheets_open() -> None:
    sheets = {"Trainings": [["Training code", "Title", "Date", "Status"], *REGISTER],
              "Kasur": of_district("Kasur", "T-01", "T-09"),
              "Okara": of_district("Okara", "T-01", "T-02")}  # fmt: skip
    assert isinstance(read(workbook_of(sheets)), Question)
