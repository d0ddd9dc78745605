"""A post without its place, its branch and how senior it is."""

from geo.names.known_names import names_within

#: Words behind a post that say of which branch it is, and before one how senior.
_BRANCHES = frozenset(
    ["legal", "inv", "investigation", "investigations", "operations", "operation", "ops", "admin",
     "admn", "hq", "hqs", "hqrs", "headquarters", "traffic", "city", "saddar", "sadar", "cantt",
     "gender", "cia", "i", "ii", "iii", "bps", "training", "crime", "crimes", "detective"]
)  # fmt: skip
_SENIOR = frozenset(["sr", "senior", "jr", "junior", "acting", "incharge", "i"])


def without_place(bare: str, *, post: bool) -> list[str]:
    """Return what is left of a text without a place at either end: "lg rd" of "lg rd hunza".

    Of a ``post`` it is the post alone, too.
    """
    words = bare.split()
    cuts = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    cuts += [(name, place) for place, name in cuts]
    names = [name for name, place in cuts if place in names_within()]
    return [*names, *map(post_alone, names)] if post else names


def singular(bare: str) -> str:
    """Return what several are called as one is: "sessions judges" as "sessions judge"."""
    return bare.removesuffix("s")


def post_alone(bare: str) -> str:
    """Return a post without what it is of and how senior: "sr inspector legal" is an inspector."""
    words = bare.split()
    while len(words) > 1 and words[-1] in _BRANCHES:
        words = words[:-1]
    while len(words) > 1 and words[0] in _SENIOR:
        words = words[1:]
    return " ".join(words)
