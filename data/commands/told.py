"""What the commands say of files: what was not taken in, what is open, and how to answer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geo.words.catalogue import _

if TYPE_CHECKING:
    from data.checking.check import Checked
    from data.review.questions import QueueItem
    from data.store.imports import Import
    from data.understanding.columns.proposal import Column
    from data.understanding.understand import Question

#: How many problems, and how many questions, are listed.
SHOWN = 20


def print_checked(checked: Checked) -> None:
    """Print what became of the rows that were not simply taken in: the first of each kind."""
    # What reads files loads slowly, and is not needed to print the help.
    from data.checking.check import WHERE
    from data.checking.left_out import left_out_in_words
    from data.sheets.row_numbers import FileRow

    for words in left_out_in_words(checked):
        print(words)
    problems = checked.problems.to_dict("records")
    for one in problems[:SHOWN]:
        words = _("{table}, row {row}: {reason} {what_to_do}")
        if one["column"]:
            words = _("{table}, row {row}, {column} {value!r}: {reason} {what_to_do}")
        row = FileRow(one["row"], one.get(WHERE, ""))
        print(words.format_map(one | {"row": row.in_words}))
    if len(problems) > SHOWN:
        print(_("and {number:,} more problems").format(number=len(problems) - SHOWN))
    print_questions(checked.queue)


def print_questions(queue: Sequence[QueueItem]) -> None:
    """List the first questions that are open, and say how many more there are."""
    for item in queue[:SHOWN]:
        words = _("to settle: {kind}, {rows}: {reason} {choices}{say}")
        if item.value:
            words = _("to settle: {kind} {value!r}, {rows}: {choices}{say}")
        say = _said_with(item)
        choices = "; ".join(option.words for option in item.candidates) or _("nothing is like it")
        told = {"kind": item.kind, "value": item.value, "rows": item.of_rows, "reason": item.reason}
        print(words.format(**told, choices=choices, say=say))
    if len(queue) > SHOWN:
        print(_("and {number:,} more to settle").format(number=len(queue) - SHOWN))


def _said_with(item: QueueItem) -> str:
    """Return how a question on days, dashes or all of a table is answered here; else blank."""
    from data.records.calendar.dates import MONTH_DAYS, ORDERS, WHOLE
    from data.records.calendar.years import is_year
    from data.review.decisions import DATE, NUMBER
    from data.sheets.mapping import DASH_WORDS
    from data.understanding.rows import agency_of_all, home_of_all

    if item.reason == agency_of_all.OF_NONE:
        return _(". Say --all agency=Police, or another, or --all 'agency=not published'")
    if item.reason == home_of_all.OF_NONE:
        return _(". Say --all district=Kasur, or another, or --all 'district=not recorded'")
    if item.kind not in (DATE, NUMBER):
        return ""
    answers = sorted(option.answer for option in item.candidates)
    if any(map(is_year, answers)):
        return _(". Say --year {year}, or another").format(year=item.candidates[0].answer)
    option = "--months" if answers == sorted((*MONTH_DAYS, WHOLE)) else "--dates"
    option = "--dashes" if item.kind == NUMBER else option
    if not {*MONTH_DAYS, WHOLE, *ORDERS, *DASH_WORDS} >= {*answers}:
        return ""
    listed = _(" or ").join(f"{option} {one}" for one in answers)
    return _(". Say {answers}").format(answers=listed)


def told_import(took: Import) -> str:
    """Say what an import took in, or that the same is in already."""
    # What reads files loads slowly, and is not needed to print the help.
    from data.records.model import FURTHER_COLUMNS

    further = "".join(
        f"{getattr(took, name):,} {name}, " for name in FURTHER_COLUMNS if getattr(took, name)
    )
    counts = _(
        "{trainings:,} trainings, {attendance:,} rows of attendance, {participants:,} "
        "participants, {further}{problems:,} problems"
    ).format(further=further, **vars(took))
    words = _("Import {id}, {file_name}: {counts}.")
    if took.repeated:
        words = _(
            "Nothing changed: the same records are in already, as import {id} "
            "({file_name}, {imported_at:%Y-%m-%d %H:%M} UTC): {counts}."
        )
    told = words.format(counts=counts, **vars(took))
    return " ".join(filter(None, (told, took.overlaid_in_words)))


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
