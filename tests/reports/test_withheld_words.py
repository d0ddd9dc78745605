"""A public view says *withheld* in every table and chart; never blank, 0 or *no record*."""

from dataclasses import replace

import pandas as pd
import pytest

from data.figures.coverage import Coverage, coverage
from data.figures.selection import whole
from data.figures.suppressed_frames import headed, summed, written
from data.store.shipped import illustrative
from reports.brief.chart import chart as brief_chart
from reports.brief.tables import provinces
from reports.charts import agency_month, bars
from reports.charts.rows import GAP

WORDS = {"<5", "withheld"}
TABLES = (
    agency_month.agency_month_table,
    agency_month.heat_map_table,
    bars.sex_table,
    bars.province_table,
)


def public(agency: str = "Labour Department") -> Coverage:
    """Return a public view of an agency so small that no month of it is shown."""
    records = replace(illustrative(), suppress_below=5)
    return coverage(records, replace(whole(records), agencies=(agency,)))


@pytest.mark.parametrize("table", TABLES)
def test_a_withheld_count_is_in_words_in_every_table(table) -> None:
    shown = written(table(public()))
    assert not [name for name in shown.columns if str(name).endswith("_withheld")]
    column = "All months" if "All months" in shown else "Participants"
    somebody = shown[shown.get("Districts covered", shown[column].notna()).astype(int) > 0]
    assert len(somebody)
    assert set(somebody[column]) <= WORDS


@pytest.mark.parametrize("table", TABLES)
def test_a_view_that_is_not_public_has_numbers_and_no_column_of_words(table) -> None:
    records = illustrative()
    shown = table(coverage(records, whole(records)))
    assert list(shown.columns) == list(written(shown).columns)
    assert "withheld" not in shown.to_string()


def test_charts_of_withheld_months_say_so_and_bars_of_provinces_too() -> None:
    figures = public()
    for figure in (agency_month.agency_month_chart(figures), agency_month.heat_map_chart(figures)):
        assert agency_month.MONTHS_WITHHELD in figure.layout.annotations[0].text
    assert brief_chart(figures) is None
    drawn = bars.province_chart(figures)
    ends = [text.strip(GAP) for text in drawn.data[-1].text]
    assert {text.split(" · ")[0] for text in ends} == {"withheld", "&#60;5", "no record"}
    # Of Islamabad alone nobody of this agency is on record.
    assert sum(text.startswith("no record") for text in ends) == 1
    assert "withheld in this public view" in bars.sex_alt(figures)


def test_the_brief_names_withheld_months_in_its_totals() -> None:
    assert "withheld" in " ".join(provinces(public())["total"])


def test_a_sum_of_which_a_part_is_withheld_is_withheld() -> None:
    frame = pd.DataFrame(
        {
            "agency": ["FIA", "FIA", "Police", "Levies", "Levies"],
            "participants": pd.array([None, 0, 7, None, None], dtype="Int64"),
            "participants_withheld": ["<5", "", "", "", ""],
        }
    )
    told = written(headed(summed(frame, "agency", ["participants"]), {"participants": "People"}))
    assert told["People"].astype(object).where(told["People"].notna(), None).to_dict() == {
        "FIA": "withheld",
        "Levies": None,
        "Police": "7",
    }
