"""Who did what with the records: a table that only grows, each row sealed by the one before.

A row that is changed, taken out or put in afterwards no longer fits its neighbours, and
``broken`` finds it. Rows that are missing at the end, or a table that is sealed anew as a whole,
are found with a seal that was noted down elsewhere before.
"""

import hashlib
import json
from datetime import UTC, datetime

import pandas as pd

from data.store.imports import Session, one_line
from data.store.schema import TABLES

COLUMNS = TABLES["audit"]
#: What the first row stands on.
BEGINNING = "0" * 64
ALL_ROWS = f"SELECT {', '.join(COLUMNS)} FROM audit ORDER BY number"  # noqa: S608 - constants


def append(session: Session, at: datetime, who: str, did: str, what: str) -> None:
    """Add a row, within the transaction of what it tells of: both are there, or neither.

    Parameters
    ----------
    at
        When, with its time zone; kept in UTC and whole seconds.
    who
        Of a sign-in or a form; on the command line the user of the machine.
    did, what
        What was done, in a few words, and to what. Never a value of a record.
    """
    latest = session.run("SELECT number, seal FROM audit ORDER BY number DESC LIMIT 1")
    number, before = latest[0] if latest else (0, BEGINNING)
    moment = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    row = (number + 1, moment, one_line(who), one_line(did), one_line(what), before)
    session.run(
        "INSERT INTO audit (number, done_at, who, did, what, seal_before, seal) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        *(*row, seal(*row)),
    )


def seal(number: int, at: datetime, who: str, did: str, what: str, before: str) -> str:
    """Return the SHA-256 of a row and of the seal before it, as 64 hexadecimal digits."""
    words = json.dumps([number, at.isoformat(), who, did, what, before], ensure_ascii=False)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def rows(session: Session) -> pd.DataFrame:
    """Return all rows, the first at the top: ``COLUMNS``, moments in UTC."""
    table = pd.DataFrame(session.run(ALL_ROWS), columns=list(COLUMNS))
    return table.astype({"number": "int64", "done_at": "datetime64[s]"})


def broken(table: pd.DataFrame) -> int | None:
    """Return the number of the first row that does not fit; None where all do."""
    before = BEGINNING
    for place, row in enumerate(table.to_dict("records"), start=1):
        told = (row["who"], row["did"], row["what"], before)
        sealed = seal(row["number"], row["done_at"].to_pydatetime(), *told)
        if (row["number"], row["seal_before"], row["seal"]) != (place, before, sealed):
            return place
        before = sealed
    return None
