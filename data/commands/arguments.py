"""The files that a command is given, read with the answers that it is given.

The commands ``check`` and ``import`` read them in the same way, so that what the one says of a
file is what the other takes in.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.records.calendar.dates import today
from data.records.errors import Refusal
from data.store.errors import STORE_VARIABLE
from geo.words.catalogue import _

if TYPE_CHECKING:
    from data.checking.check import Checked
    from data.records.model import Records
    from data.review.decisions import Decisions
    from data.understanding.understand import Question, Understood

FINE, PROBLEMS, REFUSED = 0, 1, 2
#: The sets of records that can be named, but for folders.
ILLUSTRATIVE, PUBLISHED, STORED = "illustrative", "published", "stored"
#: What is said of rows that leave their training blank, and whether it is that of the row above.
BLANKS = {"above": True, "none": False}
#: Reading files with more bytes than this, together, takes long enough to be said.
LARGE = 2_000_000


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the files, and the options that answer what can be asked about them."""
    command.add_argument(
        "file",
        nargs="+",
        type=Path,
        help=_("a workbook, or CSV files of trainings, attendance and the other tables"),
    )
    add_store(command)
    add_answers(command)


def add_answers(command: argparse.ArgumentParser) -> None:
    """Add the options that answer what can be asked about a file."""
    words = _("which sheet, of a workbook with several")
    command.add_argument("--sheet", nargs="+", metavar="NAME", help=words)
    command.add_argument(
        "--dates",
        choices=("dmy", "mdy", "iso"),
        help=_("how dates are written that can be read two ways"),
    )
    command.add_argument(
        "--column",
        action="append",
        default=[],
        type=_pair,
        metavar="NAME=FIELD",
        help=_("what a column is; NAME= leaves it out"),
    )
    command.add_argument(
        "--all",
        action="append",
        default=[],
        type=_pair,
        metavar="FIELD=VALUE",
        help=_("what holds for every row and has no column, such as date_start=2023-09-25"),
    )
    command.add_argument(
        "--rows",
        choices=("persons", "groups", "trainings"),
        help=_("what one row is: a person, a group in numbers, or a training"),
    )
    command.add_argument(
        "--blanks",
        choices=tuple(BLANKS),
        help=_("what a blank training means: that of the row above, or none"),
    )
    _add_meanings(command)
    command.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help=_("file of earlier decisions (default: those kept with the records)"),
    )


def _add_meanings(command: argparse.ArgumentParser) -> None:
    """Add the options that say what is meant by days and numbers that leave something open."""
    command.add_argument(
        "--months",
        choices=("first", "last", "whole"),
        help=_("which day stands for a month, or several, given without one; or all of its days"),
    )
    command.add_argument(
        "--year",
        type=_year,
        metavar="YEAR",
        help=_("year of days that are given without one: 2023, or 2023-24 from July to June"),
    )
    command.add_argument(
        "--dashes",
        choices=("zero", "blank"),
        help=_("what a dash or nil among counts means: nobody, or not recorded"),
    )


def add_store(command: argparse.ArgumentParser) -> None:
    """Add the option that names the records."""
    command.add_argument(
        "--store",
        default=os.environ.get(STORE_VARIABLE),
        help=_("address of the records (default {variable}, else a file of this folder)").format(
            variable=STORE_VARIABLE
        ),
    )


def add_records(command: argparse.ArgumentParser) -> None:
    """Add which records, and where those of the store are kept."""
    words = _("{sets}, or a folder with trainings.csv and attendance.csv (default %(default)s)")
    sets = ", ".join((ILLUSTRATIVE, PUBLISHED, STORED))
    words = words.format(sets=sets)
    command.add_argument("--records", default=STORED, metavar="SET", help=words)
    add_store(command)


def chosen_records(args: argparse.Namespace, day: date) -> Records:
    """Return the records that ``--records`` names, as of a day; a clock that is wrong is said.

    Raises
    ------
    Refusal
        If there is no such folder, or nothing is stored yet; or as it is read.
    """
    from data.store.address import open_store
    from data.store.shipped import from_folder, illustrative, published

    shipped = {ILLUSTRATIVE: illustrative, PUBLISHED: published}
    if args.records in shipped:
        return shipped[args.records]()
    if args.records != STORED:
        folder = Path(args.records)
        if not folder.is_dir():
            advice = _("Say {sets}, or a folder with trainings.csv and attendance.csv.").format(
                sets=", ".join((*shipped, STORED))
            )
            raise Refusal(_("There is no such folder."), f"--records {folder}", advice)
        return from_folder(folder, day)
    store = open_store(args.store)
    records = store.records(day)
    if fault := store.clock_fault(day):
        print(_("Warning: {fault}").format(fault=fault), file=sys.stderr)
    if records.trainings.empty:
        advice = _(
            "Take some in with “python -m data import FILE”, or say --records {sets}, or a folder."
        ).format(sets=", ".join(shipped))
        raise Refusal(_("No records are stored yet."), _("The records"), advice)
    return records


def progress(words: str) -> None:
    """Say on the error output what takes long."""
    print(f"{words} \u2026", file=sys.stderr, flush=True)


def tell_refused(why: str) -> None:
    """Say on the error output why something was refused."""
    print(_("Refused: {why}").format(why=why), file=sys.stderr)


def or_refused(run: Callable[[], int], tell: Callable[[str], None] = tell_refused) -> int:
    """Return the exit code of what is run; what it refuses is told in a line, not a traceback."""
    # What reads files loads slowly, and is not needed to print the help.
    from data.checking.check import CheckingError
    from data.review.decisions import DecisionsError

    try:
        return run()
    except (Refusal, CheckingError, DecisionsError) as error:
        tell(str(error))
    except OSError as error:
        tell(f"{error.filename}: {error.strerror}.")
    except ValueError as error:
        # Its text may repeat what stands in a cell.
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}, {last.lineno}"
        words = _("The dashboard itself has a fault ({kind} in {place}). Please report it.")
        tell(words.format(kind=type(error).__name__, place=place))
    return REFUSED


def exit_code(checked: Checked) -> int:
    """Return how a command ends after a check: whether there is anything left to do."""
    return PROBLEMS if len(checked.problems) or checked.queue else FINE


def read_files(args: argparse.Namespace) -> Understood | Question:
    """Read the files, and answer what is asked about columns as far as there are answers.

    Raises
    ------
    data.records.errors.ReadingError, data.checking.check.CheckingError
        As ``data.understanding.understand``.
    data.review.decisions.DecisionsError, data.store.errors.StoreError
        If what was decided cannot be read.
    OSError
        If a file cannot be read.
    """
    # What reads files loads slowly, and is not needed to print the help.
    from data.sheets.opening import COMMAND_LINE
    from data.understanding.understand import Answers, understand

    size = sum(path.stat().st_size for path in args.file)
    if size > LARGE:
        names = ", ".join(path.name for path in args.file)
        progress(
            _("Reading {names}, {megabytes:,.0f} MB").format(
                names=names, megabytes=size / 1_000_000
            )
        )
    files = [path.read_bytes() for path in args.file]
    return understand(
        files,
        today(),
        sheet=args.sheet,
        decisions=known_decisions(args),
        date_format=args.dates,
        limits=COMMAND_LINE,
        answers=Answers(
            dict(args.column),
            dict(args.all),
            args.rows or "",
            BLANKS.get(args.blanks),
            args.months,
            args.dashes,
            args.year,
        ),
    )


def known_decisions(args: argparse.Namespace) -> Decisions:
    """Return what was decided: in the file of ``--decisions``, else in the records.

    A file of decisions beside the records is taken in first, and it is said.
    """
    from data.review.decisions import load_decisions
    from data.store.address import open_store

    if args.decisions:
        return load_decisions(args.decisions)
    take_in_decisions(args.store)
    return open_store(args.store).decisions.current()


def take_in_decisions(address: str | None) -> None:
    """Take a file of decisions beside the records into them, and say so; nothing without one."""
    from data.store.address import open_store, records_file
    from data.store.tables.decisions import DECISIONS_FILE

    path = records_file(address).with_name(DECISIONS_FILE)
    told = open_store(address).decisions.take_in(path, user(), datetime.now(UTC))
    if told:
        print(told, file=sys.stderr)


def add_who(command: argparse.ArgumentParser) -> None:
    """Add the option that names who does it: whoever is at the machine, unless told."""
    command.add_argument("--who", default=user(), help=_("who does it (default %(default)s)"))


def user() -> str:
    """Return who is at the machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _year(text: str) -> str:
    from data.records.calendar.years import is_year

    if not is_year(text):
        words = _("not a year such as 2023, or 2023-24: {text}")
        raise argparse.ArgumentTypeError(words.format(text=text))
    return text


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.rpartition("=") if text.endswith("=") else text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError(_("not of the form NAME=FIELD: {text}").format(text=text))
    return name.strip(), value.strip()
