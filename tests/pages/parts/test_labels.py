"""Words of the records as labels of fields: heard as they are, and never read as Markdown."""

import re

import pytest

from pages.parts.screen import spoken


@pytest.mark.parametrize(
    "written",
    [
        "\u201c3/4/2024\u201d is",
        "D.I. Khan (KP)",
        "group_1/district",
        "june.csv",
        "Sex: F - M",
        "a & b",
    ],
)
def test_what_is_usual_is_heard_as_it_is_written(written: str) -> None:
    assert spoken(written) == written


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("*Women* of _Sindh_", "Women of Sindh"),
        ("![x](https://other.host/a.png)", "! x (https //other.host/a.png)"),
        (":red[Kasur] `x` $y$ ~z~", "red Kasur x y z"),
        (":material/home: &lt;b>", "material/home: lt;b>"),
        ("<b>Kasur</b>", "b>Kasur /b>"),
        ("a\\b", "a b"),
    ],
)
def test_what_markdown_would_read_is_left_out(written: str, heard: str) -> None:
    assert spoken(written) == heard
    assert not re.search(r"[\\`*\[\]~$]", spoken(written))


@pytest.mark.parametrize("written", ["1. District", "# of women", "- none", "+ 2", "> 5"])
def test_a_list_or_a_heading_is_none(written: str) -> None:
    assert spoken(written) == f"\u200b{written}"
