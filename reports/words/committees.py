"""Which agencies of the committees a view can tell of, in words."""

from data.analysis.committees import Presence
from geo.words.catalogue import _
from geo.words.listing import listing

#: Said where a filter of agencies keeps it from being known how complete a committee is.
HIDDEN = _("A filter of agencies hides the other seats.")


def of_agencies(presence: Presence) -> str:
    """Return which agencies of a committee can be counted: its six, or those of the Selection."""
    shown, six = len(presence.shown), len(presence.agencies)
    if shown == six:
        return _("the {six} agencies of their committee").format(six=six)
    return _("the agencies chosen ({shown} of the {six} on their committee)").format(
        shown=shown, six=six
    )


def no_seat(presence: Presence) -> str:
    """Say that no agency of the Selection has a seat, and what to do; blank where one has."""
    if presence.shown:
        return ""
    return _(
        "No agency of this selection has a seat on the committees, so nothing can be counted. "
        "Choose one of these, or no agency: {agencies}."
    ).format(agencies=listing(presence.agencies))
