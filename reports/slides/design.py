"""The dashboard's own deck: a white page of 16:9, one layout, the colours of the atlas."""

from __future__ import annotations

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideMaster
from pptx.util import Emu, Inches

from reports.maps.palette import inks
from reports.slides.layout import placeholders
from reports.words.colours import COMMITTEE

#: On Windows, Mac and, with the same widths, where LibreOffice runs.
TYPEFACE = "Arial"
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.6)
#: Left, top, width and height in the unit of the file.
Place = tuple[int, int, int, int]

_TITLE_PLACE: Place = (MARGIN, Inches(0.42), WIDTH - 2 * MARGIN, Inches(0.55))
_NUMBER_PLACE: Place = (WIDTH - MARGIN - Inches(0.8), Inches(6.96), Inches(0.8), Inches(0.3))


def designed(deck: Deck) -> Deck:
    """Give python-pptx's own empty deck the look of the dashboard."""
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    master = deck.slide_masters[0]
    for layout in list(master.slide_layouts):
        kinds = [one.placeholder_format.type for one in placeholders(layout)]
        if kinds[0] != PP_PLACEHOLDER.TITLE or len(kinds) != 4:  # all but “Title Only”
            master.slide_layouts.remove(layout)
    _colours_and_fonts(master)
    _places(master)
    for one in placeholders(master.slide_layouts[0]):  # the source stands there
        if one.placeholder_format.type in (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER):
            one._element.getparent().remove(one._element)
    for part, kind in ((deck.part, RT.PRINTER_SETTINGS), (deck.part.package, RT.THUMBNAIL)):
        for rel_id, relation in list(part._rels.items()):
            if relation.reltype == kind:
                part._rels.pop(rel_id)
    return deck


def _colours_and_fonts(master: SlideMaster) -> None:
    part = master.part.part_related_by(RT.THEME)
    theme = parse_xml(part.blob)
    colours = inks()
    named = {"dk1": colours["ink"], "lt1": "#ffffff", "dk2": colours["quiet"]}
    named |= {"lt2": colours["water"], "hlink": colours["ramp4"], "folHlink": colours["quiet"]}
    named |= {f"accent{place}": colour for place, colour in enumerate(COMMITTEE, 1)}
    scheme = next(theme.iter(qn("a:clrScheme")))
    scheme.set("name", "Training coverage")
    for name, colour in named.items():
        place = scheme.find(qn(f"a:{name}"))
        for old in list(place):
            place.remove(old)
        value = OxmlElement("a:srgbClr")
        value.set("val", colour[1:].upper())
        place.append(value)
    for kind in ("major", "minor"):
        next(theme.iter(qn(f"a:{kind}Font"))).find(qn("a:latin")).set("typeface", TYPEFACE)
    part._blob = serialize_part_xml(theme)


def _places(master: SlideMaster) -> None:
    """Put title and page number in their places, and take the rest off the master."""
    kept = {PP_PLACEHOLDER.TITLE: _TITLE_PLACE, PP_PLACEHOLDER.SLIDE_NUMBER: _NUMBER_PLACE}
    for one in placeholders(master):
        place = kept.get(one.placeholder_format.type)
        if place is None:
            one._element.getparent().remove(one._element)
            continue
        one.left, one.top, one.width, one.height = map(Emu, place)
        body = one._element.find(qn("p:txBody")).find(qn("a:bodyPr"))
        for edge in ("lIns", "rIns", "tIns", "bIns"):
            body.set(edge, "0")
        body.set("anchor", "t" if place is _TITLE_PLACE else "b")
    style = next(master._element.iter(qn("p:titleStyle")))
    first = style.find(qn("a:lvl1pPr"))
    first.set("algn", "l")
    run = first.find(qn("a:defRPr"))
    run.set("sz", "3000")
    run.set("b", "1")
