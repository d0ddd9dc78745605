"""What waits for a person: one question for all rows that are alike, with its possible answers.

Rows of attendance that wait are told by row, and not by what is written in them: a file can be
corrected, or a decision made, and the same rows come again. Their training and agency are what
they are known by then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd

from data.records.personal_data import looks_personal
from data.review.decisions import AGENCY, DISTRICT, Decision, Decisions, DecisionsError
from data.sheets.row_numbers import AS_IN_FILE, FileRow, RowNumbers
from geo.words.catalogue import _, ngettext

#: Rows that a question names.
MOST_ROWS = 20
HELD_COLUMNS = ("row", "kind", "training_id", "agency")


@dataclass(frozen=True)
class Option:
    """A possible answer, the words that offer it, and how likely it is (0 to 100).

    ``of_rows`` are words that name ``rows``, before these are told.
    """

    answer: str
    words: str
    score: float = 0.0
    of_rows: str = ""
    rows: tuple[tuple[str, int], ...] = ()

    @classmethod
    def naming(cls, answer: str, words: str, **rows: int) -> "Option":
        """Return an answer whose words name rows, by the names of their places in them."""
        return cls(answer, words.format(**rows), of_rows=words, rows=tuple(rows.items()))

    def told_by(self, numbers: RowNumbers) -> "Option":
        """Return the answer with its rows as the file numbers them."""
        named = {name: numbers.row_of(row).in_words for name, row in self.rows}
        return replace(self, words=self.of_rows.format(**named)) if named else self


@dataclass(frozen=True, kw_only=True)
class QueueItem:
    """A question that is settled once for all rows like it.

    Attributes
    ----------
    kind
        ``district``, ``towns``, ``agency``, ``date``, ``number`` or ``duplicate``.
    value, province
        As written; blank where it would tell of a person, or there is none.
    rows
        The rows that wait for the answer, by their numbers.
    candidates
        Possible answers, the likeliest first; another may be given where the kind allows it.
    key
        Under which the answer is kept.
    reason
        Why it is asked, in a sentence.
    participants
        How many people are in the rows, as far as is recorded.
    held
        Whether the rows are not counted until it is settled.
    numbers
        How rows are numbered: where in the file each of them stands.
    each
        The questions that one answer settles at once, each by its first candidate; else none.
    """

    kind: str
    value: str = ""
    province: str = ""
    rows: tuple[int, ...]
    candidates: tuple[Option, ...]
    key: str
    reason: str
    participants: int = 0
    held: bool = True
    numbers: RowNumbers = AS_IN_FILE
    each: tuple["QueueItem", ...] = ()

    @property
    def rows_of_file(self) -> list[FileRow]:
        """The rows of the file that wait for the answer, each once."""
        return self.numbers.rows_of(self.rows)

    @property
    def of_rows(self) -> str:
        """How many rows wait; which they are, where nothing else tells them apart."""
        rows, number = self.rows_of_file, len(self.rows)
        if len(rows) == 1:
            return _("row {row}").format(row=rows[0].in_words)
        if not self.value.startswith("("):  # what is hidden says nothing
            return ngettext("{number:,} row", "{number:,} rows", number).format(number=number)
        words = _("rows {rows} and more") if len(rows) > MOST_ROWS else _("rows {rows}")
        return words.format(rows=", ".join(row.in_words for row in rows[:MOST_ROWS]))

    def told_by(self, numbers: RowNumbers) -> "QueueItem":
        """Return the question as it leaves the reader: it tells rows as the file numbers them."""
        options = tuple(option.told_by(numbers) for option in self.candidates)
        return replace(self, candidates=options, numbers=numbers)

    def settled(self, answer: str, who: str, at: datetime) -> tuple[str, Decision]:
        """Return the key and the decision that this answer makes."""
        when = at.isoformat(timespec="seconds")
        return self.key, Decision(self.kind, self.value, answer, self.province, who, when)


def settle(
    decisions: Decisions, answers: Mapping[QueueItem, str], who: str, at: datetime
) -> Decisions:
    """Return the decisions with answers to some questions.

    One on several at once leaves out those that are answered beside it.

    Raises
    ------
    DecisionsError
        If somebody has answered one otherwise, since it was asked.
    """
    at_once = {one: one.candidates[0].answer for item in answers for one in item.each}
    single = {item: answer for item, answer in answers.items() if not item.each}
    answered = {item.key for item in single}
    at_once = {item: answer for item, answer in at_once.items() if item.key not in answered}
    for item, answer in (single | at_once).items():
        known = decisions.answers.get(item.key)
        if known and known.answer != answer:
            words = _(
                "{who} decided otherwise in the meantime: {answer}. "
                "Check the files again to go on with that."
            )
            raise DecisionsError(words.format(who=known.who or _("Somebody"), answer=known.answer))
        decisions = decisions.decided(*item.settled(answer, who, at))
    return decisions


def held_rows(queue: Iterable[QueueItem], rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of attendance that wait for the answer to a question.

    ``rows`` has ``training_id`` and ``agency``, blank where not known, by row of the file.

    Returns
    -------
    pandas.DataFrame
        ``HELD_COLUMNS``; a row that waits for both has two rows.
    """
    waiting: dict[str, set[int]] = {DISTRICT: set(), AGENCY: set()}
    for one in queue:
        if one.held and one.kind in waiting:
            waiting[one.kind] |= set(one.rows)
    return pd.concat(
        [held_for(kind, rows.loc[rows.index.isin(list(own))]) for kind, own in waiting.items()]
    )


def held_for(kind: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows (``training_id``, ``agency``; by row of the file) that wait for a kind of answer.

    Columns: ``HELD_COLUMNS``.
    """
    columns: dict[str, Any] = {"row": rows.index.to_numpy(dtype="int64"), "kind": kind}
    for name in ("training_id", "agency"):
        columns[name] = ["" if looks_personal(text) else text for text in rows[name]]
    return pd.DataFrame(columns, columns=list(HELD_COLUMNS))
