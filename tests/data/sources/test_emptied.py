"""A source that loses a column takes its figures away: it is shown, and waits for somebody."""

import pytest

from data.__main__ import main
from data.sources.pulling import take_in
from tests.data.sources.pulls import AT, HEADER, group, numbers, pulled, source_of, taken
from tests.data.sources.servers import Files, running
from tests.data.uploads import csv_file

REFUSED = 2
COLUMNS = (*HEADER, "End date", "Donor")
ROWS = [
    group(number, **{"End date": "2023-05-11", "Donor": "Denmark", "District": home})
    for number, home in enumerate(("Lahore", "Multan", "Kasur", "Lahore"), 1)
]


@pytest.mark.parametrize(
    ("column", "told", "blank"),
    [
        ("Women", "participants_f", True),
        ("Women", "participants_f", False),
        ("Men", "participants_m", False),
        ("End date", "date_end", False),
        ("Donor", "donor", True),
        ("District", "adm2_pcode", False),
        ("Agency", "agency", True),
    ],
)
def test_a_column_that_is_gone_or_blank_is_held_back(store, column, told, blank):
    server = Files(csv_file(COLUMNS, ROWS))
    with running(server) as address:
        source = source_of("file", address)
        taken(source, store)
        left = COLUMNS if blank else [one for one in COLUMNS if one != column]
        server.content = csv_file(left, [row | {column: ""} for row in ROWS])
        [part] = pulled(source, store)
        assert part.withdraws_much
        assert part.emptied == (told,)
        assert told in part.emptied_in_words()
        take_in(part, store, "source forms", AT)  # as somebody says that it is meant
        server.content = csv_file(left, [row | {column: ""} for row in ROWS[1:]])
        assert not pulled(source, store)[0].withdraws_much


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
def test_an_ordinary_correction_is_taken_in(store, rows):
    server = Files(csv_file(COLUMNS, ROWS))
    with running(server) as address:
        source = source_of("file", address)
        taken(source, store)
        server.content = csv_file(COLUMNS, rows)
        [part] = pulled(source, store)
        assert part.counts["same"].sum() > 0
        assert not part.withdraws_much


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


def test_the_command_says_what_is_gone_and_takes_it_in_when_it_is_meant(store, tmp_path, capsys):
    server = Files(csv_file(COLUMNS, ROWS))
    with running(server) as address:
        taken(source_of("file", address), store)
        before = numbers(store)
        server.content = csv_file(COLUMNS, [row | {"Women": ""} for row in ROWS])
        pull = ["pull", "forms", "--address", f"{address}/records", "--token", "SOURCE_TOKEN",
                "--store", str(tmp_path / "records" / "records.duckdb")]  # fmt: skip
        assert main(pull) == REFUSED
        told = capsys.readouterr().out
        assert "most of what they told is gone in: participants_f" in told
        assert "say --withdraw" in told
        assert numbers(store) == before
        assert main([*pull, "--withdraw"]) == 0
    assert numbers(store) == dict.fromkeys(before, 3)
