"""A process that reads one input after the other, and says of each what became of it.

It is a process of its own, with a cap on its memory where the platform has one, so that an
input that ends it or never ends is one more line of the report and not the end of the bench.
"""

import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from bench.fuzz.inputs import Made, made
from bench.fuzz.office_files import NAME
from data.checking.check import Checked
from data.records.errors import ReadingError
from data.sheets.mapping import ColumnMapping, with_constants
from data.sheets.opening import SheetChoice, open_sheets
from data.understanding.columns.proposal import propose
from data.understanding.understand import Question, Understood, understand
from pages.workers.process import cap_memory

TODAY = date(2024, 1, 1)
#: What a reader may take beyond what the process had before the first input.
MEMORY = 1_500_000_000
#: A reader that needs more time of the processor hangs; a busy machine does not count.
SECONDS = 5.0
#: What becomes of an input where all is well.
PLAIN = REFUSED, UNDERSTOOD, ASKED = "refused", "understood", "question"
_ANSWERS = {
    "date_start": "2023-05-09",
    "district": "Swat",
    "agency": "Police",
    "participants_f": "1",
}


class NotAccountedForError(Exception):
    """A row or a participant is nowhere, or is in two places."""


class NamedError(Exception):
    """Somebody is named in what a reader says."""


def outcome(one: Made) -> str:
    """Read an input; return what became of it.

    Raises
    ------
    Exception
        Whatever a reader raises that is not a plain refusal: a fault.
    """
    try:
        return _sheets(one) if one.reader == "sheets" else _whole(one)
    except ReadingError as refused:
        _name_nobody(one, str(refused))
        if not (refused.what and refused.where and refused.what_to_do):
            raise NotAccountedForError("a refusal that does not say what to do") from refused
        return REFUSED


def _sheets(one: Made) -> str:
    sheets = open_sheets(one.contents[0], "The file")
    if isinstance(sheets, SheetChoice):
        for title in sheets.titles[:4]:
            with suppress(ReadingError):
                open_sheets(one.contents[0], "The file", (title.name,))
        return ASKED
    proposals = [propose(sheet) for sheet in sheets]
    asked = any(one.missing or not all(c.sure for c in one.columns) for one in proposals)
    return ASKED if asked else UNDERSTOOD


def _whole(one: Made) -> str:
    answer = understand(one.contents, TODAY)
    asked = isinstance(answer, Question)
    _hold_to_what_is_known(one, answer)
    mappings: list[ColumnMapping] = []
    sheet: tuple[str, ...] | None = None
    # Two answers for the sheets, and one for the columns of each of three at the most.
    for _ in range(6):
        if isinstance(answer, Understood):
            _balance(answer.checked)
            return ASKED if asked else UNDERSTOOD
        if answer.proposal:
            missing = [fields[0] for fields in answer.proposal.missing]
            constants = {field: _ANSWERS.get(field, "T") for field in missing}
            mapping = with_constants(answer.proposal.mapping, constants)
            # Whether blank rows belong to the one above is asked too; here they always do.
            mappings.append(replace(mapping, as_above=True))
        else:
            # Two of them at first; one where these do not belong together.
            sheet = tuple(title.name for title in answer.sheets[: 1 if sheet else 2])
        answer = understand(one.contents, TODAY, mapping=mappings, sheet=sheet)
    raise NotAccountedForError("a question that is asked again when it was answered")


def _hold_to_what_is_known(one: Made, answer: Understood | Question) -> None:
    """Look at what is said at first, where it is known who came, and that nobody may be named."""
    if one.people is None:
        return
    said = repr(answer)
    if isinstance(answer, Understood):
        checked = answer.checked
        open_rows = len(checked.problems) + len(checked.queue)
        counted = checked.participants_accepted
        if counted > one.people or (not open_rows and counted != one.people):
            raise NotAccountedForError(f"{counted} participants, where {one.people} came")
        said += "".join(table.accepted.to_string() for table in checked.tables.values())
        said += checked.problems.to_string() + checked.unplaced.to_string()
    _name_nobody(one, said)


def _name_nobody(one: Made, said: str) -> None:
    if one.people is not None and NAME in said:
        raise NamedError("a name of the file is repeated")


def _balance(checked: Checked) -> None:
    """Every row is accepted, counted once, a problem or no record; and every participant."""
    for name, table in checked.tables.items():
        if len(np.asarray(table.file_rows)) != len(table.accepted):
            raise NotAccountedForError(f"rows of the file of {name}")
        parts = [set(one["row"]) for one in (table.problems, table.duplicates, table.set_aside)]
        apart = sum(map(len, parts))
        if table.rows_in != table.rows_accepted + apart or apart != len(set().union(*parts)):
            raise NotAccountedForError(f"rows of {name}")
    if checked.participants_accepted > checked.participants_in:
        raise NotAccountedForError("participants")


def _end_after(seconds: float) -> None:
    """Have this process ended after some time of the processor, where the platform can do so.

    A handler in Python would not run while a library is at work; the platform's own does.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def begin() -> None:
    """Set the cap on this process's memory, before its first input."""
    with suppress(Exception):
        # What is loaded on first use is no input's.
        outcome(replace(made(0, 0), kind="csv", reader="understand"))
    cap_memory(MEMORY)


def read(seed: int, number: int, read_one: Callable[[Made], str], seconds: float) -> dict[str, Any]:
    """Read the input of a number, for so many seconds at most; return what became of it."""
    one = made(seed, number)
    began = time.process_time()
    _end_after(seconds)
    try:
        line = {"outcome": read_one(one)}
    except MemoryError:
        line = {"outcome": "memory", "why": "more than the cap"}
    except BaseException as fault:
        line = {"outcome": "crash", "why": f"{type(fault).__name__}: {fault}"[:300]}
    _end_after(0)
    return one.about | line | {"seconds": time.process_time() - began}
