"""How a district is found by whoever types its name: every spelling that is known of it.

A search only shows what there is; it decides nothing, unlike ``matching``. So parts of names and
names of several districts find all that have them.
"""

from functools import lru_cache

from geo.names import district_names, spelling


@lru_cache(maxsize=1)
def spellings() -> dict[str, tuple[str, ...]]:
    """Return the folded spellings of each district by P-code, its own name first.

    They are the names, aliases and abbreviations that matching knows, in Latin and Arabic
    letters, and those of the districts that are counted in it.
    """
    texts: dict[str, dict[str, None]] = {}
    for name in district_names.written():
        folded = spelling.folded(name.text)
        texts.setdefault(name.district.adm2_pcode, {})[folded] = None
    return {pcode: tuple(names) for pcode, names in texts.items()}


def letters() -> dict[str, str]:
    """Return the letters that are read as another one when a text is folded; blank: left out."""
    return {chr(code): letter for code, letter in spelling.LETTERS.items()}
