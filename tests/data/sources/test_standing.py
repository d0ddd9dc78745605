"""A source that is called otherwise, or that nothing describes any more: it is named."""

from pathlib import Path

import pytest

from data.__main__ import main
from data.store.address import open_store
from tests.data.sources.pulls import HEADER, group, numbers
from tests.data.sources.servers import Files, running
from tests.data.uploads import csv_file

FINE, REFUSED = 0, 2


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
