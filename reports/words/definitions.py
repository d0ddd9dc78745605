"""What every figure means, each said once: in full under Methods, in short where room is scarce.

The texts are in ``definitions.toml``; the figures in them are those that the code uses.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.analysis.equity import DRAWS
from data.analysis.learning import ENOUGH
from data.planning.distances import road_distances
from data.planning.need import Thin
from data.planning.ranking import WEIGHTINGS
from data.planning.weights import PARTS
from data.records.programme import programme
from geo.words.catalogue import _
from reports.words.counts import NO_COUNT

FILE = Path(__file__).with_suffix(".toml")

#: The parts of the score of need, as they are called on screen.
PART_WORDS = {
    "population": _("Population"),
    "vulnerability": _("Vulnerability index"),
    "distance": _("Distance to a venue"),
    "neighbours": _("Uncovered neighbours"),
    "province": _("Uncovered districts of the province"),
}


@dataclass(frozen=True)
class Definition:
    """What a word means: ``short`` says what is counted, ``more`` its edges and its limit."""

    word: str
    short: str
    more: str = ""

    @property
    def full(self) -> str:
        """All that is said of the word."""
        return f"{self.short} {self.more}".rstrip()


@lru_cache
def definitions(part: str = "figures") -> dict[str, Definition]:
    """Return the definitions of a part, ``figures`` or ``gaps``, by key, in their order."""
    texts = tomllib.loads(FILE.read_text(encoding="utf-8"))[part]
    return {
        key: Definition(**{name: in_one_line(text) for name, text in one.items()})
        for key, one in texts.items()
    }


def statuses() -> dict[str, str]:
    """Return what each status of a district (``CoverageStatus``) means."""
    texts = tomllib.loads(FILE.read_text(encoding="utf-8"))["statuses"]
    return {status: in_one_line(text) for status, text in texts.items()}


def in_one_line(text: str) -> str:
    """Return a text without its line breaks, with the figures that it names in braces."""
    *agencies, last = programme().committee
    return " ".join(text.split()).format(
        no_count=NO_COUNT,
        committee=_("{agencies} and {last}").format(agencies=", ".join(agencies), last=last),
        source=programme().claims.source,
        thin_agencies=Thin().agencies,
        thin_participants=Thin().participants,
        parts=" ".join(f"*{PART_WORDS[part]}:* {meaning}" for part, meaning in PARTS.items()),
        weightings=f"{WEIGHTINGS:,}",
        distances=road_distances().source,
        draws=DRAWS,
        enough_people=ENOUGH,
    )
