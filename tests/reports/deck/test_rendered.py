"""The deck as LibreOffice draws it: as many pages as slides, and none of them blank or cut."""

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from geo.boundaries.boundary_set import embedded
from reports.deck.deck import write_deck
from reports.story.story import Story
from reports.story.wording import Wording
from tests.reports.deck_reading import deck_of, slides_of, story_of, told_of
from tests.reports.slides.test_template import template

OFFICE, PICTURES = shutil.which("soffice"), shutil.which("pdftoppm")
pytestmark = pytest.mark.skipif(
    not (OFFICE and PICTURES), reason="LibreOffice or pdftoppm is not installed"
)
#: Of the dots of a page: the least that are drawn on, and the margin that nothing reaches.
LEAST, MARGIN = 0.01, 0.01


NAMES = ["illustrative", "published", "empty", "everywhere"]
OTHER_SHAPE = "a template of another shape"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> Path:
    """Have all decks drawn at once, for LibreOffice takes seconds to start; return the folder."""
    folder = tmp_path_factory.mktemp("drawn")
    decks = {name: deck_of(name) for name in NAMES}
    # Of each kind of slide one: a map with its legend, charts, a table, words.
    kinds = Story(story_of("illustrative").figures, Wording(("standing", "trained", "targets")))
    decks[OTHER_SHAPE] = write_deck(kinds, embedded(), template())
    for name, deck in decks.items():
        (folder / f"{name}.pptx").write_bytes(deck)
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    convert = [OFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", folder]
    files = [folder / f"{name}.pptx" for name in decks]
    subprocess.run([*convert, *files], check=True, capture_output=True, timeout=600)  # noqa: S603
    return folder


def pages(folder: Path, name: str) -> list[np.ndarray]:
    """Return the pages of a deck as grey pictures, as a reader sees them."""
    into = folder / name
    into.mkdir()
    command = [PICTURES, "-r", "50", "-png", folder / f"{name}.pdf", into / "page"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603
    return [np.asarray(Image.open(one).convert("L")) for one in sorted(into.glob("page*.png"))]


@pytest.mark.parametrize("name", NAMES)
def test_each_slide_is_a_page_that_is_not_blank(name, drawn) -> None:
    check(pages(drawn, name), len(told_of(name)))


def test_a_template_of_another_shape_is_drawn_as_well(drawn) -> None:
    found = pages(drawn, OTHER_SHAPE)
    check(found, len(slides_of((drawn / f"{OTHER_SHAPE}.pptx").read_bytes())))
    assert found[0].shape[1] / found[0].shape[0] == pytest.approx(4 / 3, rel=0.01)


def check(found: list[np.ndarray], count: int) -> None:
    assert len(found) == count
    for page in found:
        inked = page < 200
        assert inked.mean() > LEAST
        band = round(0.03 * page.shape[0]) if page is found[0] else 0  # along the cover's edge
        edge = round(page.shape[1] * MARGIN)
        inner = np.zeros_like(inked)
        inner[edge:-edge, edge:-edge] = True
        assert not (inked & ~inner)[band:].any()
