"""What a public view withholds: by hand, and that nothing withheld follows from what is shown."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.committees import presence
from data.coverage import AGENCIES_TOGETHER, Coverage, coverage
from data.model import COUNT_COLUMNS, CoverageStatus, Records
from data.profile import attendance_at, attendance_from, totals_at
from data.public_view import in_public, suppress_below
from data.selection import Selection, whole
from data.suppressed_frames import written
from geo import gazetteer
from reports.measures import MEASURES, class_bounds, map_values
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
    assert rows_of(of(), PESHAWAR)["Levies"] == ["18", "9", "9", None]


def test_the_count_of_a_district_is_a_cell_where_an_agency_is_chosen() -> None:
    figures = of(agencies=("Police",))
    lahore, peshawar = shown(figures, LAHORE), shown(figures, PESHAWAR)
    assert (lahore["status"], lahore["participants"]) == (CoverageStatus.SUPPRESSED, "<5")
    assert (peshawar["status"], peshawar["participants"]) == (CoverageStatus.SUPPRESSED, "<5")
    assert lahore["participants_per_million"] == "withheld"
    assert shown(figures, ISLAMABAD)["participants"] == "11"
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
    pd.testing.assert_frame_equal(public.by_province, internal.by_province)
    pd.testing.assert_frame_equal(public.by_day, internal.by_day)
    months = [f.by_agency_month.groupby("month")[COUNTS].sum() for f in (public, internal)]
    pd.testing.assert_frame_equal(*months)
    if not public.selection.agencies:
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
