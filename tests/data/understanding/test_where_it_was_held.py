"""Places of which the file says that trainings were held there are nobody's homes."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import csv_of
from tests.data.understanding.test_office_files import read
from tests.data.understanding.test_read_unasked import DAY, summed

HELD_IN = [["Referral", DAY, "سکھر", "4", "3"], ["Referral", "16 May 2023", "خیرپور", "6", "2"]]


@pytest.mark.parametrize(
    ("name", "held"),
    [("مقام تربیت", True), ("تربیت کا مقام", True), ("ورکشاپ کی جگہ", True), ("جائے انعقاد", True),
     ("منعقدہ ضلع", True), ("ضلع تربیت", True), ("Tarbiyat ka maqam", True), ("شہر", True),
     ("Place of course", True), ("ضلع", False), ("تربیت یافتہ افراد کا ضلع", False)],
)  # fmt: skip
def test_where_a_training_was_held_is_no_home(name: str, held: bool) -> None:
    content = csv_of(*HELD_IN, header=["Training", "Date", name, "Male", "Female"])
    found = read(content)
    if held:
        assert isinstance(found, Understood), found
        assert {*found.checked.attendance["adm2_pcode"]} == {""}
    else:
        assert isinstance(found, Question) or summed(found, "adm2_pcode") == {
            "PK723": 7, "PK711": 8}  # fmt: skip
