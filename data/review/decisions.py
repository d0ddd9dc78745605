"""What persons have decided, for the next file: mappings, districts, agencies, dates.

A decision is known by its key, so that it holds for all rows like the one it was made for.
Nothing of a single person is in one. The store keeps them, with their history; a file carries them
elsewhere.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data.records.personal_data import HIDDEN_TEXT, looks_personal, may_be_name, shown_code
from data.records.whole_file import replaced
from data.sheets.fields import plain
from data.sheets.mapping import ColumnMapping
from geo.districts.larger_places import larger_places
from geo.names.match_result import Learned, province_key
from geo.words.catalogue import _

VERSION = 1
DISTRICT, AGENCY, DATE, DUPLICATE = "district", "agency", "date", "duplicate"
NUMBER = "number"
#: A question on several towns at once, and its answer: each is in the one district it lies in. What
#: is kept are the decisions on each of them. Of a table that tells no home, each training's people
#: are of the district in which it was held.
TOWNS, IN_ITS_OWN = "towns", "own"
#: The answer that rows of such a name have no district that is known.
NO_DISTRICT = "none"
#: Answers on rows that may be one: count the first, count each, add their numbers up.
ONCE, EACH, SUM = "once", "each", "sum"
#: Of the days of one training, count in each district and agency the one on which most came.
MOST_OF_DAYS = "most"
#: Answers on rows that a sheet hides, or that tell nothing of a person.
COUNTED, LEFT_OUT = "counted", "left out"


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

    def confirmed(self, mapping: ColumnMapping) -> "Decisions":
        """Return the decisions with a mapping for files of its shape."""
        return Decisions(self.answers, {**self.mappings, mapping.shape: mapping})

    def learned(self) -> Learned:
        """Return the decided names of districts, as matching takes them; no larger places.

        One that may be a person's is kept as a hash, and known by its key alone.
        """
        known = Learned()
        for one in self.answers.values():
            told = one.kind == DISTRICT and one.value not in ("", HIDDEN_TEXT)
            if told and one.answer not in {NO_DISTRICT, *larger_places()}:
                known = known.decided(one.value, one.province, one.answer)
        return known


def district_key(name: str, province: str) -> str:
    """Return the key of a district as it was written, within its province; of a name, its hash."""
    return _district_keys(name, province)[0]


def district_answer(decisions: Decisions, name: str, province: str) -> str:
    """Return what was decided of a district's name within its province; blank if nothing."""
    answers = map(decisions.answer, _district_keys(name, province))
    return next((answer for answer in answers if answer), "")


def _district_keys(name: str, province: str) -> list[str]:
    """Return the key of a district, and those under which it may have been kept before.

    Before those that may be names of persons were kept as a hash, all were kept as written:
    provinces longer than districts.
    """
    bare, within = plain(name), province_key(province)
    known = _digest([bare]) if may_be_name(bare) else bare
    lies = _digest([within]) if shown_code(within) == HIDDEN_TEXT else within
    pairs = ((known, lies), (known, within), (bare, within))
    return [f"{DISTRICT}:{one}|{place}" for one, place in pairs]


def towns_key(keys: Iterable[str]) -> str:
    """Return what a question on several towns is known by; no decision is kept under it."""
    return f"{TOWNS}:{_digest(keys)}"


def agency_key(written: str) -> str:
    """Return the key of a department or designation as it was written; of a name, its hash."""
    bare = plain(written)
    named = may_be_name(written) or looks_personal(written)
    return f"{AGENCY}:{_digest([bare]) if named else bare}"


def agency_of_all_key(texts: Iterable[str]) -> str:
    """Return the key of which agency all of a table are: its shape and what stands round it."""
    return f"{AGENCY}:all:{_digest(texts)}"


def home_of_all_key(texts: Iterable[str]) -> str:
    """Return the key of in which district all of a table serve: its shape and its trainings."""
    return f"{DISTRICT}:all:{_digest(texts)}"


def date_key(shape: str) -> str:
    """Return the key of how dates are written in files of a shape."""
    return f"{DATE}:{shape}"


def month_key(shape: str) -> str:
    """Return the key of which day stands for a month alone in files of a shape."""
    return f"{DATE}:month:{shape}"


def year_key(shape: str, days: Iterable[str]) -> str:
    """Return the key of the year of days without one: of another file they may be of another."""
    return f"{DATE}:year:{_digest([shape, *sorted(days)])}"


def counted_days_key(shape: str) -> str:
    """Return the key of whether numbers are days, in files of a shape."""
    return f"{DATE}:number:{shape}"


def dash_key(shape: str) -> str:
    """Return the key of what a dash among counts means in files of a shape."""
    return f"{NUMBER}:dash:{shape}"


def told_key(texts: Iterable[str]) -> str:
    """Return the key of how many people a text beside a list tells of, and how many are in it."""
    return f"{NUMBER}:told:{_digest(texts)}"


def hidden_key(texts: Iterable[str]) -> str:
    """Return the key of whether hidden rows count, by what they say of no person."""
    return f"{NUMBER}:hidden:{_digest(texts)}"


def nobody_key(texts: Iterable[str]) -> str:
    """Return the key of whether rows that tell nothing are persons, by their list and places."""
    return f"{NUMBER}:nobody:{_digest(texts)}"


def unnamed_key(texts: Iterable[str]) -> str:
    """Return the key of whether rows of a list that name nobody are persons, by their places."""
    return f"{NUMBER}:unnamed:{_digest(texts)}"


def led_key(texts: Iterable[str]) -> str:
    """Return the key of whether persons of a list led the training, by their word and places."""
    return f"{NUMBER}:led:{_digest(texts)}"


def sexes_key(words: Iterable[str]) -> str:
    """Return the key of which sexes two words of a column are, in whichever file."""
    return f"{NUMBER}:sexes:{_digest(words)}"


def duplicate_key(texts: Iterable[str]) -> str:
    """Return the key of a question on rows that may be one: what they say, and no person."""
    return f"{DUPLICATE}:{_digest(texts)}"


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256(chr(31).join(texts).encode()).hexdigest()[:16]


def load_decisions(path: Path) -> Decisions:
    """Read the decisions; where there is no file yet there are none.

    Raises
    ------
    DecisionsError
        If the file is damaged or of a later version. It is left as it is.
    """
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["version"] != VERSION:
            raise ValueError("of another version")
        decisions = Decisions(
            {key: Decision(**one) for key, one in kept["answers"].items()},
            {shape: mapping_of(one) for shape, one in kept["mappings"].items()},
        )
        decisions.learned()
    except FileNotFoundError:
        return Decisions()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        words = _("The decisions in {file} cannot be read. Move the file away to begin anew.")
        raise DecisionsError(words.format(file=path.name)) from error
    return decisions


def save_decisions(path: Path, decisions: Decisions) -> None:
    """Write the decisions to a file that ``load_decisions`` reads; it is never a part."""
    kept = {
        "version": VERSION,
        "answers": {key: asdict(one) for key, one in decisions.answers.items()},
        "mappings": {shape: mapping_values(one) for shape, one in decisions.mappings.items()},
    }
    with replaced(path) as fresh:
        fresh.touch(0o600)
        fresh.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")


def mapping_values(mapping: ColumnMapping) -> dict[str, Any]:
    """Return a mapping as plain values, which JSON takes."""
    return asdict(mapping) | {"constants": dict(mapping.constants)}


def mapping_of(values: Mapping[str, Any]) -> ColumnMapping:
    """Return the mapping that was given as plain values; raises as a call with wrong ones."""
    given: dict[str, Any] = {**values, "fields": tuple(values["fields"])}
    return ColumnMapping(**given)
