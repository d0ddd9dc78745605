"""What a speaker can say beside each slide: sentences, each from the figures that it shows."""

from collections.abc import Callable
from itertools import pairwise

import pandas as pd

from data.analysis.committees import by_notification
from data.figures.coverage import Coverage
from data.figures.provenance import attendance_at
from data.figures.selection import whole
from data.planning.plan_words import range_in_words
from data.records.model import in_percent, in_words
from data.records.programme import programme
from geo.words.catalogue import _, ngettext
from reports.story.results import donors_of
from reports.story.story import Story
from reports.story.wording import overlap, people
from reports.words.counts import counted, millions, people_in_words
from reports.words.headline import trainings_in_words


def talking_points(story: Story, key: str) -> list[str]:
    """Return two to four sentences for a step, most important first; none is a guess."""
    return [sentence for sentence in POINTS[key](story) if sentence]


def _standing(story: Story) -> list[str]:
    figures, headline = story.figures, story.figures.headline
    serve, people_there = _where_they_serve(figures)
    without = headline.districts - headline.districts_covered - headline.districts_named_within
    claims = programme().claims
    return [
        serve,
        ngettext(
            "{number:,} district has no record, which does not prove that nobody there was "
            "trained.",
            "{number:,} districts have no record, which does not prove that nobody there was "
            "trained.",
            without,
        ).format(number=without)
        if without
        else "",
        people_there,
        _(
            "A release of {day} gives {participants} participants in {trainings} trainings; "
            "that is a claim beside these records, not part of them."
        ).format(
            day=in_words(claims.as_of),
            participants=claims.participants.words,
            trainings=claims.trainings.words,
        )
        if figures.selection == whole(figures.records)
        else _("These figures are of a filtered view, not of the whole programme."),
        overlap(figures),
    ]


def _where_they_serve(figures: Coverage) -> tuple[str, str]:
    """Say of how many districts, and of which share of the people; the latter blank if unknown.

    Where most trainings do not name their districts, each is the least that it can be.
    """
    headline, share = figures.headline, figures.headline.share_of_people
    serve = _("Participants serve in {districts_covered:,} of {districts}.")
    there = _(
        "{share} of the population lives in the districts that are covered. That is "
        "where trained people serve, not how many people they have served."
    )
    if figures.mostly_together:
        serve = _("Participants serve in at least {districts_covered:,} of {districts}.")
        there = _(
            "At least {share} of the population lives in the districts that are covered. That is "
            "where trained people serve, not how many people they have served."
        )
    serve = serve.format(
        districts_covered=headline.districts_covered,
        districts=counted(headline.districts, "district", "districts"),
    )
    return serve, "" if share is None else there.format(share=in_percent(share))


def _growth(story: Story) -> list[str]:
    dates = story.growth
    steps = [
        (later.headline.districts_covered - earlier.headline.districts_covered, later)
        for earlier, later in pairwise(dates)
    ]
    added = max(number for number, _later in steps)
    days = [in_words(later.selection.as_of) for number, later in steps if number == added]
    largest = _("The largest rise shown is the one up to {as_of}: {districts}.")
    if len(days) > 1:
        largest = _("The largest rises shown are those up to {as_of}: {districts} each.")
    first, last = dates[0], dates[-1]
    covered = first.headline.districts_covered
    return [
        ngettext(
            "On {first_day} {first:,} district was covered, on {last_day} {last:,}.",
            "On {first_day} {first:,} districts were covered, on {last_day} {last:,}.",
            covered,
        ).format(
            first_day=in_words(first.selection.as_of),
            first=covered,
            last_day=in_words(last.selection.as_of),
            last=last.headline.districts_covered,
        ),
        largest.format(
            as_of=_(" and ").join(filter(None, [", ".join(days[:-1]), days[-1]])),
            districts=counted(added, "more district", "more districts"),
        )
        if added > 0
        else "",
        _(
            "A district counts from the first day of the first training that somebody from there "
            "attended."
        ),
    ]


def _trained(story: Story) -> list[str]:
    figures, women = story.figures, story.figures.share_of_women
    headline = figures.headline
    months = figures.by_agency_month.groupby("month")["participants"].sum(min_count=1).dropna()
    busiest = ""
    if len(months) > 1 and figures.mostly_counted:
        busiest = _("The busiest month was {month:%B %Y}, with {participants:,}.").format(
            month=months.idxmax(), participants=int(months.max())
        )
    return [
        _("{participants} attended {trainings}. A person who attended two counts twice.").format(
            participants=people_in_words(
                headline.participants, headline.rows_without_count
            ).capitalize(),
            trainings=trainings_in_words(figures),
        ),
        ""
        if women is None
        else _("{women} of those counted by sex are women.").format(women=in_percent(women)),
        busiest,
        ngettext(
            "{number:,} row of the records has no count, so the total is a minimum.",
            "{number:,} rows of the records have no count, so the total is a minimum.",
            headline.rows_without_count,
        ).format(number=headline.rows_without_count)
        if headline.rows_without_count
        else "",
    ]


def _trainings(story: Story) -> list[str]:
    frame, donors = story.figures.trainings, donors_of(story.figures)
    paid = [
        f"{donor}: {counted(number, 'training', 'trainings')}" for donor, number in donors.items()
    ]
    return [f"{'; '.join(paid)}.", _largest(story.figures, frame[frame["summarises"].isna()])]


def _largest(figures: Coverage, single: pd.DataFrame) -> str:
    """Name the largest of trainings that are recorded one by one; of those with a count, if so."""
    known = single.dropna(subset=["participants"])
    if known.empty:
        return ""
    words = _("The largest was “{title}”, with {participants}{homes}.")
    every = figures.headline.trainings + figures.headline.trainings_summarised
    if len(known) < every:
        words = _(
            "Of the {trainings} with a count, among {all_trainings:,}, the largest was “{title}”, "
            "with {participants}{homes}."
        )
    largest = known.sort_values("participants", ascending=False, kind="stable").iloc[0]
    return words.format(
        trainings=counted(len(known), "training", "trainings"),
        all_trainings=every,
        title=largest["title"],
        participants=counted(int(largest["participants"]), "participant", "participants"),
        homes=_from(figures, str(largest["training_id"]), int(largest["home_districts"])),
    )


def _from(figures: Coverage, training_id: str, homes: int) -> str:
    """Say from how many districts participants came; blank where it is recorded of none.

    Those whose home is not recorded are told beside them, so that they are not taken for them.
    """
    if not homes:
        return ""
    districts = counted(homes, "home district", "home districts")
    rows, selection = attendance_at(figures.records, training_id), figures.selection
    unplaced = rows[rows["adm2_pcode"] == ""]
    if selection.agencies:
        unplaced = unplaced[unplaced["agency"].isin(selection.agencies)]
    number = 0 if selection.provinces else int(unplaced["participants"].sum())
    words = _(" from {districts}")
    if number:
        words = _(" from {districts}; home district not recorded for {number:,}")
    return words.format(districts=districts, number=number)


def _learning(story: Story) -> list[str]:
    gains = story.gains
    rate = ""
    if gains.response_rate is not None:
        rate = _(
            "{share} of the participants of these trainings did not take both tests; "
            "they may have learned more or less."
        ).format(share=in_percent(1 - gains.response_rate))
    return [
        _("{people} in {trainings} took the same test before and after.").format(
            people=counted(gains.paired, "person", "people"),
            trainings=counted(gains.trainings, "training", "trainings"),
        ),
        _("There is no comparison group: the gain cannot be put down to the training alone."),
        rate,
    ]


def _committees(story: Story) -> list[str]:
    told = by_notification(story.presence)["committees"]
    return [
        _(
            "A seat counts as trained if someone from that agency who serves in the district "
            "attended."
        ),
        _("Every district is counted, whether or not its committee has been notified."),
        ""
        if told["yes"] + told["no"]
        else _("The records do not say which committees are notified."),
    ]


def _targets(story: Story) -> list[str]:
    found = story.targeted
    if found is None:
        return []
    targeted = ngettext(
        "{number:,} district has a target", "{number:,} districts have a target", found.districts
    ).format(number=found.districts)
    on_record = ngettext(
        "{number:,} of them is on record",
        "{number:,} of them are on record",
        found.districts_on_record,
    ).format(number=found.districts_on_record)
    return [
        f"{targeted}; {on_record}.",
        _("A district without a record is not counted as 0: what happened there is not known."),
        _("A person who attended two trainings counts twice, so a share can exceed 100%."),
    ]


def _gaps(story: Story) -> list[str]:
    first = story.ranked.head(3)
    pairs = zip(first["name"], first["population"], strict=True)
    named = [
        _("{name} ({people} people)").format(name=name, people=people(population))
        for name, population in pairs
    ]
    return [
        _("Highest need: {named}.").format(named=", ".join(named)) if named else "",
        _(
            "Need weighs population, vulnerability, distance to a venue so far, and uncovered "
            "neighbours; the weights are a choice and can be changed."
        )
        if named
        else "",
        _("No record means that no one trained there is known, not that nobody was trained."),
    ]


def _plan(story: Story) -> list[str]:
    if story.plans is None:
        return [story.why_no_plan]
    best = story.plans.best
    need = (
        ""
        if story.aims.by_score
        else _(", home to {people} people").format(
            people=millions(float(best.venues["need"].sum()))
        )
    )
    number = int(best.venues["districts"].sum())
    districts = counted(number, "uncovered district", "uncovered districts")
    if story.figures.selection.is_of_part:
        districts = counted(
            number, "district with no one on record here", "districts with no one on record here"
        )
    return [
        _("{venues} would reach {districts}{need}.").format(
            venues=counted(len(best.venues), "venue", "venues"),
            districts=districts,
            need=need,
        ),
        _(
            "Picking venues one by one reaches {greedy}. Distances are estimates unless "
            "a travel table was given."
        ).format(greedy=in_percent(story.plans.greedy.share)),
        range_in_words(best.share_range),
    ]


POINTS: dict[str, Callable[[Story], list[str]]] = {
    "standing": _standing,
    "growth": _growth,
    "trained": _trained,
    "trainings": _trainings,
    "learning": _learning,
    "committees": _committees,
    "targets": _targets,
    "gaps": _gaps,
    "plan": _plan,
}
