"""What a reader chooses or opens beside the filters: each a part of the address by its name.

An option's name is its key in the address and in the session, where widgets with that key have
``persist_state``, and those in lists that open are of ``list_widgets``: a screen that is left keeps
what was chosen on it. What they hold is ``value``.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import asdict, dataclass, fields
from datetime import date
from types import MappingProxyType
from typing import Any

import streamlit as st

from data.figures.selection import as_of_dates
from data.planning.distances import Distances, road_distances
from data.planning.request import MOST_VENUES, Request
from data.planning.settings import Aims, indicators
from data.planning.weights import PlanningError, Weights
from data.records.model import Records
from geo.districts import gazetteer
from geo.words.catalogue import _
from reports.measures.measures import MEASURES
from reports.story.wording import STEPS

#: Values of one option that are looked at.
MOST_VALUES = 60
#: The word for distances that no travel table has replaced.
ESTIMATED = "estimated"


@dataclass(frozen=True)
class Option:
    """One choice: its name, its default, and how an address says it.

    Attributes
    ----------
    name, words, missing
        The key; what it is called in a message, and what it is not there.
    default
        Left out of the address.
    read
        Makes a value of the texts in an address; ``ValueError`` where they are of no use.
    """

    name: str
    words: str
    default: Any
    read: Callable[[Sequence[str], Records], Any]
    missing: str = _("offered")

    def write(self, value: Any) -> list[str]:
        """Return the texts of an address for a value; none for the default."""
        if value == self.default:
            return []
        return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def number(name: str, words: str, default: int, least: int, most: int, step: int = 1) -> Option:
    """Return an option that is a whole number."""

    def read(texts: Sequence[str], records: Records) -> int:
        text = texts[-1]
        value = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else -1
        return _one_of(value, range(least, most + 1, step))

    return Option(name, words, default, read)


def word(
    name: str,
    words: str,
    default: str,
    allowed: Callable[[Records], Collection[str]],
    former: Mapping[str, str] = MappingProxyType({}),
) -> Option:
    """Return an option that is one of a few words; ``former`` ones of old links mean a new one."""

    def read(texts: Sequence[str], records: Records) -> str:
        return _one_of(former.get(texts[-1], texts[-1]), allowed(records))

    return Option(name, words, default, read)


def place(name: str, default: str | None, there: Callable[[Records], Collection[str]]) -> Option:
    """Return an option that is what a screen has opened, or shows, of all that there is."""

    def read(texts: Sequence[str], records: Records) -> str | None:
        return _one_of(texts[-1], there(records)) if texts[-1] else default

    return Option(name, name, default, read, _("there"))


def districts(name: str, words: str) -> Option:
    """Return an option that is any number of districts."""

    def read(texts: Sequence[str], records: Records) -> list[str]:
        return [_one_of(text, gazetteer.names()) for text in dict.fromkeys(texts[:MOST_VALUES])]

    return Option(name, words, [], read)


def day(name: str, words: str) -> Option:
    """Return an option that is a day the as-of slider offers, or None."""

    def read(texts: Sequence[str], records: Records) -> date:
        return _one_of(date.fromisoformat(texts[-1]), as_of_dates(records))

    return Option(name, words, None, read)


def _one_of(value: Any, allowed: Collection[Any]) -> Any:
    if value not in allowed:
        raise ValueError(value)
    return value


def _indicator(texts: Sequence[str], records: Records) -> str:
    """Read an indicator; the first is the default, and written as nothing."""
    offered = indicators(records)
    value = str(_one_of(texts[-1], offered))
    return "" if value == offered[0] else value


NEED_PART, PLAN_PART, EQUITY_PART = "need", "plan", "equity"
PARTS = (NEED_PART, PLAN_PART, EQUITY_PART)
#: What a part was called in links that people still have.
FORMER_PARTS = {"fair": EQUITY_PART}
PEOPLE, SCORE = "people", "score"
ALL_LEVELS = "all"
COMMITTEE_LEVELS = (ALL_LEVELS, "national", "provincial", "district")
ALL, STARTED, INCOMPLETE = "all", "started", "incomplete"

#: What is shown and opened; what the screens keep, whichever records are open, is the measure.
OPENED = (
    place("measure", MEASURES[0].key, lambda records: [one.key for one in MEASURES]),
    place("district", None, lambda records: gazetteer.names()),
    place("step", None, lambda records: STEPS),
    place("training", None, lambda records: set(records.trainings["training_id"])),
)
GAPS = (
    word("part", _("part of the screen"), NEED_PART, lambda records: PARTS, FORMER_PARTS),
    *(
        number(f"weight_{name}", _("weight"), int(weight), 0, 100)
        for name, weight in asdict(Weights()).items()
    ),
    Option("indicator", _("layer"), "", _indicator),
)
LEAST = tuple(
    number(f"plan_least_{pcode}", _("minimum"), 0, 0, MOST_VENUES)
    for pcode in gazetteer.provinces()
)
PLAN = (
    number("plan_trainings", _("number of trainings"), 10, 1, MOST_VENUES),
    number("plan_km", _("distance"), 100, 25, 300, 25),
    number("plan_hours", _("travel time"), 3, 1, 24),
    number("plan_capacity", _("number of districts per training"), 8, 0, 40),
    word("plan_for", _("aim of the plan"), PEOPLE, lambda records: (PEOPLE, SCORE)),
    districts("plan_in", _("venue")),
    districts("plan_out", _("venue")),
    *LEAST,
)
COMMITTEES = (
    word("committees", _("level of committees"), ALL_LEVELS, lambda records: COMMITTEE_LEVELS),
    word("shown", _("choice of committees"), ALL, lambda records: (ALL, STARTED, INCOMPLETE)),
    number("rows", _("page of the rows"), 1, 1, 4),
)
COMPARE = (day("compare", _("date to compare with")),)

#: What need and plan are made with, wherever they are shown.
AIMS = (*GAPS[1:], *PLAN)

OPTIONS = {one.name: one for one in (*OPENED, *GAPS, *PLAN, *COMMITTEES, *COMPARE)}


def names(some: Sequence[Option]) -> tuple[str, ...]:
    """Return the names of some options."""
    return tuple(one.name for one in some)


def hold(query: Mapping[str, Sequence[str]], records: Records) -> list[str]:
    """Take every option from an address; return a plain sentence for each of no use."""
    problems = []
    for name, option in OPTIONS.items():
        st.session_state[name] = copy(option.default)
        if query.get(name):
            try:
                st.session_state[name] = option.read(query[name], records)
            except ValueError:
                problems.append(
                    _("The address names a {option} that is not {known}.").format(
                        option=option.words, known=option.missing
                    )
                )
    return problems


def value(name: str) -> Any:
    """Return what an option holds, whether or not its widget is on the screen."""
    return st.session_state[name]


def written(wanted: Iterable[str]) -> dict[str, list[str]]:
    """Return the parts of an address for some options, without those at their default."""
    parts = {name: OPTIONS[name].write(value(name)) for name in wanted}
    return {name: texts for name, texts in parts.items() if texts}


def aims(records: Records, unit: str) -> tuple[Aims, str]:
    """Return what need and plan are made with, on whichever screen they are shown.

    ``unit`` is that of the distances of the plan: hours or km. Without a layer in the records,
    vulnerability has no weight.

    Returns
    -------
    tuple
        The aims, and why the chosen weights are not among them; blank where they are.
    """
    refused = ""
    try:
        weights = Weights(**_weights(records))
    except PlanningError as wrong:
        weights, refused = (
            Weights(),
            _("{reason} The default weights are used.").format(reason=wrong),
        )
    by_score = value("plan_for") == SCORE
    return Aims(weights, str(value("indicator")), _request(unit), by_score), refused


def _weights(records: Records) -> dict[str, int]:
    chosen = {one.name: int(value(f"weight_{one.name}")) for one in fields(Weights)}
    return chosen if indicators(records) else {**chosen, "vulnerability": 0}


def _request(unit: str) -> Request:
    least = {one.name.removeprefix("plan_least_"): int(value(one.name)) for one in LEAST}
    return Request(
        n_venues=int(value("plan_trainings")),
        radius=float(value("plan_hours" if unit == "hours" else "plan_km")),
        capacity=int(value("plan_capacity")) or None,
        locked_in=tuple(sorted(value("plan_in"))),
        locked_out=tuple(sorted(value("plan_out"))),
        minimum=tuple((pcode, number) for pcode, number in least.items() if number),
    )


def distances() -> tuple[str, Distances]:
    """Return the distances of the plan, and a word that tells them from any others.

    Those of the visitor's travel table where one was read in this session, else the estimate.
    """
    key, table = st.session_state.get("travel", (ESTIMATED, None))
    return (key, table.distances) if table else (ESTIMATED, road_distances())
