"""The command line: its exit codes, and that it never prints anything of a person."""

import json
from datetime import date
from pathlib import Path

import pytest

from data.__main__ import main
from data.commands import arguments
from data.commands.arguments import REFUSED, or_refused
from data.review.decisions import DATE, Decision, Decisions, date_key, save_decisions
from data.sheets.mapping import shape_of
from tests.data.sheets_made import GROUP, GROUPS, PERSONS, csv_of, groups, person, workbook_of


def run(path: Path, content: bytes, *options: str) -> int:
    path.write_bytes(content)
    return main(["check", str(path), *options])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "made_up.csv"


def test_all_accepted(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, groups()) == 0
    assert "1 rows = 1 accepted" in capsys.readouterr().out


def test_problems(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, groups({"District": "Nowhere at all"})) == 1
    printed = capsys.readouterr().out
    assert "row 2, District 'Nowhere at all'" in printed
    assert "to settle: district" in printed


def test_an_agency_that_nothing_tells_is_said_there(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = csv_of(["Referral", "2023-05-09", "Kasur", "Kasur", "4"],
                     header=["Training", "Date", "Venue", "Home district", "Male"])  # fmt: skip
    assert run(file, content) == 1
    assert "of which one are all?" in (printed := capsys.readouterr().out)
    assert "--all agency=Police" in printed
    assert run(file, content, "--all", "agency=Police") == 0


def test_a_home_that_nothing_tells_is_said_there(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = csv_of(["Referral", "2023-05-09", "Kasur", "Police", "4"],
                     header=["Training", "Date", "Venue", "Department", "Male"])  # fmt: skip
    assert run(file, content) == 1
    assert "in which district its people serve" in (printed := capsys.readouterr().out)
    assert "--all district=Kasur" in printed
    for said in ("district=Okara", "district=not recorded"):
        assert run(file, content, "--all", said) == 0


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04", b"a;b\n"])
def test_unreadable(file: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, content) == 2
    assert capsys.readouterr().err.startswith("Refused: ")
    assert run(file, content, "--json") == 2
    assert json.loads(capsys.readouterr().out)["refused"]


def test_a_question_on_months_is_put_and_answered(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arguments, "today", lambda: date(2026, 11, 15))
    over = groups({"Start date": "Mar-23"})
    assert run(file, over) == 0
    assert "of a month alone, its first and its last day are taken" in capsys.readouterr().out
    assert run(file, over, "--months", "last") == 0
    capsys.readouterr()
    assert run(file, groups({"Start date": "Nov-26"})) == 1
    assert "Say --months first or --months last or --months whole" in capsys.readouterr().out


def test_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "none.csv")]) == 2
    assert "No such file" in capsys.readouterr().err


def test_questions(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = workbook_of({"May": [GROUPS, GROUP], "June": [GROUPS, GROUP]})
    assert run(file, content) == 2
    told = capsys.readouterr().out
    assert told.startswith("Not read to the end, as something must be answered first.")
    assert "--sheet" in told
    assert run(file, content, "--sheet", "June") == 0
    capsys.readouterr()
    assert run(file, csv_of(["2", "x"], header=["Female", "Wombat"]), "--json") == 2
    told = json.loads(capsys.readouterr().out)
    assert told["missing"] == [["title", "training_id"], ["date_start"]]


def test_the_format_of_dates(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = groups({"Start date": "05/06/2023"})
    assert run(file, content) == 1
    assert run(file, content, "--dates", "dmy") == 0
    known = tmp_path / "decisions.json"
    key = date_key(shape_of(GROUPS))
    save_decisions(known, Decisions().decided(key, Decision(DATE, "05/06/2023", "dmy")))
    assert run(file, content, "--decisions", str(known)) == 0
    known.write_text("[]", encoding="utf-8")
    assert run(file, content, "--decisions", str(known)) == 2


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_nothing_of_a_person_is_printed(
    file: Path, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [person(n, District="Nowhere at all", Sex="whatever") for n in range(5)]
    assert run(file, csv_of(*rows, header=PERSONS), *options) == 1
    printed = "".join(capsys.readouterr())
    for hidden in ("Made-up", "00000-", "0300-", "whatever"):
        assert hidden not in printed
    assert "CNIC" in printed


def test_a_fault_of_the_inside_is_told_without_what_stands_in_a_cell(capsys):
    assert or_refused(lambda: int("Made Up Person")) == REFUSED
    told = capsys.readouterr().err
    assert "The dashboard itself has a fault (ValueError in test_check.py, " in told
    assert "Made Up" not in told
