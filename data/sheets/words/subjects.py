"""What a training is on, in the name of a column that tells something else of it."""

import re
from functools import lru_cache

#: "Date of session on child labour": the day of a session, whatever that was on.
_ON = re.compile(
    r"^(?P<rest>dates? of\b.*?\b(?:training|trg|workshop|course|event|session|activity|seminar"
    r"|lecture|meeting|programme|program)s?) (?:on|about|regarding|against|for) .+"
)


@lru_cache(maxsize=4096)
def without_subject(bare: str) -> str:
    """Return the plain name of a column of days without what their trainings were on."""
    return _ON.sub(r"\g<rest>", bare)
