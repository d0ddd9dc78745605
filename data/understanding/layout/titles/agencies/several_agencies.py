"""Whether a text speaks of several agencies together, as of a committee."""

import re
from collections.abc import Sequence

from data.review.agencies.agencies import agencies_named

#: Others beside them: "Police officers and officials of Labour Department".
_OTHERS_BESIDE = re.compile(
    r"\b(?:officers|officials|personnel|staff)\s*(?:\band\b|[&,/])\s*"
    r"(?=(?:officers|officials|personnel|staff) (?:of|from)\b)",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(
    r"\b(?:joint|committees?|d?ahtcs?|departments|agencies|stakeholders?|various"
    r"|line (?:dep\w*|agenc\w+))\b",
    re.IGNORECASE,
)
#: What the same letters may be short for, a circle of one agency or a committee of several.
_CIRCLE = re.compile(r"\btrafficking (?:and smuggling )?circles?\b", re.IGNORECASE)
_LETTERS_OF_BOTH = re.compile(r"\bahtcs?\b", re.IGNORECASE)


def of_several(texts: Sequence[str]) -> bool:
    """Tell whether a text speaks of several agencies, as of a committee.

    AHTC is one, but where a text beside writes it out as a circle.
    """
    if any(map(_CIRCLE.search, texts)):
        texts = [_LETTERS_OF_BOTH.sub(" ", text) for text in texts]
    beside = [(text, found) for text in texts if (found := _OTHERS_BESIDE.search(text))]
    return any(map(_OF_SEVERAL.search, texts)) or any(
        (before := agencies_named([text[: found.start()]]))
        and agencies_named([text[found.end() :]]) - before
        for text, found in beside
    )
