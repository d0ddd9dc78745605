"""The bench of bad inputs finds what it is there to find, and makes the same inputs again."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bench.fuzz import bench, office_files
from bench.fuzz.files import csv_of
from bench.fuzz.inputs import KINDS, READERS, WAYS, Made, made
from bench.fuzz.worker import NamedError, NotAccountedForError, outcome


def reader(made: Made) -> str:
    """Do the worst that a reader can, for some inputs."""
    if made.number == 2:
        raise KeyError("a fault of a reader")
    if made.number == 3:
        time.sleep(120)
    while made.number == 4:
        pass
    if made.number == 6:
        bytearray(4_000_000_000)
    if made.number == 8:
        os._exit(1)
    return "refused"


def test_an_input_is_the_same_again() -> None:
    assert made(1, 7) == made(1, 7)
    assert made(1, 7) != made(2, 7)


def test_inputs_are_of_every_kind_and_way_and_for_every_reader() -> None:
    some = [made(1, number) for number in range(400)]
    assert {one.kind for one in some} == set(KINDS)
    assert {one.way for one in some} == set(WAYS)
    assert {one.reader for one in some} == set(READERS)


@pytest.mark.parametrize("number", range(30))
def test_readers_stand_what_they_are_given(number: int) -> None:
    assert outcome(made(3, number)) in bench.PLAIN


@pytest.mark.parametrize("kind", office_files.KINDS)
def test_what_offices_write_is_counted_right_or_asked_about_and_names_nobody(kind: str) -> None:
    for seed in range(5):
        rows, people = office_files.written(f"{seed}", kind)
        one = Made(seed, "csv", "office", "understand", (csv_of(rows).encode(),), people)
        assert outcome(one) in bench.PLAIN


def test_texts_as_long_as_a_cell_can_be_and_very_many_notes_are_read_to_their_end() -> None:
    rows, __ = office_files.written("1", "groups")
    made_long = [office_files.with_long_texts(f"{seed}", rows) for seed in range(12)]
    assert max(len(cell) for own in made_long for row in own for cell in row) > 10_000
    assert max(map(len, made_long)) > office_files.MOST_NOTES
    for own in made_long:
        one = Made(1, "csv", "office", "understand", (csv_of(own).encode(),), None)
        assert outcome(one) in bench.PLAIN


def test_a_question_on_rows_that_leave_the_training_blank_is_answered() -> None:
    header = "S.No,Name,Department,District,Sex,Training,Date"
    rows = "\n1,Made Up Person,Police,Sialkot,F,Law,9 May 2023\n2,Made Up Person,,Lahore,M,,"
    one = Made(1, "csv", "office", "understand", (f"{header}{rows}".encode(),), None)
    assert outcome(one) == "question"


def test_a_wrong_count_and_a_name_that_is_repeated_are_faults() -> None:
    rows, people = office_files.written("1", "groups")
    one = Made(1, "csv", "office", "understand", (csv_of(rows).encode(),), people + 1)
    with pytest.raises(NotAccountedForError, match=f"{people} participants"):
        outcome(one)
    # A name where a district should be is hidden; one among other words of a place is repeated.
    named = [[f"{office_files.NAME} Town" if cell in office_files.DISTRICTS else cell
              for cell in row] for row in rows]  # fmt: skip
    with pytest.raises(NamedError):
        outcome(replace(one, contents=(csv_of(named).encode(),), people=people))


def test_faults_are_told_counted_and_kept(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(bench, "SILENT_SECONDS", 5.0)
    found = bench.measure(10, 1, tmp_path, lambda _: None, reader, seconds=0.2)
    told = {one["number"]: one["outcome"] for one in found.faults}
    expected = {2: "crash", 3: "hang", 4: "hang", 8: "crash"} | (
        {6: "memory"} if found.capped else {}
    )
    assert told == expected
    assert found.done == 10
    assert found.total("refused") == 10 - len(expected)
    kept = sorted(path.name.split("-")[1] for path in tmp_path.iterdir())
    assert sorted(set(kept)) == sorted(map(str, expected))
    assert f"| all | 10 | {10 - len(expected)} |" in bench.table(found)
    assert len(found.as_json()["faults"]) == len(expected)
