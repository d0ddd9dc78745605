"""The story says what the figures say, in any selection and in words of one's own."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings

from data.analysis.learning import COLLECTED, Pooled
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.planning.request import Request
from data.planning.settings import Aims
from data.records.model import ASSESSMENT_COLUMNS, in_percent
from data.records.public_edition import public_edition
from data.store.shipped import illustrative, published
from reports.charts import bars
from reports.measures.measures import map_values
from reports.measures.need import need_values
from reports.story import results
from reports.story.definitions import plan_in_words
from reports.story.story import MEASURE, MOST_MAPS, Story
from reports.story.talking_points import talking_points
from reports.story.wording import (
    LONGEST_TITLE,
    STEPS,
    Wording,
    WordingError,
    gaps,
    wording_from_json,
)
from reports.words.counts import counted
from reports.words.headline import districts_without, headline_figures, not_covered
from reports.words.selection import status_words
from reports.words.tables import trainings_table
from tests.data.conftest import records_of, view_of, views


def test_the_usual_words_are_those_of_the_figures() -> None:
    told = {step.key: step for step in Story(view_of(illustrative())).steps}
    assert list(told) == list(STEPS)
    assert told["standing"].title == "Trained officials now serve in 44 of 160 districts"
    assert told["standing"].text.endswith("attended a training by 25 September 2023.")
    assert told["trained"].title.startswith("386 participants from 8 agencies; most from Police")
    assert "116 of 160 districts" in told["gaps"].title
    assert told["growth"].title.endswith("to 44 since February 2023")
    assert "10 more trainings" in told["plan"].title


def test_growth_ends_with_the_view_itself() -> None:
    figures = view_of(illustrative())
    growth = Story(figures).growth
    assert growth[-1] is figures
    assert len(growth) == MOST_MAPS
    covered = [one.headline.districts_covered for one in growth]
    assert covered == sorted(covered)


def test_one_of_something_is_said_in_the_singular() -> None:
    one = Story(view_of(illustrative(), provinces=("PK2",)))
    assert one.step("trained").text == "1 woman, 5 men, 26 with sex not recorded."
    police = Story(view_of(illustrative(), agencies=("Police",)))
    assert police.step("trained").title == "Police: 119 participants"


def test_an_edition_that_withholds_the_sex_of_people_says_so_and_tells_no_share() -> None:
    edition = public_edition(illustrative(), 5, date(2026, 5, 3))
    story = Story(view_of(edition))
    text = story.step("trained").text
    assert text.startswith("13 men, 373 with sex not shown in this edition. ")
    assert "women" not in text
    told = [*talking_points(story, "trained"), bars.sex_alt(story.figures)]
    told += list(bars.sex_chart(story.figures).layout.yaxis.ticktext)
    told += [str(one.text) for one in bars.sex_chart(story.figures).layout.annotations]
    assert not [one for one in told if "women" in one or "not recorded" in one]
    names = {one.name for one in bars.sex_chart(story.figures).data}
    assert "Sex not shown in this edition" in names
    assert "Sex not recorded" not in names


def test_trainings_described_together_are_never_added_to_single_ones() -> None:
    figures = view_of(published())
    story, told = Story(figures), "4 trainings recorded one by one; 15 described together"
    step = story.step("trainings")
    assert step.title == f"{told}, overlap not known"
    assert step.text == (
        "February to September 2023. By donor: "
        "Denmark, Australia and EU (GLO.ACT) (described together) 15, EU (GLO.ACT) 4."
    )
    shown = headline_figures(figures)[1]
    assert (shown.value, shown.words) == ("4", "trainings recorded one by one")
    assert shown.note == "15 described together, overlap not known"
    assert told in talking_points(story, "trained")[0]
    donors = records_of(
        [
            {"training_id": "A", "date_start": date(2023, 2, 1), "donor": "Denmark"},
            {
                "training_id": "B",
                "date_start": date(2023, 3, 1),
                "donor": "Denmark",
                "summarises": 6,
            },
        ],
        [],
    )
    assert results.donors_of(view_of(donors)) == {"Denmark (described together)": 6, "Denmark": 1}
    assert results.donor_names(view_of(donors)) == ["Denmark"]


def test_a_programme_without_a_venue_so_far_is_compared_to_none() -> None:
    first = illustrative().trainings["date_start"].min().date().replace(day=1)
    before = Story(view_of(illustrative(), as_of=first))
    assert "so far" not in before.step("plan").text
    assert "so far" in Story(view_of(illustrative())).step("plan").text


def test_a_plan_under_conditions_is_the_best_under_these_alone() -> None:
    aims = Aims(request=Request(2, minimum=(("PK2", 2),)))
    text = Story(view_of(illustrative()), aims=aims).step("plan").text
    assert "reaches more under these conditions (at least 2 in Balochistan);" in text
    assert "conditions" not in Story(view_of(illustrative())).step("plan").text


def test_the_first_of_the_gaps_are_named_without_a_second_number_of_the_rest() -> None:
    story = Story(view_of(illustrative()))
    first = ", ".join(story.ranked["name"].head(5))
    assert story.step("gaps").text.startswith(f"Highest need: {first}. Need could not")


def test_an_unrecorded_number_is_not_called_zero() -> None:
    records = published()
    told = Story(view_of(records, provinces=("PK3",)))
    trained = told.step("trained")
    assert trained.title == "Gilgit-Baltistan: no recorded count of participants"
    assert trained.text == (
        "Sex is not recorded. 1 of 1 row has no count, so agencies are not ranked."
    )


def test_records_that_name_few_of_the_districts_reached_rank_and_plan_nothing() -> None:
    story = Story(view_of(published()))
    assert [step.key for step in story.steps] == ["standing", "trained", "trainings", "gaps"]
    assert set(story.left_out) == {"growth", "learning", "committees", "targets", "plan"}
    standing, trained, _, gaps = story.steps
    assert standing.title == "Trained officials serve in at least 10 of 160 districts"
    assert "(published 25 September 2023: over 44)" in standing.text
    assert "most from" not in trained.title
    assert "72 men" in trained.text
    assert "whether these are among them is not known" in trained.text
    assert gaps.title == "144 of 160 districts are not named in the records"
    assert "Highest need" not in gaps.text
    assert "Highest need" not in story.need_title
    serve, _, lives, *_ = talking_points(story, "standing")
    assert serve == "Participants serve in at least 10 of 160 districts."
    assert lives.startswith("At least 15% of the population")


def test_people_of_whom_some_are_not_known_are_at_least_that_in_every_place() -> None:
    figures = view_of(illustrative())
    assert not_covered(figures).note == "at least 141.1 million people live there"
    title = Story(figures).step("gaps").title
    assert title.endswith("home to at least 141.1 million people")
    known = view_of(illustrative(), provinces=("PK6",))
    assert "at least" not in Story(known).step("gaps").title + not_covered(known).note


def test_the_largest_training_is_of_those_with_a_count_and_its_unknown_homes_are_told() -> None:
    _, largest = talking_points(Story(view_of(published())), "trainings")
    assert largest.startswith("Of the 4 trainings with a count, among 19, the largest was")
    assert largest.endswith("from 1 home district; home district not recorded for 24.")
    _, largest = talking_points(Story(view_of(illustrative())), "trainings")
    assert largest.startswith("The largest was")


def test_a_step_that_a_view_cannot_carry_is_left_out_with_the_reason() -> None:
    police = view_of(illustrative(), agencies=("Police",))
    story = Story(police)
    assert "committees" not in [step.key for step in story.steps]
    assert "agencies" in story.left_out["committees"]
    (alone,) = Story(police, Wording(("committees",))).steps
    assert alone.title.endswith(" of 160 districts have somebody trained from Police")
    assert alone.text == story.left_out["committees"]
    levies = Story(view_of(illustrative(), agencies=("Levies",)))
    assert "has a seat on the committees" in levies.left_out["committees"]


def test_women_targets_tests_and_donors_are_told() -> None:
    story = Story(view_of(illustrative()))
    both = story.figures.women_and_men
    share = int(both["women"].sum()) / int(both[["women", "men"]].to_numpy().sum())
    assert f"{in_percent(share)} of those counted by sex are women" in story.step("trained").text
    targets = illustrative().targets["targeted"].astype(int)
    assert f"against a target of {targets.sum():,}" in story.step("targets").title
    assert f"{story.gains.gain:+.1f} points" in story.step("learning").text
    donors = illustrative().trainings["donor"].value_counts()
    for donor, number in donors.items():
        assert f"{donor} {number}" in story.step("trainings").text


@pytest.mark.parametrize("agencies", [(), ("Levies",)])
def test_two_trainings_far_above_0_are_not_called_without_a_clear_difference(agencies) -> None:
    starts = [{"training_id": one, "date_start": date(2023, 2, 1)} for one in ("A", "B")]
    rows = [(one, "PK201", "Levies", 15, 15, None) for one in ("A", "B")]
    tests = [("A", 25, 8, 12.4, 2.5, 20), ("B", 22, 8, 9.9, 2.3, 20)]
    told = pd.DataFrame(tests, columns=list(ASSESSMENT_COLUMNS))
    records = replace(records_of(starts, rows), assessments=told)
    step = Story(view_of(records, agencies=agencies)).step("learning")
    assert step.title.endswith("oints gained at each training that was tested: +9.5, +22.0")
    assert "47 people in 2 of 2 trainings. Too few trainings for a joint figure" in step.text
    assert "No comparison group." in step.text
    assert ("of everyone at them, not of this selection alone" in step.text) == bool(agencies)


def test_of_a_selection_an_interval_across_0_is_told_with_whose_tests_they_are() -> None:
    tested = pd.DataFrame({"state": [COLLECTED] * 3, "gain": [9.0, -8.0, 4.0]})
    title, text = results.learned(Pooled(3, 60, 1.7, -20.0, 23.4), tested, of_some=True)
    assert title == "No clear difference between tests before and after"
    assert "not of this selection alone" in text


def test_committees_are_counted_over_districts_and_said_to_be_notified_or_not() -> None:
    step = Story(view_of(illustrative(), provinces=("PK2",))).step("committees")
    assert "of 35 districts have all 6 agencies of their committee trained" in step.title
    rows = illustrative().committees.query("level == 'district'")
    notified = rows[rows["adm2_pcode"].str.startswith("PK2")]["notified"].value_counts()
    yes, no = notified["yes"], notified["no"]
    assert f"on record as notified in {yes}, none of them complete" in step.text
    assert f"as not notified in {no}; not known for {35 - yes - no}." in step.text
    without = Story(view_of(replace(illustrative(), committees=None)))
    assert "notified" not in without.step("committees").text
    assert any("do not say" in one for one in talking_points(without, "committees"))


def test_homes_that_are_not_recorded_are_not_said_to_be_none() -> None:
    story = Story(view_of(published()))
    assert not any("0 home districts" in one for one in talking_points(story, "trainings"))
    table = trainings_table(story.figures).set_index("Training")
    homes = (
        published().attendance.groupby("training_id")["adm2_pcode"].agg(lambda x: (x != "").sum())
    )
    for training, known in homes.items():
        assert (table.loc[training, "Home districts"] is pd.NA) == (known == 0)
    assert table["Home districts"].isna().any()


def test_a_tie_is_not_called_most() -> None:
    frame = illustrative().attendance
    same = frame.drop_duplicates("agency").assign(
        participants_f=10, participants_m=0, participants_unspecified=pd.NA
    )
    tied = view_of(replace(illustrative(), attendance=same))
    assert "most" not in Story(tied).step("trained").title


def test_without_anybody_what_needs_somebody_is_left_out() -> None:
    first = illustrative().trainings["date_start"].min().date().replace(day=1)
    story = Story(view_of(illustrative(), as_of=first))
    assert [step.key for step in story.steps] == ["standing", "gaps", "plan"]


@pytest.mark.parametrize("key", ["standing", "gaps"])
@pytest.mark.parametrize(
    ("filters", "of_part"),
    [({"agencies": ("Police",)}, True), ({"donors": ("Denmark",)}, True),
     ({"levels": ("district",)}, True), ({"since": date(2023, 4, 1)}, True),
     ({"provinces": ("PK6",)}, False), ({}, False)],
)  # fmt: skip
def test_from_where_nobody_of_a_selection_was_trained_others_may_have_been(
    key: str, filters: dict[str, Any], *, of_part: bool
) -> None:
    figures = view_of(illustrative(), **filters)
    assert ("in this selection" in Story(figures).message(key)) == of_part
    none = [one for one in status_words(figures.selection).values() if "no record" in one]
    assert none == ["no record in this selection" if of_part else "no record"]


def test_a_plan_for_a_part_calls_no_district_uncovered() -> None:
    records = illustrative()
    police = coverage(records, replace(whole(records), agencies=("Police",)))
    story = Story(police)
    assert "people in districts with no one on record here within" in story.step("plan").title
    assert "uncovered" not in " ".join(talking_points(story, "plan"))
    chosen = replace(story, aims=Aims(request=Request(3, 60)))
    assert "people in districts with no one on record here" in plan_in_words(chosen)
    assert "uncovered" not in plan_in_words(chosen)


def test_where_most_districts_are_not_named_they_are_not_said_to_be_uncovered() -> None:
    figures = view_of(published())
    assert Story(figures).step("gaps").name == districts_without(figures)
    assert districts_without(figures) == "Districts not named in the records"
    assert districts_without(view_of(illustrative())) == "Districts not covered"


def test_a_part_without_such_a_district_calls_none_uncovered() -> None:
    police = view_of(illustrative(), agencies=("Police",))
    assert Story(police).step("gaps").name == "Districts with no one on record"
    none = Story(police).uncovered.iloc[:0]
    title, _text = gaps(police, none, none)
    assert title == "No district is without a record in this selection"
    assert "uncovered" not in need_values(police, map_values(police, MEASURE), none).lists[0].none


def test_rises_that_are_alike_are_all_named() -> None:
    _, rises, *_ = talking_points(Story(view_of(illustrative())), "growth")
    assert rises == (
        "The largest rises shown are those up to 31 March 2023, 31 May 2023 and 31 August 2023: "
        "8 more districts each."
    )


def test_every_title_says_what_it_is_of() -> None:
    for step in Story(view_of(illustrative(), donors=("Denmark",))).steps:
        assert step.title.startswith("Trainings funded by Denmark: ")


@settings(max_examples=20, deadline=None)
@given(views())
def test_every_view_has_a_story(view: tuple) -> None:
    for step in Story(coverage(*view)).steps:
        assert step.title
        assert step.text
        assert "nan" not in (step.title + step.text).casefold().split()
        assert "<NA>" not in step.title + step.text


def test_own_words_order_and_left_out_steps() -> None:
    wording = Wording(("plan", "standing"), {"plan": "Our plan", "standing": " "}, {"plan": "x"})
    again = wording_from_json(wording.to_json())
    assert again == wording
    steps = Story(view_of(illustrative()), again).steps
    assert [step.key for step in steps] == ["plan", "standing"]
    assert (steps[0].title, steps[0].text) == ("Our plan", "x")
    assert steps[1].title.endswith("44 of 160 districts")


@pytest.mark.parametrize(
    ("steps", "titles"),
    [((), {}), (("plan", "plan"), {}), (("weather",), {}), (("plan",), {"plan": "x" * 121})],
)
def test_a_wording_that_cannot_be_shown_is_refused(steps: tuple, titles: dict) -> None:
    assert len("x" * 121) > LONGEST_TITLE
    with pytest.raises(WordingError):
        Wording(steps, titles)


@pytest.mark.parametrize(
    "kept", ["", "[" * 100_000, "[]", "{}", '{"steps": 1, "titles": {}, "texts": {}}'], ids=range(5)
)
def test_a_kept_wording_that_is_none_is_said(kept: str) -> None:
    with pytest.raises(WordingError):
        wording_from_json(kept)


@settings(max_examples=20, deadline=None)
@given(views())
def test_headline_words_hold_the_headline(view: tuple) -> None:
    figures = coverage(*view)
    told, shown = figures.headline, headline_figures(figures)
    assert shown[0].value == f"{told.districts_covered:,}"
    called = "district" if told.districts == 1 else "districts"
    assert f"of {told.districts:,} {called}" in shown[0].words
    assert shown[1].value == f"{told.trainings:,}"
    untold = told.rows_without_count or (told.trainings and not figures.row_count)
    unknown = untold and not told.participants
    assert shown[2].value == ("unknown" if unknown else f"{told.participants:,}")
    blank = counted(told.rows_without_count, "row", "rows")
    assert (f"{blank} without a count" in shown[2].note) == bool(told.rows_without_count)
    share = told.share_of_people
    assert shown[3].value == in_percent(share)


def test_who_came_to_a_training_without_attendance_is_not_known() -> None:
    records = records_of([{"training_id": "A", "date_start": date(2023, 2, 1)}], [])
    shown = headline_figures(coverage(records, whole(records)))
    assert [one.value for one in shown[:3]] == ["0", "1", "unknown"]
    assert shown[2].words == "number of participants"


def test_targets_that_are_exceeded_or_met_by_none_are_said_as_such() -> None:
    title, text = results.targets(results.Targeted(1, 5, 2, 2, 0, 0))
    assert title == "1 participant on record against a target of 5 (20%)"
    assert text == "2 districts have a target; none met it."
    title, text = results.targets(results.Targeted(871, 100, 2, 2, 2, 0))
    assert title == "871 participants on record against a target of 100 (871%)"
