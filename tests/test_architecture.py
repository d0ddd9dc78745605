"""What the house looks like, where no linter can say it."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import grimp
import pytest

PROJECT = Path(__file__).resolve().parents[1]
FLOORS = ("geo", "data", "reports", "pages")
OWN_CODE = [
    PROJECT / "dashboard.py",
    *(p for f in FLOORS for p in sorted((PROJECT / f).rglob("*.py"))),
]
SERVED = [
    p
    for f in FLOORS
    for kind in ("*.js", "*.css", "*.html")
    for p in sorted((PROJECT / f).rglob(kind))
]
# Names of XML vocabularies: they look like addresses, and nobody calls them.
VOCABULARY = re.compile(r"http://www\.w3\.org/[\w/.]+")
ADDRESS = re.compile(r"(https?:)?//[\w-]+(\.[\w-]+)+")
NETWORK = {
    "requests",
    "urllib.request",
    "http.client",
    "httpx",
    "httpx2",
    "socket",
    "ftplib",
    "smtplib",
    "aiohttp",
}
NOUNLESS = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "tools", "core"}


def name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def those(paths: list[Path], wrong: Callable[[Path, str], object]) -> list[str]:
    """Return the files of which something is wrong; of an empty list nothing could be."""
    assert paths
    return [name(path) for path in paths if wrong(path, path.read_text(encoding="utf-8"))]


def test_markdown_never_runs_html():
    ways = ("unsafe_allow_html", "unsafe_allow_javascript")
    assert those(OWN_CODE, lambda _, text: any(way in text for way in ways)) == []


def test_what_the_browser_gets_names_no_other_host():
    assert those(SERVED, lambda _, text: ADDRESS.search(VOCABULARY.sub("", text))) == []


def test_scripts_set_text_and_never_html():
    """Each of these ways would run what stands in a record."""
    ways = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
    scripts = [path for path in SERVED if path.suffix == ".js"]
    assert those(scripts, lambda _, text: any(way in text for way in ways)) == []


def test_a_module_is_named_after_what_it_is_about():
    assert those(OWN_CODE, lambda path, _: NOUNLESS & {path.stem, *name(path).split("/")}) == []


def test_only_the_shared_room_caches():
    assert those(OWN_CODE, lambda _, text: "st.cache_" in text) == ["pages/session/loading.py"]


def imported(path: Path) -> set[str]:
    text = path.read_text(encoding="utf-8")
    return set(re.findall(r"^\s*(?:import|from)\s+([\w.]+)", text, re.M))


def calls_out(path: Path) -> bool:
    return bool(imported(path) & NETWORK)


def test_no_screen_can_reach_a_module_that_calls_other_hosts():
    """A maintainer's command may download; nothing that a visitor runs may.

    But the sources that the administrator has named, which no visitor can name.
    """
    graph = grimp.build_graph(*FLOORS)
    callers = [
        ".".join(p.relative_to(PROJECT).with_suffix("").parts) for p in OWN_CODE if calls_out(p)
    ]
    reached = {
        caller: graph.find_shortest_chain("pages", caller, as_packages=True) for caller in callers
    }
    assert {caller for caller, chain in reached.items() if chain} <= {"data.sources.web"}
    assert [c for c in callers if c.startswith("pages.") or c == "dashboard"] == []
    entry = {module.split(".")[0] for module in imported(PROJECT / "dashboard.py")}
    assert entry <= {"pathlib", "streamlit", "geo", "data", "pages", "collections", "typing"}


def settings() -> dict:
    return tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def test_a_public_server_is_closed_where_it_should_be():
    server, client, browser = (settings()[part] for part in ("server", "client", "browser"))
    assert server["enableXsrfProtection"] is True
    assert server["enableCORS"] is True
    assert server["maxUploadSize"] == 10
    assert client["showErrorDetails"] == "none"
    assert client["showErrorLinks"] is False
    assert browser["gatherUsageStats"] is False


def test_fonts_come_with_streamlit():
    theme = settings()["theme"]
    assert {theme["font"], theme["headingFont"]} <= {"sans-serif", "serif"}
    assert "fontFaces" not in theme


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(front: str, ground: str, share: float) -> str:
    channels = (
        round(share * int(front[at : at + 2], 16) + (1 - share) * int(ground[at : at + 2], 16))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_of_a_theme_can_be_told_apart(theme):
    colours = settings()["theme"][theme]
    ground = colours["backgroundColor"]
    for shade in (ground, colours["secondaryBackgroundColor"]):
        assert contrast(colours["textColor"], shade) >= 7
    # Streamlit writes captions at 60 % of the text, and white on the primary colour.
    assert contrast(mixed(colours["textColor"], ground, 0.6), ground) >= 4.5
    assert contrast("#ffffff", colours["primaryColor"]) >= 4.5
    assert contrast(colours["primaryColor"], ground) >= 3
    assert contrast(colours["linkColor"], ground) >= 4.5


def test_a_map_needs_no_library_of_uploads_plans_or_files():
    """They take longer to load than all that a first visit does need."""
    heavy = ("openpyxl", "pptx", "duckdb", "scipy.optimize", "scipy.special", "sklearn")
    script = f"import sys, pages.overview; print([one for one in {heavy} if one in sys.modules])"
    ran = subprocess.run(  # noqa: S603  # our own interpreter, and a script made of constants
        [sys.executable, "-c", script], cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.strip() == "[]"


def test_rooms_and_their_parts_are_small() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in OWN_CODE}
    assert [str(path) for path, text in texts.items() if text.count("\n") > 350] == []
    rooms = Counter(path.parent for path in OWN_CODE if path.name != "__init__.py")
    assert {str(room): number for room, number in rooms.items() if number > 14} == {}
    functions = [
        f"{path}: {one.name}"
        for path, text in texts.items()
        for one in ast.walk(ast.parse(text))
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
        and (one.end_lineno or 0) - one.lineno >= 50
    ]
    assert functions == []
