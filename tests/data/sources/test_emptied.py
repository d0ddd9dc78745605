"""A source that loses a column takes its figures away: it is shown, and waits for somebody."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.__main__ import main
from data.sources.pulling import take_in
from data.sources.settings import Source
from data.store.address import open_store
from data.store.store import Store
from tests.data.sources.pulls import AT, HEADER, group, numbers, pulled, source_of, taken
from tests.data.sources.servers import TOKEN, Files, running
from tests.data.uploads import csv_file

REFUSED = 2
COLUMNS = (*HEADER, "End date", "Donor")
ROWS = [
    group(number, **{"End date": "2023-05-11", "Donor": "Denmark", "District": home})
    for number, home in enumerate(("Lahore", "Multan", "Kasur", "Lahore"), 1)
]


@pytest.fixture(scope="module")
def pulled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Files, str, Path]]:
    """A server, its address, and the folder of a store that has its rows, which is only copied."""
    server, folder = Files(csv_file(COLUMNS, ROWS)), tmp_path_factory.mktemp("pulled")
    with pytest.MonkeyPatch.context() as patched, running(server) as address:
        patched.setenv("SOURCE_TOKEN", TOKEN)
        taken(source_of("file", address), open_store(str(folder / "records.duckdb")))
        yield server, address, folder


@pytest.fixture
def known(
    pulled_once: tuple[Files, str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Files, Source, Store]:
    """A server, its source, and a store that has its rows."""
    server, address, folder = pulled_once
    monkeypatch.setenv("SOURCE_TOKEN", TOKEN)
    shutil.copytree(folder, tmp_path / "records")
    store = open_store(str(tmp_path / "records" / "records.duckdb"))
    return server, source_of("file", address), store


@pytest.mark.parametrize(
    ("column", "told", "blank"),
    [
        ("Women", "participants_f", True),
        ("Women", "participants_f", False),
        ("Men", "participants_m", False),
        ("End date", "date_end", False),
        ("Donor", "donor", True),
    ],
)
def test_a_column_that_is_gone_or_blank_is_held_back(known, column, told, blank):
    server, source, store = known
    left = COLUMNS if blank else [one for one in COLUMNS if one != column]
    server.content = csv_file(left, [row | {column: ""} for row in ROWS])
    [part] = pulled(source, store)
    assert part.withdraws_much
    assert part.emptied == (told,)
    assert told in part.held_in_words()[0]


@pytest.mark.parametrize(
    ("column", "blank"), [("Agency", True), ("District", True), ("District", False)]
)
def test_an_agency_or_home_that_is_gone_is_asked_about_and_nothing_is_taken_in(
    known, column, blank
):
    server, source, store = known
    left = COLUMNS if blank else [one for one in COLUMNS if one != column]
    server.content = csv_file(left, [row | {column: ""} for row in ROWS])
    [part] = pulled(source, store)
    assert [one.kind for one in part.checked.queue] == [column.lower()]
    assert not part.acceptable


@pytest.mark.parametrize("column", ["Women", "Donor"])
def test_what_was_meant_to_go_is_not_held_back_again(known, column):
    server, source, store = known
    left = [one for one in COLUMNS if one != column]
    server.content = csv_file(left, ROWS)
    [part] = pulled(source, store)
    assert part.withdraws_much
    take_in(part, store, "source forms", AT)  # as somebody says that it is meant
    server.content = csv_file(left, ROWS[1:])
    assert not pulled(source, store)[0].withdraws_much


@pytest.mark.parametrize(
    "changes",
    [{"Women": "-2", "Men": "x"}, {"District": "Kohat"}],
    ids=["counts that are none", "another home"],
)
def test_attendance_that_is_gone_is_held_back_though_its_trainings_stay(known, changes):
    server, source, store = known
    server.content = csv_file(COLUMNS, [*(row | changes for row in ROWS[:3]), ROWS[3]])
    [part] = pulled(source, store)
    assert part.counts.loc["trainings", "withdrawn"] == 0
    assert part.counts.loc["attendance", "withdrawn"] == 3
    assert part.withdraws_much


@pytest.mark.parametrize(
    "rows",
    [
        [ROWS[0] | {"Women": "", "Donor": "", "End date": ""}, *ROWS[1:]],
        [row | {"Women": "0"} for row in ROWS],
        [*ROWS[:3], ROWS[3] | {"District": "Kasur", "Agency": "FIA"}],
        ROWS[1:],
    ],
    ids=["one row", "nobody", "another home", "a row less"],
)
def test_an_ordinary_correction_is_taken_in(known, rows):
    server, source, store = known
    server.content = csv_file(COLUMNS, rows)
    [part] = pulled(source, store)
    assert part.counts["same"].sum() > 0
    assert not part.withdraws_much


def test_a_home_that_is_gone_is_held_back_beside_more_rows_that_have_one(known):
    server, source, store = known
    others = [ROWS[1] | {"Training ID": f"T{number}"} for number in range(5, 12)]
    server.content = csv_file(COLUMNS, [row | {"District": ""} for row in ROWS] + others)
    [part] = pulled(source, store)
    assert part.emptied == ("adm2_pcode",)
    assert part.withdraws_much


def test_sexes_that_are_told_at_last_take_nobody_away(store):
    whole = [row | {"Participants": "5"} for row in ROWS]
    columns = [one for one in COLUMNS if one not in ("Women", "Men")]
    server = Files(csv_file([*columns, "Participants"], whole))
    with running(server) as address:
        source = source_of("file", address)
        taken(source, store)
        server.content = csv_file(COLUMNS, ROWS)
        [part] = pulled(source, store)
    assert part.counts.loc["attendance", "replaced"] == len(ROWS)
    assert not part.withdraws_much


def test_rows_that_another_file_has_of_the_same_trainings_are_not_missed(store):
    server = Files(b"")
    others = [row | {"Agency": agency} for row in ROWS for agency in ("FIA", "Prosecution")]
    with running(server) as address:
        server.content = csv_file(COLUMNS, others)
        [by_hand] = pulled(source_of("file", address), store)
        store.add(by_hand.checked, file_name="by hand.csv", who="An officer", at=AT)
        own = [column for column in COLUMNS if column != "Women"]
        server.content = csv_file(own, ROWS)
        taken(source_of("file", address), store)
        server.content = csv_file(own, [ROWS[0] | {"Men": "9"}, *ROWS[1:]])
        [part] = pulled(source_of("file", address), store)
    assert not part.withdraws_much


def test_the_command_says_what_is_gone_and_takes_it_in_when_it_is_meant(known, capsys):
    server, source, store = known
    before = numbers(store)
    server.content = csv_file(COLUMNS, [row | {"Women": ""} for row in ROWS])
    pull = ["pull", "forms", "--address", source.address, "--token", "SOURCE_TOKEN",
            "--store", store.where]  # fmt: skip
    assert main(pull) == REFUSED
    told = capsys.readouterr().out
    assert "most of what they told is gone in: participants_f" in told
    assert "say --withdraw" in told
    assert numbers(store) == before
    assert main([*pull, "--withdraw"]) == 0
    assert numbers(store) == dict.fromkeys(before, 3)
