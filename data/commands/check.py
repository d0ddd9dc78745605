"""The command ``check``: what would become of the rows of some files; nothing is kept.

It ends with 0 where every row was accepted, 1 where some have a problem or wait for an answer, and
2 where a file was refused, or not read to the end as something must be answered first. It prints
no value of a column of persons.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from data.commands.arguments import (
    REFUSED,
    add_arguments,
    exit_code,
    or_refused,
    read_files,
    tell_refused,
)
from data.commands.told import print_checked, told_question
from data.store.errors import StoreError
from geo.words.catalogue import _

if TYPE_CHECKING:
    from data.sheets.row_numbers import FileRow
    from data.understanding.understand import Question, Understood


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the parser of ``python -m data``."""
    command = subparsers.add_parser(
        "check",
        help=_("say what would become of the rows of files, and keep nothing"),
        description=_(
            "Ends with 0 if every row is accepted, 1 if some have a problem or wait for an answer, "
            "2 if a file is refused or something must be answered first (no row is checked then)."
        ),
    )
    add_arguments(command)
    words = _("print the whole report, for a program")
    command.add_argument("--json", action="store_true", help=words)
    command.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Check the files of the arguments and print the report; return the exit code."""
    as_json = bool(arguments.json)
    return or_refused(partial(_run, arguments), _json_refused if as_json else tell_refused)


def _run(arguments: argparse.Namespace) -> int:
    # What reads files loads slowly, and is not needed to print the help.
    from data.understanding.understand import Question

    try:
        answer = read_files(arguments)
    except StoreError as error:
        advice = _("What was decided is in them: name a file of decisions with --decisions.")
        error.what_to_do = f"{error.what_to_do} {advice}"
        raise
    if isinstance(answer, Question):
        as_json = json.dumps(_question(answer), ensure_ascii=False, indent=1)
        print(as_json if arguments.json else "\n".join(told_question(answer)))
        return REFUSED
    if arguments.json:
        print(json.dumps(_report(answer), ensure_ascii=False, indent=1))
    else:
        _print(answer)
    return exit_code(answer.checked)


def _json_refused(why: str) -> None:
    print(json.dumps({"refused": why}, ensure_ascii=False))


def _question(question: Question) -> dict[str, Any]:
    told: dict[str, Any] = {"question": question.kind, "where": question.where}
    if question.proposal is None:
        sheets = [{"name": one.name, "hidden": one.hidden} for one in question.sheets]
        return told | {"sheets": sheets}
    columns = [
        {
            "name": one.name,
            "field": one.field,
            "sure": one.sure,
            "reason": one.reason,
            "values": list(one.samples),
        }
        for one in question.proposal.columns
    ]
    return told | {
        "columns": columns,
        "missing": [list(m) for m in question.proposal.missing],
        "one_row_may_be": list(question.proposal.kinds),
    }


def _report(understood: Understood) -> dict[str, Any]:
    """Return the report as plain values."""
    from data.records.problems.of_rows import NO_COUNT, NO_VALUE

    checked = understood.checked
    unread = (NO_COUNT.key, NO_VALUE.key)
    kinds = (kind for table in checked.tables.values() for kind in table.problems["kind"])
    not_read = sum(kind.key in unread for kind in kinds)
    return {
        "tables": {
            name: {
                "rows_in": table.rows_in,
                "accepted": table.rows_accepted,
                "merged_duplicates": len(table.duplicates),
                "with_a_problem": table.problems["row"].nunique(),
                "ignored": len(table.set_aside),
            }
            for name, table in checked.tables.items()
        },
        "participants": {
            "in": checked.participants_in,
            "accepted": checked.participants_accepted,
            "in_problems": checked.participants_in_problems,
        },
        "numbers_not_read": not_read,
        "rows_not_placed": checked.rows_not_placed,
        "columns_of_persons_dropped": list(checked.personal_columns),
        "columns_ignored": {
            name: list(table.ignored_columns) for name, table in checked.tables.items()
        },
        "one_row_is": [one.kind for one in understood.mappings],
        "rows_left_out": [
            {"table": name, **_place(row), "reason": reason}
            for name, table in checked.tables.items()
            for row, reason in table.left_out
        ],
        "notes": list(understood.notes),
        "problems": checked.problems.to_dict("records"),
        "questions": [
            {
                "kind": item.kind,
                "value": item.value,
                "province": item.province,
                **_places(item.rows_of_file),
                "reason": item.reason,
                "candidates": [option.words for option in item.candidates],
            }
            for item in checked.queue
        ],
    }


def _place(row: FileRow) -> dict[str, Any]:
    """Return the number of a row, and where it is, if that does not tell it."""
    return {"row": row.row, **({"where": row.where} if row.where else {})}


def _places(rows: Sequence[FileRow]) -> dict[str, Any]:
    """Return the numbers of rows, and beside them where each is, if these do not tell it."""
    where = [row.where for row in rows]
    return {"rows": [row.row for row in rows], **({"where": where} if any(where) else {})}


def _print(understood: Understood) -> None:
    report = _report(understood)
    for note in report["notes"]:
        print(note)
    for table, rows in report["tables"].items():
        print(
            _(
                "{table}: {rows_in:,} rows = {accepted:,} accepted + {merged_duplicates:,} counted "
                "once already + {with_a_problem:,} with a problem + {ignored:,} without a record"
            ).format(table=table, **rows)
        )
    people = report["participants"]
    words = _(
        "participants: {all_of_them:,} = {accepted:,} accepted + {wrong:,} in rows with a problem"
    )
    if report["numbers_not_read"]:
        words = _(
            "participants: {all_of_them:,} = {accepted:,} accepted + {wrong:,} in rows with a "
            "problem; of some rows the number cannot be read"
        )
    print(words.format(all_of_them=people["in"], accepted=people["accepted"],
                       wrong=people["in_problems"]))  # fmt: skip
    print_checked(understood.checked)
