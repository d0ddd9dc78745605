"""Lists of persons for another reason than a training are refused; those of trainings are not."""

import pytest

from data.checking.other_files import SHELTERS
from data.checking.other_lists import LISTS
from data.records.errors import ReadingError
from data.understanding.understand import understand
from tests.data.sheets_made import TODAY, text_of

PERSONS = [["Sr", "Name", "Department", "District", "Date"],
           ["1", "Zarqoon1 Nobody", "Police", "Kasur", "3 March 2024"],
           ["2", "Zarqoon2 Nobody", "FIA", "Okara", "3 March 2024"]]  # fmt: skip


@pytest.mark.parametrize(
    "above",
    ["List of victims rescued, 2024", "Register of missing persons", "Details of accused",
     "Survivors referred in March", "Salary sheet of March 2024", "Seniority list of inspectors",
     "Contact list of members of the District Committee, notified on 6 January 2024",
     "Members of the District Vigilance Committee, constituted on 6 January 2024",
     "Minutes of the meeting of DAHTC Kasur, attended by the following participants",
     "Class 9 attendance", "Register of Grade VIII, March"],
)  # fmt: skip
def test_a_list_of_others_is_refused(above: str) -> None:
    with pytest.raises(ReadingError, match=LISTS[:40]):
        understand([text_of([[above], *PERSONS]).encode()], TODAY)


@pytest.mark.parametrize(
    "above",
    ["Training on identification of victims of trafficking", "Workshop on care of survivors",
     "Training of Class IV employees", "List of participants",
     "Contact list of participants", "Minutes of the meeting, and training after it",
     "Members of the District Committee who attended"],
)  # fmt: skip
def test_a_training_on_them_is_none_of_these(above: str) -> None:
    understand([text_of([[above], *PERSONS]).encode()], TODAY)


HOUSED = [["Home", "District", "Month", "Residents women", "Discharged", "Beds"],
          ["Panah Ghar", "Kasur", "Jan-2026", "31", "9", "60"],
          ["Panah Ghar", "Okara", "Jan-2026", "18", "4", "40"]]  # fmt: skip


def test_a_register_of_a_shelter_is_refused_and_no_training_of_its_staff() -> None:
    with pytest.raises(ReadingError, match=SHELTERS[:40]):
        understand([text_of(HOUSED).encode()], TODAY)
    understand([text_of([["Training of staff on referral, by home"], *HOUSED]).encode()], TODAY)
