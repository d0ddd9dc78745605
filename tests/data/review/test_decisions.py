"""Decisions hold for all like rows, and go to a file and back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.records.personal_data import HIDDEN_TEXT
from data.review.decisions import (
    DISTRICT,
    DUPLICATE,
    IN_ITS_OWN,
    NO_DISTRICT,
    Decision,
    Decisions,
    DecisionsError,
    district_key,
    load_decisions,
    save_decisions,
)
from data.review.questions import settle
from data.sheets.mapping import GROUPS, ColumnMapping
from tests.data.sheets_made import GROUPS as GROUPS_OF_FILE
from tests.data.sheets_made import checked, groups
from tests.data.uploads import trainings_csv

AT = datetime(2024, 1, 1, 12, tzinfo=UTC)
MAPPING = ColumnMapping("0" * 16, GROUPS, ("training_id", ""), {"district": "Swat"}, "dmy")


def test_they_come_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    assert load_decisions(path) == Decisions()
    decision = Decision(DISTRICT, "سیالکٹ", "PK634", "پنجاب", "A. Clerk", AT.isoformat())
    decided = Decisions().decided("district:x|", decision).confirmed(MAPPING)
    save_decisions(path, decided)
    assert load_decisions(path) == decided


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


def test_towns_of_one_district_each_are_answered_at_once_or_one_by_one() -> None:
    towns = ["Daska", "Hasilpur", "Daska (Kasur)", "Kahuta"]  # the last two tell of two districts
    content = groups(*({"District": town, "Training ID": f"T{n}", "Start date": f"2023-06-0{n}"}
                       for n, town in enumerate(towns, 1)))  # fmt: skip
    at_once, *single = (one for one in checked(content).queue if one.kind != DUPLICATE)
    assert [one.value for one in at_once.each] == towns[:2]
    assert (at_once.rows, at_once.held, len(single)) == ((2, 3), False, 4)
    assert "Daska in Sialkot; Hasilpur in Bahawalpur" in at_once.reason
    decided = settle(Decisions(), {at_once: IN_ITS_OWN}, "A. Clerk", AT)
    assert {one.answer for one in decided.answers.values()} == {"PK634", "PK603"}
    settled = checked(content, decisions=decided)
    assert [one.value for one in settled.queue if one.kind == DISTRICT] == towns[2:]
    own = settle(Decisions(), {at_once: IN_ITS_OWN, single[0]: "PK610"}, "A. Clerk", AT)
    assert {one.answer for one in own.answers.values()} == {"PK610", "PK603"}


def test_rows_can_be_said_to_have_no_district() -> None:
    content = groups({"District": "Headquarters staff"})
    [asked] = checked(content).queue
    decided = settle(Decisions(), {asked: NO_DISTRICT}, "A. Clerk", AT)
    assert checked(content, decisions=decided).attendance["adm2_pcode"].to_list() == [""]


def test_a_district_is_decided_within_its_province() -> None:
    assert district_key("Kohistan", "KP") == district_key("kohistan", "Khyber Pakhtunkhwa")
    assert district_key("Kohistan", "KP") != district_key("Kohistan", "Sindh")


def test_nothing_that_may_be_a_name_is_repeated_of_a_place_that_is_not_found() -> None:
    somebody = "Zarqoon Mirjat"
    home = groups(
        {"District": "Xyzpur", "Province": somebody}, header=(*GROUPS_OF_FILE, "Province")
    )
    for content in (home, trainings_csv({"venue_adm2_pcode": somebody})):
        found = checked(content)
        [question] = found.queue
        assert question.value == HIDDEN_TEXT or question.province == HIDDEN_TEXT
        told = str((found.queue, found.problems.to_string(), found.unplaced.to_string()))
        assert somebody.casefold() not in told.casefold()


def test_an_answer_kept_under_a_province_as_written_still_holds() -> None:
    before = Decision(DISTRICT, HIDDEN_TEXT, "PK634", "Elsewhere")
    kept = Decisions().decided("district:xyzpur|elsewhere", before)
    content = groups({"District": "Xyzpur", "Province": "Elsewhere"},
                     header=(*GROUPS_OF_FILE, "Province"))  # fmt: skip
    found = checked(content, decisions=kept)
    assert found.attendance["adm2_pcode"].to_list() == ["PK634"]
