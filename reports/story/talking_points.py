"""What a speaker can say beside each slide: sentences, each from the figures that it shows."""

from collections.abc import Callable
from itertools import pairwise

from data.figures.selection import whole
from data.planning.plan_words import range_in_words
from data.records.model import in_percent, in_words
from data.records.programme import programme
from reports.story.results import donors_of
from reports.story.story import Story
from reports.story.wording import overlap, people, percent, share_of_women
from reports.words.counts import counted, millions, people_in_words, verb


def talking_points(story: Story, key: str) -> list[str]:
    """Return two to four sentences for a step, most important first; none is a guess."""
    return [sentence for sentence in POINTS[key](story) if sentence]


def _standing(story: Story) -> list[str]:
    figures, headline = story.figures, story.figures.headline
    without = headline.districts - headline.districts_covered - headline.districts_named_within
    share = headline.share_of_people
    people_there = "" if share is None else (
        f"{in_percent(share)} of the population lives in the districts that are covered. That is "
        "where trained people serve, not how many people they have served."
    )  # fmt: skip
    claims = programme().claims
    return [
        f"Participants serve in {headline.districts_covered:,} of "
        f"{counted(headline.districts, 'district')}.",
        f"{counted(without, 'district')} {'has' if without == 1 else 'have'} no record, which does "
        "not prove that nobody there was trained."
        if without
        else "",
        people_there,
        f"The programme has published {claims.participants.words} participants in "
        f"{claims.trainings.words} trainings; that is a claim beside these records, not part of "
        "them."
        if figures.selection == whole(figures.records)
        else "These are the figures of a filtered view, and not of the whole programme.",
        overlap(figures),
    ]


def _growth(story: Story) -> list[str]:
    dates = story.growth
    steps = [
        (later.headline.districts_covered - earlier.headline.districts_covered, later)
        for earlier, later in pairwise(dates)
    ]
    added, largest = max(steps, key=lambda step: step[0])
    first, last = dates[0], dates[-1]
    covered = first.headline.districts_covered
    return [
        f"On {in_words(first.selection.as_of)} {counted(covered, 'district')} "
        f"{verb(covered, 'was', 'were')} covered, on {in_words(last.selection.as_of)} "
        f"{last.headline.districts_covered:,}.",
        f"The largest step shown ends on {in_words(largest.selection.as_of)}, with "
        f"{counted(added, 'more district')}."
        if added > 0
        else "",
        "A district counts from the first day of the first training that somebody from there "
        "attended.",
    ]


def _trained(story: Story) -> list[str]:
    figures, women = story.figures, share_of_women(story.figures)
    headline = figures.headline
    months = figures.by_agency_month.groupby("month")["participants"].sum(min_count=1).dropna()
    busiest = ""
    if len(months) > 1 and figures.mostly_counted:
        busiest = f"The busiest month was {months.idxmax():%B %Y}, with {int(months.max()):,}."
    return [
        f"{people_in_words(headline.participants, headline.rows_without_count).capitalize()} "
        f"came to {counted(headline.trainings, 'training')}. Whoever came to two counts twice.",
        "" if women is None else f"{in_percent(women)} of those counted by sex are women.",
        busiest,
        f"{counted(headline.rows_without_count, 'row')} of the records "
        f"{'has' if headline.rows_without_count == 1 else 'have'} no number: the total is the "
        "least that it can be."
        if headline.rows_without_count
        else "",
    ]


def _trainings(story: Story) -> list[str]:
    frame, donors = story.figures.trainings, donors_of(story.figures)
    known = frame.dropna(subset=["participants"]).sort_values(
        "participants", ascending=False, kind="stable"
    )
    largest = None if known.empty else known.iloc[0]
    paid = [f"{donor}: {counted(number, 'training')}" for donor, number in donors.items()]
    return [
        f"{'; '.join(paid)}.",
        ""
        if largest is None
        else f"The largest was “{largest['title']}”, with "
        f"{counted(int(largest['participants']), 'participant')} from "
        f"{counted(int(largest['home_districts']), 'home district')}.",
    ]


def _learning(story: Story) -> list[str]:
    gains = story.gains
    rate = "" if gains.response_rate is None else (
        f"{in_percent(1 - gains.response_rate)} of the participants of these trainings did not "
        "take both tests; they may have learned more or less."
    )  # fmt: skip
    return [
        f"{counted(gains.paired, 'person', 'people')} in {counted(gains.trainings, 'training')} "
        "took the same test before and after.",
        "There is no comparison group: the gain cannot be put down to the training alone.",
        rate,
    ]


def _committees(story: Story) -> list[str]:
    notified = story.presence.places["notified"].astype(str).value_counts()
    places = len(story.presence.places)
    yes = int(notified.get("yes", 0))
    no = int(notified.get("no", 0))
    return [
        "A seat counts as trained if somebody of that agency who serves in the district attended.",
        "The records do not say which committees are notified."
        if not yes + no
        else f"The records say of {yes:,} of {counted(places, 'district')} that the committee is "
        f"notified, of {no:,} that it is not; of the others they do not say.",
    ]


def _targets(story: Story) -> list[str]:
    found = story.targeted
    if found is None:
        return []
    have, are = verb(found.districts, "has", "have"), verb(found.districts_on_record, "is", "are")
    return [
        f"{counted(found.districts, 'district')} {have} a target; "
        f"{found.districts_on_record:,} of them {are} on record.",
        "A district without a record is not counted as 0: what happened there is not known.",
        "Whoever came to two trainings counts twice, so a share can be over 100%.",
    ]


def _gaps(story: Story) -> list[str]:
    first = story.ranked.head(3)
    pairs = zip(first["name"], first["population"], strict=True)
    named = [f"{name} ({people(population)} people)" for name, population in pairs]
    return [
        f"Highest need: {', '.join(named)}." if named else "",
        "Need weighs population, vulnerability, distance to a venue so far, and uncovered "
        "neighbours; the weights are a choice and can be changed."
        if named
        else "",
        "No record means that nobody trained there is known, not that nobody was trained.",
    ]


def _plan(story: Story) -> list[str]:
    if story.plans is None:
        return [story.why_no_plan]
    best = story.plans.best
    need = (
        ""
        if story.aims.by_score
        else f", home to {millions(float(best.venues['need'].sum()))} people"
    )
    return [
        f"{counted(len(best.venues), 'venue')} would reach "
        f"{counted(int(best.venues['districts'].sum()), 'uncovered district')}{need}.",
        f"Picking venues one by one reaches {percent(story.plans.greedy)}. Distances are estimates "
        "unless a travel table was given.",
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
