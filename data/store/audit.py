"""Who did what with the records: a table that only grows, each row sealed by the one before.

A row that is changed, taken out or put in afterwards no longer fits its neighbours, and
``broken`` finds it. Rows that are missing at the end, or a table that is sealed anew as a whole,
are found with a seal that was noted down elsewhere before.
"""

import hashlib
import ipaddress
import json
from datetime import datetime

import numpy as np
import pandas as pd

from data.store.imports import Session, moment, one_line
from data.store.schema import TABLES
from geo.words.catalogue import _

COLUMNS = TABLES["audit"]
#: What was done, as it is kept in every language, and in words; others are shown as kept.
DID = {
    "imported": _("imported"),
    "undid": _("undid"),
    "corrected on screen": _("corrected on screen"),
    "decided": _("decided"),
    "took in": _("took in"),
    "pulled": _("pulled"),
    "kept": _("kept"),
    "granted": _("granted"),
    "took away": _("took away"),
    "backed up": _("backed up"),
    "restored": _("restored"),
    "took along": _("downloaded"),
    "signed in": _("signed in"),
    "signed out": _("signed out"),
    "was refused": _("was refused"),
}
#: What the first row stands on.
BEGINNING = "0" * 64
#: A view that was taken along is told by its address, which is longer than a name.
LONGEST_WHAT = 300
LATEST = "SELECT number, seal FROM audit ORDER BY number DESC LIMIT 1"
ALL_ROWS = f"SELECT {', '.join(COLUMNS)} FROM audit ORDER BY number"  # noqa: S608 - constants


def append(
    session: Session, at: datetime, who: str, did: str, what: str, address: str = ""
) -> None:
    """Add a row, within the transaction of what it tells of: both are there, or neither.

    Parameters
    ----------
    at
        When, with its time zone; kept in UTC and whole seconds.
    who
        Of a sign-in or a form; on the command line the user of the machine.
    did, what
        What was done, one of ``DID``, and to what. Never a value of a record.
    address
        From which network address, without its last part; blank where none is known.
    """
    latest = session.run(LATEST)
    number, before = latest[0] if latest else (0, BEGINNING)
    told = (number + 1, moment(at), one_line(who), one_line(did), one_line(what, LONGEST_WHAT))
    sealed = seal(told[0], told[1].isoformat(), *told[2:], before, address)
    session.run(
        "INSERT INTO audit (number, done_at, who, did, what, address, seal_before, seal) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        *(*told, address, before, sealed),
    )


def has(session: Session, who: str, did: str, what: str) -> bool:
    """Tell whether there is a row of this already."""
    same = "SELECT 1 FROM audit WHERE who = $1 AND did = $2 AND what = $3 LIMIT 1"
    told = (one_line(who), one_line(did), one_line(what, LONGEST_WHAT))
    return bool(session.run(same, *told))


def network(address: str | None) -> str:
    """Return a network address without its last part: an IPv4 /24, an IPv6 /48.

    Blank where it is none, or none is known.
    """
    try:
        whole = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    inner = whole.ipv4_mapped if isinstance(whole, ipaddress.IPv6Address) else None
    kept = inner or whole
    return str(ipaddress.ip_network((int(kept), 24 if kept.version == 4 else 48), strict=False))


def seal(
    number: int, at: str, who: str, did: str, what: str, before: str, address: str = ""
) -> str:
    """Return the SHA-256 of a row and of the seal before it, as 64 hexadecimal digits.

    ``at`` is in UTC, as ``2026-11-25T08:30:00``. A row without an address is sealed as rows were
    before there were addresses.
    """
    told = [number, at, who, did, what, before, *([address] if address else [])]
    words = json.dumps(told, ensure_ascii=False)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def rows(session: Session) -> pd.DataFrame:
    """Return all rows, the first at the top: ``COLUMNS``, moments in UTC."""
    table = session.frame(ALL_ROWS)
    table["address"] = table["address"].fillna("")
    return table.astype({"number": "int64", "done_at": "datetime64[s]"}).assign(
        done_at=lambda told: told["done_at"].dt.tz_localize("UTC")
    )


def in_words(did: pd.Series) -> pd.Series:
    """Return what was done in the words of ``DID``."""
    return did.map(lambda one: DID.get(one, one), na_action="ignore")


def broken(table: pd.DataFrame) -> int | None:
    """Return the number of the first row that does not fit; None where all do."""
    before = BEGINNING
    moments = np.datetime_as_string(table["done_at"].dt.tz_convert(None).to_numpy("datetime64[s]"))
    told = (table[column].tolist() for column in ("number", "who", "did", "what", "address"))
    seals = (table[column].tolist() for column in ("seal_before", "seal"))
    rows = zip(moments.tolist(), *told, *seals, strict=True)
    for place, (at, number, who, did, what, address, seal_before, sealed) in enumerate(rows, 1):
        right = seal(number, at, who, did, what, before, address)
        if (number, seal_before, sealed) != (place, before, right):
            return place
        before = sealed
    return None
