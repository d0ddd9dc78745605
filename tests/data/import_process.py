"""Changes of a store in processes of their own, for the tests that kill them or let them meet.

What is asked comes in lines, each a list in JSON, and so does what came of it; ``null`` of a fault.
``kill URL ROUNDS SEED FOLDER`` ends imports, roll-backs, decisions and backups at random moments
and says of each whether all of it is there, or none; ``crowd URL NAME ...`` makes imports at once,
each in a process of its own; ``add URL NAME [BYTES ROWS]`` makes one import, of ROWS rows and with
files of at most BYTES.
"""

import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from data.checking.check import Checked
from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS
from data.review.decisions import Decision, Decisions
from data.store import audit, backup_file
from data.store.address import open_store
from data.store.errors import StoreError
from data.store.store import ROLLED_BACK, STANDS, Store
from geo.districts import gazetteer
from tests.data import stored
from tests.data.stored import AT, upload, with_tables

ROWS = 12_000
#: Of an import that is killed: as many are made and looked at one after the other.
FEWER_ROWS = 4_000
#: How many are decided at once, so that there is a middle.
DECISIONS = 50
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
    return states_of(store, [name])[0]


def states_of(store: Store, names: Iterable[str]) -> list[str]:
    """Return of several imports whether each is in the store as a whole, read once."""
    names, history = list(names), store.history()
    history = history[history["state"] == STANDS]
    records = store.records(date(2026, 1, 1))
    rows = records.attendance["training_id"].value_counts().to_dict()
    stored = dict(zip(history["file_name"], history["attendance"], strict=True))
    if rows != stored or set(records.trainings["training_id"]) != set(stored):
        return [TORN] * len(names)
    if int(records.attendance["participants_f"].sum()) * 3 != history["participants"].sum():
        return [TORN] * len(names)
    return [WHOLE if name in stored else NOTHING for name in names]


class Trials:
    """What is killed, in turns: an import, a roll-back, many decisions at once, a backup."""

    def __init__(self, url: str, folder: Path, rounds: int) -> None:
        self.store, self.folder = open_store(url), folder
        self.uploads = {n: large(f"N{n}", FEWER_ROWS) for n in range(0, rounds + 4, 4)}
        self.small = {n: small(f"R{n}") for n in range(1, rounds + 4, 4)}

    def prepare(self) -> None:
        """Make one import, and those that are to be rolled back: number ``n`` is ``R{n}``."""
        stored.add(self.store, large("first", FEWER_ROWS), "first")
        for number, what in self.small.items():
            stored.add(self.store, what, f"R{number}")

    def act(self, number: int) -> None:
        """Do what is killed in a round."""
        if number % 4 == 0:
            stored.add(self.store, self.uploads[number], f"N{number}")
        elif number % 4 == 1:
            self.store.rollback(2 + number // 4, "A test", AT)
        elif number % 4 == 2:
            self.store.decisions.decide(partial(decided, number=number), "A test", AT)
        else:
            tables = self.store.tables()
            backup_file.write(tables, self.folder / f"{number}.backup", AT)

    def state(self, number: int) -> str:
        """Return what has become of a round, and whether all else is as it should be."""
        with self.store._place.writing(with_copy=False):
            pass  # a server is done with what the killed process had sent
        history, decisions = self.store.history(), self.store.decisions.history()
        imported = state_of(self.store, f"N{number}")
        undone = int((history["state"] == ROLLED_BACK).sum())
        rows = self.store.audit()
        done = rows["did"].value_counts().to_dict()
        right = {"imported": len(history), "undid": undone, "decided": len(decisions)}
        if audit.broken(rows) is not None or done != {k: v for k, v in right.items() if v}:
            return TORN
        if imported == TORN or len(decisions) % DECISIONS:
            return TORN
        if number % 4 == 0:
            return imported
        if number % 4 == 1:
            stands = history.set_index("id").loc[2 + number // 4, "state"] == STANDS
            return NOTHING if stands else WHOLE
        if number % 4 == 2:
            return WHOLE if f"name {number} 0" in set(decisions["written"]) else NOTHING
        path = self.folder / f"{number}.backup"
        if not path.exists():
            return NOTHING
        contents, _ = backup_file.read(path)
        return WHOLE if contents.rows["imports"] == len(history) else TORN


def small(name: str) -> Checked:
    """Return an upload of one training and one row."""
    return upload({name: name}, {(name, "PK634", "Police"): (1, 1, 1)})


def decided(known: Decisions, number: int) -> Decisions:
    """Return the decisions with many more."""
    names = [f"name {number} {n}" for n in range(DECISIONS)]
    more = {name: Decision("district", name, "PK634") for name in names}
    return Decisions({**known.answers, **more}, known.mappings)


def kill(url: str, rounds: int, seed: int, folder: Path) -> list[tuple[int, float, str]]:
    """Do each thing once in peace, to see how long it takes; then end it within that time."""
    chance = random.Random(seed)  # noqa: S311 - any moment will do
    trials = Trials(url, folder, rounds)
    _wait(_start(trials.prepare))
    whole, told = {}, []
    for number in range(4):
        began = time.monotonic()
        _wait(_start(partial(trials.act, number)))
        whole[number] = time.monotonic() - began
    for number in range(4, rounds + 4):
        child = _start(partial(trials.act, number))
        delay = chance.uniform(0.1, 1.1)
        time.sleep(delay * whole[number % 4])
        os.kill(child, signal.SIGKILL)
        _wait(child)
        told.append((number, round(delay, 3), _seen(trials, number)))
    return told


def crowd(url: str, names: list[str]) -> list[int]:
    """Import at once; return with what each process ended, 0 where all went well."""
    uploads = [large(name) for name in names]
    children = [
        _start(partial(stored.add, open_store(url), what, name))
        for what, name in zip(uploads, names, strict=True)
    ]
    return [_wait(child) for child in children]


def _start(do: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        do()
        os._exit(0)
    return child


def _seen(trials: Trials, number: int) -> str:
    """Look at the store from a process of its own: this one must not start DuckDB's threads."""
    words = (WHOLE, NOTHING, TORN)
    child = os.fork()
    if child == 0:
        os._exit(words.index(trials.state(number)))
    return dict(enumerate(words)).get(_wait(child), "could not be opened")


def _wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def add(url: str, name: str, most: int | None = None, rows: int = ROWS) -> str:
    """Import once; return what came of it."""
    if most is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        took = stored.add(open_store(url), large(name, rows), name)
    except StoreError as error:
        return f"{type(error).__name__}: {error}"
    return f"import {took.id}"


def answer(what: str, url: str, *rest: str) -> object:
    """Do what is asked; return what came of it."""
    if what == "kill":
        return kill(url, int(rest[0]), int(rest[1]), Path(rest[2]))
    if what == "crowd":
        return crowd(url, list(rest))
    return add(url, rest[0], *map(int, rest[1:]))


if __name__ == "__main__":
    for line in sys.stdin:
        # A copy each time: what it opens and how it is limited is gone with it, and libraries,
        # which take a second, are loaded once.
        if (child := os.fork()) == 0:
            print(json.dumps(answer(*json.loads(line))), flush=True)
            os._exit(0)
        if _wait(child):
            print("null", flush=True)
