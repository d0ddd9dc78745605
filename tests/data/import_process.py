"""Imports in processes of their own, for the tests that kill them or let them meet.

``kill URL ROUNDS SEED`` ends imports at random moments and says of each whether all of it is
in the store, or none; ``crowd URL NAME ...`` makes imports at once, each in a process of its own;
``add URL NAME [BYTES ROWS]`` makes one import, of ROWS rows and with files of at most BYTES.
"""

import json
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from datetime import date

import numpy as np
import pandas as pd

from data.checking.check import Checked
from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS
from data.store.errors import StoreError
from data.store.store import Store, open_store
from geo.districts import gazetteer
from tests.data.stored import AT, upload, with_tables

ROWS = 12_000
#: Of an import that is killed: as many are made and looked at one after the other.
FEWER_ROWS = 4_000
WHOLE, NOTHING, TORN = "whole", "nothing", "torn"


def large(name: str, rows: int = ROWS) -> Checked:
    """Return an upload of one training and many rows; each name gives other content."""
    small = upload({name: f"Training {name}"}, {})
    codes = np.resize(sorted(gazetteer.names()), rows)
    agencies = [f"Agency {number}" for number in range(rows)]
    counts = pd.array(np.arange(rows) % 40, dtype="Int64")
    frame = pd.DataFrame({"training_id": name, "adm2_pcode": codes, "agency": agencies})
    frame = frame.assign(**dict.fromkeys(COUNT_COLUMNS, counts))[list(ATTENDANCE_COLUMNS)]
    kinds = dict.fromkeys(ATTENDANCE_COLUMNS[:3], "str")
    return with_tables(small, attendance=frame.astype(kinds))


def state_of(store: Store, name: str) -> str:
    """Return whether an import is in the store as a whole; every other one must be."""
    history = store.history()
    records = store.records(date(2026, 1, 1))
    rows = records.attendance["training_id"].value_counts().to_dict()
    stored = dict(zip(history["file_name"], history["attendance"], strict=True))
    if rows != stored or set(records.trainings["training_id"]) != set(stored):
        return TORN
    if int(records.attendance["participants_f"].sum()) * 3 != history["participants"].sum():
        return TORN
    return WHOLE if name in stored else NOTHING


def kill(url: str, rounds: int, seed: int) -> list[tuple[float, str]]:
    """Import once in peace, to see how long it takes; then end imports within that time."""
    chance = random.Random(seed)  # noqa: S311 - any moment will do
    store = open_store(url)
    uploads = [large(f"N{number}", FEWER_ROWS) for number in range(rounds + 1)]
    began = time.monotonic()
    _wait(_start(store, uploads[0], "N0"))
    whole = time.monotonic() - began
    told = []
    for number in range(1, rounds + 1):
        child = _start(store, uploads[number], f"N{number}")
        delay = chance.uniform(0, 1.1 * whole)
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        _wait(child)
        told.append((round(delay / whole, 3), _seen(store, f"N{number}")))
    return told


def crowd(url: str, names: list[str]) -> list[int]:
    """Import at once; return with what each process ended, 0 where all went well."""
    uploads = [large(name) for name in names]
    children = [
        _start(open_store(url), what, name) for what, name in zip(uploads, names, strict=True)
    ]
    return [_wait(child) for child in children]


def _start(store: Store, what: Checked, name: str) -> int:
    child = os.fork()
    if child == 0:
        store.add(what, file_name=name, who="A test", at=AT)
        os._exit(0)
    return child


def _seen(store: Store, name: str) -> str:
    """Look at the store from a process of its own: this one must not start DuckDB's threads."""
    words = (WHOLE, NOTHING, TORN)
    child = os.fork()
    if child == 0:
        os._exit(words.index(state_of(store, name)))
    return dict(enumerate(words)).get(_wait(child), "could not be opened")


def _wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def add(url: str, name: str, most: int | None = None, rows: int = ROWS) -> str:
    """Import once; return what came of it."""
    if most is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        took = open_store(url).add(large(name, rows), file_name=name, who="A test", at=AT)
    except StoreError as error:
        return f"{type(error).__name__}: {error}"
    return f"import {took.id}"


if __name__ == "__main__":
    what, url, *rest = sys.argv[1:]
    if what == "kill":
        found = kill(url, int(rest[0]), int(rest[1]))
        print(json.dumps({"told": found, "states": Counter(state for _, state in found)}))
    elif what == "crowd":
        print(json.dumps(crowd(url, rest)))
    else:
        print(add(url, rest[0], *map(int, rest[1:])))
