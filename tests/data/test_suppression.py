"""What a public view withholds: by hand, and that nothing withheld follows from what is shown."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from data.analysis.committees import presence
from data.figures.coverage import AGENCIES_TOGETHER, OTHERS_TOGETHER, Coverage, coverage
from data.figures.profile import attendance_at, attendance_from, totals_at
from data.figures.selection import Selection, whole
from data.figures.suppressed_frames import written
from data.records.model import COUNT_COLUMNS, CoverageStatus, Records
from data.records.public_view import in_public, suppress_below
from geo.districts import gazetteer
from reports.measures.measures import MEASURES, class_bounds, map_values
from tests.data.conftest import province_of, records_of, views

LAHORE, PESHAWAR, QUETTA, ISLAMABAD = "PK617", "PK528", "PK226", "PK401"
COUNTS = ["participants", *COUNT_COLUMNS]

# Few are the two of the Police in Lahore and in Islamabad women, FIA and Police in Peshawar,
# and three women in Quetta.
SMALL = records_of(
    [
        {"training_id": "A", "date_start": date(2023, 2, 27)},
        {"training_id": "B", "date_start": date(2023, 5, 9)},
    ],
    [
        ("A", LAHORE, "FIA", 8, 12, None),
        ("A", LAHORE, "Police", 0, 2, None),
        ("A", LAHORE, "Levies", None, None, 6),
        ("A", LAHORE, "Social Welfare Department", 0, 0, 0),
        ("A", LAHORE, "Labour Department", None, None, None),
        ("B", PESHAWAR, "FIA", 1, 2, None),
        ("B", PESHAWAR, "Police", None, None, 4),
        ("B", PESHAWAR, "Levies", 9, 9, None),
        ("B", QUETTA, "FIA", 3, 30, None),
        ("B", ISLAMABAD, "FIA", 6, 7, None),
        ("B", ISLAMABAD, "Police", 2, 9, None),
    ],
)


def of(records: Records = SMALL, below: int = 5, **filters: object) -> Coverage:
    public = in_public(records, below)
    return coverage(public, replace(whole(public), **filters))


def shown(figures: Coverage, pcode: str) -> pd.Series:
    return written(figures.districts).set_index("adm2_pcode").loc[pcode]


def rows_of(figures: Coverage, pcode: str) -> dict[str, list]:
    frame = written(attendance_from(figures, pcode)).set_index("agency")[COUNTS]
    return {
        agency: list(row.astype(object).where(row.notna(), None)) for agency, row in frame.T.items()
    }


# ------------------------------------------------------------------------ by hand


def test_a_second_agency_is_withheld_beside_a_single_small_one() -> None:
    rows = rows_of(of(), LAHORE)
    # 2 of the Police are few; 28 of Lahore less 20 of FIA and 6 of Levies would tell them.
    assert rows["Police"] == ["<5", "<5", "<5", "withheld"]
    assert rows["Levies"] == ["withheld", "withheld", "withheld", "withheld"]
    assert rows["FIA"] == ["20", "8", "12", None]


def test_zero_and_not_recorded_are_not_withheld() -> None:
    rows = rows_of(of(), LAHORE)
    assert rows["Social Welfare Department"] == ["0", "0", "0", "0"]
    assert rows["Labour Department"] == [None, None, None, None]


def test_the_sexes_of_a_district_of_one_agency_are_withheld_where_one_is_few() -> None:
    quetta = shown(of(), QUETTA)
    assert (quetta["participants"], quetta["status"]) == (33, CoverageStatus.COVERED)
    assert (quetta["participants_f"], quetta["participants_m"]) == ("<5", "withheld")
    assert rows_of(of(), QUETTA)["FIA"] == [33, "<5", "withheld", "withheld"]


def test_totals_of_a_district_stay_and_so_do_its_sexes_where_two_agencies_are_withheld() -> None:
    peshawar = shown(of(), PESHAWAR)
    assert (peshawar["participants"], peshawar["participants_f"]) == (25, "10")


def test_a_second_district_of_an_agency_is_withheld_beside_a_single_one() -> None:
    # 24 of the Levies in the country less 18 in Peshawar would tell the 6 of Lahore, and so the
    # 2 of its Police; 69 of FIA less the other three districts the 3 of Peshawar.
    assert rows_of(of(), PESHAWAR)["Levies"] == ["withheld"] * 4
    assert rows_of(of(), ISLAMABAD)["FIA"] == ["withheld"] * 4
    assert rows_of(of(), QUETTA)["FIA"][0] == 33


def test_the_count_of_a_district_is_a_cell_where_an_agency_is_chosen() -> None:
    figures = of(agencies=("Police",))
    lahore, peshawar = shown(figures, LAHORE), shown(figures, PESHAWAR)
    assert (lahore["status"], lahore["participants"]) == (CoverageStatus.SUPPRESSED, "<5")
    assert (peshawar["status"], peshawar["participants"]) == (CoverageStatus.SUPPRESSED, "<5")
    assert lahore["participants_per_million"] == "withheld"
    # The second cell beside FIA's in Islamabad: 24 of both less 13 would tell it.
    assert shown(figures, ISLAMABAD)["participants"] == "withheld"
    assert shown(of(agencies=("FIA",)), LAHORE)["participants"] == "20"
    assert figures.headline == coverage(SMALL, figures.selection).headline


def test_all_but_one_agency_do_not_tell_that_one() -> None:
    figures = of(agencies=("FIA", "Levies"))
    # Police and Levies are withheld in Lahore: all of Lahore less these two would tell Police.
    assert shown(figures, LAHORE)["participants"] == "withheld"


def test_a_view_of_some_agencies_of_one_district_is_too_narrow() -> None:
    islamabad = (province_of(ISLAMABAD),)
    assert of(provinces=islamabad, agencies=("Police",)).too_narrow
    assert not of(agencies=("Police",)).too_narrow
    assert not of(provinces=islamabad).too_narrow
    assert set(of(provinces=islamabad).by_agency_month["agency"]) == {AGENCIES_TOGETHER}


def test_an_agency_is_not_counted_by_province() -> None:
    provinces = written(of(agencies=("FIA",)).by_province).set_index("adm1_pcode")
    assert provinces.loc[["PK2", "PK4", "PK5", "PK6"], "participants"].tolist() == [
        "withheld", "withheld", "<5", "withheld",
    ]  # fmt: skip
    assert of(provinces=("PK2", "PK6"), agencies=("FIA",)).too_narrow
    seats = presence(of(), "provincial")
    assert seats.withheld is not None
    assert not (seats.participants > 0).to_numpy().any()


def test_sexes_of_a_province_of_one_such_district_are_withheld() -> None:
    provinces = written(of().by_province).set_index("adm1_pcode")
    # The 3 women of Quetta are all of Balochistan; those of another province go with them.
    assert (provinces.at["PK2", "participants"], provinces.at["PK2", "participants_f"]) == (
        33,
        "<5",
    )
    assert (provinces["participants_f"].isin(["<5", "withheld"])).sum() == 2


def test_agencies_whose_months_would_tell_are_counted_together() -> None:
    months = of().by_agency_month
    # In February the only Police are the 2 of Lahore, and the only Levies its 6.
    february = months[months["month"] == pd.Timestamp("2023-02-01")].set_index("agency")
    assert not {"Police", "Levies"} & set(months["agency"])
    assert february.at[OTHERS_TOGETHER, "participants"] == 8


def test_rows_of_a_training_are_withheld_and_its_districts_keep_their_totals() -> None:
    public = in_public(SMALL, 5)
    frame = written(attendance_at(public, "B")).set_index(["adm2_pcode", "agency"])
    assert frame.at[(PESHAWAR, "FIA"), "participants"] == "<5"
    assert frame.at[(QUETTA, "FIA"), "participants"] == "33"
    assert totals_at(public, "B")["participants"].to_dict() == {
        PESHAWAR: 25, QUETTA: 33, ISLAMABAD: 24,
    }  # fmt: skip


def test_a_training_that_is_not_held_is_withheld_too() -> None:
    planned = SMALL.trainings.assign(status="planned")
    frame = written(attendance_at(in_public(replace(SMALL, trainings=planned), 5), "B"))
    assert (
        frame.set_index(["adm2_pcode", "agency"]).at[(PESHAWAR, "Police"), "participants"] == "<5"
    )


def test_seats_of_committees_are_withheld() -> None:
    found = presence(of())
    assert found.withheld is not None
    assert found.withheld.at[LAHORE, "Police"] == "<5"
    assert pd.isna(found.participants.at[LAHORE, "Police"])
    assert found.participants.at[LAHORE, "FIA"] == 20
    assert presence(coverage(SMALL, whole(SMALL))).withheld is None


def test_a_public_view_says_so_and_an_internal_one_is_unchanged() -> None:
    assert "counts under 5" in in_public(SMALL, 5).notice
    assert in_public(SMALL, 0) is SMALL
    internal = coverage(SMALL, whole(SMALL))
    assert not [name for name in internal.districts if name.endswith("_withheld")]
    assert written(internal.districts).equals(internal.districts)


@pytest.mark.parametrize(("setting", "below"), [("", 0), (" 0 ", 0), ("5", 5), ("1000", 1000)])
def test_the_setting_of_a_public_view(setting: str, below: int) -> None:
    assert suppress_below(setting, "TRAINING_PUBLIC") == below


@pytest.mark.parametrize("setting", ["1", "-5", "five", "5.0", "\u0665", "1001", "yes"])
def test_a_wrong_setting_says_what_is_asked_for(setting: str) -> None:
    with pytest.raises(ValueError, match=r"TRAINING_PUBLIC is .* a whole number from 2 to 1,000"):
        suppress_below(setting, "TRAINING_PUBLIC")


# ----------------------------------------------------------------- on any records


def with_few(view: tuple[Records, Selection]) -> tuple[Records, Selection]:
    """Return the view with counts of 0 to 8, so that many are to be withheld."""
    records, selection = view
    few = {column: records.attendance[column] % 9 for column in COUNT_COLUMNS}
    return replace(records, attendance=records.attendance.assign(**few)), selection


any_view = given(views().map(with_few), st.integers(2, 12))
few_examples = settings(deadline=None, max_examples=60)


def public_and_internal(view: tuple[Records, Selection], below: int) -> tuple[Coverage, Coverage]:
    records, selection = view
    return coverage(in_public(records, below), selection), coverage(records, selection)


def hidden(frame: pd.DataFrame, column: str) -> pd.Series:
    return frame[f"{column}_withheld"] != ""


def stands_alone(withheld: pd.Series, counts: pd.Series) -> bool:
    """Whether a total would tell the one withheld count: another could have been withheld too."""
    return withheld.sum() == 1 and (counts.fillna(0) > 0).sum() > 1


@any_view
@few_examples
def test_totals_are_those_of_the_internal_view(view, below) -> None:
    public, internal = public_and_internal(view, below)
    assert public.headline == internal.headline
    by_day = internal.by_day.set_index("day")["total"]
    assert by_day.loc[public.by_day["day"]].tolist() == public.by_day["total"].tolist()
    if len(by_day):
        assert public.by_day["total"].iloc[-1] == by_day.iloc[-1]
    if not public.selection.agencies:
        assert public.by_day.equals(internal.by_day)
        provinces = [f.by_province.drop(columns=list(COUNT_COLUMNS)) for f in (public, internal)]
        pd.testing.assert_frame_equal(provinces[0][provinces[1].columns], provinces[1])
        months = [f.by_agency_month.groupby("month")["participants"].sum() for f in
                  (public, internal)]  # fmt: skip
        pd.testing.assert_series_equal(*months)
        assert public.districts["participants"].equals(internal.districts["participants"])


@any_view
@few_examples
def test_the_legend_adds_up_to_all_districts(view, below) -> None:
    public, _ = public_and_internal(view, below)
    for shown_measure in MEASURES:
        values = map_values(public, shown_measure, class_bounds(public.records, shown_measure))
        assert sum(one.count for one in values.classes) == len(gazetteer.districts())
    held = public.districts["status"] == CoverageStatus.SUPPRESSED
    assert held.equals(hidden(public.districts, "participants"))


@any_view
@few_examples
def test_what_is_shown_of_a_district_is_recorded_and_what_is_not_does_not_follow(
    view, below
) -> None:
    public, internal = public_and_internal(view, below)
    frame, counts = public.districts, internal.districts
    for column in COUNTS:
        kept = ~hidden(frame, column)
        assert frame.loc[kept, column].equals(counts.loc[kept, column])
        assert frame.loc[~kept, column].isna().all()
    if public.selection.agencies:
        assert not frame["participants"].between(1, below - 1).any()
    for _, own in frame.groupby("adm1_pcode"):
        assert not stands_alone(hidden(own, "participants"), counts.loc[own.index, "participants"])
        # Women and men of the province are shown: the same holds of them.
        sexes = counts.loc[own.index, "participants"]
        assert not stands_alone(hidden(own, "participants_f"), sexes)


@any_view
@few_examples
def test_no_row_behind_a_district_follows_from_what_is_shown_of_it(view, below) -> None:
    public, internal = public_and_internal(view, below)
    for pcode in set(public.records.attendance["adm2_pcode"]) & set(gazetteer.names()):
        rows, counts = attendance_from(public, pcode), attendance_from(internal, pcode)
        check_rows(rows, counts, below)
        district = public.districts.set_index("adm2_pcode").loc[pcode]
        people, sexes = hidden(rows, "participants"), hidden(rows, "participants_f")
        if not district["participants_withheld"]:
            assert not stands_alone(people, counts["participants"])
        if not district["participants_f_withheld"]:
            assert sexes.sum() != 1


def check_rows(rows: pd.DataFrame, counts: pd.DataFrame, below: int) -> None:
    for column in COUNTS:
        kept = ~hidden(rows, column)
        assert rows.loc[kept, column].tolist() == counts.loc[kept, column].tolist()
        assert not rows[column].between(1, below - 1).any()
    sexes = [hidden(rows, column).tolist() for column in COUNT_COLUMNS]
    assert sexes[0] == sexes[1] == sexes[2]
    assert (hidden(rows, "participants") <= hidden(rows, "participants_f")).all()


@any_view
@few_examples
def test_no_agency_follows_from_another_view_of_agencies(view, below) -> None:
    public, internal = public_and_internal(view, below)
    if public.selection.agencies:
        return
    alone = {
        agency: replace(public.selection, agencies=(agency,))
        for agency in public.records.cells.agencies
    }
    views_of = {agency: coverage(public.records, one).districts for agency, one in alone.items()}
    counts = pd.DataFrame(
        {agency: coverage(internal.records, one).districts["participants"]
         for agency, one in alone.items()}
    )  # fmt: skip
    held = pd.DataFrame({agency: hidden(one, "participants") for agency, one in views_of.items()})
    for district in held.index[held.any(axis=1)]:
        assert not stands_alone(held.loc[district], counts.loc[district])


@st.composite
def crowded(draw: st.DrawFn) -> Records:
    """Several districts a province, agencies a district and rows an agency, in three months."""
    keys = [
        (f"T{n}", pcode, agency)
        for n in range(3)
        for pcode in (LAHORE, "PK614", "PK622", PESHAWAR, "PK523", QUETTA, ISLAMABAD)
        for agency in ("FIA", "Police", "Levies", "Social Welfare Department")
    ]
    chosen = draw(st.lists(st.sampled_from(keys), unique=True, min_size=8, max_size=40))
    count = st.sampled_from([0, 0, 1, 2, 4, 6, 9, 14, None])
    trainings = [
        {"training_id": f"T{n}", "date_start": date(2023, 2 + n, 5), "level": level}
        for n, level in enumerate(("district", "provincial", "national"))
    ]
    return records_of(trainings, [(*key, *(draw(count) for _ in COUNT_COLUMNS)) for key in chosen])


def views_in_public(records: Records) -> list[Coverage]:
    """Return the view of everything, and all that filters of one province or agency make of it."""
    everything = whole(records)
    homes = sorted({province_of(pcode) for pcode in records.attendance["adm2_pcode"]})
    provinces = [(), *((one,) for one in homes)]
    agencies = [(), *((one,) for one in records.cells.agencies)]
    found = [
        coverage(records, replace(everything, provinces=some, agencies=others))
        for some in provinces
        for others in agencies
    ]
    return [figures for figures in found if not figures.too_narrow]


def published(figures: Coverage, rows: pd.DataFrame) -> list[tuple[str, NDArray, str, object]]:
    """Return every total of a view: of what, which rows of attendance it sums, column, value.

    ``rows`` are those of attendance with ``month``, ``day``, ``adm1_pcode`` and ``level``.
    """
    chosen, told = figures.selection, []
    rows = {name: rows[name].to_numpy() for name in rows}
    inside = np.ones(len(rows["day"]), dtype=bool)
    if chosen.provinces:
        inside &= rows["adm1_pcode"] == chosen.provinces[0]
    if chosen.agencies:
        inside &= rows["agency"] == chosen.agencies[0]

    def add(what: str, mask: NDArray, row: pd.Series, columns: list[str] = COUNTS) -> None:
        shown = [column for column in columns if not pd.isna(row[column]) and row[column] > 0]
        told.extend((what, inside & mask, column, row[column]) for column in shown)

    districts = figures.districts
    for row in districts[districts["adm2_pcode"].isin(rows["adm2_pcode"])].to_dict("records"):
        add("district", rows["adm2_pcode"] == row["adm2_pcode"], row)
    for row in figures.by_province.to_dict("records"):
        add("province", rows["adm1_pcode"] == row["adm1_pcode"], row)
    apart = list(figures.by_agency_month["agency"].unique())
    for row in figures.by_agency_month.to_dict("records"):
        together = row["agency"] in (AGENCIES_TOGETHER, OTHERS_TOGETHER)
        own = ~np.isin(rows["agency"], apart) if together else rows["agency"] == row["agency"]
        add("agency and month", own & (rows["month"] == row["month"]), row)
    agency = figures.by_agency_month.groupby("agency")[COUNTS].sum(min_count=1)
    held = [f"{column}_withheld" for column in COUNTS]
    for name, row in agency.iterrows():
        words = figures.by_agency_month.loc[figures.by_agency_month["agency"] == name, held]
        together = name in (AGENCIES_TOGETHER, OTHERS_TOGETHER)
        own = ~np.isin(rows["agency"], apart) if together else rows["agency"] == name
        shown_all = [c for c in COUNTS if (words[f"{c}_withheld"] == "").all()]
        add("agency", own, row, shown_all)
    since = pd.Timestamp.min
    for row in figures.by_day.to_dict("records"):
        day = pd.Timestamp(row["day"])
        add("days", (rows["day"] > since) & (rows["day"] <= day), row, ["participants"])
        since = day
    for row in figures.trainings.to_dict("records"):
        add("training", rows["training_id"] == row["training_id"], row, ["participants"])
    for level in (None, "district", "provincial", "national"):
        at_level = rows["level"] == level if level else inside
        seats = presence(figures, level).participants.fillna(0)
        for place, agency_name in zip(*seats.to_numpy().nonzero(), strict=True):
            seat = seats.iat[place, agency_name]
            place, agency_name = seats.index[place], seats.columns[agency_name]
            home = {"provincial": "adm1_pcode", "national": None}.get(str(level), "adm2_pcode")
            here = rows[home] == place if home else inside
            mask = at_level & here & (rows["agency"] == agency_name)
            told.append((f"seat, {level}", inside & mask, "participants", seat))
    return told


@given(crowded())
@settings(deadline=None, max_examples=15)
def test_no_withheld_cell_is_what_is_left_of_any_total(records) -> None:
    public = in_public(records, 5)
    rows = records.attendance.merge(records.trainings[["training_id", "date_start", "level"]])
    rows = rows.assign(
        day=rows["date_start"],
        month=rows["date_start"].dt.to_period("M").dt.to_timestamp(),
        adm1_pcode=rows["adm2_pcode"].map(province_of),
    )
    rules = coverage(public, whole(public)).withheld
    codes, agencies = list(gazetteer.names()), public.cells.agencies
    place = [codes.index(pcode) for pcode in rows["adm2_pcode"]]
    column = [agencies.index(agency) for agency in rows["agency"]]
    held = {"participants": rules.counts[place, column], "sexes": rules.sexes[place, column]}
    cell = (rows["adm2_pcode"] + rows["agency"]).to_numpy()
    people = rows[list(COUNT_COLUMNS)].fillna(0).sum(axis=1).to_numpy() > 0
    by_home = pd.Series(cell[people]).groupby(rows["adm2_pcode"].to_numpy()[people])
    alone_at_home = set(by_home.first()[by_home.nunique() == 1])
    for figures in views_in_public(public):
        for what, summed, name, value in published(figures, rows):
            own = summed & people
            kept = own & held["participants" if name == "participants" else "sexes"]
            cells, alone = set(cell[kept]), len(set(cell[own])) == 1
            # The count of a district or training that one agency alone came from is shown.
            alone |= bool(cells <= alone_at_home)
            stays = alone and name == "participants" and not figures.selection.agencies
            assert len(cells) != 1 or stays, (what, name, value, figures.selection)


@any_view
@few_examples
def test_no_row_of_a_training_follows_from_its_totals(view, below) -> None:
    records, public = view[0], in_public(view[0], below)
    for training_id in records.trainings["training_id"]:
        rows, counts = attendance_at(public, training_id), attendance_at(records, training_id)
        counts = counts.set_index(["adm2_pcode", "agency"]).loc[
            list(zip(rows["adm2_pcode"], rows["agency"], strict=True))
        ].reset_index()  # fmt: skip
        placed = rows["adm2_pcode"] != ""
        assert not hidden(rows[~placed], "participants").any()
        check_rows(rows[placed], counts[placed], below)
        for key in (["adm2_pcode"], ["province", "agency"]):
            for _, own in rows[placed].groupby(key):
                people = counts.loc[own.index, "participants"]
                assert not stands_alone(hidden(own, "participants"), people)
        totals = counts.groupby("adm2_pcode")["participants"].sum(min_count=1)
        assert totals_at(public, training_id)["participants"].equals(totals)
