"""What sources.toml calls a source and says of it: of another name, of none, and beside options."""

from pathlib import Path

import pytest

from data.__main__ import main
from data.store.address import open_store
from tests.data.sources.pulls import HEADER, TODAY, group, numbers
from tests.data.sources.servers import Files, running
from tests.data.uploads import csv_file

FINE, PROBLEMS, REFUSED = 0, 1, 2


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of sources, beside records that commands find by themselves."""
    monkeypatch.setenv("DATABASE_URL", str(tmp_path / "records.duckdb"))
    return tmp_path / "sources.toml"


def describe(beside: Path, address: str, *names: str) -> None:
    lines = [f'[{one}]\nkind = "file"\naddress = "{address}/records"\n' for one in names]
    beside.write_text("".join(lines))


def test_a_source_that_is_renamed_never_counts_twice(beside, capsys):
    store = open_store(str(beside.with_name("records.duckdb")))
    server = Files(csv_file(HEADER, [group(1), group(2)]))
    with running(server) as address:
        describe(beside, address, "forms")
        assert main(["pull", "forms"]) == FINE
        server.content = csv_file(HEADER, [group(1, Men="9"), group(2)])
        assert main(["pull", "forms"]) == FINE
        describe(beside, address, "people")
        server.content = csv_file(HEADER, [group(1, District="Multan"), group(3)])
        for option in ("--dry-run", "--withdraw"):
            capsys.readouterr()
            assert main(["pull", "people", option]) == REFUSED
            told = capsys.readouterr().err
            assert "It counts already, as forms (import 2). Call it forms again" in told
            assert numbers(store) == {"T1": 11, "T2": 5}
        assert main(["pull"]) == FINE
        assert "forms: counts as import 2, and is not described" in capsys.readouterr().out
        assert main(["pull", "forms"]) == REFUSED
        assert "say --withdraw" in capsys.readouterr().out
        assert main(["pull", "forms", "--withdraw"]) == FINE
        assert numbers(store) == {}  # nor does what was there before count again
        assert main(["pull", "people"]) == FINE
        assert numbers(store) == {"T1": 5, "T3": 5}
        assert main(["pull", "forms"]) == REFUSED


def test_what_is_said_of_a_source_holds_or_is_refused(beside, capsys):
    days = [group(1, **{"Start date": "1 May"}), group(2, **{"Start date": "2 May"})]
    with running(Files(csv_file(HEADER, days))) as address:
        for option in (
            "--year=2023",
            "--column=Women=participants_m",
            "--kind=file",
            "--rows=groups",
        ):
            describe(beside, address, "forms")
            assert main(["pull", "forms", option]) == REFUSED
            assert f"{option.partition('=')[0]} would not hold" in capsys.readouterr().err
        pull = ["pull", "others", "--address", f"{address}/records", "--dry-run"]
        assert main(pull) == PROBLEMS
        assert main([*pull, "--year", "2023"]) == FINE
        beside.write_text(f'{beside.read_text()}year = "2023"\n')
        assert main(["pull", "forms"]) == FINE
    trainings = open_store(str(beside.with_name("records.duckdb"))).records(TODAY).trainings
    assert trainings["date_start"].dt.year.tolist() == [2023, 2023]


def test_a_source_that_is_left_out_is_named_and_others_are_pulled(beside, capsys):
    server = Files(csv_file(HEADER, [group(1)]))
    with running(server) as address:
        describe(beside, address, "forms")
        assert main(["pull", "forms"]) == FINE
        describe(beside, address, "people")
        beside.write_text(beside.read_text().replace("/records", "/there"))  # another address
        server.content = csv_file(HEADER, [group(1), group(2)])
        capsys.readouterr()
        assert main(["pull", "people"]) == FINE
    assert "forms: counts as import 1, and is not described" in capsys.readouterr().err
