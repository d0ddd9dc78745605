"""The store on a PostgreSQL server: the same statements, in a schema of their own."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd
import psycopg
import pyarrow as pa
from psycopg import errors, sql
from pyarrow import csv

from data.store.errors import StoreError, StoreUnreachable, busy, full, not_an_address
from data.store.schema import ARROW_KINDS, SCHEMA, STATE, is_whole, kind
from geo.words.catalogue import _

NAMESPACE = "training_records"
ANSWER_WITHIN = 5  # seconds to connect
#: Seconds that a statement may take: reading, and taking in a million rows and more.
READ_WITHIN, WRITE_WITHIN = 60, 600
#: A line that is cut while the server works is noticed after 5 + 3 x 5 seconds.
KEPT_ALIVE = {"keepalives_idle": 5, "keepalives_interval": 5, "keepalives_count": 3}
#: A server without room can refuse to let anybody in, and says it without a number.
NO_ROOM = ("no space left", "could not write init file")
#: For the sorting of all rows of attendance; the server's own default holds about 20,000.
WORKING_MEMORY = "256MB"
#: What is read of a stream before it is made a table.
BLOCK_BYTES = 16_000_000
#: The number under which two first visitors agree on who makes the tables.
MAKING_TABLES = 20230925


class ServerSession:
    """Statements within one transaction; ``$1`` stands for the first value."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._cursor = psycopg.RawCursor(connection)

    def run(self, statement: str, *values: object) -> list[tuple]:
        """Run a statement and return its rows."""
        self._cursor.execute(statement.encode(), values)
        return self._cursor.fetchall() if self._cursor.description else []

    def frame(self, query: str, *values: object) -> pd.DataFrame:
        """Return the rows of a query as a table; in one stream where no value is given."""
        if values:
            rows = self.run(query, *values)
            names = [column.name for column in self._cursor.description or ()]
            return pd.DataFrame(rows, columns=names, dtype=object)
        return pa.concat_tables(self._blocks(query)).to_pandas()

    def batches(self, query: str) -> Iterator[pa.RecordBatch]:
        """Return the rows of a query part by part, in whichever order is quickest."""
        for block in self._blocks(query):
            yield from block.combine_chunks().to_batches()

    def _blocks(self, query: str) -> Iterator[pa.Table]:
        """Yield the rows of a query in one stream, some megabytes at a time; at least none once."""
        whole = f"COPY ({query}) TO STDOUT (FORMAT csv, HEADER)"
        with self._cursor.copy(whole.encode()) as stream:
            lines = iter(stream)
            header = bytes(next(lines))
            block = bytearray(header)
            for line in lines:
                block += line
                if len(block) > BLOCK_BYTES:
                    yield _table(block)
                    block = bytearray(header)
            yield _table(block)

    def append(self, table: str, rows: pd.DataFrame) -> None:
        """Add rows to a table, column by name, in one stream."""
        kinds = pa.schema([(name, ARROW_KINDS[kind(name)]) for name in rows.columns])
        written = pa.BufferOutputStream()
        csv.write_csv(pa.Table.from_pandas(rows, kinds, preserve_index=False), written)
        whole = f"COPY {table} ({', '.join(rows.columns)}) FROM STDIN (FORMAT csv, HEADER)"
        with self._cursor.copy(whole.encode()) as stream:
            stream.write(written.getvalue().to_pybytes())


def _table(lines: bytearray) -> pa.Table:
    """Return lines of CSV, a header first, with the types of their columns."""
    names = lines.partition(b"\n")[0].decode().split(",")
    options = csv.ConvertOptions(
        column_types={name: ARROW_KINDS[kind(name)] for name in names},
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
    )
    parsed = csv.ParseOptions(newlines_in_values=True)
    return csv.read_csv(io.BytesIO(lines), parse_options=parsed, convert_options=options)


class StoreServer:
    """A database of a PostgreSQL server, at an address that libpq takes; no password is shown."""

    def __init__(self, url: str, wait_seconds: float) -> None:
        self._url = url
        self.wait_seconds = wait_seconds
        try:
            parts = psycopg.conninfo.conninfo_to_dict(url)
        except psycopg.Error:  # its text can hold the password, and so can where it was raised
            raise not_an_address() from None
        host, database = (
            parts.get("host") or _("this machine"),
            parts.get("dbname") or _("its default"),
        )
        self.where = _("PostgreSQL on {host}, database {database}").format(
            host=host, database=database
        )
        self._ready = False

    def state(self) -> str:
        """Return a text that is another one after each import and roll-back."""
        with self.reading() as session:
            return str(session.run(STATE))

    def looks(self) -> str:
        """Return nothing: a server does not tell from outside that something was written."""
        return ""

    @contextmanager
    def reading(self) -> Iterator[ServerSession]:
        """Open the records for queries that all see the same moment."""
        with self._connected() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            # Sorted in memory, so that the records can be read when the server's disk is full.
            connection.execute(f"SET LOCAL work_mem = '{WORKING_MEMORY}'")
            yield ServerSession(connection)

    @contextmanager
    def writing(self, *, with_copy: bool = True) -> Iterator[ServerSession]:
        """Open the records for one transaction; its copies are the administrator's."""
        with self._connected() as connection:
            wait = sql.Literal(f"{max(1, int(1000 * self.wait_seconds))}ms")
            connection.execute(sql.SQL("SET LOCAL lock_timeout = {}").format(wait))
            within = sql.Literal(f"{WRITE_WITHIN}s")
            connection.execute(sql.SQL("SET LOCAL statement_timeout = {}").format(within))
            # One import after the other, so that their numbers say which one is the latest.
            connection.execute("LOCK TABLE imports IN EXCLUSIVE MODE")
            yield ServerSession(connection)

    @contextmanager
    def trying(self) -> Iterator[ServerSession]:
        """Open the records for a transaction that is taken back at its end."""
        with self.writing() as session:
            yield session
            session.run("ROLLBACK")

    def restore(self, *, anew: bool = False) -> None:
        """Refuse: the copies of a server are its administrator's."""
        what = _("A server's records are brought back from the server's own copies.")
        advice = (
            _("Ask whoever looks after it.") if not anew else _("Roll back the imports instead.")
        )
        raise StoreError(what, self.where, advice)

    @contextmanager
    def _connected(self) -> Iterator[psycopg.Connection]:
        try:
            address = psycopg.conninfo.make_conninfo(
                self._url, connect_timeout=ANSWER_WITHIN, **KEPT_ALIVE
            )
            with psycopg.connect(address) as connection:
                within = sql.Literal(f"{READ_WITHIN}s")
                connection.execute(sql.SQL("SET statement_timeout = {}").format(within))
                connection.execute(sql.SQL("SET search_path TO {}").format(_NAMESPACE))
                if not self._ready:
                    _make_tables(connection)
                    self._ready = True
                connection.commit()
                yield connection
        except errors.LockNotAvailable as error:
            raise busy(self.where, self.wait_seconds) from error
        except errors.DiskFull as error:
            raise full(self.where) from error
        except errors.QueryCanceled as error:
            what = _("The server took too long to answer.")
            raise StoreUnreachable(
                what, self.where, _("Nothing was changed. Try again.")
            ) from error
        except psycopg.OperationalError as error:
            if any(words in str(error).casefold() for words in NO_ROOM):
                raise full(self.where) from error
            # The text of the error can hold the address with its password.
            what = _("The server does not answer, or does not let us in.")
            advice = _("Nothing was changed. Check that it runs, and DATABASE_URL.")
            raise StoreUnreachable(what, self.where, advice) from error
        except psycopg.Error as error:
            what = _("The server refused ({kind}).").format(kind=type(error).__name__)
            raise StoreError(what, self.where, _("Nothing was changed.")) from error


_NAMESPACE = sql.Identifier(NAMESPACE)


def _make_tables(connection: psycopg.Connection) -> None:
    """Make the tables where there are none; of two at once, the second finds them made."""
    there = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = %s"
    if is_whole(connection.execute(there, (NAMESPACE,)).fetchall()):
        return
    connection.execute(sql.SQL("SELECT pg_advisory_xact_lock({})").format(MAKING_TABLES))
    connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(_NAMESPACE))
    for statement in SCHEMA:
        connection.execute(statement.encode())
