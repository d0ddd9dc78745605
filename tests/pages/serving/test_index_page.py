import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from pages.serving import fonts, index_page
from pages.serving.copies import Copies, shelves
from pages.session import loading

PAGES = Path(__file__).parents[3] / "pages"
MAP_FILES = ("coverage-map-0123456789ab.js", "coverage-map-0123456789ab.css")


@pytest.fixture(scope="module")
def static(tmp_path_factory):
    return tmp_path_factory.mktemp("static")


@pytest.fixture(scope="module")
def published(static):
    """What the server publishes: made anew where the code that makes it is another."""
    made = fonts.publish(loading.STATIC, PAGES)
    for name in (*made.fonts, made.style):
        shutil.copy(loading.STATIC / name, static)
    return made


@pytest.fixture(scope="module")
def page(published):
    made = index_page.index_page("Training <coverage>", MAP_FILES, published)
    return made.content.decode()


def test_something_can_be_read_before_any_script_has_run(page):
    body = page.partition("<body>")[2]
    assert '<div id="root"></div><div class="opening"><h1>' in body
    assert '<p role="status">The map is loading.</p>' in body
    assert "<h1>Training &lt;coverage&gt;</h1>" in body
    assert "<title>Training &lt;coverage&gt;</title>" in page


def test_a_view_stands_in_the_page_in_the_style_of_the_screens(published):
    view = '<p class="brand">44 of 160</p>'
    with_view = index_page.index_page("Training", MAP_FILES, published, view)
    text = with_view.content.decode()
    assert f'<div id="root"></div><div class="opening with-view">{view}' in text
    assert ".headline strong {" in text
    assert ".district.ramp4 {" in text
    without = index_page.index_page("Training", MAP_FILES, published)
    assert b".headline strong {" not in without.content
    assert with_view.script_hashes == without.script_hashes


def test_the_page_says_the_language_of_its_words(published, monkeypatch):
    monkeypatch.setattr(index_page, "LANGUAGE", "ur")
    made = index_page.index_page("Training", MAP_FILES, published).content
    assert made.count(b'<html lang="ur">') == 1


def test_all_that_is_asked_for_early_is_there(page, static, published):
    for name in MAP_FILES:
        (static / name).write_text("/* made at start */")
    copies = Copies(shelves(static), static / "kept")
    links = re.findall(r'<link[^>]*rel="(?:module)?preload"[^>]*href="\.([^"]+)"', page)
    assert [one for one in links if copies.file(one) is None] == []
    assert set(index_page.addresses(MAP_FILES)) <= {
        *links,
        *re.findall(r'src="\.(/static/js/[^"]+)"', page),
    }
    stems = {Path(one).name.rpartition(".")[0].rpartition(".")[0] for one in links}
    assert set(index_page.SCRIPTS) <= stems  # one that is gone was left out
    assert f'href="./app/static/{published.style}"' in page


def test_the_only_script_in_the_page_is_known_by_its_hash(page, published):
    made = index_page.index_page("Training", MAP_FILES, published)
    inline = re.findall(r"<script>(.*?)</script>", made.content.decode(), re.DOTALL)
    assert len(inline) == len(made.script_hashes) == 1
    assert made.tag != index_page.index_page("Another", MAP_FILES, published).tag


def test_another_page_of_streamlit_is_not_served_in_silence(published, monkeypatch, tmp_path):
    (tmp_path / "index.html").write_text("<title>Streamlit</title>")
    monkeypatch.setattr(index_page, "STREAMLIT", tmp_path)
    with pytest.raises(RuntimeError, match=r"another one than .*index_page\.py expects"):
        index_page.index_page("Training", MAP_FILES, published)


def test_the_fonts_are_a_tenth_and_hold_what_the_screens_use(static, published):
    whole = sum(one.source.stat().st_size for one in fonts.FONTS)
    small = sum((static / name).stat().st_size for name in published.fonts)
    assert small < whole / 8
    sans = TTFont(BytesIO((static / published.fonts[0]).read_bytes()))
    assert {ord(letter) for letter in "Dera Ghāzi Khān 44 – ≥"} <= set(sans.getBestCmap())
    assert "fvar" in sans  # the weights stay
    icons = TTFont(BytesIO((static / published.fonts[2]).read_bytes()))
    # Named as text, put together in code, and Streamlit's own.
    assert {"tune", "travel_explore", "more_vert", "chevron_right"} <= set(fonts.ligatures(icons))


def test_a_letter_that_the_small_font_has_not_comes_from_the_whole_one(static, published):
    style = (static / published.style).read_text()
    faces = re.findall(r"@font-face{[^}]*Source Sans[^}]*font-style:normal[^}]*}", style)
    assert [("static/media" in one, "U+20-17F" in one) for one in faces] == [
        (True, False),
        (False, True),
    ]
    beyond = re.findall(r"unicode-range:([^}]*)}", faces[0])[0]
    assert any(part.startswith("U+4") for part in beyond.split(","))  # Cyrillic
    # Words are read in another font until theirs has come; the name of an icon never is.
    assert {re.findall(r"font-display:(\w+)", one)[0] for one in faces} == {"swap"}
    assert "font-display:block" in style
    assert "MaterialSymbols" not in style  # all of its icons that are used are in the small one
