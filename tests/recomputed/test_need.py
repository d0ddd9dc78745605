"""Need, computed a second time: parts, score and rank of every district that a view lists.

Which districts are listed is the project's own answer but for the uncovered ones; venues, states
and people are those of the raw tables, neighbours those whose outlines share a line of the file.
"""

import json
from itertools import combinations

import duckdb
import pandas as pd
import pytest

from data.figures.coverage import coverage
from data.figures.selection import Selection
from data.planning.need import UNCOVERED, need
from tests.recomputed.database import DISTRICTS, PROJECT, fill, recompute
from tests.recomputed.sameness import first_difference, stacked
from tests.recomputed.views import View, made_up_views, shipped_views

OUTLINES = PROJECT / "geo" / "boundaries" / "cod-ab-2022.topojson"
COLUMNS = (
    *("adm2_pcode", "distance", "part_population", "part_distance", "part_neighbours"),
    *("part_province", "score", "rank"),
)


def neighbours() -> pd.DataFrame:
    """Return the pairs of districts that share an arc of the file of outlines, both ways."""
    topology = json.loads(OUTLINES.read_text(encoding="utf-8"))
    by_arc: dict[int, set[str]] = {}
    for district in topology["objects"]["districts"]["geometries"]:
        for arc in _numbers(district["arcs"]):
            by_arc.setdefault(arc if arc >= 0 else ~arc, set()).add(
                district["properties"]["adm2_pcode"]
            )
    pairs = {pair for sides in by_arc.values() for pair in combinations(sorted(sides), 2)}
    both = sorted(pairs | {(other, one) for one, other in pairs})
    return pd.DataFrame(both, columns=["adm2_pcode", "neighbour_pcode"])


def _numbers(arcs: list) -> list:
    return (
        [number for part in arcs for number in _numbers(part)] if isinstance(arcs, list) else [arcs]
    )


def named(view: View) -> bool:
    """Return whether the records name most trainings: elsewhere nothing is ranked."""
    held = view.records.trainings[view.records.trainings["status"] == "held"]
    return held["summarises"].sum() <= held["summarises"].isna().sum()


@pytest.mark.parametrize("made", [shipped_views, made_up_views], ids=["shipped", "made-up"])
def test_need_is_what_the_raw_tables_say(made) -> None:
    views = [view for view in made() if named(view)]
    database = duckdb.connect(config={"threads": 1})
    database.execute("CREATE SCHEMA programme")
    database.execute("SET schema = 'programme'")
    everything = [(view.records, Selection(view.selection.as_of)) for view in views]
    fill(database, everything, ("district_figures", "venues"))
    figures = [coverage(view.records, view.selection) for view in views]
    answers = [need(one) for one in figures]
    tables = {
        "listed": stacked([answer[["adm2_pcode", "kind"]] for answer in answers]),
        "neighbours": neighbours(),
        "terrain": pd.read_csv(DISTRICTS / "terrain.csv", dtype=str),
    }
    for name, table in tables.items():
        database.register("frame", table)
        database.execute(f"CREATE TABLE {name} AS FROM frame")
    recompute(database, "need")
    answered = stacked([answer[list(COLUMNS)] for answer in answers])
    difference = first_difference(database.table("need").df(), answered)
    if difference:
        pytest.fail(f"{difference[1]}\n\nin the view\n{views[difference[0]].in_words()}")
    for one, answer in zip(figures, answers, strict=True):
        frame = one.districts
        without = frame["status"].isin(["no record", "zero reported"])
        uncovered = answer.loc[answer["kind"] == UNCOVERED, "adm2_pcode"]
        assert set(uncovered) == set(frame.loc[without, "adm2_pcode"])
