"""Names of columns that ask of each person whether, or to which trainings, they came."""

import re

from data.sheets.fields import plain

#: Words of the name of a column in which yes and no say who came, and of no other training.
_CAME = frozenset(["attended", "attend", "attendance", "present", "participated", "participate",
                   "came", "joined", "join", "reported", "presence", "att", "attd", "atten",
                   "attnd", "attendence", "hazri", "haziri", "haazri", "shirkat", "appeared",
                   "turned", "showed", "حاضر", "حاضری", "شرکت"])  # fmt: skip
_ASKED = _CAME | {
    "whether", "did", "he", "she", "y", "n", "yes", "no", "actually", "the", "in", "training",
    "trg", "workshop", "course", "session", "event", "status", "officer", "participant", "ہاں",
    "code", "codes", "mark", "p", "a", "of", "office", "official", "use", "only",
    "up", "for", "نہیں",
}  # fmt: skip
#: Who fills a column in says nothing of what it asks: "Attended (office use)".
_FOR_OFFICE = re.compile(
    r"[(\[](?:for |to be )?(?:office|official|admin\w*|organi[sz]ers?|internal|filled)"
    r"\b[^)\]]*[)\]]",
    re.IGNORECASE,
)
_DID_YOU = re.compile(
    r"(?:(?:did|have) you|i(?: have)?) (?:actually )?"
    r"(?:attend|participate|join|come|came)(?:ed|d)? (?:(?:in|to) )?"
    r"(?P<which>the|this|our) (?:[\w-]+ ){0,2}?(?:training|workshop|course|session|seminar|event)\b"
)
#: "Which days did you attend?"
_ON_WHICH_DAYS = re.compile(
    r"(?:\d{1,2} )?(?:on )?which (?:of the )?(?:training )?days? (?:did|have) you"
    r" (?:attend|join|c[ao]me)(?:ed|d)?"
    r"(?: (?:the|this) (?:training|workshop|course|session|seminar|event))?"
)
#: Words of a question on other trainings, or on those that are yet to come or were missed.
_OF_OTHERS = frozenset(["any", "ever", "before", "previous", "previously", "earlier", "past",
                        "other", "another", "similar", "last", "future", "next", "willing", "will",
                        "want", "would", "wish", "prefer", "preferred", "like", "liked",
                        "interested", "useful", "best", "missed", "miss", "not", "never",
                        "available", "planned", "nominated", "registered"])  # fmt: skip
#: "Have you attended any such training before?"
_OF_EARLIER = re.compile(
    r"(?:have|has|had|did) (?:you|he|she|the participant)(?: ever\b| (?!.*\bthis\b)"
    r".*\b(?:any|a|an|such|similar)\b.*\b(?:before|previously|earlier|in the past)$)"
)


def asks_who_came(name: str, *, day_told: bool = False) -> bool:
    """Tell whether the name of a column asks of each person whether they came to the training.

    "Did you attend the training of 12 May?" is of this one only where no other day is told
    (``day_told``: that in its name is the only one).
    """
    bare = plain(_FOR_OFFICE.sub(" ", name)).removesuffix(" or not")
    words = {*bare.split()}
    if (words & _CAME and words <= _ASKED) or _ON_WHICH_DAYS.fullmatch(bare):
        return True
    found = None if words & _OF_OTHERS else _DID_YOU.match(bare)
    return found is not None and (day_told or found["which"] != "the")


def asks_of_earlier(name: str) -> bool:
    """Tell whether a column asks of each person whether they ever came to another training."""
    return _OF_EARLIER.match(plain(name)) is not None


def asks_which_trainings(name: str) -> bool:
    """Tell whether the name of a column asks of each person which trainings they came to."""
    words = {*plain(name).split()}
    of_several = words & {"sessions", "trainings", "workshops", "courses", "modules", "seminars",
                          "which"}  # fmt: skip
    return bool(words & _CAME or of_several) and not words & _OF_OTHERS
