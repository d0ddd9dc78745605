"""Short forms of departments: "Edu Deptt" is the education department, and no other."""

from collections import defaultdict
from collections.abc import Iterable

#: What stands beside the name of any department.
_MARKERS = frozenset(
    ["department", "departments", "dept", "depts", "deptt", "deptts", "office", "off", "officer",
     "officers", "directorate", "dte", "district", "distt", "dist", "of", "the", "and"]
)  # fmt: skip
#: Short forms that are not how a word begins, or begins in no fixed way.
_USUAL = {
    "edn": "education", "educn": "education", "hlth": "health", "lbr": "labour", "s": "social",
    "govt": "government", "gvt": "government", "judl": "judiciary", "judicial": "judiciary",
    "prosn": "prosecution", "devt": "development", "devp": "development", "popn": "population",
    "rts": "rights", "wmn": "women", "lvstk": "livestock",
}  # fmt: skip
#: Those that stand for a department without "Deptt" beside them.
_ALONE = frozenset(["edu", "educ", "edn", "hlth", "prosec", "judl", "agri"])
#: Where somebody comes from, and no Home Department: "Kasur (home district)".
_OF_ANYBODY = frozenset(["home district", "home distt", "home dist"])
#: Words of departments that no list has, which one short word may stand for as well.
_OF_OTHERS = (
    "administration", "civil", "commerce", "communication", "finance", "foreign", "india",
    "infrastructure", "medical", "ministry", "policy", "political", "provincial", "public",
    "special", "technical", "training",
)  # fmt: skip
#: So many letters at least begin a word, and so long is a word that they are short for.
_LEAST, _LEAST_OF_WORD = 3, 5


class FullNames:
    """Known names of agencies, in their plain form, and the agency of each.

    Attributes
    ----------
    pairs
        The names and their agencies, in the order of the list.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.pairs = tuple(pairs)
        self._alike: dict[tuple[int, str], list[tuple[list[str], str]]] = defaultdict(list)
        for name, agency in self.pairs:
            if words := _telling(name):
                self._alike[len(words), words[0][0]].append((words, agency))

    def shortened(self, bare: str) -> frozenset[str]:
        """Return the agencies of which a text is a short form, word by word.

        ``bare`` is without capitals and marks. One word is short for a department where "Deptt"
        or the like stands beside it, or where offices use it alone. None where it is short for
        nothing; several where it may be short for each of them.
        """
        words = _telling(bare)
        if not words or (len(words) == 1 and not _may_be_one(words[0], bare)):
            return frozenset()
        begins = {word[0] for word in (words[0], _USUAL.get(words[0], words[0]))}
        alike = (one for letter in begins for one in self._alike.get((len(words), letter), ()))
        return frozenset(agency for full, agency in alike if all(map(_is_short, words, full)))


def _may_be_one(word: str, bare: str) -> bool:
    """Tell whether one word may be a department, and no department that nobody lists."""
    marked = (word != bare and bare not in _OF_ANYBODY) or word in _ALONE
    return marked and not any(_is_short(word, other) for other in _OF_OTHERS)


def _telling(bare: str) -> list[str]:
    """Return the words of a text that tell one department from another."""
    return [word for word in bare.split() if word not in _MARKERS]


def _is_short(word: str, full: str) -> bool:
    """Tell whether a word is another, or short for it: how it begins, or as offices write it."""
    begins = len(word) >= _LEAST and len(full) >= _LEAST_OF_WORD and full.startswith(word)
    return word == full or begins or _USUAL.get(word) == full
