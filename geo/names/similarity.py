"""Which districts a name that nobody knows may mean: likeness of letters, for a person to judge.

Nothing here is ever accepted by itself. Likeness is taken on how a name sounds and on how it is
written (letters left out, doubled, changed about), on the beginning of a name that was cut off,
and on a district's name that stands among other words.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cdist

from geo.districts.larger_places import provinces_of_places
from geo.names import district_names, spelling
from geo.names.match_result import Candidate, candidate
from geo.words.catalogue import _

AT_MOST = 5
LEAST = 60.0
#: A text of fewer letters is like too many names.
SHORTEST = 4
# What the given province adds to a district that lies in it, in points of score.
IN_PROVINCE = 10.0
SPELT = _("spelt nearly so")
# A district's whole name among other words; a name that was cut off.
STANDS_IN, CUT_OFF = 90.0, 85.0
# Rows of one block: its tables of likeness stay below 20 MB.
_BLOCK = 4096
# Digits that a scanner reads for letters.
_SCANNED = str.maketrans("01358|", "oleshl")


_alike: Callable[..., NDArray[np.float32]] = partial(cdist, dtype=np.float32, workers=-1)


class _Table:
    """The known names of one script, sorted by district, and where each district begins."""

    def __init__(self, known: list[tuple[str, str]]) -> None:
        known = sorted(set(known), key=lambda pair: (pair[1], pair[0]))
        self.joined = [one[0] for one in known]
        self.sound = [spelling.sound(spelling.plain(join)) for join in self.joined]
        codes, self.starts = np.unique([one[1] for one in known], return_index=True)
        self.codes: list[str] = codes.tolist()
        self.adm1 = np.array([provinces_of_places()[code] for code in self.codes])

    def likeness(self, joined: Sequence[str]) -> NDArray[np.float32]:
        """Return the likeness (0 to 100) of each name to each district, its best name."""
        sound = [spelling.sound(spelling.plain(join)) for join in joined]
        heard = _alike(sound, self.sound, scorer=OSA.normalized_similarity)
        seen = _alike(joined, self.joined, scorer=OSA.normalized_similarity)
        begun = _alike(joined, self.joined, scorer=JaroWinkler.similarity)
        together: NDArray[np.float32] = 40 * heard + 35 * seen + 25 * begun
        return np.maximum.reduceat(together, self.starts, axis=1)


@lru_cache(maxsize=2)
def _table(latin: bool) -> _Table:
    names = [
        (name.text, name.district)
        for name in district_names.written()
        if name.kind in ("name", "alias")
    ]
    names += [(old.name, one) for old in district_names.divided() for one in old.districts]
    known = []
    for text, district in names:
        # With its direction at the end and at the beginning: a mistyped direction is no direction
        # to the eye of a rule, and stays where it was written.
        base, *ways = spelling.joined(spelling.normalised(text)).split("-")
        known += [("".join(parts), district.adm2_pcode) for parts in ([base, *ways], [*ways, base])]
    return _Table([pair for pair in known if pair[0].isascii() == latin])


def candidates(
    normals: Sequence[str], adm1: Sequence[frozenset[str]]
) -> list[tuple[Candidate, ...]]:
    """Return for each normalised name the districts it may mean, best first.

    At most ``AT_MOST`` each; none below a score of ``LEAST``. Scores stay below 100, which is for
    a name that is known. ``adm1`` are the provinces given with each name; their districts come
    first among equals.
    """
    matches: list[tuple[Candidate, ...]] = [()] * len(normals)
    for latin in (True, False):
        rows = [
            row
            for row, normal in enumerate(normals)
            if normal.isascii() == latin and len(normal) >= (SHORTEST if latin else 1)
        ]
        for start in range(0, len(rows), _BLOCK):
            block = rows[start : start + _BLOCK]
            ranked = _ranked([normals[row] for row in block], [adm1[row] for row in block], latin)
            for row, best in zip(block, ranked, strict=True):
                matches[row] = best
    return matches


def _ranked(
    normals: list[str], adm1: list[frozenset[str]], latin: bool
) -> list[tuple[Candidate, ...]]:
    table = _table(latin)
    joined = [normal.replace(" ", "") for normal in normals]
    # Digits among letters are read as the letters they look like.
    joined = [one if one.isalpha() else one.translate(_SCANNED) for one in joined]
    scores = table.likeness(joined)
    column = {code: place for place, code in enumerate(table.codes)}
    why: dict[tuple[int, int], str] = {}
    for row, normal in enumerate(normals):
        for code, score, reason in _hints(normal, joined[row]):
            if score > scores[row, column[code]]:
                scores[row, column[code]] = score
                why[row, column[code]] = reason
    for provinces in set(adm1) - {frozenset()}:
        rows = [row for row, given in enumerate(adm1) if given == provinces]
        inside = np.isin(table.adm1, list(provinces))
        scores[rows] += IN_PROVINCE * inside.astype(np.float32)
    top = _best(scores)
    best = np.minimum(np.take_along_axis(scores, top, axis=1), 99).round(1)
    return [
        tuple(
            candidate(table.codes[place], score, why.get((row, place), SPELT))
            for place, score in zip(places, likely, strict=True)
            if score >= LEAST
        )
        for row, (places, likely) in enumerate(zip(top.tolist(), best.tolist(), strict=True))
    ]


def _best(scores: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the columns of the ``AT_MOST`` highest scores of each row, the highest first."""
    some = np.argpartition(-scores, AT_MOST, axis=1)[:, :AT_MOST]
    some.sort(axis=1)
    order = np.argsort(-np.take_along_axis(scores, some, axis=1), axis=1, kind="stable")
    return np.take_along_axis(some, order, axis=1)


def _hints(normal: str, joined: str) -> list[tuple[str, float, str]]:
    """Return districts whose name stands among other words, or begins as this name does."""
    within, known, beginnings = _indexes()
    hints = [
        (code, STANDS_IN, _("named so within its province")) for code in within.get(normal, ())
    ]
    words = normal.split()
    for length in range(1, min(4, len(words) - 1) + 1):
        for start in range(len(words) - length + 1):
            for code in known.get("".join(words[start : start + length]), ()):
                hints.append((code, STANDS_IN + length, _("its name stands among the words")))
    if len(joined) > 3:
        hints += [(code, CUT_OFF, _("its name begins so")) for code in beginnings.get(joined, ())]
    return hints


@lru_cache(maxsize=1)
def _indexes() -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, set[str]]]:
    """Return the districts by those of their names that need a province (*East*), and by others.

    By each of their joined names of four letters or more, and by each beginning of these, from
    four letters on.
    """
    within, known, beginnings = defaultdict(set), defaultdict(set), defaultdict(set)
    for name in district_names.written():
        normal = spelling.normalised(name.text)
        join, code = normal.replace(" ", ""), name.district.adm2_pcode
        if name.kind == "within":
            within[normal].add(code)
        elif name.kind in ("name", "alias") and (len(join) > 3 or not join.isascii()):
            known[join].add(code)
            for end in range(4, len(join)):
                beginnings[join[:end]].add(code)
    return within, known, beginnings
