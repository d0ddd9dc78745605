"""What people are called by: two such words beside each other name a person."""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from data.records.sought_words import BEGINS, ENDS, any_of
from geo.names.known_names import place_names

WORDS = Path(__file__).with_name("person_words.toml")
LETTERS = re.compile(r"[^\W\d_]+")
#: So many names beside each other are those of a person.
LEAST_OF_NAME = 2
#: What parts a name from other words; the point of an initial does not.
_CLAUSES = re.compile(r"[^\w\s.'’-]|\d|\n")


@lru_cache(maxsize=1)
def person_words() -> dict[str, frozenset[str]]:
    """Read ``person_words.toml``."""
    listed = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in listed.items()}


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return person_words()["common_in_names"] | person_words()["also_in_names"]


def sought_names() -> str:
    """Return what is found in each text in which two names stand beside each other."""
    return f"{BEGINS}{any_of(_names())}[^a-z]+{any_of(_names())}{ENDS}"


def has_names_beside(text: str) -> bool:
    """Tell whether two names of people stand beside each other, and name no body and no place."""
    words = LETTERS.findall(text.casefold())
    if sum(map(_names().__contains__, words)) < LEAST_OF_NAME:  # as of most texts
        return False
    return any(map(_is_named, _CLAUSES.split(text)))


def _is_named(clause: str) -> bool:
    """Tell it of the words between two signs: those with capitals behind the names go with them."""
    written = LETTERS.findall(clause)
    words = [word.casefold() for word in written]
    small = clause.casefold() == clause  # in Urdu, too
    end = 0
    while end < len(words):
        place = end
        end += sum(1 for _ in takewhile(_names().__contains__, words[place:])) or 1
        if end - place < LEAST_OF_NAME:
            continue
        behind = takewhile(lambda word: small or word[0].isupper(), written[end:])
        around = {*words[max(0, place - 1) : place], *map(str.casefold, behind)}
        of_thing = around & (
            person_words()["of_a_place_or_thing"] | person_words()["of_an_organisation"]
        )
        if not of_thing and not _in_place(words, place, end):
            return True
    return False


def _in_place(words: Sequence[str], place: int, end: int) -> bool:
    """Tell whether names among words are in that of a known place: "Dera Ismail Khan"."""
    return any(
        " ".join(words[first:last]) in place_names()
        for first in range(max(0, place - 2), place + 1)
        for last in range(end, end + 3)
    )
