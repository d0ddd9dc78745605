"""The district that a part of a line is: "district Swabi", "zila Rajanpur", "Okara District"."""

import re

from geo.names.matching import match

_CALLED = re.compile(r"(?:district|distt?\.?|zill?a|ضلع)\s+|\s+district$", re.IGNORECASE)
#: What names an office is none: "Police Kasur".
_OF_OFFICE = "posting"


def district_of(text: str) -> str:
    """Return the name of a district without the word for one; blank where a text is none."""
    bare = _CALLED.sub("", text).strip()
    found = match(bare, alike=False)
    return bare if found.adm2_pcode and found.method != _OF_OFFICE else ""
