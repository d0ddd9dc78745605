"""Names of columns in a group of a form -> without the group: of "pax/swd_f" is left "swd f"."""

import re

from data.review.agencies.agencies import agencies_named, agencies_of_post, find_agency
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, RUNNING_NUMBER

#: What stands between a group and what is in it, as collecting applications write it.
_BETWEEN = re.compile(r"(?<=\w)(?:[/.:-]|\s+/\s+)(?=\w)")
#: By what the people of a group are told apart, which is none of its agencies.
_APART = re.compile(
    r"\b(?:by|per|of each)(?:(?: and|,)? (?:their |the )?(?:home |parent )?"
    r"(?:departments?|deptt?|agency|agencies|organi[sz]ations?|institutions?|sex|gender))+\b",
    re.IGNORECASE,
)
_OF_ALL = ("participants_total", RUNNING_NUMBER)


def without_group(name: str) -> str:
    """Return a name without the groups that it is in, and words of counting before it.

    Behind the group stands what is counted, or that and the sex: "pax/police/f". A name of which
    the beginning is an agency or a post is whole, as "FIA/Police" is of both.
    """
    *groups, last = _BETWEEN.split(name.strip())
    if groups and field_of_name(last) in COUNT_FIELDS:
        last = f"{groups.pop()} {last}"
    words = last.replace("_", " ").split()
    before = 0
    while before < len(words) - 1 and _counts(words[before]):
        before += 1
    return name if any(map(_is_of_some, groups)) else " ".join(words[before:])


def group_counted(name: str, rest: str) -> str:
    """Return whom a column counts beside what it counts of them: "Officials" of "Officials M".

    ``rest`` is what others count so; blank where the name has it at neither end.
    """
    for one in (name, without_group(name)):
        if one.endswith(f" {rest}"):
            return one.removesuffix(rest).strip(" -,/:")
        if one.startswith(f"{rest} ") and not field_of_name(one):
            return one.removeprefix(rest).strip(" -,/:")
    return ""


def _counts(word: str) -> bool:
    """Tell whether a word says that people are counted, and not which of them."""
    return field_of_name(word) in _OF_ALL or word.casefold() in ("n", "of")


def _is_of_some(group: str) -> bool:
    group = _APART.sub("", group).strip()
    named = agencies_named([group]) or agencies_of_post(group)
    return bool(named or find_agency(group).agency)
