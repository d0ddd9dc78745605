"""DuckDB with external access off: from a fresh start, or started once and used many times.

To start it takes ten times as long as to open a file that has few records.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

#: No statement can read or write another file, or load an extension.
CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "lock_configuration": True,
    "memory_limit": "1GB",
}
#: A file with less than its three headers is no store; DuckDB would make a new one of nothing.
SMALLEST = 3 * 4096
#: What DuckDB may write beside a file, by the end of its name.
BESIDE = ("", ".wal", ".wal.checkpoint", ".wal.recovery")


def connect(path: Path | str, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """Open a file from a fresh start; one that is shorter than any store is refused.

    Without ``threads``, as many as the machine has processors.
    """
    _refuse_short(Path(path))
    return duckdb.connect(path, config=CLOSED | _number_of(threads))


class Engine:
    """DuckDB for some files, one open at a time; between two openings it has none open.

    It is started at the first opening, and anew after one that ended in a fault. It is of the
    process that made it: a copy of that process has none of its threads.
    """

    def __init__(self, files: tuple[Path, ...], threads: int | None) -> None:
        self._files = files
        self._threads = threads
        self._started: duckdb.DuckDBPyConnection | None = None

    @contextmanager
    def opened(
        self, path: Path, *, written: bool = True, kept: bool = True
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open one of its files, as ``connect``, or only to read it; stop then, if it is not kept.

        What was taken in and taken back leaves room that it keeps, 40 MB of 100,000 rows.
        """
        _refuse_short(path)
        self._started = started = self._started or self._start()
        try:
            with started.cursor() as connection:
                only = "" if written else " (READ_ONLY)"
                connection.execute(f"ATTACH {_quoted(path)} AS opened{only}")
                connection.execute("USE opened")
                yield connection
        except BaseException:
            self._stop()
            raise
        if not kept:
            self._stop()
            return
        try:
            started.execute("DETACH opened")
        except duckdb.Error:  # what was committed is in the log, as after a stop
            self._stop()

    def _start(self) -> duckdb.DuckDBPyConnection:
        # What is too much for the memory lies beside the file, as where it is opened by itself.
        aside = {"temp_directory": f"{self._files[0]}.tmp", "memory_limit": CLOSED["memory_limit"]}
        started = duckdb.connect(config=aside | _number_of(self._threads))
        allowed = ", ".join(_quoted(f"{file}{end}") for file in self._files for end in BESIDE)
        started.execute(f"SET allowed_paths = [{allowed}]")
        started.execute("SET enable_external_access = false")
        started.execute("SET lock_configuration = true")
        return started

    def _stop(self) -> None:
        if self._started:
            self._started.close()
        self._started = None


def _number_of(threads: int | None) -> dict[str, str | bool | int | float | list[str]]:
    return {"threads": threads} if threads else {}


def _refuse_short(path: Path) -> None:
    if path.exists() and path.stat().st_size < SMALLEST:
        raise duckdb.IOException("The file is too short.")


def _quoted(text: Path | str) -> str:
    return "'" + str(text).replace("'", "''") + "'"
