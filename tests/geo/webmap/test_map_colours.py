"""The colours of the map in the browser: marks and words can be told in both themes."""

import re
from pathlib import Path

import pytest

from geo.webmap import coverage_map
from reports.words.colours import contrast

STYLE = Path(coverage_map.__file__).with_name("classes.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6});", block))
    for block in STYLE.split("/* Districts")[0].split('[data-theme="dark"]')
)
#: WCAG 2.2, 1.4.11 and 1.4.3.
MARKS, WORDS = 3.0, 4.5
PAIRS = [
    ("hatch-ink", "hatch-ground", MARKS),
    ("hatch-ink", "water", MARKS),
    ("ramp3", "hatch-ground", MARKS),  # level lines; the edge of the light classes
    ("ramp4", "ramp1", MARKS),  # dots
    ("zero", "water", MARKS),
    ("province-edge", "water", MARKS),
    ("line-of-control", "water", MARKS),
    ("venue", "ground", MARKS),  # its rim, whatever lies under it
    ("ink", "ground", WORDS),
    ("ink", "water", WORDS),
    ("quiet", "ground", WORDS),
    ("quiet", "water", WORDS),
    ("quiet", "unselected", WORDS),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground", "least"), PAIRS)
def test_marks_and_words_stand_out(theme: dict[str, str], mark: str, ground: str, least: float):
    assert contrast(theme[mark], theme[ground]) >= least


@pytest.mark.parametrize(
    ("theme", "ink", "classes"),
    [(LIGHT, "#ffffff", ("ramp4", "ramp5")), (DARK, "#141c26", ("ramp3", "ramp4", "ramp5"))],
    ids=["light", "dark"],
)
def test_a_name_on_a_deep_class_can_be_read(theme: dict[str, str], ink: str, classes: tuple):
    for key in classes:
        assert contrast(ink, theme[key]) >= WORDS
