"""What numbers tell apart is left out before it is compared, and nothing else."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.review import duplicate_trainings
from data.review.series_of_sessions import Series

TITLE = st.sampled_from(["Referral", "Referral session 1", "Referral session 2", "Referral (day 1)",
                         "Referral day 2 session 1", "Referrals", "Case work", ""])  # fmt: skip
VENUE = st.sampled_from(["", "GHS 3 Kasur", "GHS 4 Kasur", "Hall 3", "DC Office", "Press Club"])
DAY = st.sampled_from(["2024-03-01", "2024-03-02", "2024-03-04", "2024-03-20"])
CODE = st.sampled_from(["", "PK603", "PK617"])
WHO = st.frozensets(st.one_of(st.integers(0, 5), st.sampled_from(["PK603", "PK617"])), max_size=7)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(TITLE, DAY, VENUE, CODE, WHO), min_size=2, max_size=12),
    st.booleans(),
    st.sampled_from([3, 21]),
)
def test_pairs_are_those_of_each_compared_with_each(rows, both, apart) -> None:
    ids = [f"t{n}" for n in range(len(rows))]
    columns = ("title", "date_start", "venue", "venue_adm2_pcode")
    known = pd.DataFrame([row[:4] for row in rows], columns=list(columns), dtype="str")
    known = known.assign(training_id=pd.array(ids, dtype="str"))
    who = dict(zip(ids, (row[4] for row in rows), strict=True))
    ours = np.arange(len(rows)) % 2 == 0 if both else None

    def pairs() -> list[tuple]:
        return [*duplicate_trainings._pairs(known, lambda: who, ours, apart)]

    found = pairs()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(duplicate_trainings, "FEW_TITLES", 0)
        patched.setattr(
            Series, "may_be", lambda self, one, others: np.ones(len(others), dtype=bool)
        )
        assert found == pairs()
