"""What a link to the Overview is answered with before any script has come: its figures and map.

They are made as the screen itself makes them, of the same view. Whatever a visitor has to sign in
for, or the address does not say plainly, is left to the screen.
"""

from urllib.parse import parse_qs

from data.figures.coverage import Coverage
from data.figures.selection import from_query
from geo.webmap import picture
from geo.words.catalogue import _
from pages.parts import view_words
from pages.session import loading, options, visitor
from reports.measures.measures import Measure, map_values, measure
from reports.words.headline import at_least

#: The addresses of the Overview.
OVERVIEW = ("/", "/overview", "/coverage")
#: Parts of an address that put something else on the screen than the map of one date.
OTHER = ("compare", "district")


def first_view(address: str, query: str) -> str:
    """Return the view of a link as HTML that needs no script; blank where there is none.

    Parameters
    ----------
    address
        Of a screen, under the dashboard's own path.
    query
        What follows the question mark, as the browser sends it.
    """
    parts = parse_qs(query)
    if address not in OVERVIEW or visitor.signs_in() or any(one in parts for one in OTHER):
        return ""
    records = loading.opened_by_link("".join(parts.get("records", [])[-1:]))
    if records is None:
        return ""
    selection, problems = from_query(parts, records)
    key = parts.get("measure", [options.OPTIONS["measure"].default])[-1]
    try:
        shown = measure(key)
    except KeyError:
        return ""
    return "" if problems else _view(loading.figures(records, selection), shown)


def _view(figures: Coverage, shown: Measure) -> str:
    records, values = figures.records, map_values(figures, shown)
    covered = figures.headline
    words = _("Map: {least}{districts} of {all_districts} districts covered").format(
        least=at_least(figures),
        districts=covered.districts_covered,
        all_districts=covered.districts,
    )
    outlines = loading.outlines()
    drawn = picture.picture(values, outlines, words)
    return (
        f"{view_words.brand()}{view_words.title(view_words.OVERVIEW, records)}"
        f'{view_words.headline(figures)}<div class="drawn">{drawn}</div>'
        f"{view_words.source(records, figures.selection, outlines)}"
    )
