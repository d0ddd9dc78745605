"""A template of a user's own gives the deck its look, or is refused in plain words."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

import pptx
import pytest
from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from data.records.programme import programme
from geo.boundaries.boundary_set import embedded
from reports.deck.deck import DeckError, write_deck
from reports.maps.palette import inks
from reports.slides.box import EMU_PER_INCH, Box
from reports.slides.layout import HEIGHT, WIDTH
from reports.slides.text import LINE
from reports.story.story import Story
from reports.story.wording import Wording
from reports.words.colours import COMMITTEE
from tests.reports.deck_reading import deck_of, slides_of, story_of, told_of
from tests.reports.slides.overlaps import check_apart

OUTLINES = embedded()
OWN_LAYOUTS = ["Title Slide", "Title, Text and Figure", "Title Only"]
TYPES = "[Content_Types].xml"


def template(change: Callable[[Any], None] | None = None) -> bytes:
    """Return a template of 4:3 with two slides of its own, changed."""
    deck = pptx.Presentation()
    for layout in (deck.slide_layouts[0], deck.slide_layouts[1]):
        deck.slides.add_slide(layout).shapes.title.text = "A slide of the template"
    if change:
        change(deck)
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def repacked(
    packed: bytes, change: Callable[[str, bytes], bytes], more: dict | None = None
) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as parts, zipfile.ZipFile(made, "w") as out:
        for part in parts.infolist():
            out.writestr(part.filename, change(part.filename, parts.read(part)))
        for name, content in (more or {}).items():
            out.writestr(name, content)
    return made.getvalue()


def in_types(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    return lambda name, content: content.replace(old, new) if name == TYPES else content


@cache
def short() -> Story:
    """Return a story of a map and a table alone: the maps of the other steps take long to draw."""
    return Story(story_of("illustrative").figures, Wording(("standing", "committees")))


@cache
def bare() -> Story:
    """Return a story of one chart, for what is the same of any slide."""
    return Story(story_of("illustrative").figures, Wording(("committees",)))


def deck_in(packed: bytes, story: Story | None = None) -> tuple[bytes, Any]:
    made = write_deck(story or short(), OUTLINES, packed)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert len(parts.namelist()) == len(set(parts.namelist()))
    return made, pptx.Presentation(io.BytesIO(made))


@cache
def plain() -> tuple[bytes, Any]:
    """Return the deck in a template that nothing was changed in, which tests only read."""
    return deck_in(template())


def check_inside(deck: Any) -> None:
    """Nothing stands beyond the edges of the slides."""
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width + 1, shape.name
            assert shape.top + shape.height <= deck.slide_height + 1, shape.name


def test_the_own_design_is_16_to_9_and_nothing_stands_outside() -> None:
    deck = pptx.Presentation(io.BytesIO(deck_of("illustrative")))
    assert (deck.slide_width, deck.slide_height) == (Inches(WIDTH), Inches(HEIGHT))
    assert [one.name for one in deck.slide_layouts] == OWN_LAYOUTS
    check_inside(deck)


def test_the_own_design_has_the_colours_of_the_atlas() -> None:
    deck = pptx.Presentation(io.BytesIO(deck_of("illustrative")))
    theme = parse_xml(deck.slide_masters[0].part.part_related_by(RT.THEME).blob)
    scheme = next(theme.iter(qn("a:clrScheme")))
    atlas = inks()
    named = {"dk1": "ink", "dk2": "quiet", "lt2": "water", "hlink": "ramp4", "folHlink": "quiet"}
    colours = {name: atlas[key] for name, key in named.items()} | {"lt1": "#ffffff"}
    colours |= {f"accent{place}": colour for place, colour in enumerate(COMMITTEE, 1)}
    written = {one.tag.rpartition("}")[2]: f"#{one[0].get('val').lower()}" for one in scheme}
    assert written == colours


def test_a_template_keeps_size_and_master_and_loses_its_slides() -> None:
    made, deck = deck_in(template(), story_of("illustrative"))
    check_apart(made)
    assert len(deck.slides) > len(story_of("illustrative").steps) + 1
    assert (deck.slide_width, deck.slide_height) == (Inches(10), Inches(7.5))
    assert len(deck.slide_layouts) == 11
    assert "A slide of the template" not in [one.title for one in slides_of(made)]
    cover, *others = deck.slides
    assert cover.slide_layout.name == "Title Slide"
    assert {slide.slide_layout.name for slide in others} == {"Title Only"}
    check_inside(deck)


def test_layouts_are_found_by_what_they_hold_not_by_name() -> None:
    def rename(deck: Any) -> None:
        for number, layout in enumerate(deck.slide_layouts):
            layout._element.cSld.set("name", f"Folie {number}")

    _, deck = deck_in(template(rename), bare())
    assert [slide.slide_layout.name for slide in deck.slides][:2] == ["Folie 0", "Folie 5"]


def test_a_layout_with_more_than_a_title_leaves_no_empty_place() -> None:
    def only_content(deck: Any) -> None:
        for layout in list(deck.slide_layouts):
            if layout.name not in ("Title Slide", "Title and Content"):
                deck.slide_layouts.remove(layout)

    _, deck = deck_in(template(only_content), bare())
    usual = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.SLIDE_NUMBER)
    _, *slides = deck.slides
    for slide in slides:
        assert slide.slide_layout.name == "Title and Content"
        assert {one.placeholder_format.type for one in slide.placeholders} <= set(usual)


def test_a_title_in_the_middle_of_the_slide_is_moved_up() -> None:
    def only_title_slide(deck: Any) -> None:
        deck.slides._sldIdLst.clear()
        for layout in list(deck.slide_layouts)[1:]:
            if not layout.used_by_slides:
                deck.slide_layouts.remove(layout)

    _, deck = deck_in(template(only_title_slide))
    for slide in deck.slides:
        assert slide.shapes.title.top < deck.slide_height / 4
    check_inside(deck)


def test_a_page_number_is_written_where_the_layout_has_none() -> None:
    def no_feet(deck: Any) -> None:
        for layout in deck.slide_layouts:
            for one in list(layout.placeholders):
                if one.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
                    one._element.getparent().remove(one._element)

    _, *slides = deck_in(template(no_feet), bare())[1].slides
    for slide in slides:
        fields = [one.get("type") for one in slide.shapes._spTree.iter(qn("a:fld"))]
        assert fields == ["slidenum"]


def test_sections_shows_and_links_to_dropped_slides_go_with_them() -> None:
    def link(deck: Any) -> None:
        slide = deck.slides[0]
        target = deck.slide_master.part.relate_to(slide.part, RT.SLIDE)
        properties = next(deck.slide_master._element.iter(qn("p:cNvPr")))
        properties.append(parse_xml(f'<a:hlinkClick {nsdecls("a", "r")} r:id="{target}"/>'))
        known = deck.slides._sldIdLst[0].rId
        deck.part._element.append(
            parse_xml(
                f'<p:custShowLst {nsdecls("p", "r")}><p:custShow name="A show" id="0"><p:sldLst>'
                f'<p:sld r:id="{known}"/></p:sldLst></p:custShow></p:custShowLst>'
            )
        )
        deck.part._element.append(
            parse_xml(
                f'<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
                '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/'
                'main"><p14:section name="S" id="{00000000-0000-0000-0000-000000000001}">'
                '<p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section>'
                "</p14:sectionLst></p:ext></p:extLst>"
            )
        )

    made, deck = deck_in(template(link), bare())
    number = len(deck.slides)
    assert number == len(slides_of(made))
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        slides = [name for name in parts.namelist() if name.startswith("ppt/slides/slide")]
        assert len(slides) == number
        told = parts.read("ppt/presentation.xml").decode()
    assert "sectionLst" not in told
    assert "custShow" not in told


@pytest.mark.parametrize("kind", [b"template", b"slideshow"])
def test_a_template_file_and_a_show_are_taken_as_well(kind) -> None:
    old = b"presentationml.presentation.main"
    packed = repacked(template(), in_types(old, b"presentationml." + kind + b".main"))
    _, deck = deck_in(packed)
    assert len(deck.slides) == len(plain()[1].slides)


def test_text_takes_the_fonts_and_the_colours_of_the_theme() -> None:
    _, deck = plain()
    for slide in deck.slides:
        assert list(slide.shapes._spTree.iter(qn("a:latin"))) == []


def test_light_text_on_dark_ground_gets_maps_on_a_ground_of_their_own() -> None:
    def dark(deck: Any) -> None:
        mapped = next(deck.slide_master._element.iter(qn("p:clrMap")))
        for one, other in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
            mapped.set(one, other)

    made, _ = deck_in(template(dark))
    maps = [shapes for one in slides_of(made) for shapes in one.maps]
    assert len(maps) == 1
    assert "Ground of the map" in maps[0]
    assert "Ground of the map" not in told_of("illustrative")[1].maps[0]


def test_links_of_the_slides_that_are_dropped_are_dropped_with_them() -> None:
    def link(deck: Any) -> None:
        deck.slides[0].part.relate_to("https://example.org", RT.HYPERLINK, is_external=True)

    made, _ = deck_in(template(link), bare())
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert not [name for name in parts.namelist() if b"example.org" in parts.read(name)]


def test_properties_as_libreoffice_relates_them_are_written_once() -> None:
    def related(name: str, content: bytes) -> bytes:
        usual, other = RT.CORE_PROPERTIES, b"officedocument/2006/relationships/metadata"
        changed = content.replace(b"package/2006/relationships/metadata", other)
        assert name != "_rels/.rels" or (usual.encode() in content and other in changed)
        return changed if name == "_rels/.rels" else content

    made, deck = deck_in(repacked(template(), related), bare())
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert parts.namelist().count("docProps/core.xml") == 1
        assert parts.read("_rels/.rels").count(b"core.xml") == 1
    assert deck.core_properties.author == programme().name


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["/docProps/core.xml", "/docProps/CORE.xml"])
def test_a_deck_with_a_part_twice_is_never_written(name: str) -> None:
    def related_otherwise(deck: Any) -> None:
        package = deck.part.package
        for rel_id, relation in list(package._rels.items()):
            if relation.reltype == RT.CORE_PROPERTIES:
                package.drop_rel(rel_id)
        with_part(name, "application/octet-stream", RT.CUSTOM_XML)(deck)

    with pytest.raises(DeckError, match=r"a part twice \(docprops/core\.xml\)"):
        deck_in(template(related_otherwise), bare())


def without_titles(deck: Any) -> None:
    kinds = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
    for layout in deck.slide_layouts:
        for one in list(layout.placeholders):
            if one.placeholder_format.type in kinds:
                one._element.getparent().remove(one._element)


def tiny(deck: Any) -> None:
    deck.slide_width, deck.slide_height = Pt(200), Pt(100)


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
        parts.writestr(TYPES, "presentationml")
        for number in range(5):
            parts.writestr(f"ppt/media/{number}.bin", b"\0" * 70_000_000)
    return made.getvalue()


VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"


def with_part(name: str, kind: str, relation: str) -> Callable[[Any], None]:
    def add(deck: Any) -> None:
        part = Part(PackURI(name), kind, deck.part.package, b"x")
        deck.slide_master.part.relate_to(part, relation)

    return add


def with_link(deck: Any) -> None:
    deck.slide_master.part.relate_to("https://example.org/logo.png", RT.IMAGE, is_external=True)


def damaged() -> bytes:
    return repacked(template(), lambda name, old: old[:40] if "slideMaster1.xml" in name else old)


CASES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "nothing": (lambda: b"", "not a PowerPoint file", "Choose a file"),
    "a text": (lambda: b"Dear donor", "not a PowerPoint file", "Choose a file"),
    "a zip": (lambda: repacked(b"PK\x05\x06" + b"\0" * 18, lambda n, c: c, {"a": b"b"}),
              "not a PowerPoint file", "Choose a file"),
    "a locked file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
                      "has a password", "remove the password"),
    "a document": (lambda: repacked(template(), in_types(b"presentationml", b"wordprocessingml")),
                   "not one of PowerPoint", "Choose a file"),
    "macros": (lambda: repacked(template(), lambda n, c: c, {"ppt/vbaProject.bin": b"Sub"}),
               "has macros", "Save it in PowerPoint as .pptx"),
    "a type with macros": (
        lambda: repacked(template(), in_types(
            b"vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            b"vnd.ms-powerpoint.presentation.macroEnabled.main+xml")), "has macros", "Save it"),
    "macros of another name": (
        lambda: template(with_part("/ppt/media/logo.bin", "application/vnd.ms-office.VBAProject",
                                   RT.IMAGE)), "has macros", "Save it"),
    "macros of another type": (
        lambda: template(with_part("/ppt/media/logo.bin", "image/x-logo", VBA)),
        "has macros", "Save it"),
    "a linked picture": (lambda: template(with_link), "links to other files", "master"),
    "a bomb": (bomb, "too large", "Remove pictures and slides"),
    "damaged": (damaged, "damaged", "save it again"),
    "cut off": (lambda: template()[:-3000], "not a PowerPoint file", "Choose a file"),
    "no title": (lambda: template(without_titles), "no layout with a title", "Add a layout"),
    "tiny": (lambda: template(tiny), "too small", "Choose a template"),
}  # fmt: skip


@pytest.mark.parametrize("case", list(CASES))
def test_what_cannot_be_used_is_refused_in_plain_words(case) -> None:
    made, what, what_to_do = CASES[case]
    with pytest.raises(DeckError) as refused:
        write_deck(short(), OUTLINES, made())
    assert what in refused.value.what
    assert what_to_do in refused.value.what_to_do
    assert refused.value.what in str(refused.value)


DARK = '<a:srgbClr val="0B1E33"/>'


def grounded(owner: Any, fill: str) -> None:
    """Give a master or a layout a ground of its own."""
    background = parse_xml(
        f"<p:bg {nsdecls('p', 'a', 'r')}><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    )
    whole = owner._element.find(qn("p:cSld"))
    for old in whole.findall(qn("p:bg")):
        whole.remove(old)
    whole.insert(0, background)


def on_dark_master(deck: Any) -> None:
    """A master with a dark ground of its own under a theme for light ones."""
    grounded(deck.slide_master, f"<a:solidFill>{DARK}</a:solidFill>")


def on_gradient(deck: Any) -> None:
    stops = f'<a:gs pos="0">{DARK}</a:gs><a:gs pos="100000"><a:srgbClr val="123456"/></a:gs>'
    grounded(deck.slide_master, f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>")


def on_picture(deck: Any) -> None:
    """A picture behind all slides that is dark above, where their titles stand."""
    picture, file = Image.new("RGB", (40, 30), "white"), io.BytesIO()
    picture.paste((11, 30, 51), (0, 0, 40, 6))
    picture.save(file, "PNG")
    _part, name = deck.slide_master.part.get_or_add_image_part(file)
    grounded(deck.slide_master, f'<a:blipFill><a:blip r:embed="{name}"/></a:blipFill>')


def without_styles(deck: Any) -> None:
    """A master as LibreOffice saves it: the words that ask for a title have its colour alone."""
    style = next(deck.slide_master._element.iter(qn("p:titleStyle")))
    for fill in list(style.iter(qn("a:solidFill"))):
        fill.getparent().remove(fill)


def dark_panel(deck: Any, top: float, height: float) -> None:
    """A dark shape across the slides: over the whole of them, or a band behind the titles."""
    edges = (Inches(0), Inches(top), deck.slide_width, Inches(height))
    panel = deck.slides[0].shapes.add_shape(1, *edges)
    panel.fill.solid()
    panel.fill.fore_color.rgb = RGBColor(0x0B, 0x1E, 0x33)
    deck.slide_master.shapes._spTree.insert(2, panel._element)


def title_colours(deck: Any) -> list[str | None]:
    """Return of each slide the theme's colour that its title is given, if one is."""
    runs = [slide.shapes.title.text_frame.paragraphs[0].runs[0] for slide in deck.slides]
    fills = [next(run._r.iter(qn("a:schemeClr")), None) for run in runs]
    return [None if fill is None else fill.get("val") for fill in fills]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (None, {None}),
        (without_styles, {"tx1"}),
        (on_dark_master, {"bg1"}),
        (on_gradient, {"bg1"}),
        (on_picture, {None, "bg1"}),
        (lambda deck: dark_panel(deck, 0, 7.5), {"bg1"}),
        (lambda deck: dark_panel(deck, 0, 1.6), {None, "bg1"}),  # the cover's stands below it
    ],
)
def test_a_title_can_be_read_on_what_is_behind_it(change: Any, expected: set) -> None:
    """The template's titles are dark: they are left where its ground is light."""
    colours = title_colours(deck_in(template(change), bare())[1])
    assert set(colours) == expected
    assert len(set(colours[1:])) == 1


def on_busy_picture(deck: Any) -> None:
    """A picture of many colours behind all slides, and a logo in the corner of their titles."""
    picture = Image.new("RGB", (8, 6), "white")
    for number in range(24):
        picture.putpixel((2 * number % 8 + number // 4 % 2, number // 4), (120, 3, 90))
    picture, file = picture.resize((80, 60), Image.Resampling.NEAREST), io.BytesIO()
    picture.save(file, "PNG")
    _part, name = deck.slide_master.part.get_or_add_image_part(file)
    grounded(deck.slide_master, f'<a:blipFill><a:blip r:embed="{name}"/></a:blipFill>')
    logo = deck.slides[0].shapes.add_picture(file, *map(Inches, (8.6, 0.5, 0.9, 0.6)))
    _part, logo._element.blipFill.blip.rEmbed = deck.slide_master.part.get_or_add_image_part(file)
    deck.slide_master.shapes._spTree.append(logo._element)


def on_panels(shape: Any, panels: list[Any]) -> bool:
    """Return whether panels are behind the upper and the lower edge of a shape."""
    right = shape.left + shape.width
    beside = [one for one in panels if one.left <= shape.left and right <= one.left + one.width]
    edges = (shape.top, shape.top + shape.height)
    return all(any(0 <= edge - one.top <= one.height for one in beside) for edge in edges)


def test_text_over_a_busy_picture_stands_on_panels_that_leave_a_logo_in_sight() -> None:
    deck = deck_in(template(on_busy_picture))[1]
    check_inside(deck)
    logo = Box(8.6, 0.5, 0.9, 0.6)
    for slide in deck.slides:
        panels = [shape for shape in slide.shapes if shape.name == "Panel"]
        assert [shape.name for shape in slide.shapes][: len(panels)] == ["Panel"] * 3
        for panel in panels:
            assert panel.fill.fore_color.theme_color == MSO_THEME_COLOR.BACKGROUND_1
            edges = (panel.left, panel.top, panel.width, panel.height)
            assert not Box(*(edge / EMU_PER_INCH for edge in edges)).meets(logo)
        written = [one for one in slide.shapes if one.has_text_frame and one.text_frame.text]
        for shape in written:
            assert on_panels(shape, panels), f"{shape.name} stands on the picture"
            inks = [one.get("val") for one in shape._element.iter(qn("a:schemeClr"))]
            assert set(inks) <= {"tx1", "tx2"}
    names = {one.name for slide in deck_in(template(on_picture))[1].slides for one in slide.shapes}
    assert "Panel" not in names, "the picture is even where the text stands"


def test_text_over_a_band_across_the_middle_stands_on_panels() -> None:
    for slide in deck_in(template(lambda deck: dark_panel(deck, 3.4, 2)))[1].slides:
        assert [shape.name for shape in slide.shapes][:3] == ["Panel"] * 3


def test_a_cover_of_another_ground_than_the_slides_has_ink_of_its_own() -> None:
    def dark_cover(deck: Any) -> None:
        layout = deck.slide_layouts[0]
        grounded(layout, f"<a:solidFill>{DARK}</a:solidFill>")
        layout.placeholders[0].top = Inches(0.3)

    cover, *others = deck_in(template(dark_cover))[1].slides
    facts = next(shape for shape in cover.shapes if shape.name == "Facts")
    assert {one.get("val") for one in facts._element.iter(qn("a:schemeClr"))} == {"bg1"}
    (mark,) = [shape for shape in cover.shapes if shape.name == "Illustrative records"]
    title = cover.shapes.title
    assert mark.top >= title.top + title.height, "a title at the top is not covered"
    assert "tx1" in {one.get("val") for one in others[0].shapes._spTree.iter(qn("a:schemeClr"))}


def test_text_on_a_dark_master_is_light_whatever_the_theme_says() -> None:
    made, deck = deck_in(template(on_dark_master))
    inks = {
        one.get("val")
        for slide in deck.slides
        for text in slide.shapes._spTree.iter(qn("a:rPr"))
        for one in text.iter(qn("a:schemeClr"))
    }
    assert inks == {"bg1"}
    assert "Ground of the map" in slides_of(made)[1].maps[0]


def test_no_row_of_a_table_grows_with_its_text_not_even_where_a_cell_is_empty() -> None:
    story = Story(story_of("illustrative").figures, Wording(("targets",)))
    _, deck = deck_in(template(on_dark_master), story)
    (table,) = [shape.table for shape in deck.slides[1].shapes if shape.has_table]
    rows = [(row.height.pt, cell) for row in table.rows for cell in row.cells]
    empty = [cell for _height, cell in rows if not cell.text]
    assert len(table.rows) > 10
    assert empty
    for height, cell in rows:
        (size,) = [int(one.get("sz")) / 100 for one in cell._tc.iter() if one.get("sz")]
        assert size * LINE <= height


def test_a_title_that_reaches_out_of_the_slide_is_moved_into_it() -> None:
    def narrow(deck: Any) -> None:
        deck.slide_width, deck.slide_height = Inches(7.5), Inches(10)

    check_inside(deck_in(template(narrow), story_of("illustrative"))[1])
