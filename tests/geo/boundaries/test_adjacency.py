"""Which districts lie side by side: the same as the outlines say, whatever set is in use."""

import json

import pytest

from geo.boundaries import adjacency
from geo.districts import boundary_folder


def pairs() -> set[tuple[str, str]]:
    return set(adjacency.adjacent_pairs().itertuples(index=False, name=None))


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Put a set in use: the embedded one as a function changes it."""
    monkeypatch.setenv(boundary_folder.FOLDER_VARIABLE, str(tmp_path))

    def put(change) -> None:
        topology = json.loads(adjacency.EMBEDDED.read_text(encoding="utf-8"))
        change(topology["objects"]["districts"]["geometries"])
        (tmp_path / "other.topojson").write_text(json.dumps(topology), encoding="utf-8")
        (tmp_path / "in-use.json").write_text('{"in_use": "other"}', encoding="utf-8")

    return put


def test_a_set_in_use_decides_who_lies_beside_whom(installed) -> None:
    def renamed(rows: list[dict]) -> None:
        codes = {"PK617": "PK713", "PK713": "PK617"}  # Lahore and Larkana change places
        for row in rows:
            code = row["properties"]["adm2_pcode"]
            row["properties"]["adm2_pcode"] = codes.get(code, code)

    before = pairs()
    installed(renamed)
    assert ("PK713", "PK614") in pairs()  # Larkana lies beside Kasur now
    assert ("PK617", "PK614") not in pairs()
    assert len(pairs()) == len(before)


def test_a_district_that_a_set_does_not_draw_keeps_its_neighbours(installed) -> None:
    def without_lahore(rows: list[dict]) -> None:
        rows[:] = [row for row in rows if row["properties"]["adm2_pcode"] != "PK617"]

    before = pairs()
    installed(without_lahore)
    assert pairs() == before


def test_a_damaged_set_leaves_the_embedded_one(installed, tmp_path) -> None:
    before = pairs()
    installed(lambda rows: None)
    (tmp_path / "other.topojson").write_text("{", encoding="utf-8")
    assert pairs() == before
