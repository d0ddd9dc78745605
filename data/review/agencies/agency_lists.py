"""The lists of ``agencies.toml``: agencies by their names, by posts, and by words among others."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.records.model import UNTOLD_AGENCY
from data.records.programme import programme
from data.review.agencies.short_forms import FullNames
from data.review.agencies.words_within import WordsWithin
from data.sheets.fields import plain

FILE = Path(__file__).with_name("agencies.toml")
_LETTERS = re.compile(r"\b\w(?: \w\b)+")
_DEPARTMENTS = ("department", "deptt", "dept")
#: A name of fewer letters may be anything's within a text.
LEAST_LETTERS = 4
OF_ALL = frozenset(
    ["department", "dept", "deptt", "office", "district", "the", "of", "and", "officer"]
)


@dataclass(frozen=True)
class Names:
    """Agencies by whole text, by whole text of a post, and by words among others.

    ``shared`` are posts that several agencies have; ``telling`` are the names without what all
    have in common, each of the agency beside it, ``of_texts`` of them of no post, and first.
    ``whole`` are ``texts`` but for those of no agency, which may be written in short.
    """

    texts: dict[str, str]
    posts: dict[str, str]
    words: WordsWithin
    shared: dict[str, tuple[str, ...]]
    telling: tuple[str, ...]
    agencies: tuple[str, ...]
    of_texts: int
    whole: FullNames


@lru_cache(maxsize=1)
def listed_names() -> Names:
    """Read ``agencies.toml``; every agency goes by its own name, too."""
    file = tomllib.loads(FILE.read_text(encoding="utf-8"))
    listed = file["agency"]
    shared = {
        plain(post): tuple(one["agencies"])
        for one in file["shared"]
        for post in one["designations"]
    }
    texts = {without_points(plain(agency)): agency for agency in programme().agencies}
    posts: dict[str, str] = {}
    words: list[tuple[str, str]] = []
    for one in listed:
        texts |= {without_points(plain(name)): one["name"] for name in one.get("names", ())}
        posts |= {plain(name): one["name"] for name in one.get("designations", ())}
        words += [(plain(word), one["name"]) for word in one.get("words", ())]
        words += _called_departments(one["name"], one.get("names", ()))
    kept = [
        [(telling, agency) for name, agency in known.items() if (telling := telling_words(name))]
        for known in (texts, posts)
    ]
    names, agencies = zip(*kept[0], *kept[1], strict=True)
    own = {plain(one["name"]): one["name"] for one in listed} | texts
    whole = FullNames(one for one in own.items() if one[1] != UNTOLD_AGENCY)
    words += [(one.replace(" and ", " "), own) for one, own in words if " and " in one]  # by "&"
    return Names(texts, posts, WordsWithin(words), shared, names, agencies, len(kept[0]), whole)


def _called_departments(agency: str, names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the short names of a department with the word for one: "excise department"."""
    if not agency.endswith("Department"):
        return []
    long = (bare for name in names if len(bare := plain(name)) >= LEAST_LETTERS)
    return [(f"{bare} {word}", agency) for bare in long for word in _DEPARTMENTS]


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Return the names of one word in Latin letters that agencies and posts are known by."""
    known = listed_names()
    names = (*known.texts, *known.posts, *known.shared, *(one for one, __ in known.words.pairs))
    return frozenset(one for one in names if one.isascii() and one.isalpha())


@lru_cache(maxsize=1)
def listed_agencies() -> frozenset[str]:
    """Return the agencies that the lists have; another is kept under the name that is written."""
    known = listed_names()
    shared = (agency for several in known.shared.values() for agency in several)
    told = (agency for __, agency in (*known.words.pairs, *known.whole.pairs))
    return frozenset([*told, *shared, *known.posts.values(), UNTOLD_AGENCY])


def without_points(bare: str) -> str:
    """Return a text with letters that stood between points as one word: "d c office"."""
    return _LETTERS.sub(lambda found: found[0].replace(" ", ""), bare)


def telling_words(bare: str) -> str:
    """Return a text without the words that any agency's name may have."""
    return " ".join(word for word in bare.split() if word not in OF_ALL)


def by_telling(written: str) -> str | None:
    """Return the one agency of a name but for words of any, and for what stands in brackets."""
    known, untold = listed_names(), UNTOLD_AGENCY  # "Officers (BPS-16)" are of any
    bare = (without_points(plain(text)) for text in (written, written.split("(")[0]))
    telling = {*map(telling_words, bare)} - {""}
    texts = zip(known.telling[: known.of_texts], known.agencies, strict=False)
    same = {own for name, own in texts if name in telling and (own != untold or "(" not in written)}
    return same.pop() if len(same) == 1 else None


def shortened(texts: Iterable[str]) -> str | None:
    """Return the one agency of which a text, or what is left of it, is a short form."""
    same = {agency for each in map(listed_names().whole.shortened, texts) for agency in each}
    return next(iter(same)) if len(same) == 1 else None
