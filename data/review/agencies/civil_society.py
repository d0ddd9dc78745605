"""Clubs and unions of journalists: media, but where the file calls them organisations."""

import re

from data.review.agencies.agencies import CIVIL, MEDIA

#: They are associations; a paper or a channel is none, whatever its column is called.
OF_JOURNALISTS = re.compile(
    r"\bpress clubs?\b|\b(?:unions?|associations?|federation|forum|network) of (?:\w+ )?"
    r"journalists\b"
    r"|\bjournalists'? (?:unions?|associations?|federation|forum|network)\b|پریس کلب",
    re.IGNORECASE,
)


def as_called(text: str, agency: str, called: str | None) -> str:
    """Return the agency of a text in a column that is called as one is: "NGO / CSO".

    ``agency`` is that of the text alone, ``called`` that of the column's name, None of any other.
    """
    bare = text.split("(")[0]  # "Geo TV (member of the press club)"
    own = called == CIVIL and agency == MEDIA and OF_JOURNALISTS.search(bare)
    return CIVIL if own else agency
