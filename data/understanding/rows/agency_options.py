"""What may be answered, besides an agency that is like it, of a text that tells none."""

from data.records.model import NOT_PUBLISHED
from data.records.personal_data import HIDDEN, HIDDEN_TEXT
from data.review.agencies.agencies import agencies_named, own_name, shown_agency
from data.review.questions import Option
from geo.words.catalogue import _


def none_told() -> Option:
    """Return the answer that no agency is told.

    So is none where a rank stands in the place of the agency, too: it is there by mistake.
    """
    return Option(NOT_PUBLISHED.capitalize(), _("not published, as no agency is told"))


def at_least(written: str) -> Option:
    """Return what may be answered of a text that is like no agency: its own name, if nobody's.

    One that names known ones beside it is no name of another.
    """
    if shown_agency(written) in (HIDDEN, HIDDEN_TEXT) or agencies_named([written]):
        return none_told()
    name = own_name(written)
    return Option(name, _("{agency}: keep its own name").format(agency=name))
