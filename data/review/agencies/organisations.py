"""Bodies that no list has, in a column of organisations: what is offered of them, and shown."""

from collections.abc import Callable, Collection

from data.records.model import UNTOLD_AGENCY
from data.records.personal_data import have_common_names, shown
from data.review.agencies.agencies import CIVIL, agencies_named, shown_agency
from data.review.agencies.agencies_kept import none_told
from data.review.questions import Option
from data.sheets.fields import AGENCY_FIELDS, plain
from geo.words.catalogue import _

_ORGANISATIONS = frozenset(["organization", "organizations", "organisation", "organisations", "org",
                            "ngo", "ngos", "cso", "csos", "cbo", "cbos"])  # fmt: skip
#: Words beside these that are of no person: not "Head of organization".
_BESIDE = frozenset(["name", "names", "of", "the", "s", "participant", "participants", "trainee",
                     "trainees", "parent", "their", "member", "and"])  # fmt: skip


def offer_society(
    readings: list[tuple[str, str, tuple[Option, ...]]],
    name_of: Callable[[str], str],
    beside: Collection[str],
) -> None:
    """Let civil society be the first answer of bodies that no list has, where all others are.

    Parameters
    ----------
    readings
        The agency of each text, blank of one that is asked; its field; and the candidates.
    name_of
        What the column of a field is called.
    beside
        The texts round the table.
    """
    words = _("{agency}, as others or a text beside it").format(agency=CIVIL)
    for place, (agency, field, options) in enumerate(readings):
        if agency or field not in AGENCY_FIELDS[:2]:
            continue
        known = {one for one, own, __ in readings if own == field} - {"", UNTOLD_AGENCY}
        if _may_be_society(known, name_of(field), beside):
            rest = tuple(one for one in options if one.answer != CIVIL) or (none_told(),)
            readings[place] = ("", field, (Option(CIVIL, words, 90.0), *rest))


def _may_be_society(known: Collection[str], name: str, beside: Collection[str]) -> bool:
    """Tell whether all others of a column of organisations are of civil society.

    Or a text beside the table names nobody else, and no other is known.
    """
    if {*known} - {CIVIL}:
        return False
    others = bool(known) and _names_organisations(name)
    return others or any(agencies_named([text]) == {CIVIL} for text in beside)


def shows_of(name: str, *, listed: bool) -> Callable[[str], str]:
    """Return how texts of a column may be shown: plainly under "Organization" beside persons.

    ``listed`` tells whether another column names these.
    """
    return _shown_organisation if listed and _names_organisations(name) else shown_agency


def _names_organisations(name: str) -> bool:
    """Tell whether a column is called as one of organisations is, and no person of these."""
    words = {*plain(name).split()}
    return bool(words & _ORGANISATIONS) and words <= _ORGANISATIONS | _BESIDE


def _shown_organisation(written: str) -> str:
    """Return an organisation as it may be shown: not where people are often called by its words."""
    return shown_agency(written) if have_common_names([written]) else shown(written)
