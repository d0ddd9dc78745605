"""One pull of a source: asked, read, compared with the records, and taken in where it is wanted.

A pull is the whole of its source. An import of it takes the place of the one before it, so that
what is gone from the source counts no more; the history shows both, and a roll-back brings the
earlier one back. Until the one transaction of that import, nothing is kept: a pull that is
killed is made again from its beginning.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime

import pandas as pd
import pyarrow as pa

from data.checking.beside_records import beside_records
from data.checking.check import Checked
from data.files.text_pages import TextPages
from data.records.errors import ReadingError
from data.review.decisions import Decisions
from data.sheets.opening import COMMAND_LINE
from data.sources.emptied import emptied
from data.sources.fetching import Fetched, Say, fetch
from data.sources.marks import Mark
from data.sources.settings import FILE_NAME, Source
from data.sources.standing import (
    LastPull,
    imports_of,
    keep_gone,
    not_rolled_back,
    origin,
    undone,
)
from data.store.changes import ADDED, REPLACED, WITHDRAWN, Changes, nothing
from data.store.imports import Import
from data.store.store import Store
from data.understanding.understand import Answers, Question, Understood, understand
from geo.words.catalogue import _

#: What became of a part of a source. ``WAITS``: a file that is still being written.
#: ``NOT_READ``: a file of a folder that cannot be read, beside others that can.
READ, ASKED, UNCHANGED, GONE, WAITS = "read", "asked", "unchanged", "gone", "being written"
NOT_READ = "not read"
#: Where more than this share of what a source gave is gone from it, somebody has to say so.
MUCH = 0.5
ADVICE = _("If it has changed its form, say in {file} what its columns are now.").format(
    file=FILE_NAME
)


@dataclass(frozen=True, eq=False)
class Part:
    """A part of a source as it was pulled: the whole of it, or one file of a folder.

    Attributes
    ----------
    name
        Under which its imports are kept.
    state
        ``read``, ``asked`` (something must be answered first), ``unchanged``, ``gone`` (its file
        is no longer there), ``being written`` or ``not read``.
    fault
        Why it is not read.
    understood, question
        What was understood, or what must be answered.
    changes
        What taking it in would do, where it was read.
    emptied
        The columns of which most values would be gone, from trainings that come again.
    undone
        Which import somebody undid, who and when, where taking it in would bring back what that
        one had; blank where none was.
    unreadable
        How many submissions cannot be read: rows that stand may be theirs.
    import_id
        Of its import that stands; 0 for none.
    """

    name: str
    state: str
    fault: str = ""
    understood: Understood | None = None
    question: Question | None = None
    changes: Changes = field(default_factory=nothing)
    emptied: tuple[str, ...] = ()
    undone: str = ""
    unreadable: int = 0
    mark: Mark = field(default_factory=Mark)
    import_id: int = 0

    @property
    def checked(self) -> Checked | None:
        """What became of each row, where it was read."""
        return self.understood.checked if self.understood else None

    @property
    def acceptable(self) -> bool:
        """Whether anything of it was accepted."""
        checked = self.checked
        return checked is not None and bool(len(checked.trainings) or checked.further)

    def held_in_words(self, headings: Mapping[str, str] | None = None) -> list[str]:
        """Say what is gone from rows that are still there, or may be in what cannot be read.

        Columns go by their headings where told.
        """
        words = _("Rows are still there, but most of what they told is gone in: {columns}")
        columns = ", ".join((headings or {}).get(one, one) for one in self.emptied)
        of_unread = _("What is replaced or withdrawn may stand in submissions that cannot be read.")
        return [words.format(columns=columns)] * bool(columns) + [of_unread] * self.hides_rows

    @property
    def hides_rows(self) -> bool:
        """Whether rows that count may be of submissions that cannot be read by now."""
        return bool(self.unreadable and self.counts[[REPLACED, WITHDRAWN]].to_numpy().any())

    @property
    def counts(self) -> pd.DataFrame:
        """How many rows of each table are added, replaced, withdrawn and the same."""
        return self.changes.counts

    @property
    def withdraws_much(self) -> bool:
        """Whether so much is gone that somebody has to say that it is meant."""
        held = self.emptied or self.hides_rows
        much = bool(_much_is_gone(self.counts).any())
        return self.state == GONE or bool(held) or much


def pull(
    source: Source,
    store: Store,
    decisions: Decisions,
    today: date,
    at: datetime,
    say: Say,
    *,
    listed: bool = True,
) -> list[Part]:
    """Ask a source, read what it gives, and compare it with the records; nothing is kept.

    Rows that would change are told where they are to be ``listed``.

    Raises
    ------
    SourceError, ReadingError
        If the source does not answer as its kind does, or cannot be read. A file of a folder that
        cannot be read stops no other.
    StoreError
        If the records cannot be read.
    """
    standing = imports_of(source.name, store)
    asked = _asked(source, decisions)
    kept = {name: _kept_mark(store, name) for name in standing}
    marks = {
        name: mark
        for name, mark in kept.items()
        if mark and (mark.asked, mark.import_id) == (asked, standing[name])
    }
    parts = []
    pending = fetch(source, marks, today, say)
    for name in list(pending):
        fetched = pending.pop(name)  # its files are let go as soon as they are read
        part = Part(name, UNCHANGED if fetched.settled else WAITS, mark=fetched.mark)
        part = replace(part, import_id=standing.pop(name, 0))
        if fetched.fault:
            part = replace(part, state=NOT_READ, fault=fetched.fault)
        elif fetched.files is not None:
            part = replace(part, mark=replace(fetched.mark, asked=asked))
            part = replace(part, unreadable=fetched.unreadable)
            part = _read(part, source, fetched, today, decisions)
            part = _beside_records(part, store, decisions)
            del fetched
            pa.default_memory_pool().release_unused()  # 70 MB of 100,000 rows that were read
            part = _compared(part, store, today, at, listed=listed)
        parts.append(part)
    return parts + [Part(name, GONE, import_id=number) for name, number in standing.items()]


def take_in(part: Part, store: Store, who: str, at: datetime) -> Import | None:
    """Keep a part that was read as an import of its source; of one that is gone, roll all back.

    Returns None where there was nothing to keep.

    Raises
    ------
    StoreError
        If it cannot be kept; nothing has changed then.
    """
    if part.state == GONE:
        # The one that stands at last: to roll it back first would bring an earlier one back.
        for number in not_rolled_back(part.name, store):
            store.rollback(number, who, at)
            keep_gone(part.name, number, store, who, at)
    if part.checked is None or not part.acceptable:
        return None
    added = store.add(part.checked, file_name=part.name, who=who, at=at, source=part.name)
    # One with a problem or a question is read again, whether it has changed or not.
    if part.checked.problems.empty and not part.checked.queue and not part.unreadable:
        _keep_mark(part, replace(part.mark, import_id=added.id), store, who, at)
    return added


def note_pull(
    source: Source,
    store: Store,
    who: str,
    at: datetime,
    fault: str = "",
    parts: Iterable[Part] = (),
) -> None:
    """Keep that a source was pulled, or why it could not be; not before there are records.

    Of ``parts`` that were read and found as they were, the later sign is kept: the next pull asks
    for no more than what changed since this one.
    """
    if not store.state():
        return
    moment = f"{at.astimezone(UTC):%Y-%m-%d %H:%M}"
    told = json.dumps(asdict(LastPull(moment, fault, origin(source))), ensure_ascii=False)
    noted = f"source {source.name}{', not taken in' if fault else ''}"
    store.keep_of_source(f"pull:{source.name}", told, who, at, "pulled", noted)
    for part in parts:
        if part.state == UNCHANGED:
            _keep_mark(part, part.mark, store, who, at)


def _read(part: Part, source: Source, fetched: Fetched, today: date, decisions: Decisions) -> Part:
    try:
        answer = _understood(source, part.name, fetched.files or (), today, decisions)
    except ReadingError as refused:
        if part.name == source.name:
            raise
        return replace(part, state=NOT_READ, fault=str(refused))
    if isinstance(answer, Question):
        return replace(part, state=ASKED, question=answer)
    told = replace(answer, notes=(*fetched.notes, *answer.notes))
    return replace(part, state=READ, understood=told)


def _understood(
    source: Source,
    name: str,
    files: Sequence[bytes | TextPages],
    today: date,
    decisions: Decisions,
) -> Understood | Question:
    """Read the files of a source as those that somebody chose.

    What ``sources.toml`` says of a column holds whatever its name says; all others have to be
    known, or confirmed by somebody.
    """
    try:
        return understand(
            files,
            today,
            sheet=source.sheet or None,
            decisions=decisions,
            date_format=source.dates,
            limits=COMMAND_LINE,
            answers=Answers(
                source.columns,
                source.all,
                source.rows,
                source.as_above,
                source.month_day,
                source.dashes,
                source.year,
            ),
        )
    except ReadingError as refused:
        where = source.where if name == source.name else name
        raise ReadingError(refused.what, where, f"{refused.what_to_do} {ADVICE}") from refused


def _beside_records(part: Part, store: Store, decisions: Decisions) -> Part:
    """Return a part whose trainings that the records have already are those, or are asked about."""
    if part.understood is None or part.checked is None:
        return part
    standing = store.trainings.beside(part.checked, part.name)
    checked = beside_records(part.checked, standing, decisions)
    return replace(part, understood=replace(part.understood, checked=checked))


def _compared(part: Part, store: Store, today: date, at: datetime, *, listed: bool) -> Part:
    if part.checked is None or not part.acceptable:
        return part
    ahead = store.changes_ahead(part.checked, source=part.name, at=at, listed=listed)
    counts = ahead.counts
    gone: tuple[str, ...] = ()
    if counts[[REPLACED, WITHDRAWN]].to_numpy().any():
        moved = bool(_much_is_gone(counts).get("attendance", False))
        gone = emptied(part.checked, store.records(today), MUCH, moved=moved)
    again = undone(part.name, store) if len(counts) else ""
    return replace(part, changes=ahead, emptied=gone, undone=again)


def _much_is_gone(counts: pd.DataFrame) -> pd.Series:
    """Tell by table whether more than ``MUCH`` of its rows that counted before are gone.

    Trainings that stay say nothing of their attendance: each table is judged by itself.
    """
    return counts[WITHDRAWN] > MUCH * counts.drop(columns=ADDED).sum(axis=1)


def _asked(source: Source, decisions: Decisions) -> str:
    """Return a hash of how a source is read: its description, and what was decided by now."""
    mappings = sorted((shape, repr(one)) for shape, one in decisions.mappings.items())
    told = repr((source, sorted(decisions.answers.items(), key=str), mappings))
    return hashlib.sha256(told.encode()).hexdigest()


def _kept_mark(store: Store, name: str) -> Mark | None:
    words = store.setting(f"mark:{name}")
    return Mark.from_json(words) if words else None


def _keep_mark(part: Part, mark: Mark, store: Store, who: str, at: datetime) -> None:
    if _kept_mark(store, part.name) != mark:
        noted = f"of {part.name} what it was when it was read"
        store.keep_of_source(f"mark:{part.name}", mark.to_json(), who, at, "kept", noted)
