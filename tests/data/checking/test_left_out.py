"""What is left out of files is said, by its number and its reason."""

import pandas as pd

from data.checking.check import Checked, CheckedTable
from data.checking.left_out import MOST, left_out_in_words

ROWS = pd.DataFrame({"row": range(2, 60), "reason": [f"reason {n % 25}" for n in range(58)]})


def test_columns_and_rows_that_are_left_out_are_named_and_none_goes_unsaid():
    table = CheckedTable(pd.DataFrame(), 58, 0, set_aside=ROWS, ignored_columns=("Remarks",))
    said = left_out_in_words(Checked({"attendance": table}, personal_columns=("CNIC",)))
    assert said[:3] == [
        "Removed as personal data: CNIC",
        "Columns of attendance that were ignored: Remarks",
        "Left out of attendance (reason 0): rows 2, 27, 52",
    ]
    assert said[-1].startswith("Rows of attendance left out for 5 more reasons")
    assert len(said) == 2 + MOST + 1
