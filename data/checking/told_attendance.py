"""Attendance in the documented shape: whose agency is not certain, and what may be a sum, is asked.

The agency is the known one that a name is; until an answer is given the rows are a problem.
"""

from collections.abc import Collection
from dataclasses import replace

import pandas as pd

from data.checking.problems import problems_of, together
from data.checking.table_check import RawTable
from data.records.distinct import by_text
from data.records.model import COUNT_COLUMNS
from data.records.problems.of_rows import UNKNOWN_AGENCY
from data.records.problems.of_tables import MAY_BE_A_SUM
from data.records.rules import MOST_IN_A_ROW, tidied, whole_numbers
from data.review.agencies.agencies_kept import agency_kept, question_of_agency
from data.review.decisions import Decisions
from data.review.questions import QueueItem
from data.review.sums_among_rows import sums_among_rows
from data.sheets.totals.total_rows import TOTAL_ROW


def with_agencies(
    raw: RawTable, decisions: Decisions, known: Collection[str] = ()
) -> tuple[RawTable, tuple[QueueItem, ...]]:
    """Return attendance with its agencies as they are kept, and a question on each other text.

    Those of ``known`` are kept as they are written.
    """
    written = tidied(raw.cells[["agency"]])["agency"]
    told = {text: agency_kept(text, decisions, known) for text in written.unique()}
    asked = [text for text, (agency, __) in told.items() if text and not agency]
    kept = by_text(written, lambda text: told[text][0] or text)
    cells = raw.cells.assign(agency=kept)
    faults, queue = [raw.faults], []
    people = _counts(cells).sum(axis=1) if asked else pd.Series(dtype="Int64")
    for text in asked:
        rows = cells.index[(written == text) & ~cells.index.isin(raw.faults["row"])]
        faults.append(problems_of(rows, "agency", UNKNOWN_AGENCY))
        queue += (
            [question_of_agency(text, rows.tolist(), told[text][1], people)] if len(rows) else []
        )
    return replace(raw, cells=cells, faults=together(faults)), tuple(queue)


def without_sums(raw: RawTable, decisions: Decisions) -> tuple[RawTable, tuple[QueueItem, ...]]:
    """Return attendance without its sums of no agency, and the questions on what may be one."""
    rows = tidied(raw.cells.drop(columns=[*COUNT_COLUMNS])).join(_counts(raw.cells))
    sums = sums_among_rows(rows, decisions, {*raw.faults["row"]})
    waiting = problems_of(pd.Index(sums.waiting, dtype="int64"), "", MAY_BE_A_SUM)
    aside = pd.DataFrame({"row": sums.rows, "reason": TOTAL_ROW}).astype({"row": "int64"})
    without = replace(
        raw,
        cells=raw.cells.drop(list(sums.rows)),
        faults=together([raw.faults, waiting]),
        set_aside=together([raw.set_aside, aside]),
    )
    return without, sums.questions


def _counts(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers of people, ``Int64``; what cannot be read is not recorded."""
    return pd.DataFrame({n: whole_numbers(cells[n], MOST_IN_A_ROW)[0] for n in COUNT_COLUMNS})
