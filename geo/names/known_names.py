"""The names of districts and of all other known places, so that none is taken for a person's."""

from functools import lru_cache

from geo.names import district_names, other_places, spelling


@lru_cache(maxsize=1)
def place_names() -> frozenset[str]:
    """Return the names of places, folded to small letters and single blanks."""
    texts = [name.text for name in district_names.written()]
    texts += [
        place.name for by_form in other_places.places().values() for place in by_form.values()
    ]
    return frozenset(map(spelling.folded, texts))
