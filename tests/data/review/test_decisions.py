"""Decisions are kept whole, and hold for all like rows."""

import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest

from data.review.decisions import (
    DISTRICT,
    NO_DISTRICT,
    Decision,
    Decisions,
    DecisionsError,
    change_decisions,
    district_key,
    load_decisions,
)
from data.review.questions import settle
from data.sheets.mapping import GROUPS, ColumnMapping
from tests.data.sheets_made import checked, groups

AT = datetime(2024, 1, 1, 12, tzinfo=UTC)
FILES = {"decisions.json", "decisions.json.lock"}
MAPPING = ColumnMapping("0" * 16, GROUPS, ("training_id", ""), {"district": "Swat"}, "dmy")


def test_they_come_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "settings" / "decisions.json"
    assert load_decisions(path) == Decisions()
    decision = Decision(DISTRICT, "سیالکٹ", "PK634", "پنجاب", "A. Clerk", AT.isoformat())
    decided = Decisions().decided("district:x|", decision).confirmed(MAPPING)
    change_decisions(path, lambda _: decided)
    assert load_decisions(path) == decided
    assert {file.name for file in path.parent.iterdir()} == FILES


def test_a_write_that_fails_leaves_the_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    change_decisions(path, lambda known: known.confirmed(MAPPING))
    with patch("os.fsync", side_effect=OSError("disk full")), pytest.raises(OSError, match="full"):
        change_decisions(path, lambda _: Decisions())
    assert load_decisions(path).mappings
    assert {file.name for file in tmp_path.iterdir()} == FILES


def process(*arguments: object) -> subprocess.Popen[str]:
    """Start a process that runs ``decide`` of this module."""
    words = [sys.executable, "-m", "tests.data.review.test_decisions", *map(str, arguments)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)  # noqa: S603


def decide(path: Path, who: str, count: int) -> None:
    """Make decisions one by one; with a count of 0, wait in the midst of one for good."""

    def never_done(_: Decisions) -> Decisions:
        path.with_name(f"{path.name}.new").write_text("half of it", encoding="utf-8")
        print("waits", flush=True)
        sys.stdin.read()
        return Decisions()

    if not count:
        change_decisions(path, never_done)
    for number in range(count):
        decision = Decision(DISTRICT, f"{who} {number}", "PK634", who=who)
        change_decisions(path, partial(Decisions.decided, key=decision.value, decision=decision))


def test_what_two_decide_at_once_is_kept_of_both(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    both = [process(path, who, 50) for who in ("A. Clerk", "B. Clerk")]
    assert [one.wait(timeout=300) for one in both] == [0, 0]
    who = [one.who for one in load_decisions(path).answers.values()]
    assert (who.count("A. Clerk"), who.count("B. Clerk")) == (50, 50)
    assert {file.name for file in tmp_path.iterdir()} == FILES


def test_one_that_is_killed_holds_nobody_up_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    killed = process(path, "A. Clerk", 0)
    assert killed.stdout
    assert killed.stdout.readline() == "waits\n"
    with (
        patch("data.review.decisions.PATIENCE", 0.1),
        pytest.raises(OSError, match="cannot be locked"),
    ):
        decide(path, "B. Clerk", 1)
    killed.kill()
    killed.wait(timeout=60)
    decide(path, "B. Clerk", 1)
    assert len(load_decisions(path).answers) == 1
    assert {file.name for file in tmp_path.iterdir()} == FILES


def test_what_somebody_decided_otherwise_meanwhile_is_told() -> None:
    [asked] = checked(groups({"District": "Sialkt Sadr"})).queue
    decided = settle(Decisions(), {asked: "PK634"}, "A. Clerk", AT)
    assert settle(decided, {asked: "PK634"}, "B. Clerk", AT).answer(asked.key) == "PK634"
    with pytest.raises(DecisionsError, match=r"A\. Clerk decided otherwise.*PK634"):
        settle(decided, {asked: "PK617"}, "B. Clerk", AT)


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"version": 2, "answers": {}, "mappings": {}}', '{"version": 1}',
     '{"version": 1, "answers": {"k": {"kind": "district", "value": "x", "answer": "PK999"}},'
     ' "mappings": {}}', "[" * 100_000],
    ids=range(6),
)  # fmt: skip
def test_a_damaged_file_is_said_and_left(tmp_path: Path, text: str) -> None:
    path = tmp_path / "decisions.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionsError, match=r"decisions\.json"):
        load_decisions(path)
    assert path.read_text(encoding="utf-8") == text


def test_an_unplaced_district_waits_and_one_answer_is_for_all() -> None:
    later = {"Training ID": "T2", "Start date": "2023-06-20"}
    content = groups({"District": "Sialkt Sadr"}, {"District": "SIALKT  sadr", **later}, {})
    found = checked(content)
    assert found.tables["attendance"].rows_accepted == 1
    assert found.rows_not_placed == 2
    assert found.unplaced["row"].to_list() == [2, 3]
    [asked] = found.queue
    assert (asked.kind, asked.rows, asked.participants) == ("district", (2, 3), 14)
    decided = settle(Decisions(), {asked: "PK634"}, "A. Clerk", AT)
    settled = checked(content, decisions=decided)
    assert settled.rows_not_placed == 0
    assert set(settled.attendance["adm2_pcode"]) == {"PK634"}
    undone = checked(content, decisions=decided.undone(asked.key))
    assert undone.rows_not_placed == 2


def test_rows_can_be_said_to_have_no_district() -> None:
    content = groups({"District": "Headquarters staff"})
    [asked] = checked(content).queue
    decided = settle(Decisions(), {asked: NO_DISTRICT}, "A. Clerk", AT)
    assert checked(content, decisions=decided).attendance["adm2_pcode"].to_list() == [""]


def test_a_district_is_decided_within_its_province() -> None:
    assert district_key("Kohistan", "KP") == district_key("kohistan", "Khyber Pakhtunkhwa")
    assert district_key("Kohistan", "KP") != district_key("Kohistan", "Sindh")


if __name__ == "__main__":
    decide(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
