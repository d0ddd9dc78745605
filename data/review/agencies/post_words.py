"""A post without its place, its branch and how senior it is."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from data.sheets.fields import plain
from geo.names.known_names import names_within
from geo.names.offices.offices_in_urdu import in_english

#: What stands between the posts of one text.
_BETWEEN = re.compile(r"\s*(?:[/,&+]|\b(?:and|or|cum)\b)\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?P<posts>[^()]{2,60})\)\s*$")
#: No place and no post that is known has so many words, with an office behind it.
MOST_WORDS = 8
#: Letters with an "s" behind them may be one post; "SHOs" are of several persons.
_LEAST_OF_PLURAL = 3

#: Words behind a post that say of which branch it is, or of whom, and before one how senior.
_BRANCHES = frozenset(
    ["legal", "inv", "investigation", "investigations", "operations", "operation", "ops", "admin",
     "admn", "hq", "hqs", "hqrs", "headquarters", "traffic", "city", "saddar", "sadar", "cantt",
     "gender", "cia", "i", "ii", "iii", "bps", "training", "crime", "crimes", "detective",
     "women", "female", "lady", "ladies", "w", "m", "ee"]
)  # fmt: skip
_SENIOR = frozenset(["sr", "senior", "jr", "junior", "acting", "incharge", "i"])
#: Who is found in any department, whatever agencies are known to have such.
_OF_ANY = frozenset(
    [*(f"{rank}director" for rank in ("", "deputy ", "assistant ", "additional ", "joint ")),
     "ad", "dd", "director general", "ڈائریکٹر", "ڈپٹی ڈائریکٹر", "اسسٹنٹ ڈائریکٹر",
     "ایڈیشنل ڈائریکٹر"]
)  # fmt: skip

#: What a department is called in Urdu before its name: "Mehkama Taleem".
_DEPARTMENT = re.compile(r"^(?:m[ae]h?k[ae]?m[ae]h?|محکمہ) (?=\w)")


#: Words behind the place of an office.
_OFFICES = frozenset(["office", "secretariat"])
#: An office in Urdu, or before whose it is: "DC Daftar", "Daftar DC Swat", "Office of the AC".
_OFFICE = re.compile(r"\bdaft[ae]?r\b|دفتر|آفس")
_OFFICE_OF = re.compile(r"^(?:(?:office of(?: the)?|o ?o)|office(?= )) (?P<whose>[a-z]{2,5})\b")


def with_office_behind(bare: str) -> str:
    """Return a text with the office behind the short form of whose it is: "dc office swat"."""
    bare = re.sub(r"^([a-z]{2,5}) s (?=office\b)", r"\1 ", bare)  # "DC's Office"
    if not bare.startswith(("office of ", "o o ", "oo ")) and not _OFFICE.search(bare):
        return bare
    english = re.sub(r"(?<=\w) k[aei] (?=office)", " ", in_english(_OFFICE.sub("office", bare)))
    return _OFFICE_OF.sub(r"\g<whose> office", english)


def posts_in_brackets(written: str, known: Mapping[str, str]) -> frozenset[str]:
    """Return the agencies of the posts in brackets that end a text: "Revenue (AC/Tehsildars)"."""
    found = _IN_BRACKETS.search(written)
    posts = map(plain, _BETWEEN.split(found["posts"])) if found else ()
    told = (known.get(post) or known.get(singular(post)) for post in posts)
    return frozenset(agency for agency in told if agency)


def without_place(bare: str, *, post: bool) -> list[str]:
    """Return what is left of a text without a place at either end: "lg rd" of "lg rd hunza".

    An office may have it before its own word: "dc office" of "dc nagar office". Of a ``post`` it is
    the post alone, too.
    """
    words = _DEPARTMENT.sub("", bare).split()
    last = range(max(1, len(words) - MOST_WORDS), len(words))
    cuts = [(" ".join(words[:n]), " ".join(words[n:])) for n in last]
    first = range(1, min(len(words), MOST_WORDS + 1))
    cuts += [(" ".join(words[n:]), " ".join(words[:n])) for n in first]
    if words[1:] and words[-1] in _OFFICES:
        cuts += [(f"{name} {words[-1]}", place.rpartition(" ")[0]) for name, place in cuts
                 if place.endswith(f" {words[-1]}")]  # fmt: skip
    names = [name for name, place in cuts if place in names_within()]
    if len(words) < len(bare.split()):
        names += [" ".join(words), f"mehkma {' '.join(words)}"]
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


def is_of_any(post: str) -> bool:
    """Tell whether any department has a post: an assistant director."""
    return post_alone(plain(post)) in _OF_ANY


def is_placed(written: str) -> bool:
    """Tell whether a district, or a place in one, stands behind the last comma of a text."""
    __, comma, behind = written.rpartition(",")
    bare = re.sub(r"^distt? |^district ", "", plain(behind))
    return bool(comma) and bare in names_within()


def of_two_posts(bare: str, posts: Mapping[str, str]) -> str | None:
    """Return the agency of a text of two of its posts: "SST Teacher" is twice a teacher."""
    words = bare.split()
    each = range(max(1, len(words) - MOST_WORDS), min(len(words), MOST_WORDS + 1))
    cuts = ((" ".join(words[:n]), " ".join(words[n:])) for n in each)
    both = {posts[one] for one, other in cuts
            if one in posts and posts.get(singular(other)) == posts[one]}  # fmt: skip
    return both.pop() if len(both) == 1 else None


def of_each_post(
    written: str,
    posts: Mapping[str, str],
    shared: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> tuple[str, ...]:
    """Return the agencies that have each post of a text: "Inspector / SI", "SHOs and DSPs".

    ``posts`` are those of one agency alone, ``shared`` those of several. Nothing where a part of
    the text is neither.
    """
    have = [_who_have(plain(one), posts, shared) for one in _BETWEEN.split(written)]
    return tuple(agency for agency in have[0] if all(agency in own for own in have))


def _who_have(
    post: str, posts: Mapping[str, str], shared: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    for one in (post, singular(post) if len(post) > _LEAST_OF_PLURAL else post):
        if one in posts:
            return (posts[one],)
        if one in shared:
            return shared[one]
    return ()
