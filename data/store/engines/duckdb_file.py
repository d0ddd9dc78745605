"""The store as one file on this machine: an embedded DuckDB that opens nothing else.

The file is opened for as long as one reading or one import takes, by one process at a time;
the others wait. Before each import the file is looked through and copied, so that there is a
way back when a disk damages it. A file whose content is damaged is kept under another name, and
nothing takes its place until somebody says so; one that may not be opened is left alone.
Where it cannot be written, as on a disk that is only for reading, it is read as it is.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from data.records import whole_file
from data.store.engines import backups
from data.store.engines.duckdb_tables import (
    WRITING_THREADS,
    is_whole,
    make_tables,
    no_records,
    without_records,
)
from data.store.engines.engine import Engine
from data.store.errors import StoreDamaged, StoreError, busy, full
from data.store.schema import STATE
from geo.words.catalogue import _

ROWS_AT_ONCE = 500_000
#: In bytes. One thread reads it as fast as several, for which the engine would be started anew.
SMALL_FILE = 8_000_000
_TEXTS = {pa.string(): pd.StringDtype(na_value=float("nan"))}
PAUSE = 0.05  # seconds between two looks at whether the store is free
NO_ROOM = ("no space left", "file too large", "disk quota", "out of disk")


class FileSession:
    """Statements within one transaction; ``$1`` stands for the first value."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def run(self, statement: str, *values: object) -> list[tuple]:
        """Run a statement and return its rows."""
        return self._connection.execute(statement, list(values)).fetchall()

    def frame(self, query: str, *values: object) -> pd.DataFrame:
        """Return the rows of a query as a table."""
        table = self._connection.sql(query, params=list(values)).to_arrow_table()
        # Not by the engine's own way, which makes a text of each cell by itself.
        return table.to_pandas(types_mapper=_TEXTS.get, date_as_object=False, self_destruct=True)

    def batches(self, query: str) -> Iterator[pa.RecordBatch]:
        """Return the rows of a query part by part, in whichever order is quickest."""
        try:
            yield from self._connection.sql(query).to_arrow_reader(ROWS_AT_ONCE)
        except (OSError, pa.ArrowException) as error:  # the engine's own fault, in Arrow's words
            raise duckdb.Error(str(error)) from error

    def append(self, table: str, rows: pd.DataFrame) -> None:
        """Add rows to a table, column by name."""
        columns = ", ".join(rows.columns)
        self._connection.register("incoming", pa.Table.from_pandas(rows, preserve_index=False))
        self._connection.execute(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM incoming"  # noqa: S608
        )
        self._connection.unregister("incoming")


class StoreFile:
    """The file of the records, opened by one at a time; the first import makes it."""

    def __init__(self, path: Path, wait_seconds: float) -> None:
        self.path = path
        self.wait_seconds = wait_seconds
        #: By process and number of threads.
        self._engines: dict[tuple[int, int | None], Engine] = {}
        #: What the file looked like when its state was read last, and that state.
        self._state = ("", "")
        #: What it looked like when all tables and columns were last found in it.
        self._whole = ""

    @property
    def where(self) -> str:
        """The file, as a message names it."""
        return str(self.path)

    def state(self) -> str:
        """Return a text that is another one after each import and roll-back; blank for no file.

        The file is opened for it only where it looks otherwise than before.
        """
        if not self._is_there():
            backups.refuse_after_damage(self.path)
            return ""
        looks = self.looks()
        if self._state[0] != looks:
            with self.reading() as session:
                self._state = (looks, self._state_in(session))
        return self._state[1]

    @contextmanager
    def reading(self, threads: int | None = None, *, kept: bool = True) -> Iterator[FileSession]:
        """Open the records for queries; without a file they are empty, and none is made.

        What is not ``kept`` is stopped at the end, which gives back the memory that it took.
        """
        if not self._is_there():
            backups.refuse_after_damage(self.path)
            try:
                with no_records(os.getpid()).cursor() if kept else without_records() as nothing:
                    yield FileSession(nothing)
            except duckdb.Error:  # after some of which it would answer nobody any more
                no_records.cache_clear()
                raise
            return
        with (
            self._alone(reading=True),
            self._opened(
                threads or self._threads(), written=self._may_be_written(), kept=kept
            ) as connection,
        ):
            yield FileSession(connection)

    @contextmanager
    def writing(self, *, with_copy: bool = True) -> Iterator[FileSession]:
        """Open the records for one transaction, looked through and copied first if asked."""
        with self._alone():
            backups.refuse_after_damage(self.path)
            if with_copy or not self.path.exists():
                self._make_ready()
            with self._opened(WRITING_THREADS) as connection:
                connection.begin()
                session = FileSession(connection)
                yield session
                state = self._state_in(session)
                connection.commit()
            self._state = (self.looks(), state)  # read while nobody else can write

    @contextmanager
    def trying(self) -> Iterator[FileSession]:
        """Open the records for a transaction that is taken back at its end."""
        with self.reading(WRITING_THREADS, kept=False) as session:
            session.run("BEGIN TRANSACTION")
            yield session
            session.run("ROLLBACK")

    def restore(self, *, anew: bool = False) -> None:
        """Put the copy from before the last import, or no records, in place of a damaged file.

        A file that can be read, or only may not be, needs no restoring and is left alone.
        """
        copy = backups.copy_of(self.path)
        with self._alone():
            if self._is_there():
                fault = backups.fault_of(self.path)
                if fault is None:
                    raise StoreError(
                        _("The records can be read."), self.where, _("Nothing was changed.")
                    )
                if not backups.is_damage(fault, self.path):
                    raise self._not_opened(fault)
                backups.keep_aside(self.path)
            if anew:
                self._make_new()
            elif copy.exists() and backups.fault_of(copy) is None:
                backups.copy_whole(copy, self.path)
            else:
                what = _("There is no copy of the records that can be read.")
                raise StoreDamaged(what, str(copy), backups.way_back(copy))

    def looks(self) -> str:
        """Return what tells from outside that the file was written; blank for no file."""
        if not self._is_there():
            return ""
        parts = (self.path, backups.log_of(self.path))
        files = [part.stat() for part in parts if part.exists()]
        return ";".join(f"{file.st_mtime_ns}:{file.st_size}:{file.st_ino}" for file in files)

    def _state_in(self, session: FileSession) -> str:
        # The file's own number tells one that was put in its place from the one before.
        return f"{self.path.stat().st_ino} {session.run(STATE)}"

    def _is_there(self) -> bool:
        """Tell whether there is a file; one in a folder that is closed to us is not missing."""
        try:
            self.path.stat()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise self._refused(error) from error
        return True

    def _make_ready(self) -> None:
        """Make the file if there is none; else look through it and copy it."""
        if not self.path.exists():
            self._make_new()
            return
        with self._opened(self._threads()) as connection:
            backups.look_through(connection)
            connection.execute("CHECKPOINT")
        try:
            # Closed now, so that the copy takes away no lock and misses no part of the log.
            backups.copy_whole(self.path, backups.copy_of(self.path))
        except OSError as error:
            raise self._refused(error) from error

    def _make_new(self) -> None:
        """Make the file under another name, so that nobody ever meets half of it."""
        fresh = self._fresh
        leftovers = (fresh, backups.log_of(fresh))
        for leftover in leftovers:
            leftover.unlink(missing_ok=True)
        try:
            with self._engine(WRITING_THREADS).opened(fresh) as connection:
                make_tables(connection)
            fresh.replace(self.path)
            self._whole = self.looks()
        except duckdb.Error as error:
            for leftover in leftovers:
                leftover.unlink(missing_ok=True)
            raise self._fault(error) from error

    @property
    def _fresh(self) -> Path:
        return self.path.with_name(f"{self.path.name}.new")

    def _threads(self) -> int | None:
        return WRITING_THREADS if self.path.stat().st_size < SMALL_FILE else None

    def _engine(self, threads: int | None) -> Engine:
        files = (self.path, self._fresh)
        return self._engines.setdefault((os.getpid(), threads), Engine(files, threads))

    @contextmanager
    def _alone(self, *, reading: bool = False) -> Iterator[None]:
        """Wait until no other process and no other thread has the file open."""
        lock, until = self._lock(reading=reading), time.monotonic() + self.wait_seconds
        try:
            while not _taken(lock):
                if time.monotonic() >= until:
                    raise busy(self.where, self.wait_seconds)
                time.sleep(PAUSE)
            yield
        finally:
            os.close(lock)

    def _lock(self, *, reading: bool) -> int:
        """Open what is locked: a file beside the records; to read where none can be made, another.

        That is one that is there already, else their folder: who writes has the file itself locked.
        """
        lock = self.path.with_name(f"{self.path.name}.lock")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(lock, os.O_CREAT | os.O_WRONLY, 0o666)
        except OSError as error:
            for place in (lock, self.path.parent) if reading else ():
                with suppress(OSError):
                    return os.open(place, os.O_RDONLY)
            raise self._refused(error) from error

    def _may_be_written(self) -> bool:
        """Tell whether the file and its log can be written; not on a disk that is for reading."""
        return os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK | os.X_OK)

    @contextmanager
    def _opened(
        self, threads: int | None, *, written: bool = True, kept: bool = True
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        try:
            engine = self._engine(threads)
            with engine.opened(self.path, written=written, kept=kept) as connection:
                if self._whole != self.looks() and not is_whole(connection):
                    if not written:
                        raise self._from_before()
                    make_tables(connection)
                yield connection
            self._whole = self.looks()
        except (duckdb.Error, MemoryError) as error:
            raise self._fault(error) from error

    def _from_before(self) -> StoreError:
        what = _("The records are of an earlier version, and can only be read here.")
        advice = _("Open them once where they can be written, with `python -m data history`.")
        return StoreError(what, self.where, advice)

    def _fault(self, error: Exception) -> StoreError:
        """Tell a full disk, another program's lock, damage and a closed file apart."""
        message = str(error).casefold()
        if any(words in message for words in NO_ROOM):
            return full(self.where)
        if "could not set lock" in message:
            return busy(self.where, 0)
        if self._is_there() and backups.is_damage(backups.fault_of(self.path), self.path):
            return backups.keep_aside(self.path)
        return self._not_opened(error)

    def _not_opened(self, error: Exception) -> StoreError:
        """Return the fault of a file that may be sound, and could only not be opened."""
        reasons = ("permission denied", "too many open files", "read-only")
        message = str(error).casefold()
        reason = next((words for words in reasons if words in message), type(error).__name__)
        what = _("The file of the records could not be opened ({reason}).").format(reason=reason)
        advice = _(
            "Nothing was changed. Check who may read it and how many files may be open, and try "
            "again."
        )
        return StoreError(what, self.where, advice)

    def _refused(self, error: OSError) -> StoreError:
        if error.errno in whole_file.NO_ROOM:
            return full(self.where)
        what = _("The system refused: {reason}.").format(reason=error.strerror)
        return StoreError(what, self.where, _("Nothing was changed. Check who may write there."))


def _taken(lock: int) -> bool:
    """Take a lock that is free; it is given back when its file is closed, or the process ends."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
