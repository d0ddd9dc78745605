"""The words of the map's scripts, in the language of the server.

A script takes them by name from ``coverageWords``, and puts values in where a name stands in
braces.
"""

from typing import Any

from geo.words.catalogue import LANGUAGE, _, ngettext

#: A larger number has the form of 100 and its last two digits, in all languages but Cornish.
NUMBERS = range(200)


def map_words() -> dict[str, Any]:
    """Return the words by name, with the language that they are in.

    Those that go by a number are a pair: the forms, and for each of ``NUMBERS`` the place of its
    form as one digit.
    """
    return {
        "language": LANGUAGE,
        "map": _("map"),
        "mapByKeys": _(
            "Map of districts. Arrow keys move from district to district, Enter opens one. "
            "The list beside it has the same districts."
        ),
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "wholeCountry": _("Whole country"),
        "legend": _("Legend"),
        "venueDistricts": _("venue districts"),
        "lists": _("Lists"),
        "districts": _("Districts"),
        "find": _("Find a district"),
        "byThatName": _("all districts of that name"),
        "lookAlike": _("no exact match; similar names"),
        "noSuchName": _("No district of that name."),
        "beyond": _("{pcode}: not in the district list, so nothing is counted here"),
        "notKnown": _("not known"),
        "notPublished": _("not published"),
        "withOthers": _("{words}, with {others}"),
        "including": _("with {others}"),
        "within": _("{words}, within that of {others}"),
        "and": _(" and "),
        "population": _("population {people}"),
        "agencies": _("{trainings}, {number} of 6 agencies"),
        "sum": _by_number(
            [ngettext("= {number} district", "= {number} districts", n) for n in NUMBERS]
        ),
        "participants": _by_number(
            [ngettext("{number} participant", "{number} participants", n) for n in NUMBERS]
        ),
        "trainings": _by_number(
            [ngettext("{number} training", "{number} trainings", n) for n in NUMBERS]
        ),
        "venue": _by_number(
            [ngettext("venue of {number} training", "venue of {number} trainings", n)
             for n in NUMBERS]
        ),
    }  # fmt: skip


def _by_number(forms: list[str]) -> tuple[list[str], str]:
    distinct = list(dict.fromkeys(forms))
    return distinct, "".join(str(distinct.index(form)) for form in forms)
