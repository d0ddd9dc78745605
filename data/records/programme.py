"""What the programme is, and what has been published of it."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("programme.toml")


@dataclass(frozen=True)
class Claim:
    """A total that has been published: its value, its words, and whether it is *over* the value."""

    value: int
    words: str
    over: bool = False

    @property
    def least(self) -> int:
        """The lowest count that the words allow: *over 44* is 45 or more."""
        return self.value + self.over


@dataclass(frozen=True)
class NamedPlace:
    """A place that the release names, and the districts of which one is enough."""

    name: str
    any_of: tuple[str, ...]


@dataclass(frozen=True)
class Claims:
    """The published totals of the programme, where and when, and what they leave open."""

    as_of: date
    source: str
    trainings: Claim
    participants: Claim
    districts: Claim
    places: tuple[NamedPlace, ...]
    open_questions: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """One line of what the programme is: what it tells, in which words, and who says so."""

    what: str
    words: str
    source: str


@dataclass(frozen=True)
class Programme:
    """The programme's name, what it is, its agencies in order, and its claims."""

    name: str
    facts: tuple[Fact, ...]
    agencies: tuple[str, ...]
    committee: tuple[str, ...]
    claims: Claims

    @property
    def body(self) -> str:
        """Who runs it, in the words of the first fact."""
        return self.facts[0].words


@lru_cache(maxsize=1)
def programme() -> Programme:
    """Read ``programme.toml``."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    claims = told["claims"]
    return Programme(
        name=told["name"],
        facts=tuple(Fact(**fact) for fact in told["facts"]),
        agencies=tuple(agency["name"] for agency in told["agencies"]),
        committee=tuple(a["name"] for a in told["agencies"] if a.get("committee", False)),
        claims=Claims(
            as_of=claims["as_of"],
            source=claims["source"],
            trainings=Claim(**claims["trainings"]),
            participants=Claim(**claims["participants"]),
            districts=Claim(**claims["districts"]),
            places=tuple(NamedPlace(one["name"], tuple(one["any_of"])) for one in claims["places"]),
            open_questions=tuple(claims["open_questions"]),
        ),
    )


def committee_agencies() -> tuple[str, ...]:
    """Return the six agencies of a district committee."""
    return programme().committee


def in_programme_order(agencies: list[str]) -> list[str]:
    """Sort agencies as the programme lists them; others follow by name."""
    place = {name: number for number, name in enumerate(programme().agencies)}
    return sorted(agencies, key=lambda name: (place.get(name, len(place)), name))
