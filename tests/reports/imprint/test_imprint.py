"""The imprint of files: what may stand in it, its logo, and that it is kept whole."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from PIL import Image

from data.records.programme import programme
from data.store.shipped import illustrative
from reports.exports.files import report_file
from reports.imprint.imprint import Imprint, ImprintError, filled, imprint_from_json
from reports.imprint.logo import MOST_BYTES, LogoError, logo_file, read_logo
from tests.pdf_reading import pages_of
from tests.reports.views import LOGO, MADE_ON, of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">{}</svg>'


def picture(kind: str, size: tuple[int, int] = (40, 20)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "#123456").save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "kind", "shape"),
    [(picture("PNG"), "png", 2), (picture("JPEG"), "jpg", 2),
     (SVG.format('<rect width="30" height="10" fill="#123"/>').encode(), "svg", 3)],
)  # fmt: skip
def test_a_logo_is_told_by_its_content_and_can_be_a_picture(content, kind, shape):
    logo = read_logo(content)
    assert (logo.kind, logo.shape) == (kind, shape)
    with Image.open(io.BytesIO(logo.picture)) as drawn:
        assert drawn.width / drawn.height == pytest.approx(shape, rel=0.02)
    assert logo.address.startswith("data:image/")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a picture"), (b"GIF89a" + b"\0" * 90, "not a picture"),
        (picture("PNG")[:50], "damaged"), (picture("PNG", (5000, 20)), "dots on each side"),
        (picture("PNG", (8, 8)), "dots on each side"), (b"\x89PNG" * MOST_BYTES, "too large"),
        (SVG.format("<script>x</script>").encode(), "scripts"),
        (SVG.format('<rect onload="x"/>').encode(), "scripts"),
        (SVG.format('<image href="https://example.org/a.png"/>').encode(), "links"),
        (SVG.format('<rect fill="url(https://example.org)"/>').encode(), "links"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("<text>&a;</text>").encode(), "damaged"),
        (SVG.format("<g>").encode(), "damaged"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "without a size"),
    ],
)  # fmt: skip
def test_a_logo_that_no_file_may_hold_is_refused(content, said):
    with pytest.raises(LogoError, match=said):
        read_logo(content)


def test_a_large_file_is_not_read(tmp_path):
    (tmp_path / "logo.png").write_bytes(b"\0" * (MOST_BYTES + 1))
    with pytest.raises(LogoError, match="too large"):
        logo_file(tmp_path / "logo.png")


def test_an_imprint_is_kept_whole_but_for_its_date():
    given = Imprint("Title", "Source", "Office", "https://example.org/", LOGO, MADE_ON)
    assert imprint_from_json(given.to_json()) == replace(given, made_on=None)


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"title": 1}', "[" * 9_000])
def test_a_kept_imprint_that_is_none_is_said(kept):
    with pytest.raises(ImprintError, match="cannot be read"):
        imprint_from_json(kept)


@pytest.mark.parametrize(
    "wrong", [{"title": "x" * 121}, {"address": "example.org"}, {"address": "javascript:alert(1)"}]
)
def test_what_no_file_can_say_is_refused(wrong):
    with pytest.raises(ImprintError):
        Imprint(**wrong)


def test_what_is_given_replaces_what_was_kept():
    kept = Imprint(title="Kept", contact="Office")
    assert filled(kept, Imprint(title="Given")) == Imprint(title="Given", contact="Office")


def test_the_live_view_is_the_view_of_the_file():
    figures = of(illustrative()).figures
    assert Imprint().live_view(figures) == ""
    address = Imprint(address="https://example.org/dash/?old=1").live_view(figures)
    assert address == "https://example.org/dash/?records=illustrative"


def test_a_citation_names_programme_records_day_and_address():
    figures = of(illustrative()).figures
    words = f"{programme().name}: Illustrative records, data as of 25 September 2023."
    assert Imprint().citation(figures) == words
    here = Imprint(address="https://example.org/")
    assert here.citation(figures) == f"{words} https://example.org/?records=illustrative"


def in_svg(content: bytes) -> str:
    return " ".join(ET.fromstring(content).itertext())  # noqa: S314  # made by ourselves


def in_workbook(content: bytes) -> str:
    rows = load_workbook(io.BytesIO(content))["About"].values
    return " ".join(f"{word}: {words}" for word, words, *_ in rows)


def in_brief(content: bytes) -> str:
    return pages_of(content)[1]


@pytest.mark.parametrize(
    ("key", "ending", "read"),
    [("map", "svg", in_svg), ("html", "html", bytes.decode), ("workbook", "xlsx", in_workbook),
     ("brief", "pdf", in_brief)],
)  # fmt: skip
def test_each_file_says_how_it_is_cited(key, ending, read):
    view = of(illustrative())
    words = " ".join(read(report_file(key, ending).make(view)).split())
    citation = view.imprint.citation(view.figures)
    assert re.search(f"Cite as[.:] {re.escape(citation)}", words)
