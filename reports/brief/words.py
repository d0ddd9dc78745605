"""The words that stand in every brief, by the names that ``brief.typ`` has for them."""

from data.figures.selection import Selection
from geo.words.catalogue import _

WORDS = {
    "all_covered": _("{more} covered, in the workbook"),
    "all_districts": _("All districts of the list"),
    "all_rows": _("All {more} are in the workbook"),
    "as_of": _("as of {day}"),
    "by_province": _("Districts and participants by province"),
    "cite": _("Cite as"),
    "class": _("Class"),
    "covered_districts": _("Covered districts and their participants"),
    "districts": _("Districts"),
    "key_messages": _("Key messages"),
    "live_view": _("Live view"),
    "logo": _("Logo"),
    "map": _("Map"),
    "meanings": _("What the figures mean"),
    "month": _("month"),
    "more_districts": _("and {more} more, in the workbook"),
    "more_rows": _("and {more} more, in the workbook"),
    "none": _("none"),
    "not_covered": _("not covered: {number}"),
    "not_known": _("not known"),
    "nothing": _("No participant in this selection."),
    "open_live_view": _("Open the live view"),
    "page": _("Page {number} of 2"),
    "per_agency": _("Participants per agency and {unit}."),
    "red_marks": _("Red marks: the venue districts, where trainings took place ({number})."),
    "this_view": _("This view only: {filters}"),
    "venues": _("Venues"),
    "within": _("named within a larger place: {number}"),
}
#: One of the headings of provinces, which is another where the sex is not shown.
SEX_NOT_TOLD = _("Sex not recorded")
#: The headings of the table of provinces, and of that of trainings.
PROVINCES = (
    *(_("Province where participants serve"), _("Districts covered"), _("Participants")),
    *(_("Women"), _("Men"), SEX_NOT_TOLD, _("Share of people in covered districts")),
)
TRAININGS = (_("Held"), _("Title"), _("Venue district"), _("Donor"), _("Participants"))


def words_of(selection: Selection) -> dict[str, str]:
    """Return the words of a brief of a view.

    Of a part of the records a district is not said to be uncovered: others may be trained there.
    """
    if not selection.is_of_part:
        return WORDS
    return WORDS | {
        "covered_districts": _("Districts with someone on record in this selection"),
        "all_covered": _("{more} on record in this selection, in the workbook"),
        "not_covered": _("no one on record in this selection: {number}"),
    }
