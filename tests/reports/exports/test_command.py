"""``python -m reports``: files as asked, plain refusals, nothing half-written."""

import io
import os
import tempfile
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from pptx import Presentation

from data.records.whole_file import write_whole
from data.store.address import open_store
from data.store.shipped import published
from reports.__main__ import main
from reports.exports import command, files
from tests.data.stored import upload
from tests.pdf_reading import pages_of
from tests.reports.views import LOGO, of

STARTS = {
    "pptx": b"PK", "xlsx": b"PK", "pdf": b"%PDF", "png": b"\x89PNG", "svg": b"<?xml",
    "html": b"<!DOCTYPE", "gpkg": b"SQLite format 3", "geojson": b"{",
}  # fmt: skip


def run(*words: object) -> int:
    return main([str(word) for word in words])


@pytest.fixture
def refused(capsys):
    """Run a command that is refused; return what it says."""

    def refused_(*words: object) -> str:
        assert run(*words) == 2
        said = capsys.readouterr().err
        assert said.startswith("Refused: ")
        assert "Traceback" not in said
        assert said.count("\n") == 1
        return said

    return refused_


@pytest.mark.parametrize("one", files.FILES, ids=lambda one: f"{one.key}.{one.ending}")
def test_every_file_is_written_under_its_name_with_the_imprint(one, tmp_path):
    out, logo = tmp_path / "out", tmp_path / "logo.png"
    out.mkdir()
    logo.write_bytes(LOGO.content)
    about = ("--title", "Our title", "--source", "Our source", "--contact", "Our office",
             "--address", "https://example.org/", "--logo", logo)  # fmt: skip
    takes = one.key in IMPRINTED
    asked = ("--records", "illustrative", "--format", one.ending, *(about if takes else ()))
    assert run(one.key, out, *asked) == 0
    (path,) = out.iterdir()
    assert path.suffix == f".{one.ending}"
    assert "illustrative_20230925" in path.name
    content = path.read_bytes()
    assert content.startswith(STARTS[one.ending])
    if takes and one.ending != "png":
        said = said_in(content)
        for words in ("Our title", "Our source", "Our office"):
            assert words in said


#: The commands whose files have an imprint.
IMPRINTED = ("deck", "brief", "map", "html", "workbook")


def said_in(content: bytes) -> str:
    """Return the words of a file; its logo is in it."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            assert any("media" in name for name in parts.namelist())
            texts = [parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
            return " ".join(texts)
    if content.startswith(b"%PDF"):
        return " ".join(pages_of(content))
    assert LOGO.address in content.decode()
    return content.decode()


def test_the_ending_says_the_format(tmp_path):
    assert run("map", tmp_path / "a.SVG", "--records", "published") == 0
    assert (tmp_path / "a.SVG").read_bytes().startswith(b"<?xml")


def test_filters_and_dates_choose_the_view(tmp_path):
    path = tmp_path / "figures.xlsx"
    filters = ("--as-of", "2023-05-15", "--province", "Punjab", "--province", "PK2")
    assert run("workbook", path, "--records", "illustrative", *filters, "--agency", "Police") == 0
    about = openpyxl.load_workbook(path)["About"]
    words = {row[1].value for row in about.iter_rows()}
    assert "15 May 2023" in words
    assert "Police in Balochistan and Punjab" in words


@pytest.mark.parametrize("given", ["option", "setting"])
def test_a_public_file_is_of_the_edition(tmp_path, monkeypatch, given):
    path = tmp_path / "figures.xlsx"
    if given == "setting":
        monkeypatch.setenv("TRAINING_PUBLIC", "5")
    options = ("--public", "5") if given == "option" else ()
    assert run("workbook", path, "--records", "illustrative", *options) == 0
    book = openpyxl.load_workbook(path)
    words = " ".join(str(row[1].value) for row in book["About"].iter_rows())
    assert "Public edition, made on" in words
    assert "groups of at least 5" in words


def test_a_public_file_of_groups_of_two_is_refused(tmp_path, capsys):
    path = tmp_path / "figures.xlsx"
    assert run("workbook", path, "--records", "illustrative", "--public", "2") == 2
    assert "--public: '2' is not the fewest people" in capsys.readouterr().err
    assert not path.exists()


def test_a_template_is_honoured(tmp_path):
    template, path = tmp_path / "own.pptx", tmp_path / "deck.pptx"
    own = Presentation()
    own.slide_width, own.slide_height = 12_192_000, 6_858_000
    own.save(template)
    asked = ("--as-of", "2023-02-01", "--template", template)  # a view of few slides
    assert run("deck", path, "--records", "illustrative", *asked) == 0
    assert Presentation(path).slide_width == 12_192_000


def test_an_empty_selection_gives_a_file_that_says_so(tmp_path, capsys):
    path = tmp_path / "a.svg"
    assert run("map", path, "--records", "illustrative", "--as-of", "2023-02-01") == 0
    assert "No participant in this selection" in capsys.readouterr().err
    assert path.read_bytes().startswith(STARTS["svg"])


# ---------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--province", "Atlantis"), "Punjab"),
        (("--province", "Balochstan"), "do you mean “Balochistan”?"),
        (("--province", "KP"), "do you mean “Khyber Pakhtunkhwa”?"),
        (("--donor", "Danmark"), "do you mean “Denmark”?"),
        (("--logo", "none.png"), "none.png"),
        (("--address", "example.org"), "is not an address"),
        (("--agency", "<script>"), "Police"),
        (("--donor", "Nobody"), "Denmark"),
        (("--as-of", "2031-01-01"), "these records are of"),
        (("--since", "2023-09-01", "--as-of", "2023-05-01"), "after the as-of date"),
        (("--public", "many"), "whole number"),
        (("--records", "no-such-folder"), "no such folder"),
        (("--template", "none.pptx"), "none.pptx"),
    ],
)
def test_a_wrong_choice_is_refused_with_what_there_is(refused, tmp_path, words, said):
    path = tmp_path / "map.svg"
    assert said in refused("map", path, "--records", "illustrative", *words)
    assert list(tmp_path.iterdir()) == []


def test_another_ending_is_refused(refused, tmp_path):
    assert ".pdf or .png or .svg" in refused("map", tmp_path / "map.gif")


def test_a_folder_that_is_not_there_is_named(refused, tmp_path):
    words = ("--records", "illustrative")
    assert "no such folder" in refused("map", tmp_path / "none" / "map.svg", *words)


def test_an_unknown_measure_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        run("map", tmp_path / "a.svg", "--records", "illustrative", "--measure", "sparkle")
    assert ended.value.code == 2
    assert "participants" in capsys.readouterr().err


def test_nothing_stored_is_said(refused, tmp_path):
    store = tmp_path / "records.duckdb"
    assert "No records are stored yet" in refused("map", tmp_path / "a.svg", "--store", store)
    assert open_store(str(store)) is not None


def test_a_store_that_cannot_be_read_gives_no_file_of_other_records(refused, tmp_path):
    store = tmp_path / "records.duckdb"
    store.write_bytes(b"no records")
    out = tmp_path / "a.xlsx"
    assert "is damaged" in refused("workbook", out, "--store", store)
    assert "is damaged" in refused("workbook", out, "--store", store), "it is aside now"
    assert not out.exists()


def test_a_clock_that_was_set_back_is_said_with_the_file_and_in_it(tmp_path, capsys):
    later = datetime.now(UTC) + timedelta(days=400)
    what = upload({"T1": "Referral"}, {("T1", "PK634", "Police"): (2, 5, None)})
    store = open_store(str(tmp_path / "records.duckdb"))
    store.add(what, file_name="a.csv", who="A test", at=later)
    assert run("html", tmp_path / "a.html", "--store", store.where) == 0
    assert "Warning: The clock of this machine says" in capsys.readouterr().err
    assert "The clock of this machine says" in (tmp_path / "a.html").read_text("utf-8")


def test_a_template_that_is_no_deck_is_refused(refused, tmp_path):
    template = tmp_path / "own.pptx"
    template.write_bytes(b"not a deck")
    refused("deck", tmp_path / "a.pptx", "--records", "illustrative", "--template", template)
    assert not (tmp_path / "a.pptx").exists()


@pytest.fixture
def view():
    return of(published())


@pytest.fixture
def closed_folder(view):
    """A folder that cannot be written, with a file in it; for a superuser another one is taken."""
    superuser = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as outer:
        folder = Path(outer) / "closed"
        folder.mkdir()
        (folder / "map.svg").write_text("before")
        folder.chmod(0o555)
        Path(outer).chmod(0o755)
        if superuser:
            os.seteuid(65534)
        yield folder
        if superuser:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_read_only_folder_is_refused_and_stays_as_it_is(view, closed_folder, monkeypatch, capsys):
    made = files.report_file("map", "svg")
    unmade = replace(made, make=lambda _: pytest.fail("made, though it cannot be written"))
    monkeypatch.setattr(command, "chosen_view", lambda *_: view)
    monkeypatch.setattr(command, "report_file", lambda *_: unmade)
    path = closed_folder / "map.svg"
    assert run("map", path, "--records", "published") == 2
    said = capsys.readouterr().err
    assert said == f"Refused: {path}: Permission denied. Nothing was written.\n"
    assert [one.name for one in closed_folder.iterdir()] == ["map.svg"]
    assert path.read_text() == "before"


def test_a_full_disk_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch, refused):
    path = tmp_path / "map.svg"
    path.write_text("before")

    class Full(io.RawIOBase):
        def __init__(self, handle, *_):
            self.handle = handle

        def write(self, _):
            raise OSError(28, "No space left on device")

        def close(self):
            os.close(self.handle)

    monkeypatch.setattr("data.records.whole_file.os.fdopen", Full)
    told = refused("map", path, "--records", "illustrative")
    assert f"{path}: no room is left on the disk; make room" in told
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_made_leaves_what_was_there(tmp_path, monkeypatch, refused):
    path = tmp_path / "map.svg"
    path.write_text("before")

    def broken(_):
        raise RuntimeError("the page cannot be set")

    monkeypatch.setattr("reports.maps.sheets.sheet_files.sheet_svg", broken)
    assert "the page cannot be set" in refused("map", path, "--records", "illustrative")
    assert path.read_text() == "before"


def test_a_file_is_put_in_place_with_the_usual_permissions(tmp_path):
    path = tmp_path / "a.txt"
    write_whole(path, b"one")
    fresh = path.stat().st_mode & 0o777
    other = tmp_path / "b.txt"
    other.write_text("")
    assert fresh == other.stat().st_mode & 0o777
    path.chmod(0o640)
    write_whole(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_bytes() == b"two"


def test_the_plan_is_as_asked_for_and_says_so(tmp_path):
    path = tmp_path / "figures.xlsx"
    asked = ("--trainings", "3", "--km", "62.5")
    assert run("workbook", path, "--records", "illustrative", *asked) == 0
    book = openpyxl.load_workbook(path)
    assert book["Plan venues"].max_row == 2 + 3
    about = dict(book["About"].iter_rows(min_row=2, values_only=True))
    assert about["Plan"].startswith(
        "At most 3 trainings, each for up to 8 districts within 62.5 km"
    )
    assert "chosen for this view" in about["Plan"]


@pytest.mark.parametrize(
    "asked",
    [("--trainings", "0"), ("--trainings", "31"), ("--trainings", "three"), ("--trainings", "²"),
     ("--km", "0"), ("--km", "-5"), ("--km", "nan"), ("--km", "inf"), ("--km", "far")],
)  # fmt: skip
def test_a_plan_that_cannot_be_is_refused(asked, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        run("deck", tmp_path, "--records", "illustrative", *asked)
    assert ended.value.code == 2
    assert "is not a number" in capsys.readouterr().err
    assert not any(tmp_path.iterdir())


def test_a_read_only_file_is_never_replaced(tmp_path, monkeypatch, refused):
    path = tmp_path / "map.svg"
    path.write_text("before")
    path.chmod(0o444)
    monkeypatch.setattr(command, "chosen_view", lambda *_: pytest.fail("looked at the records"))
    assert "the file is read-only" in refused("map", path, "--records", "illustrative")
    with pytest.raises(OSError, match="read-only"):
        write_whole(path, b"after")
    assert path.read_text() == "before"


@pytest.mark.parametrize(
    "asked", [("deck", "--measure", "agencies"), ("brief", "--measure", "status"),
              ("workbook", "--measure", "agencies"), ("map", "--template", "own.pptx")]
)  # fmt: skip
def test_an_option_without_effect_is_refused_with_a_sentence(asked, tmp_path, refused):
    key, option, value = asked
    out = tmp_path / f"a.{files.endings(key)[0]}"
    said = refused(key, out, "--records", "illustrative", option, value)
    assert f"{option} " in said
    assert ("changes nothing" in said) or ("is for deck" in said)


def test_a_measure_is_shown_and_named(tmp_path):
    assert run("map", tmp_path, "--records", "illustrative", "--measure", "agencies",
               "--format", "svg") == 0  # fmt: skip
    (path,) = tmp_path.iterdir()
    assert "agencies" in path.name
    assert "Committee agencies with a participant" in path.read_text("utf-8")


def test_today_may_lie_beyond_the_records(tmp_path):
    today = datetime.now(ZoneInfo("Asia/Karachi")).date().isoformat()
    assert run("map", tmp_path / "a.svg", "--records", "illustrative", "--as-of", today) == 0


def test_capitals_of_a_filter_do_not_matter(tmp_path):
    asked = ("--province", "balochistan", "--agency", "police")
    assert run("map", tmp_path, "--records", "illustrative", *asked, "--format", "svg") == 0
    assert "police-in-balochistan" in next(tmp_path.iterdir()).name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_a_device_is_not_replaced_by_a_file(tmp_path, refused):
    pipe = tmp_path / "map.svg"
    os.mkfifo(pipe)
    assert "no file that can be replaced" in refused("map", pipe, "--records", "illustrative")
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
