"""The commands of the records as somebody types or schedules them: words and exit codes."""

import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from data.__main__ import main
from data.commands import arguments as file_arguments
from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS, in_words
from data.review.decisions import DATE, Decision, Decisions, date_key, save_decisions
from data.sheets.mapping import shape_of
from data.store.address import open_store
from data.store.shipped import from_folder
from tests.data.postgres import new_database
from tests.data.sheets_made import GROUPS, groups
from tests.data.stored import upload
from tests.data.uploads import attendance_csv, csv_file, saved, trainings_csv, workbook

FINE, PROBLEMS, REFUSED = 0, 1, 2


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Return a folder of files; the store is in it, and nothing is in the project's own."""
    (tmp_path / "trainings.csv").write_bytes(trainings_csv())
    (tmp_path / "attendance.csv").write_bytes(attendance_csv())
    (tmp_path / "records.xlsx").write_bytes(saved(workbook()))
    (tmp_path / "problems.csv").write_bytes(attendance_csv({}, {"adm2_pcode": "XX"}))
    monkeypatch.setenv("DATABASE_URL", str(tmp_path / "records.duckdb"))
    return tmp_path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def imported(folder: Path) -> None:
    assert run("import", folder / "trainings.csv", folder / "attendance.csv") == FINE


def test_two_files_are_taken_in_and_the_same_again_changes_nothing(folder, capsys):
    files = [folder / "trainings.csv", folder / "attendance.csv"]
    assert run("import", *files, "--who", "An officer") == FINE
    told = capsys.readouterr()
    assert "Import 1, trainings.csv, attendance.csv: 1 trainings, 1 rows" in told.out
    assert "7 participants, 0 problems" in told.out
    assert "Storing 1 rows" in told.err
    assert run("import", *reversed(files)) == FINE
    assert (
        "Nothing changed: the same records are in already, as import 1" in capsys.readouterr().out
    )
    assert run("import", folder / "records.xlsx") == FINE
    assert "Nothing changed" in capsys.readouterr().out


def test_rows_with_a_problem_are_listed_and_the_others_taken_in(folder, capsys):
    assert run("import", folder / "trainings.csv", folder / "problems.csv") == PROBLEMS
    told = capsys.readouterr().out
    assert "attendance, row 3, adm2_pcode 'XX': Unknown P-code." in told
    assert "Import 1" in told
    assert "1 problems" in told


def test_a_long_list_of_problems_is_cut(folder, capsys):
    rows = [{"agency": f"A{number}", "adm2_pcode": "XX"} for number in range(30)]
    (folder / "problems.csv").write_bytes(attendance_csv({}, *rows))
    assert run("import", folder / "trainings.csv", folder / "problems.csv") == PROBLEMS
    assert "and 10 more problems" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("names", "what"),
    [
        (["sheets.xlsx"], "Choose with --sheet NAME:"),
        (["attendance.csv", "attendance.csv"], "what some of its columns are is not certain."),
        (["nowhere.csv"], "nowhere.csv: No such file"),
    ],
)
def test_what_is_refused_ends_with_2_and_a_plain_line(folder, capsys, names, what):
    sheets = openpyxl.Workbook()
    sheets.active.title = "one"
    for sheet in (sheets.active, sheets.create_sheet("two")):
        sheet.append(["District", "Female"])
        sheet.append(["Multan", 4])
    (folder / "sheets.xlsx").write_bytes(saved(sheets))
    assert run("import", *[folder / name for name in names]) == REFUSED
    told = capsys.readouterr()
    assert what in told.err
    assert "Traceback" not in told.err
    assert not (folder / "records.duckdb").exists()


def test_the_size_of_files_changes_nothing_of_what_is_read(folder, capsys, monkeypatch):
    header, row = attendance_csv().decode().split("\n")[:2]
    lines = [f"{header},other", f"{row},", "", ",,,,,,x", "T1,PK634"]
    (folder / "other.csv").write_text("\n".join(lines), encoding="utf-8")
    for size in (file_arguments.LARGE, 10):
        monkeypatch.setattr(file_arguments, "LARGE", size)
        assert run("check", folder / "trainings.csv", folder / "other.csv") == PROBLEMS
        printed = capsys.readouterr()
        assert "4 rows = 1 accepted + 0 counted once already + 2 with a problem" in printed.out
        assert ("MB" in printed.err) == (size == 10)


QUESTION = b"Female,Wombat\n2,Referral\n"
ANSWERS = ("--column", "wombat=title", "--all", "date_start=2023-05-09")


@pytest.mark.parametrize("command", ["check", "import"])
def test_what_must_be_answered_is_said_with_how_and_can_be(folder, capsys, command):
    (folder / "odd.csv").write_bytes(QUESTION)
    assert run(command, folder / "odd.csv") == REFUSED
    told = "".join(capsys.readouterr())
    assert "Not read to the end, as something must be answered first." in told
    assert "No column gives title or training_id: --column NAME=title, or --all" in told
    assert "--all date_start=VALUE" in told
    assert not (folder / "records.duckdb").exists()
    assert run(command, folder / "odd.csv", *ANSWERS) == FINE
    assert run(command, folder / "odd.csv", "--column", "Wombat=wombat") == REFUSED
    assert "There is no field wombat. The fields are: " in capsys.readouterr().err


def test_an_answer_that_leaves_something_open_is_asked_for_the_rest(folder, capsys):
    (folder / "odd.csv").write_bytes(QUESTION)
    assert run("import", folder / "odd.csv", "--column", "Wombat=title") == REFUSED
    told = capsys.readouterr().err
    assert "training_id" not in told
    assert "No column gives date_start" in told


@pytest.mark.parametrize("text", ["Wombat", "=title", ""])
def test_an_answer_of_another_form_is_not_taken(folder, text, capsys):
    with pytest.raises(SystemExit):
        run("import", folder / "records.xlsx", "--column", text)
    assert "not of the form NAME=FIELD" in capsys.readouterr().err


def test_both_commands_end_alike_where_every_row_has_a_problem(folder, capsys):
    (folder / "refused.csv").write_bytes(trainings_csv({"level": "galactic"}))
    files = folder / "refused.csv", folder / "attendance.csv"
    assert run("check", *files) == run("import", *files) == PROBLEMS
    assert "No training was accepted. Nothing was changed." in capsys.readouterr().out
    assert not (folder / "records.duckdb").exists()


def test_decisions_beside_the_records_hold_for_both_commands(folder, capsys):
    content = groups({"Start date": "05/06/2023"})
    (folder / "groups.csv").write_bytes(content)
    assert run("check", folder / "groups.csv") == PROBLEMS
    decided = Decisions().decided(date_key(shape_of(GROUPS)), Decision(DATE, "", "dmy"))
    save_decisions(folder / "decisions.json", decided)
    assert run("check", folder / "groups.csv") == FINE
    assert run("import", folder / "groups.csv") == FINE
    other = folder / "other.json"
    save_decisions(other, Decisions())
    assert run("check", folder / "groups.csv", "--decisions", other) == PROBLEMS
    assert run("import", folder / "groups.csv", "--decisions", other) == PROBLEMS
    assert "Nothing was changed: questions are open." in capsys.readouterr().out
    assert run("import", folder / "groups.csv", "--decisions", other, "--dates", "dmy") == FINE
    assert "Nothing changed" in capsys.readouterr().out


def test_what_waits_for_an_answer_is_stored_only_where_somebody_leaves_it_open(folder, capsys):
    rows = [{}, {"Training ID": "T2", "Start date": "2023-06-20", "District": "Faislabad"}]
    (folder / "groups.csv").write_bytes(groups(*rows))
    assert run("check", folder / "groups.csv") == PROBLEMS
    assert run("import", folder / "groups.csv") == PROBLEMS
    told = capsys.readouterr().out
    assert "to settle: district 'Faislabad', row 3: " in told
    assert not (folder / "records.duckdb").exists()
    assert run("import", folder / "groups.csv", "--leave-open") == PROBLEMS
    assert "1 rows of attendance, 7 participants" in capsys.readouterr().out


def test_the_other_tables_come_in_and_go_out_with_the_records(folder, capsys):
    (folder / "targets.csv").write_text("adm2_pcode,targeted\nPK634,24\nPK999,8\n")
    files = [folder / f"{name}.csv" for name in ("trainings", "attendance", "targets")]
    assert run("check", *files) == PROBLEMS
    assert "targets: 2 rows = 1 accepted" in capsys.readouterr().out
    assert run("import", *files) == PROBLEMS
    told = capsys.readouterr().out
    assert "targets, row 3, adm2_pcode 'PK999': Unknown P-code." in told
    assert "7 participants, 1 targets, 1 problems" in told
    assert run("history", "--changes", 1) == FINE
    assert "3 added" in capsys.readouterr().out
    assert run("export", "--format", "csv", folder / "out") == FINE
    assert (folder / "out" / "targets.csv").read_text("utf-8-sig").split() == [
        "adm2_pcode,targeted",
        "PK634,24",
    ]
    assert run("import", *sorted((folder / "out").glob("*.csv"))) == FINE
    assert "Nothing changed" in capsys.readouterr().out


def test_rows_of_a_training_that_the_file_sent_again_does_not_name_are_asked_about(folder, capsys):
    imported(folder)
    (folder / "attendance.csv").write_bytes(attendance_csv({"adm2_pcode": "PK610"}))
    again = ["import", folder / "trainings.csv", folder / "attendance.csv"]
    capsys.readouterr()
    assert run(*again) == PROBLEMS
    told = capsys.readouterr().out
    assert "The records have 1 rows of attendance (7 participants) that the file does not" in told
    assert "of trainings that it tells: T1. They count beside it, as of import 1." in told
    assert "say --keep" in told
    store = open_store(str(folder / "records.duckdb"))
    assert len(store.history()) == 1
    assert run(*again, "--keep") == FINE
    assert run(*again) == FINE  # the same again asks nothing
    assert len(store.records(date(2026, 11, 25)).attendance) == 2
    for number in (2, 1):
        store.rollback(number, "A lead", datetime.now(UTC))
    assert run(*again) == FINE  # what is undone counts no more


def test_history_changes_and_roll_back(folder, capsys):
    assert run("history") == FINE
    assert "No imports yet" in capsys.readouterr().out
    imported(folder)
    (folder / "attendance.csv").write_bytes(attendance_csv({"participants_f": "9"}))
    imported(folder)
    capsys.readouterr()
    assert run("history") == FINE
    assert capsys.readouterr().out.count("in the records") == 2
    assert run("history", "--changes", 2) == FINE
    told = capsys.readouterr().out
    assert "participants_f: 9" in told
    assert "1 replaced" in told
    assert "1 same" in told
    assert run("rollback", 2, "--who", "A lead") == FINE
    assert run("history") == FINE
    assert "undone" in capsys.readouterr().out
    assert run("rollback", 2) == REFUSED
    assert "Import 2: It was undone before." in capsys.readouterr().err
    assert run("history", "--changes", 7) == REFUSED


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_was_exported_can_be_imported_and_changes_nothing(folder, capsys, kind):
    imported(folder)
    out = folder / "out" / ("tables" if kind == "csv" else "records.xlsx")
    assert run("export", "--format", kind, out) == FINE
    files = [out / "trainings.csv", out / "attendance.csv"] if kind == "csv" else [out]
    capsys.readouterr()
    assert run("import", *files) == FINE
    assert "Nothing changed" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["5w.csv", "5w.xlsx"])
def test_the_5w_layout_is_written_as_the_name_says(folder, name):
    imported(folder)
    assert run("export", "--format", "5w", folder / name) == FINE
    start = (folder / name).read_bytes()[:4]
    assert start == (b"PK\x03\x04" if name.endswith("xlsx") else b"\xef\xbb\xbfi")


def test_nothing_is_exported_where_nothing_is(folder, capsys):
    assert run("export", folder / "out.xlsx") == REFUSED
    assert "No records are stored yet" in capsys.readouterr().err
    assert not (folder / "out.xlsx").exists()


def test_a_damaged_file_is_said_and_the_shown_way_back_works(folder, capsys):
    imported(folder)
    (folder / "attendance.csv").write_bytes(attendance_csv({"participants_f": "9"}))
    imported(folder)
    (folder / "records.duckdb").write_bytes(b"")
    assert run("history") == REFUSED
    assert "`python -m data restore`" in capsys.readouterr().err
    assert run("restore") == FINE
    assert "imports up to 1" in capsys.readouterr().out
    assert run("restore") == REFUSED
    assert len(open_store(str(folder / "records.duckdb")).history()) == 1


def test_a_clock_that_was_set_back_is_refused_by_import_and_said_by_export(folder, capsys):
    store = open_store(str(folder / "records.duckdb"))
    later = datetime.now(UTC) + timedelta(days=400)
    store.add(upload({"T7": "Law"}, {}), file_name="a.csv", who="A test", at=later)
    assert run("import", folder / "trainings.csv", folder / "attendance.csv") == REFUSED
    assert f"{in_words(later.date())}, the day of import 1" in capsys.readouterr().err
    assert len(store.history()) == 1
    assert run("export", folder / "out.xlsx") == FINE
    assert "Warning: The clock of this machine says" in capsys.readouterr().err


def test_a_store_that_cannot_be_reached_ends_every_command_with_a_plain_line(
    folder, capsys, monkeypatch
):
    monkeypatch.setattr("data.store.engines.postgres.ANSWER_WITHIN", 2)
    commands = [["history"], ["export", "out.xlsx"], ["rollback", "1"]]
    with socket.create_server(("127.0.0.1", 0)) as silent, ThreadPoolExecutor() as at_once:
        url = f"postgresql://me:secret@127.0.0.1:{silent.getsockname()[1]}/records"
        ended = at_once.map(lambda command: run(*command, "--store", url), commands)
        assert list(ended) == [REFUSED] * len(commands)
    told = capsys.readouterr().err
    refused = "Refused: PostgreSQL on 127.0.0.1, database records: The server does"
    assert told.count(refused) == len(commands)
    assert "secret" not in told


def test_the_commands_work_on_a_server(folder, capsys):
    url = new_database()
    files = [folder / "trainings.csv", folder / "attendance.csv"]
    assert run("import", *files, "--store", url) == FINE
    assert run("rollback", 1, "--store", url) == FINE
    assert run("history", "--store", url) == FINE
    assert "undone" in capsys.readouterr().out
    assert not (folder / "records.duckdb").exists()


def test_no_person_is_left_in_the_store_or_said(folder, capsys):
    cards = {"agency": "Ali 35202-1234567-1"}
    rows = [{}, cards, {"agency": "Levies", "adm2_pcode": "someone@example.org"}]
    usual = dict(zip(ATTENDANCE_COLUMNS, ("T1", "PK634", "Police", "1", "", ""), strict=True))
    named = [usual | row | {"Name": "Gul Bano", "CNIC": "35202-7654321-0"} for row in rows]
    content = csv_file((*ATTENDANCE_COLUMNS, "Name", "CNIC"), named)
    (folder / "attendance.csv").write_bytes(content)
    assert run("import", folder / "trainings.csv", folder / "attendance.csv") == PROBLEMS
    told = capsys.readouterr()
    assert "Name, CNIC" in told.out
    held = b"".join(path.read_bytes() for path in folder.glob("records*"))
    for secret in ("Gul Bano", "35202", "someone@example"):
        assert secret not in told.out + told.err
        assert secret.encode() not in held


def test_a_sheet_of_single_people_is_counted_and_nobody_is_kept(folder, capsys):
    sheet = openpyxl.Workbook()
    sheet.active.append(["Name", "CNIC", "Department", "District", "Gender", "Training", "Date"])
    for number, sex in enumerate(("Female", "Male", "Male")):
        card = f"35202-765432{number}-1"
        told = [f"Gul Bano {number}", card, "Police", "Multan", sex, "Referral", "2023-05-09"]
        sheet.active.append(told)
    (folder / "people.xlsx").write_bytes(saved(sheet))
    assert run("import", folder / "people.xlsx") == FINE
    told = capsys.readouterr()
    assert "1 trainings, 1 rows of attendance, 3 participants, 0 problems" in told.out
    held = b"".join(path.read_bytes() for path in folder.glob("records.duckdb*"))
    for secret in ("Gul Bano", "35202-765432"):
        assert secret not in told.out + told.err
        assert secret.encode() not in held


def test_the_command_line_ends_with_the_exit_code(folder):
    command = [sys.executable, "-m", "data", "rollback", "1"]
    project = Path(__file__).parents[3]
    ended = subprocess.run(  # noqa: S603
        command, cwd=project, capture_output=True, text=True, env=os.environ, check=False
    )
    assert ended.returncode == REFUSED
    assert ended.stderr.startswith("Refused: Import 1: There is no import of that number.")


def test_a_public_edition_is_a_folder_that_can_be_served(folder, tmp_path, capsys):
    out = tmp_path / "edition"
    assert run("export", "--public", "5", "--records", "illustrative", out) == FINE
    edition = from_folder(out, date(2099, 1, 1))
    counts = edition.attendance[list(COUNT_COLUMNS)]
    assert not ((counts > 0) & (counts < 5)).any(axis=None)
    assert counts.sum().sum() == 386
    assert "Public edition, made on" in edition.notice
    assert "does not protect" in (out / "README.md").read_text(encoding="utf-8")
    assert run("export", "--public", "2", "--records", "illustrative", out) == REFUSED
    assert "from 3 to 1,000" in capsys.readouterr().err


def test_a_public_edition_of_the_stored_records(folder, tmp_path):
    imported(folder)
    out = tmp_path / "edition"
    assert run("export", "--public", "5", out) == FINE
    assert (out / "attendance.csv").exists()
    assert "Public edition" in (out / "notice.txt").read_text(encoding="utf-8")
