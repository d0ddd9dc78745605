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
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.records.dates import today
from data.records.errors import Refusal
from data.store.errors import STORE_VARIABLE
from geo.words.catalogue import _

if TYPE_CHECKING:
    from data.checking.check import Checked, CheckedTable
    from data.review.decisions import Decisions
    from data.review.questions import QueueItem
    from data.understanding.columns.proposal import Column
    from data.understanding.understand import Question, Understood

FINE, PROBLEMS, REFUSED = 0, 1, 2
#: What is said of rows that leave their training blank, and whether it is that of the row above.
BLANKS = {"above": True, "none": False}
#: How many problems, and how many questions, are listed.
SHOWN = 20
#: Reading files with more bytes than this, together, takes long enough to be said.
LARGE = 2_000_000


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the files, and the options that answer what can be asked about them."""
    command.add_argument(
        "file",
        nargs="+",
        type=Path,
        help="a workbook, or CSV files of trainings, attendance and the other tables",
    )
    add_store(command)
    add_answers(command)


def add_answers(command: argparse.ArgumentParser) -> None:
    """Add the options that answer what can be asked about a file."""
    command.add_argument("--sheet", nargs="+", metavar="NAME", help="of a workbook with several")
    command.add_argument(
        "--dates",
        choices=("dmy", "mdy", "iso"),
        help="how the dates are written, where they can be read two ways",
    )
    command.add_argument(
        "--column",
        action="append",
        default=[],
        type=_pair,
        metavar="NAME=FIELD",
        help="what a column is; NAME= leaves it out",
    )
    command.add_argument(
        "--all",
        action="append",
        default=[],
        type=_pair,
        metavar="FIELD=VALUE",
        help="what holds for every row and has no column, such as date_start=2023-09-25",
    )
    command.add_argument(
        "--rows",
        choices=("persons", "groups", "trainings"),
        help="what one row is: a person, a group in numbers, or a training",
    )
    command.add_argument(
        "--blanks",
        choices=tuple(BLANKS),
        help="what a row means that leaves its training blank: that of the row above, or none",
    )
    _add_meanings(command)
    command.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help="what was decided before, in a file (default: what the records have)",
    )


def _add_meanings(command: argparse.ArgumentParser) -> None:
    """Add the options that say what is meant by days and numbers that leave something open."""
    command.add_argument(
        "--months",
        choices=("first", "last"),
        help="which day stands for a month that is given without one",
    )
    command.add_argument(
        "--year",
        type=_year,
        metavar="YEAR",
        help="of days that are given without one: 2023, or 2023-24 from July to June",
    )
    command.add_argument(
        "--dashes",
        choices=("zero", "blank"),
        help="what a dash or nil among counts means: nobody, or that it is not recorded",
    )


def add_store(command: argparse.ArgumentParser) -> None:
    """Add the option that names the records."""
    command.add_argument(
        "--store",
        default=os.environ.get(STORE_VARIABLE),
        help=f"address of the records (default {STORE_VARIABLE}, else a file of this folder)",
    )


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


def print_checked(checked: Checked) -> None:
    """Print what became of the rows that were not simply taken in: the first of each kind."""
    for name, table in checked.tables.items():
        if table.ignored_columns:
            print(
                _("{table}: columns that were not taken in: {names}").format(
                    table=name, names=", ".join(table.ignored_columns)
                )
            )
    print_left_out(checked.tables)
    problems = checked.problems.to_dict("records")
    for one in problems[:SHOWN]:
        words = _("{table}, row {row}: {reason} {what_to_do}")
        if one["column"]:
            words = _("{table}, row {row}, {column} {value!r}: {reason} {what_to_do}")
        print(words.format_map(one))
    if len(problems) > SHOWN:
        print(_("and {number:,} more problems").format(number=len(problems) - SHOWN))
    print_questions(checked.queue)


def print_questions(queue: Sequence[QueueItem]) -> None:
    """List the first questions that are open, and say how many more there are."""
    for item in queue[:SHOWN]:
        words = _("to settle: {kind}, {rows}: {choices}{say}")
        if item.value:
            words = _("to settle: {kind} {value!r}, {rows}: {choices}{say}")
        say = _said_with(item)
        choices = "; ".join(option.words for option in item.candidates) or _("nothing is like it")
        told = {"kind": item.kind, "value": item.value, "rows": item.of_rows}
        print(words.format(**told, choices=choices, say=say))
    if len(queue) > SHOWN:
        print(_("and {number:,} more to settle").format(number=len(queue) - SHOWN))


def _said_with(item: QueueItem) -> str:
    """Return how a question on days or dashes is answered here; others are on the screen."""
    from data.records.dates import MONTH_DAYS, ORDERS
    from data.records.years import is_year
    from data.review.decisions import DATE, NUMBER
    from data.sheets.mapping import DASH_WORDS

    if item.kind not in (DATE, NUMBER):
        return ""
    answers = sorted(option.answer for option in item.candidates)
    if any(map(is_year, answers)):
        return f". Say --year {item.candidates[0].answer}, or another"
    option = "--months" if answers == sorted(MONTH_DAYS) else "--dates"
    option = "--dashes" if item.kind == NUMBER else option
    if not {*MONTH_DAYS, *ORDERS, *DASH_WORDS} >= {*answers}:
        return ""
    listed = _(" or ").join(f"{option} {one}" for one in answers)
    return _(". Say {answers}").format(answers=listed)


def print_left_out(tables: Mapping[str, CheckedTable]) -> None:
    """List the rows that are counted nowhere, those of one reason in one line."""
    by_reason: dict[tuple[str, str], list[int]] = {}
    for name, table in tables.items():
        for row, reason in table.left_out:
            by_reason.setdefault((name, reason), []).append(row)
    for (name, reason), own in list(by_reason.items())[:SHOWN]:
        listed = ", ".join(map(str, own[:SHOWN])) + (_(" and more") if len(own) > SHOWN else "")
        print(
            _("{table}: left out, {reason}: row {rows}").format(
                table=name, reason=reason, rows=listed
            )
        )
    if len(by_reason) > SHOWN:
        print(
            _("and {number:,} more lines of rows left out (check --json has all)").format(
                number=len(by_reason) - SHOWN
            )
        )


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
    from data.store.store import open_store

    if args.decisions:
        return load_decisions(args.decisions)
    take_in_decisions(args.store)
    return open_store(args.store).decisions.current()


def take_in_decisions(address: str | None) -> None:
    """Take a file of decisions beside the records into them, and say so; nothing without one."""
    from data.store.decisions import DECISIONS_FILE
    from data.store.store import open_store, records_file

    path = records_file(address).with_name(DECISIONS_FILE)
    told = open_store(address).decisions.take_in(path, user(), datetime.now(UTC))
    if told:
        print(told, file=sys.stderr)


def user() -> str:
    """Return who is at the machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def told_question(question: Question) -> Iterator[str]:
    """Yield the lines that put a question on the command line, and say how to answer it."""
    from data.sheets.fields import ADDED, COUNT_FIELDS
    from data.understanding.contents import NUMBERS, ONES

    yield _("Not read to the end, as something must be answered first.")
    if question.proposal is None:
        why = question.reason or _("{where} has several sheets.").format(where=question.where)
        yield _("{why} Choose with --sheet NAME:").format(why=why)
        for title in question.sheets:
            yield f"  {title.name}{' (hidden)' if title.hidden else ''}"
        return
    yield _("{where}: what some of its columns are is not certain.").format(where=question.where)
    yield _("Confirm them once on the screen Records; its like is known then. Or say it here:")
    unsure = [column for column in question.proposal.columns if not column.sure]
    if len(question.proposal.kinds) > 1 and not unsure:
        yield _("  What one row is: --rows {kinds}").format(
            kinds=" or --rows ".join(question.proposal.kinds)
        )
    for fields in question.proposal.missing:
        either = _(" or ").join(fields)
        words = _("  No column gives {fields}: --column NAME={field}, or --all {field}=VALUE")
        if "agency" in fields:
            words = _(
                "  No column gives {fields}: --column NAME={field}, or --all {field}=VALUE; "
                "not recorded, if nobody knows"
            )
        yield words.format(fields=either, field=fields[0])
    if question.proposal.asks_below:
        named = ", ".join(question.proposal.below)
        words = _(
            "  Rows leave {names} blank below one that fills it in. Are they of the training\n"
            "  above? Then say --blanks above; if it is not known: --blanks none"
        )
        yield words.format(names=named)
    numbers = [one for one in unsure if one.holds in (NUMBERS, ONES) and not one.field]
    counted = {*question.proposal.mapping.fields} & set(COUNT_FIELDS)
    likely = "participants_total" if len(numbers) < 2 or counted else ADDED
    for column in unsure:
        yield from _told_column(column, likely if column in numbers else "FIELD")


def _told_column(column: Column, likely: str) -> Iterator[str]:
    """Yield the line that asks about one column, with a few of its values, and its likely field."""
    values = f" ({', '.join(column.samples)})" if column.samples else ""
    name = column.name if "hidden" not in column.name else f"column {column.position + 1}"
    say = f"--column '{name}={column.field or likely}'"
    leave = f"--column '{name}='"
    guess = _("perhaps {field}: {say}, or leave it out: {leave}").format(
        field=column.field, say=say, leave=leave
    )
    none = _("leave it out: {leave}, or take it in: {say}").format(leave=leave, say=say)
    yield f"  {column.name}{values}: {column.reason} {guess if column.field else none}"


def _year(text: str) -> str:
    from data.records.years import is_year

    if not is_year(text):
        raise argparse.ArgumentTypeError(f"not a year such as 2023, or 2023-24: {text}")
    return text


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.rpartition("=") if text.endswith("=") else text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError(_("not of the form NAME=FIELD: {text}").format(text=text))
    return name.strip(), value.strip()
