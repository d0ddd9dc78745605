"""A table that tells the people of one district apart, by department or rank: which it heads.

"District Kasur: department-wise participants" is of those of the district, and of no other.
"""

import re
from collections.abc import Sequence

#: "Department-wise", "by rank", "mehkma war".
_TOLD_APART = re.compile(
    r"\b(?:departments?|deptt?s?|agenc(?:y|ies)|organi[sz]ations?|offices?|ranks?|cadres?"
    r"|designations?|posts?|sex|gender|m[ae]h?km[ae]h?)(?:[- ]*wise|[- ]+war)\b"
    r"|\bby (?:department|agency|organi[sz]ation|office|rank|cadre|designation|sex|gender)\b"
    r"|محکمہ وار",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:participants|trainees|attendees|trained|persons|people|officers|officials|staff"
    r"|personnel|employees|members|shuraka|afrad)\b|شرکا|افراد",
    re.IGNORECASE,
)
#: No sentence that begins with the name of a body: "District Committee Kasur met here today".
_DISTRICT = r"(?:district|distt?\.?|zill?a|ضلع)\s*[:–-]?\s*(?P<where>[\w .-]{1,40}?)"
#: Where the district stands: alone, before what is told, or behind it.
_HEADS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_DISTRICT}$",
        rf"^{_DISTRICT}\s*(?:[:,–—]|\s-|-\s)\s*\S",
        rf"^(?:(?!\b(?:at|in)\b).)*(?:[,–—(]|\s-)\s*{_DISTRICT}\)?$",
    )
]
#: Where a training was held says nothing of who came.
_PLACE = re.compile(r"\b(?:venue|held (?:at|in)|place)\b", re.IGNORECASE)


def districts_told_apart(above: Sequence[str]) -> list[str]:
    """Return the districts, as they are written, that head a table of people by department."""
    texts = [" ".join(text.split()) for text in above]
    if not any(_TOLD_APART.search(text) and _COUNTED.search(text) for text in texts):
        return []
    found = (how.search(text) for text in texts if not _PLACE.search(text) for how in _HEADS)
    return [one["where"].strip(" .-") for one in found if one]
