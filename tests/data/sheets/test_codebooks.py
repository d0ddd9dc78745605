"""A sheet beside a list that says what the codes in its columns mean."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import figures, read, summed, understood

LIST = [["id", "course_code", "name", "gender", "dept_code", "district", "attended"],
        [1, "C1", "Zarqoon One", 1, 2, "Kasur", 1], [2, "C2", "Zarqoon Two", 2, 1, "Okara", 1],
        [3, "C2", "Zarqoon Three", 2, 2, "Okara", 0]]  # fmt: skip
COURSES = [["course_code", "C1", "Referral, 9 May 2023"], ["", "C2", "Shelter care, 16 May 2023"]]
SEXES = [["gender", 1, "Female"], ["", 2, "Male"]]
BODIES = [["dept_code", 1, "Police"], ["dept_code", 2, "Social Welfare Department"]]
CAME = [["attended", 0, "No (did not come)"], ["attended", 1, "Yes"]]
BOOK = [["Variable", "Code", "Label"], *COURSES, *SEXES, *BODIES, *CAME]


WITHOUT_NAMES = [["Code list"], *COURSES, *SEXES, ["dept_code (who employs)", *BODIES[0][1:]],
                 ["", *BODIES[1][1:]], *CAME]  # fmt: skip


def rows_of_pairs() -> list[list[object]]:
    names = ["course_code", "gender", "dept_code", "attended"]
    own = (COURSES, SEXES, BODIES, CAME)
    said = ["; ".join(f"{code} = {word}" for __, code, word in one) for one in own]
    return [["Column", "Codes used"], *map(list, zip(names, said, strict=True))]


@pytest.mark.parametrize("called", ["codebook", "Code list", "Data dictionary"])
@pytest.mark.parametrize("book", [BOOK, rows_of_pairs(), WITHOUT_NAMES])
def test_codes_are_read_as_the_sheet_beside_them_says(called: str, book: list) -> None:
    found = understood(workbook_of({"data": LIST, called: book}))
    assert figures(found) == (2, 2)
    assert summed(found, "agency") == {"Social Welfare Department": 1, "Police": 1}
    assert int(found.checked.attendance["participants_f"].sum()) == 1
    held = sorted(found.checked.trainings["date_start"].astype("str"))
    assert held == ["2023-05-09", "2023-05-16"]


@pytest.mark.parametrize("label", ["label", "label::English (en)"])
def test_choices_of_a_form_explain_its_columns_in_their_groups(label: str) -> None:
    names = {"name": "person/name", "gender": "person/gender", "dept_code": "grp_p/dept_code"}
    rows = [[names.get(str(cell), cell) for cell in LIST[0]], *LIST[1:]]
    book = [["list_name", "name", label], *COURSES, *SEXES, *BODIES, *CAME]
    found = understood(workbook_of({"data": rows, "choices": book}))
    assert figures(found) == (2, 2)
    assert summed(found, "agency") == {"Social Welfare Department": 1, "Police": 1}
    assert int(found.checked.attendance["participants_f"].sum()) == 1


@pytest.mark.parametrize(
    "more",
    [
        [["course_code", "C2", "Another, 23 May 2023"]],  # two meanings of one code
        [["course_code", "c1", "Screening, 9 June 2023"]],
    ],
)
def test_a_code_of_two_meanings_leaves_its_column(more: list) -> None:
    assert isinstance(read(workbook_of({"data": LIST, "codebook": [*BOOK, *more]})), Question)


def test_a_column_with_a_code_that_is_explained_nowhere_keeps_its_codes() -> None:
    rows = [*LIST, [4, "C9", "Zarqoon Four", 1, 2, "Kasur", 1]]
    assert isinstance(read(workbook_of({"data": rows, "codebook": BOOK})), Question)


def test_the_one_code_of_a_training_tells_its_day() -> None:
    rows = [["C1" if cell == "C2" else cell for cell in row] for row in LIST]
    book = [row for row in WITHOUT_NAMES if "C2" not in row]
    assert figures(understood(workbook_of({"data": rows, "codes": book}))) == (1, 2)


def test_the_choices_of_a_form_tell_what_its_codes_mean() -> None:
    book = [["list_name", "name", "label::English (en)"], *COURSES, *SEXES, *BODIES, *CAME]
    found = understood(workbook_of({"data": LIST, "choices": book}))
    assert figures(found) == (2, 2)
    assert summed(found, "agency") == {"Social Welfare Department": 1, "Police": 1}
