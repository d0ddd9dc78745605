"""Rows of larger places in sheets that have no column of numbers."""

from datetime import date

import pytest

from data.records.errors import ReadingError
from data.understanding.understand import understand


@pytest.mark.parametrize("name", ["#", "S#", "Sr. No."])
def test_a_larger_place_among_running_numbers_alone_sums_up_nothing(name):
    rows = [name, *map(str, range(1, 7)), "Punjab Province", "8", "9"]
    with pytest.raises(ReadingError, match="No column"):
        understand(["\n".join(rows).encode()], date(2023, 9, 25))
