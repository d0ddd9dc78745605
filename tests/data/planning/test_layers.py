"""One indicator of a table of layers: its latest year, and what is left out is counted."""

import pandas as pd

from data.planning.settings import layer_of
from data.records.model import LAYER_COLUMNS


def table(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(LAYER_COLUMNS))


def test_the_latest_year_is_used_and_the_others_counted() -> None:
    found = layer_of(
        table(
            ("PK401", "Poverty", 3, "%", 2015, "A survey"),
            ("PK401", "Poverty", 4, "%", 2020, "A survey"),
            ("PK617", "Poverty", 5, "%", 2020, "A survey"),
            ("PK617", "Floods", 1, "index", 2022, "Another"),
        ),
        "Poverty",
    )
    assert found.values.to_numpy().tolist() == [["PK401", 4], ["PK617", 5]]
    assert (found.year, found.others, found.unit) == (2020, 1, "%")
    assert found.words == (
        "Vulnerability: Poverty, %, 2020; source: A survey; 2 districts; 1 row of other years "
        "left out."
    )


def test_without_a_year_all_rows_are_used() -> None:
    found = layer_of(table(("PK401", "Poverty", 3, "", None, "")), "Poverty")
    assert found.year is None
    assert found.words == "Vulnerability: Poverty; 1 district."
