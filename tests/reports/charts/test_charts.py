"""Charts: their numbers are those of Coverage and of their tables; text is shown as written."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS, TRAINING_COLUMNS, Records
from data.store.shipped import illustrative, published
from reports.charts import agency_month, running_total, timeline
from reports.charts import bars as bar_charts
from reports.charts.style import chart_config, count_axis, month_axis
from reports.words.counts import NO_COUNT, plotly_text, shortened, wrapped

HOSTILE = (
    "<b>bold</b> & <i>slanted</i>",
    '<a href="javascript:alert(1)">link</a>',
    "%{x} %{customdata} ${y}",
    "one<br>two\nthree",
    "$\\frac{a}{b}$",
    "&lt;sub&gt;",
)

CHARTS = {
    "agency_month": agency_month,
    "heat_map": agency_month,
    "running_total": running_total,
    "sex": bar_charts,
    "province": bar_charts,
    "timeline": timeline,
}


def records(trainings, attendance, as_of=date(2023, 9, 25)) -> Records:
    held = pd.DataFrame(trainings, columns=list(TRAINING_COLUMNS), dtype=object)
    came = pd.DataFrame(attendance, columns=list(ATTENDANCE_COLUMNS), dtype=object)
    for column in ("date_start", "date_end"):
        held[column] = pd.to_datetime(held[column]).astype("datetime64[s]")
    held["summarises"] = held["summarises"].astype("Int64")
    for column in COUNT_COLUMNS:
        came[column] = came[column].astype("Int64")
    return Records("mine", "Mine", "", "", as_of, held, came)


def training(key, start, end=None, title="Training", level="national", summarises=None):
    row = [key, title, level, start, end or start, "Hall", "PK401", "", "FIA", "Donor", "held"]
    return [*row, summarises]


def small() -> Records:
    """Three months, of which March is empty; Levies without a count, Health with a zero."""
    return records(
        [
            training("A", "2023-02-10", "2023-02-12"),
            training("B", "2023-04-03", level="district"),
            training("C", "2023-02-01", "2023-04-30", level="provincial", summarises=4),
        ],
        [
            ["A", "PK401", "Police", 3, 9, None],
            ["A", "PK226", "FIA", 1, 2, 4],
            ["B", "PK226", "Police", None, None, 5],
            ["B", "PK226", "Levies", None, None, None],
            ["B", "", "Police", None, None, 6],
            ["B", "PK401", "Health", 0, 0, 0],
            ["C", "PK617", "Not published", None, None, None],
        ],
        as_of=date(2023, 5, 20),
    )


def hostile() -> Records:
    held = [
        training(f"T{place}", f"2023-0{place + 2}-05", title=text, level=text)
        for place, text in enumerate(HOSTILE)
    ]
    for row in held:
        row[TRAINING_COLUMNS.index("venue")] = row[TRAINING_COLUMNS.index("title")]
    came = [["T0", "PK401", agency, 1, 2, 3] for agency in HOSTILE]
    return records(held, came)


SETS = {"illustrative": illustrative, "published": published, "small": small, "hostile": hostile}


def views(name):
    own = SETS[name]()
    everything = whole(own)
    yield coverage(own, everything)
    yield coverage(own, replace(everything, provinces=("PK2",)))
    yield coverage(own, replace(everything, agencies=("Police",)))
    yield coverage(own, replace(everything, as_of=date(2023, 5, 31)))


def bars(figure):
    return [trace for trace in figure.data if trace.type == "bar"]


def labels(figure):
    """Return what is written on a chart beside its bars."""
    written = [trace for trace in figure.data if trace.type == "scatter" and trace.text]
    return [text.strip() for text in written[0].text]


def known(values):
    return [value for value in values if value is not None]


@pytest.mark.parametrize("name", SETS)
def test_bars_of_agencies_and_months_are_coverage(name):
    for figures in views(name):
        frame = figures.by_agency_month
        drawn = bars(agency_month.agency_month_chart(figures))
        found = {
            (trace.name, month): count
            for trace in drawn
            for month, count in zip(trace.x, trace.y, strict=True)
            if count is not None
        }
        expected = {
            (plotly_text(agency), f"{month:%Y-%m}"): count
            for agency, month, count in zip(
                frame["agency"], frame["month"], frame["participants"], strict=True
            )
            if count is not pd.NA
        }
        assert found == expected
        assert sum(found.values()) == figures.headline.participants


@pytest.mark.parametrize("name", SETS)
def test_every_table_adds_up_to_the_headline(name):
    for figures in views(name):
        total = figures.headline.participants
        by_month = agency_month.agency_month_table(figures)
        assert by_month["Participants"].sum() == total
        assert by_month["Rows without a count"].sum() == figures.headline.rows_without_count
        assert agency_month.heat_map_table(figures)["All months"].sum() == total
        assert running_total.running_total_table(figures)["Participants"].sum() == total
        assert bar_charts.sex_table(figures)["Participants"].sum() == total
        provinces = bar_charts.province_table(figures)
        assert provinces["Participants"].sum() == total
        for part in ("Women", "Men", "Sex not recorded"):
            assert provinces[part].sum() == agency_month.agency_month_table(figures)[part].sum()
        assert provinces["Districts covered"].sum() == figures.headline.districts_covered
        assert provinces["Districts"].sum() == figures.headline.districts
        assert timeline.timeline_table(figures)["Participants"].sum() == total


@pytest.mark.parametrize("name", SETS)
def test_heat_map_is_its_table(name):
    for figures in views(name):
        table = agency_month.heat_map_table(figures)
        if table.empty:
            continue
        counts, unknown, written = agency_month.heat_map_chart(figures).data
        months = [column for column in table.columns if column in set(counts.x)]
        expected = table[months].to_numpy(dtype=float, na_value=np.nan)
        np.testing.assert_array_equal(np.asarray(counts.z, dtype=float), expected)
        assert not (~np.isnan(np.asarray(unknown.z)) & ~np.isnan(expected)).any()
        known_text = [text for text in written.text if text != NO_COUNT]
        digits = [int(text.replace(",", "").split()[0]) for text in known_text]
        assert sorted(digits) == sorted(expected[~np.isnan(expected)])


def test_cells_of_four_years_have_a_scale_in_place_of_counts_that_run_into_each_other():
    made = small()
    made.trainings.loc[0, ["date_start", "date_end"]] = pd.Timestamp("2019-05-02")
    made.trainings["date_start"] = made.trainings["date_start"].astype("datetime64[s]")
    counts, unknown = agency_month.heat_map_chart(coverage(made, whole(made))).data
    assert len(counts.x) == 49
    assert counts.showscale
    assert not unknown.showscale


@pytest.mark.parametrize("name", SETS)
def test_running_total_ends_on_the_headline_and_never_falls(name):
    for figures in views(name):
        table = running_total.running_total_table(figures)
        if figures.by_agency_month.empty:
            assert table.empty
            continue
        line = running_total.running_total_chart(figures).data[0]
        assert line.y[0] == 0
        known = [total for total in line.y if total is not None]
        assert known == sorted(known)
        told = figures.headline
        unknown = told.rows_without_count and not told.participants
        assert line.y[-1] == (None if unknown else told.participants)
        assert line.x[-1] == figures.selection.as_of.isoformat()
        days = table.dropna(subset="Rows without a count")  # all but the day of the claim
        assert [pd.NA if y is None else y for y in line.y[1:-1]] == days["Running total"].tolist()
        assert list(line.x[1:-1]) == [day.isoformat() for day in days["Day"]]


@pytest.mark.parametrize("name", SETS)
def test_sex_and_province_bars_are_their_tables(name):
    for figures in views(name):
        if figures.by_agency_month.empty:
            continue
        table = bar_charts.sex_table(figures)
        for trace in bars(bar_charts.sex_chart(figures)):
            expected = [None if pd.isna(count) else count for count in table[trace.name]]
            assert list(trace.x) == expected
        drawn = bars(bar_charts.province_chart(figures))
        assert sum(sum(known(trace.x)) for trace in drawn) == figures.headline.participants


def test_timeline_has_a_bar_for_each_training_from_its_first_to_its_last_day():
    drawn = bars(timeline.timeline_chart(coverage(illustrative(), whole(illustrative()))))
    table = timeline.timeline_table(coverage(illustrative(), whole(illustrative())))
    found = sorted(
        (base, length / timeline.DAY)
        for trace in drawn
        for base, length in zip(trace.base, trace.x, strict=True)
    )
    lengths = [
        (end - start).days + 1 for start, end in zip(table["Starts"], table["Ends"], strict=True)
    ]
    starts = [day.isoformat() for day in table["Starts"]]
    assert found == sorted(zip(starts, lengths, strict=True))
    assert table["Starts"].is_monotonic_increasing


def test_a_title_on_the_timeline_is_read_whole_on_two_lines():
    records = illustrative()
    titles = [wrapped(title, 200) for title in records.trainings["title"]]
    figure = timeline.timeline_chart(coverage(records, whole(records)))
    (written,) = [trace.text for trace in figure.select_traces({"mode": "text"})]
    shown = sorted(text.replace("<br>", " ").partition(" · ")[2] for text in written)
    assert shown == sorted(titles)
    assert max(len(line) for text in written for line in text.split("<br>")) <= 61
    assert any("<br>" in text for text in written)


def test_a_row_that_stands_for_several_trainings_is_a_hatched_period():
    drawn = bars(timeline.timeline_chart(coverage(small(), whole(small()))))
    (together,) = [trace for trace in drawn if trace.name == timeline.TOGETHER]
    assert together.marker.pattern.shape == "/"
    assert list(together.base) == ["2023-02-01"]
    assert "stands for 4 trainings" in together.customdata[0]


def many(months: int, each: int = 2) -> Records:
    """Return records of as many months, each with some trainings of one participant, by turns."""
    held, came = [], []
    for place in range(months * each):
        month = place // each
        day = f"{2020 + month // 12}-{month % 12 + 1:02d}-05"
        held.append(training(f"T{place}", day, level=("national", "district")[place % 2]))
        came.append([f"T{place}", "PK401", ("FIA", "Police")[place % 2], 1, 0, None])
    last = date(2020 + (months - 1) // 12, (months - 1) % 12 + 1, 25)
    return records(held, came, as_of=last)


@pytest.mark.parametrize(
    ("months", "ends"), [(18, ("2020-01", "2021-06")), (36, ("2020-Q1", "2022-Q4")),
                         (84, ("2020", "2026"))],
)  # fmt: skip
def test_a_long_view_has_a_bar_a_quarter_or_a_year(months, ends):
    figures = coverage(many(months), whole(many(months)))
    figure = agency_month.agency_month_chart(figures)
    assert [trace.name for trace in bars(figure)] == ["FIA", "Police"]
    assert (figure.layout.xaxis.categoryarray[0], figure.layout.xaxis.categoryarray[-1]) == ends
    assert sum(sum(trace.y) for trace in bars(figure)) == figures.headline.participants
    per_bar = 2 * months // len(bars(figure)[0].x)
    assert {total for _words, total in bars(figure)[0].customdata} == {str(per_bar)}


def test_very_many_trainings_are_counted_by_level_and_time():
    figures = coverage(many(36), whole(many(36)))
    drawn = bars(timeline.timeline_chart(figures))
    assert {trace.name: sum(trace.y) for trace in drawn} == {"National": 36, "District": 36}
    held = small()
    together = replace(held, trainings=pd.concat([held.trainings, many(36).trainings]))
    drawn = bars(timeline.timeline_chart(coverage(together, whole(together))))
    counts = {trace.name: dict(zip(trace.x, trace.y, strict=True)) for trace in drawn}
    (several,) = [counts[name] for name in counts if name == timeline.TOGETHER]
    assert {key: count for key, count in several.items() if count} == {"2023-Q2": 4}


def test_every_month_has_its_place_also_the_empty_one():
    figure = agency_month.agency_month_chart(coverage(small(), whole(small())))
    assert figure.layout.xaxis.categoryarray == ("2023-02", "2023-03", "2023-04", "2023-05")


def test_a_count_that_is_not_published_is_marked_and_not_zero():
    figures = coverage(small(), whole(small()))
    figure = agency_month.agency_month_chart(figures)
    levies = next(trace for trace in bars(figure) if trace.name == "Levies")
    assert known(levies.y) == []
    health = next(trace for trace in bars(figure) if trace.name == "Health")
    assert known(health.y) == [0]
    assert labels(figure) == ["19", "", f"11 {NO_COUNT}", ""]
    assert "count not published in 2 rows" in agency_month.agency_month_alt(figures)


def test_a_province_without_a_count_is_not_a_province_without_a_record():
    figures = coverage(small(), whole(small()))
    written = labels(bar_charts.province_chart(figures))
    assert f"{NO_COUNT} · 1 of 36 districts" in written
    assert "no record · 0 of 29 districts" in written
    assert "6" in written  # the home district of six participants is not recorded
    assert bar_charts.province_table(figures)["Province"].iloc[-1] == bar_charts.UNPLACED_WORDS


def test_share_of_women_is_of_those_whose_sex_is_recorded():
    table = bar_charts.sex_table(coverage(small(), whole(small()))).set_index("Agency")
    assert table.at["Police", "Women, % where recorded"] == 25
    assert table.at["Levies", "Women, % where recorded"] is pd.NA


def test_the_claim_stands_beside_the_records_of_the_whole_programme_only():
    own = published()
    figures = coverage(own, whole(own))
    names = {trace.name: trace for trace in running_total.running_total_chart(figures).data}
    assert set(names["Published total"].y) == {386}
    assert "published 25 Sep 2023: over 386" in names["Published total"].text
    assert max(names["In the records"].y) == figures.headline.participants < 386
    table = running_total.running_total_table(figures)
    assert table.loc[table["Published total"] != "", "Published total"].tolist() == ["over 386"]
    part = coverage(own, replace(whole(own), agencies=("Police",)))
    assert len(running_total.running_total_chart(part).data) == 1
    assert set(running_total.running_total_table(part)["Published total"]) == {""}


@pytest.mark.parametrize("own", [illustrative(), published(), small()])
def test_home_districts_of_a_training_are_its_attendance(own):
    for key in own.trainings["training_id"]:
        rows = own.attendance[own.attendance["training_id"] == key]
        expected = rows[list(COUNT_COLUMNS)].sum().sum()
        drawn = bars(bar_charts.homes_chart(own, key))
        assert sum(sum(known(trace.x)) for trace in drawn) == expected
        assert bar_charts.homes_table(own, key)["Participants"].sum() == expected


def test_home_districts_come_before_the_one_that_is_not_recorded():
    figure = bar_charts.homes_chart(small(), "B")
    assert figure.layout.yaxis.ticktext[-1] == "Home district not<br>recorded"
    told = bar_charts.homes_alt(small(), "B")
    assert "home district not recorded for 6" in told
    assert "count not published in 1 row." in told


@pytest.mark.parametrize("name", CHARTS)
def test_an_empty_selection_says_so(name):
    figures = coverage(records([], []), whole(records([], [])))
    figure = getattr(CHARTS[name], f"{name}_chart")(figures)
    sentence = figure.layout.annotations[0].text
    assert sentence.startswith("No ")
    assert sentence.endswith("in this selection")
    assert figure.layout.xaxis.visible is False
    assert getattr(CHARTS[name], f"{name}_alt")(figures) == f"{sentence}."
    assert isinstance(getattr(CHARTS[name], f"{name}_table")(figures), pd.DataFrame)


def test_rows_of_zeros_alone_are_drawn_as_zero():
    own = records([training("A", "2023-02-10")], [["A", "PK226", "Police", 0, 0, 0]])
    figures = coverage(own, replace(whole(own), provinces=("PK2",)))
    (drawn,) = bars(agency_month.agency_month_chart(figures))
    assert known(drawn.y) == [0]
    assert "0 participants" in agency_month.agency_month_alt(figures)


@pytest.mark.parametrize("name", CHARTS)
def test_text_of_the_records_has_no_markup_left(name):
    figures = coverage(hostile(), whole(hostile()))
    written = getattr(CHARTS[name], f"{name}_chart")(figures).to_json()
    for text in ("<b>bold", "<i>", "<a href", 'javascript:alert(1)\\">', "one<br>two", "$\\\\frac"):
        assert text not in written
    for directive in ("%{customdata} $", "%{x} %"):
        assert directive not in written


def test_plotly_text_shows_text_as_written():
    assert plotly_text("<b>A & B</b>") == "&#60;b&#62;A &#38; B&#60;/b&#62;"
    assert plotly_text("%{x}") == "&#37;&#123;x&#125;"
    assert plotly_text("a\nb\u202ec") == "a b c"
    assert plotly_text("$x$") == "&#36;x&#36;"
    assert plotly_text("&amp;") == "&#38;amp;"


def test_long_text_is_cut_before_it_is_escaped():
    assert shortened("a < b and c", 5) == "a &#60;…"
    assert wrapped("Social Welfare Department", 16) == "Social Welfare<br>Department"


@pytest.mark.parametrize("most", [0, 1, 3, 7, 19, 78, 386, 12_345])
def test_an_axis_of_counts_has_few_whole_ticks(most):
    axis = count_axis(most)
    assert axis["tickvals"][-1] >= most
    assert 2 <= len(axis["tickvals"]) <= 7
    assert all(isinstance(tick, int) for tick in axis["tickvals"])


def test_an_axis_of_many_months_names_some_of_them():
    axis = month_axis([date(2021 + n // 12, n % 12 + 1, 1) for n in range(30)])
    assert len(axis["categoryarray"]) == 30
    assert len(axis["tickvals"]) <= 12
    assert axis["ticktext"][0] == "Jan<br>2021"


def test_a_saved_picture_has_the_name_of_its_chart():
    config = chart_config("by-month")
    assert config["toImageButtonOptions"]["filename"] == "by-month"
    assert config["displaylogo"] is False


def test_a_figure_lets_the_page_show_through():
    figure = agency_month.agency_month_chart(coverage(small(), whole(small())))
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert figure.layout.title.text is None
