"""The names of districts and of all other known places, so that none is taken for a person's."""

from functools import lru_cache

from geo.names import district_names, other_places, spelling

#: Kinds of places in Pakistan; the others are names of agencies, of countries and of sums.
_WITHIN = frozenset(["city", "tehsil", "division", "province"])


@lru_cache(maxsize=1)
def place_names() -> frozenset[str]:
    """Return the names of places and of all that is no person, folded, with single blanks."""
    return _folded(frozenset())


@lru_cache(maxsize=1)
def names_within() -> frozenset[str]:
    """Return the names of districts, cities, tehsils, divisions and provinces, folded likewise."""
    return _folded(_WITHIN)


def is_split_district(text: str) -> bool:
    """Tell whether a text begins with a district's name of one word in two: "Hafiz Abad"."""
    words = spelling.folded(text).split()[:2]
    return len(words) > 1 and "".join(words) in _districts_in_one_word()


@lru_cache(maxsize=1)
def _districts_in_one_word() -> frozenset[str]:
    folded = (spelling.folded(name.text) for name in district_names.written())
    return frozenset(name for name in folded if " " not in name)


def _folded(kinds: frozenset[str]) -> frozenset[str]:
    """Return the folded names of districts and of other places of some kinds, or of all."""
    texts = [name.text for name in district_names.written()]
    texts += [
        place.name
        for by_form in other_places.places().values()
        for place in by_form.values()
        if not kinds or place.kind in kinds
    ]
    return frozenset(map(spelling.folded, texts))
