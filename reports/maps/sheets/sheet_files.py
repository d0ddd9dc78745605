"""Map files: a sheet with map, legend and notes as SVG, PDF and PNG; and the bare map as SVG.

The SVG is one file without script, font or address; its text is text. PDF and PNG are set from
it by Typst with the fonts it carries. The same view gives the same bytes.
"""

import json
from typing import Any

import typst

from geo.boundaries.boundary_set import BoundarySet
from geo.webmap.map_values import MapValues
from geo.words.catalogue import _
from reports.maps import layers, svg
from reports.maps.palette import inks
from reports.maps.sheets import sheet as map_sheet
from reports.maps.sheets.map_sheet import MapSheet
from reports.maps.vector_map import MapDrawing, drawing_of, focus_of
from reports.words import fonts
from reports.words.language import typst_language

#: Said on a sheet where something is missing.
MISSING_WORDS = _(
    "{mark} stands for letters that the fonts of the computer that made this "
    "sheet lack; the SVG has them."
).format(mark=fonts.MISSING)
#: Dots an inch of the PNG.
DPI = 300
#: The bare map's own units, the side of its inset, and the sizes of its names: 6.5 points and more
#: where it is at least 110 mm high.
BARE_SIZE = (640.0, 600.0)
BARE_INSET = 128.0
BARE_NAMES, BARE_PROVINCE = (14.5, 13.4, 12.6), 14.0

_PAGE = """
#set document(title: {title}, date: none)
#set page(width: 297mm, height: 210mm, margin: 0mm)
#set text({language})
#image("sheet.svg", width: 297mm, height: 210mm, alt: {alt})
"""
#: Over the line that has the address of the live view.
_LINK = """
#place(top + left, dx: {left}mm, dy: {top}mm, link({address}, box(width: {width}mm, height: 3.2mm)))
"""


def sheet_svg(sheet: MapSheet) -> bytes:
    """Return a sheet as an SVG file: a path a district, its P-code as id, its name as title."""
    return svg.saved(map_sheet.draw(sheet)).encode("utf-8")


def sheet_pdf(sheet: MapSheet) -> bytes:
    """Return a sheet as a PDF file of one page of A4 across: vectors, text that can be found."""
    return _one_file(_compiler(sheet).compile(format="pdf", pdf_standards="ua-1"))


def sheet_png(sheet: MapSheet) -> bytes:
    """Return a sheet as a PNG file of 3508 x 2480 dots: A4 at 300 an inch."""
    return _one_file(_compiler(sheet).compile(format="png", ppi=DPI))


def bare_drawing(values: MapValues, boundaries: BoundarySet) -> MapDrawing:
    """Return the drawing of ``bare_map_svg``."""
    width, height = BARE_SIZE
    box = (4.0, 4.0, width - 8, height - 8)
    return drawing_of(boundaries, box, focus_of(values))


def bare_map_svg(values: MapValues, boundaries: BoundarySet) -> bytes:
    """Return the map alone as an SVG file: districts, lines, venues and the inset, on no ground.

    Names of provinces and districts are written where there is room. For a page that sets its own
    title, legend and notes; those on boundaries and the Line of Control have to stand beside it.
    """
    width, height = BARE_SIZE
    page = svg.root(width, height, "", 1.0)
    svg.patterns(page, [one.key for one in values.classes])
    focus = focus_of(values)
    drawing = bare_drawing(values, boundaries)
    if focus:
        frame = {"x": 4.0, "y": 4.0, "width": width - 8, "height": height - 8}
        svg.element(page, "rect", fill=inks()["water"], **frame)
    edges = (0.0, 0.0, width, height)
    lettering = layers.Lettering(BARE_NAMES, BARE_PROVINCE, edges)
    layers.country(page, drawing, values, BARE_INSET, lettering)
    return svg.saved(page).encode("utf-8")


def _compiler(sheet: MapSheet) -> typst.Compiler:
    """Return what sets a sheet; it sees these two files, its fonts, and nothing else."""
    drawn = _with_fonts_of_machine(sheet)
    language = ", ".join(f"{name}: {_typst_text(one)}" for name, one in typst_language().items())
    title, alt = _typst_text(sheet.title), _typst_text(sheet.in_words)
    page = _PAGE.format(title=title, alt=alt, language=language)
    if address := sheet.imprint.live_view(sheet.figures):
        left, top = map_sheet.MARGIN, map_sheet.NOTES_TOP + 4
        edges = {"left": left, "top": top, "width": map_sheet.WIDTH - 2 * left}
        sized = {name: edge / map_sheet.UNITS_PER_MM for name, edge in edges.items()}
        page += _LINK.format(address=_typst_text(address), **sized)
    files: Any = {
        "main.typ": page.encode("utf-8"),
        "sheet.svg": drawn.encode("utf-8"),
    }
    other = fonts.has_other_letters(drawn)
    # Fonts of the machine only where they are needed: without them every machine gives the same.
    return typst.Compiler(files, ignore_system_fonts=not other)


def _with_fonts_of_machine(sheet: MapSheet) -> str:
    """Return the drawing; what no font of the machine has is a mark that the notes explain."""
    drawn = svg.saved(map_sheet.draw(sheet))
    if fonts.MISSING not in fonts.printable(drawn):
        return drawn
    return fonts.printable(svg.saved(map_sheet.draw(sheet, MISSING_WORDS)))


def _one_file(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("the sheet is not one page")
    return made


def _typst_text(words: str) -> str:
    r"""Return a text as a string of Typst; JSON's ``\uXXXX`` is not one of its escapes."""
    return json.dumps(svg.writable(words), ensure_ascii=False)
