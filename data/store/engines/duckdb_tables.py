"""The tables of the records in DuckDB: whether all are there, made, and none with a row."""

from functools import cache

import duckdb

from data.store.engines.engine import connect
from data.store.schema import SCHEMA, WHOLE_TABLES

#: Each takes memory of its own, and rows are taken in by one.
WRITING_THREADS = 1


def without_records() -> duckdb.DuckDBPyConnection:
    """Return a database of its own with no records, in memory."""
    nothing = connect(":memory:", WRITING_THREADS)
    make_tables(nothing)
    return nothing


@cache
def no_records(_process: int) -> duckdb.DuckDBPyConnection:
    """Return the database with no records that all stores without a file read.

    Nothing is ever committed to it. It is of the process that made it.
    """
    return without_records()


def is_whole(connection: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether a file has all tables and columns; what came after it was made is added."""
    try:
        # To list what there is takes longer: it has the engine's own tables and views made first.
        for query in WHOLE_TABLES.values():
            connection.execute(f"{query} LIMIT 0")
    except (duckdb.BinderException, duckdb.CatalogException):
        return False
    return True


def make_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables and columns that are not there; rows stay as they are."""
    connection.begin()
    for statement in SCHEMA:
        connection.execute(statement)
    connection.commit()
