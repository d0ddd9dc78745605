"""What persons have decided, kept for the next file: mappings, districts, agencies, dates.

A decision is known by its key, so that it holds for all rows like the one it was made for, and
can be undone by taking it away. Nothing of a single person is in one.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data.records.whole_file import replaced
from data.sheets.fields import plain
from data.sheets.mapping import ColumnMapping
from geo.districts.larger_places import larger_places
from geo.names.match_result import Learned, province_key

VERSION = 1
#: How long one who decides waits for the others, in seconds.
PATIENCE = 20.0
DISTRICT, AGENCY, DATE, DUPLICATE = "district", "agency", "date", "duplicate"
#: The answer that rows of such a name have no district that is known.
NO_DISTRICT = "none"
#: Answers on rows that may be one: count the first, count each, add their numbers up.
ONCE, EACH, SUM = "once", "each", "sum"


class DecisionsError(Exception):
    """The decisions cannot be read, or not be made; the message says why and what to do."""


@dataclass(frozen=True)
class Decision:
    """One answer: to what (``kind``, ``value`` as written, ``province``), who and when."""

    kind: str
    value: str
    answer: str
    province: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True)
class Decisions:
    """All decisions: answers by key, and confirmed mappings by the shape of the file."""

    answers: Mapping[str, Decision] = field(default_factory=dict)
    mappings: Mapping[str, ColumnMapping] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Close both to later changes."""
        object.__setattr__(self, "answers", MappingProxyType(dict(self.answers)))
        object.__setattr__(self, "mappings", MappingProxyType(dict(self.mappings)))

    def __reduce__(self) -> tuple[type["Decisions"], tuple[dict[str, Any], dict[str, Any]]]:
        """Let another process have them: a view of a dict cannot be sent."""
        return Decisions, (dict(self.answers), dict(self.mappings))

    def answer(self, key: str) -> str | None:
        """Return what was decided under a key, or None."""
        decision = self.answers.get(key)
        return decision.answer if decision else None

    def decided(self, key: str, decision: Decision) -> "Decisions":
        """Return the decisions with one more; a later one under the same key replaces it."""
        return Decisions({**self.answers, key: decision}, self.mappings)

    def undone(self, key: str) -> "Decisions":
        """Return the decisions without the one under a key."""
        kept = {known: one for known, one in self.answers.items() if known != key}
        return Decisions(kept, self.mappings)

    def confirmed(self, mapping: ColumnMapping) -> "Decisions":
        """Return the decisions with a mapping for files of its shape."""
        return Decisions(self.answers, {**self.mappings, mapping.shape: mapping})

    def learned(self) -> Learned:
        """Return the decided names of districts, as matching takes them; no larger places."""
        known = Learned()
        for one in self.answers.values():
            if one.kind == DISTRICT and one.answer not in {NO_DISTRICT, *larger_places()}:
                known = known.decided(one.value, one.province, one.answer)
        return known


def district_key(name: str, province: str) -> str:
    """Return the key of a district's name as it was written, within its province."""
    return f"{DISTRICT}:{plain(name)}|{province_key(province)}"


def agency_key(written: str) -> str:
    """Return the key of a department or designation as it was written."""
    return f"{AGENCY}:{plain(written)}"


def date_key(shape: str) -> str:
    """Return the key of how dates are written in files of a shape."""
    return f"{DATE}:{shape}"


def duplicate_key(texts: Iterable[str]) -> str:
    """Return the key of a question on rows that may be one: what they say, and no person."""
    return f"{DUPLICATE}:{hashlib.sha256(chr(31).join(texts).encode()).hexdigest()[:16]}"


def load_decisions(path: Path) -> Decisions:
    """Read the decisions; where there is no file yet there are none.

    Raises
    ------
    DecisionsError
        If the file is damaged or of a later version. It is left as it is.
    """
    if not path.exists():
        return Decisions()
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["version"] != VERSION:
            raise ValueError("of another version")
        decisions = Decisions(
            {key: Decision(**one) for key, one in kept["answers"].items()},
            {
                shape: ColumnMapping(**{**one, "fields": tuple(one["fields"])})
                for shape, one in kept["mappings"].items()
            },
        )
        decisions.learned()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = f"The decisions in {path.name} cannot be read. Move the file away to begin anew."
        raise DecisionsError(message) from error
    return decisions


def change_decisions(path: Path, change: Callable[[Decisions], Decisions]) -> None:
    """Change what is decided, one change at a time whoever makes it; the file is never a part.

    Parameters
    ----------
    change
        Takes the decisions as they are now and returns them with what is to be kept.

    Raises
    ------
    DecisionsError
        If the file cannot be read; whatever ``change`` raises. The file is left as it is.
    OSError
        If it cannot be written, or others do not let go of it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path):
        decisions = change(load_decisions(path))
        kept = {
            "version": VERSION,
            "answers": {key: asdict(one) for key, one in decisions.answers.items()},
            "mappings": {
                shape: asdict(one) | {"constants": dict(one.constants)}
                for shape, one in decisions.mappings.items()
            },
        }
        with replaced(path) as fresh:
            fresh.touch(0o600)
            fresh.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other processes and sessions from changing the decisions meanwhile.

    SQLite locks a file on every system, waits its turn, and a killed process holds nothing.
    """
    beside = path.with_name(f"{path.name}.lock")
    with ExitStack() as until:
        try:
            lock = sqlite3.connect(beside, timeout=PATIENCE, isolation_level=None)
            until.enter_context(closing(lock)).execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as fault:
            raise OSError(f"{beside.name} cannot be locked: {fault}") from fault
        yield
