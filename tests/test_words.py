"""The words of the interface: all of them in the catalogue, whole, and looked up where shown."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from geo.words.catalogue import FOLDER, catalogue
from tests.translated_process import HELPED

PROJECT = Path(__file__).resolve().parents[1]
#: The feed and the log, and what makes the illustrative records, speak to whoever runs them.
NOT_SHOWN = re.compile(r"data/sample/|reports/exports/feed|pages/serving/")
FILES = [
    path
    for pattern in (
        "dashboard.py",
        "geo/**/*.py",
        "data/**/*.py",
        "pages/**/*.py",
        "reports/**/*.py",
    )
    for path in PROJECT.glob(pattern)
]
#: What looks words up, and which of its arguments are keys.
KEYS = {"_": (0,), "ngettext": (0, 1), "counted": (1, 2)}
#: What shows words, and which of its arguments they are; then by name, whoever takes them.
FIRST = """
    title header subheader caption text markdown write html info warning error success toast button
    download_button popover expander text_input text_area number_input selectbox multiselect radio
    toggle slider select_slider date_input file_uploader segmented_control spinner status dialog
    opened choice Column Series empty_figure
"""
SHOWING = dict.fromkeys(FIRST.split(), (0,)) | {
    "Measure": (1, 2),
    "draw": (2,),
    "Chart": (1,),
    "heading": (1,),
    "write": (1,),
    "progress": (0, 1),
    "print": (0, 1),
    "Finding": (1,),
    "OSError": (1,),
    "add_command": (2,),
    **dict.fromkeys(("BoundaryError", "UnreadableError", "ChoiceError", "MailError"), (0,)),
    **dict.fromkeys(("ArgumentTypeError", "_by_hand"), (0,)),
    "add_list": (4,),
    "DistrictList": (1, 2, 4),
    "HeadlineFigure": (1, 2),
    "Option": (1,),
    **dict.fromkeys(("ReadingError", "StoreError", "NotStored", "NotAllowed"), (0, 1, 2)),
    **dict.fromkeys(("SourceError", "SourceRefused", "StoreDamaged"), (0, 1, 2)),
    "PlanningError": (0, 1),
    "other_form": (0,),
    "unmatched": (1,),
    "candidate": (2,),
}
SHOWN = {"help", "placeholder", "label", "title_text", "none", "unknown", "note", "alt", "claim",
         "reason", "description"}  # fmt: skip
#: What words are called on their way to where they are shown.
CALLED = {"what", "advice", "words", "said", "counted", "MARK"}
#: The log is for whoever runs the server.
LOG = re.compile(r"(?i)\blog\.|_log\.|getLogger")
WORDS = re.compile(r"[^\W\d_]{2,}")
#: What a reader does not see: markup, icons, and what plotly puts a value in for.
UNSEEN = re.compile(r"<[^>]*>|:material/\w+:|%\{[^}]*\}|https?://\S+")
#: The name of a field, or a tag, is no word.
FIELD = re.compile(r"[a-z]+(_[a-z]+)+|#\S+")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, node: ast.expr) -> str:
    return f"{path.relative_to(PROJECT)}:{node.lineno}: {ast.unparse(node)}"


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(path)))


@cache
def calls(path: Path) -> tuple[ast.Call, ...]:
    found = (node for node in nodes(path) if isinstance(node, ast.Call))
    return tuple(node for node in found if not LOG.search(called(node)))


def called(call: ast.Call) -> str:
    """Return what is called, with its dots: ``logging.getLogger.info``; without arguments."""
    names: list[str] = []
    node: ast.expr = call
    while isinstance(node, ast.Call | ast.Attribute):
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
        node = node.func if isinstance(node, ast.Call) else node.value
    return ".".join([*([node.id] if isinstance(node, ast.Name) else []), *reversed(names)])


@cache
def extracted() -> Catalog:
    keywords = {name: tuple(at + 1 for at in keys) for name, keys in KEYS.items()}
    words = Catalog()
    for path in FILES:
        for message in extract_from_file("python", path, keywords=keywords | {"_": None}):
            words.add(message[1])
    return words


def test_the_catalogue_lists_all_words():
    with (FOLDER / "messages.pot").open("rb") as file:
        listed = {message.id for message in read_po(file)}
    assert listed == {message.id for message in extracted()}, "run `make words`"


def test_a_district_is_not_covered_and_only_a_plan_does_not_reach_it():
    ids = [message.id for message in extracted() if message.id]
    texts = [text for one in ids for text in ([one] if isinstance(one, str) else one)]
    unreached = [one for one in texts if re.search(r"(?i)\bnot (yet )?reached|unreached", one)]
    assert [one for one in unreached if not one.endswith("not reached by this plan")] == []


def test_a_key_is_a_constant_and_its_values_have_names():
    problems = []
    for path in FILES:
        # ``counted`` hands its own keys on.
        handed_on = "ngettext" if path.name == "counts.py" else ""
        named = (call for call in calls(path) if isinstance(call.func, ast.Name))
        for call in (call for call in named if name_of(call) != handed_on):
            for key in (call.args[at] for at in KEYS.get(name_of(call), ())):
                if not isinstance(key, ast.Constant):
                    problems.append(f"{place(path, key)} is put together before it is looked up")
                elif any(not field or field.isdecimal() for field in fields(key.value)):
                    problems.append(f"{place(path, key)} has a value without a name")
    assert problems == []


def test_words_that_are_shown_are_looked_up():
    shown = [path for path in FILES if not NOT_SHOWN.match(path.relative_to(PROJECT).as_posix())]
    found = [place(path, one) for path in shown for call in calls(path) for one in literals(call)]
    found += [place(path, one) for path in shown for one in called_words(path)]
    assert found == []


def fields(words: str) -> list[str]:
    """Return the names of the values in some words; plotly's own are none of them."""
    return [one[1] for one in Formatter().parse(UNSEEN.sub("", words)) if one[1] is not None]


def literals(call: ast.Call) -> Iterator[ast.expr]:
    """Yield what a call shows that stands in the code itself."""
    shown = [call.args[at] for at in SHOWING.get(name_of(call), ()) if at < len(call.args)]
    shown += [one.value for one in call.keywords if one.arg in SHOWN]
    yield from words_in(shown)


def called_words(path: Path) -> Iterator[ast.expr]:
    """Yield words in the code that are given a name on their way to where they are shown."""
    for node in nodes(path):
        if isinstance(node, ast.Assign) and set(map(ast.unparse, node.targets)) & CALLED:
            yield from words_in([node.value])


def words_in(shown: list[ast.expr]) -> Iterator[ast.expr]:
    while shown:
        node = shown.pop()
        if isinstance(node, (ast.IfExp, ast.BoolOp, ast.BinOp)):
            shown += [one for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr)]
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        texts = [one.value for one in parts if isinstance(one, ast.Constant)]
        text = "".join(map(str, filter(None, texts)))
        if WORDS.search(UNSEEN.sub("", text)) and not FIELD.fullmatch(text):
            yield node


def test_nothing_else_takes_the_name_that_looks_words_up():
    for path in FILES:
        names = [one for one in nodes(path) if isinstance(one, ast.Name) and one.id == "_"]
        taken = [place(path, one) for one in names if isinstance(one.ctx, ast.Store)]
        assert len(taken) in (0, len(names)), taken  # for what is not used, or for words


@pytest.fixture(scope="module")
def marked(tmp_path_factory) -> tuple[str, str]:
    """What help says, and commands print, where each translation is the English between marks."""
    folder = tmp_path_factory.mktemp("words")
    place = folder / "xx" / "LC_MESSAGES"
    place.mkdir(parents=True)
    translated = Catalog()
    for message in extracted():
        if message.id:
            keys = [message.id] if isinstance(message.id, str) else message.id
            words = tuple(f"\u2039{key}\u203a" for key in keys)
            translated.add(message.id, words[0] if len(words) == 1 else words)
    with (place / "messages.mo").open("wb") as file:
        write_mo(file, translated)

    names = folder / "names.csv"
    names.write_text("District;n\nLahore;1\nAtlantis;2\n")
    usual = ["--records", "illustrative"]
    lines = [
        *([package] for package in ("geo", "data", "reports")),
        ["data", "match", str(names), "--name", "District", "--out", str(folder / "out.csv")],
        ["data", "match", str(names), "--name", "Place", "--out", str(folder / "out.csv")],
        ["geo", "boundaries", "check", str(names)],
        ["geo", "boundaries", "use", "nothing"],
        ["reports", "map", str(folder / "map.svg"), *usual],
        ["reports", "map", str(folder / "map.svg"), *usual, "--province", "Panjab"],
        ["reports", "send", *usual, "--to", "office"],
        ["data", "audit", "--store", str(folder / "records.duckdb")],
    ]
    command = [sys.executable, "-m", "tests.translated_process", str(folder), json.dumps(lines)]
    language = {"LANGUAGE": "xx", "TRAINING_BOUNDARIES": str(folder / "sets")}
    ran = subprocess.run(  # noqa: S603 - our own
        command, capture_output=True, text=True, check=True, cwd=PROJECT,
        env=os.environ | language,
    )  # fmt: skip
    helped, told = ran.stdout.split(HELPED)
    return helped, told + ran.stderr


def test_the_help_of_commands_is_in_the_language_of_the_server(marked):
    lines = marked[0].splitlines()
    assert len(lines) > 150
    assert [line for line in lines if not re.search("\u2039.*\u203a", line)] == []


def test_what_commands_print_is_in_the_language_of_the_server(marked):
    lines = marked[1].splitlines()
    assert len(lines) > 10
    assert [line for line in lines if not re.search("\u2039.*\u203a", line)] == []


def test_a_translation_stands_in_place_of_its_words(tmp_path):
    translated = Catalog(locale="fr")
    translated.add("{count:,} of {every}", "{every}, dont {count:,}")
    translated.add(("district", "districts"), ("district", "districts"))
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, translated)
    words = catalogue(tmp_path, ["fr"])
    assert words.gettext("{count:,} of {every}") == "{every}, dont {count:,}"
    assert words.ngettext("district", "districts", 0) == "district"  # as French has it
    assert words.gettext("Not translated") == "Not translated"
    assert catalogue(tmp_path, ["de"]).ngettext("district", "districts", 0) == "districts"
