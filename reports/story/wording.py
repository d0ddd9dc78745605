"""The words of the story: the usual ones of each step, and how somebody wants it told instead."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd

from data.analysis.committees import Presence, by_completeness, nearly_complete
from data.figures.coverage import Coverage
from data.figures.selection import whole
from data.planning.plan import Plan, Plans
from data.planning.plan_words import range_in_words
from data.records.model import in_percent, in_words
from data.records.programme import programme
from reports.words.colours import is_unnamed
from reports.words.counts import counted, millions, people_in_words, verb

#: The steps of the story in their usual order, and what each is called where they are chosen.
STEPS = {
    "standing": "Where the programme stands",
    "growth": "How coverage grew",
    "trained": "Who was trained",
    "trainings": "Trainings and donors",
    "learning": "What participants learned",
    "committees": "Committees",
    "targets": "Reached against targets",
    "gaps": "Districts not yet reached",
    "plan": "Where to train next",
}

#: The longest title and text that a slide holds, in characters.
LONGEST_TITLE, LONGEST_TEXT = 120, 400
#: How many districts a text names.
NAMED = 5

Words = tuple[str, str]


class WordingError(ValueError):
    """A wording cannot be used; its text says what is wrong and what to do."""


@dataclass(frozen=True)
class Wording:
    """The steps to show, in order, and titles and texts that replace the usual ones.

    Steps are keys of ``STEPS``, at least one; those that are not named are left out. A step
    without a title or text, or with a blank one, has the words that the figures give it.

    Raises
    ------
    WordingError
        If no step is left, a step is not known or named twice, or words are too long.
    """

    steps: tuple[str, ...] = tuple(STEPS)
    titles: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what cannot be shown."""
        if not self.steps:
            raise WordingError("No step is left. Keep at least one.")
        if len(set(self.steps)) < len(self.steps) or not set(self.steps) <= set(STEPS):
            raise WordingError(f"The steps are each one of: {', '.join(STEPS)}; none twice.")
        for words, most in ((self.titles, LONGEST_TITLE), (self.texts, LONGEST_TEXT)):
            for key, value in words.items():
                if len(value) > most:
                    raise WordingError(
                        f"The words of “{STEPS.get(key, key)}” have {len(value):,} characters; "
                        f"a slide holds {most}."
                    )

    def to_json(self) -> str:
        """Return the wording as it is kept with the records."""
        return json.dumps(asdict(self), ensure_ascii=False)


def wording_from_json(text: str) -> Wording:
    """Read a wording that was kept.

    Raises
    ------
    WordingError
        If it is not one. It never means that the usual wording was meant.
    """
    try:
        parts: dict[str, Any] = json.loads(text)
        titles, texts = (
            {str(key): str(words) for key, words in parts[name].items()}
            for name in ("titles", "texts")
        )
        return Wording(tuple(str(step) for step in parts["steps"]), titles, texts)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as fault:
        raise WordingError(
            "The kept wording cannot be read. Go back to the usual words and keep them again."
        ) from fault


def standing(figures: Coverage) -> Words:
    """Return where the programme stands."""
    headline, day = figures.headline, in_words(figures.selection.as_of)
    covered, every = headline.districts_covered, counted(headline.districts, "district")
    if not covered:
        title = f"No one trained is on record in any of {every}"
        return title, f"No participant counts by {day}. Choose a later date or fewer filters."
    if figures.mostly_together:
        title = f"Trained officials serve in at least {covered:,} of {every}"
        return title, f"{not_named(figures)}."
    who = "A trained official now serves" if covered == 1 else "Trained officials now serve"
    each = "it" if covered == 1 else "each"
    return (
        f"{who} in {covered:,} of {every}",
        f"At least one official from {each} had attended a training by {day}.",
    )


def not_named(figures: Coverage) -> str:
    """Say that most trainings do not name their districts, and what is published of them."""
    words = (
        "Most trainings are described together only, and not every district that they reached is "
        "named"
    )
    if figures.selection == whole(figures.records):
        words += f"; published: {programme().claims.districts.words} districts"
    return words


def overlap(figures: Coverage) -> str:
    """Say that it is not known whether those counted are among those published, where so."""
    if not figures.mostly_together or figures.selection != whole(figures.records):
        return ""
    words = programme().claims.participants.words
    return f"Published: {words}; whether these are among them is not known."


def growth(dates: Sequence[Coverage]) -> Words:
    """Return how coverage grew from the first date to the last."""
    first, last = dates[0], dates[-1]
    one, other = first.headline.districts_covered, last.headline.districts_covered
    if len(dates) == 1 or one == other:
        title = f"{counted(other, 'district')} covered, as many as at the start"
        return title, f"By {in_words(last.selection.as_of)}."
    return (
        f"From {counted(one, 'district')} to {other:,} since {first.selection.as_of:%B %Y}",
        f"Districts with trained officials on {counted(len(dates), 'date')} from "
        f"{in_words(first.selection.as_of)} to {in_words(last.selection.as_of)}.",
    )


def trained(figures: Coverage) -> Words:
    """Return who was trained."""
    by_agency = figures.by_agency_month.groupby("agency")["participants"].sum()
    by_agency = by_agency[by_agency > 0].sort_values(ascending=False, kind="stable")
    named = by_agency[[not is_unnamed(str(agency)) for agency in by_agency.index]]
    headline = figures.headline
    title = people_in_words(headline.participants, headline.rows_without_count)
    title = f"{title[:1].upper()}{title[1:]}"
    if not figures.mostly_counted:
        blank = headline.rows_without_count
        rows = f"{blank:,} of {counted(len(figures.rows), 'row')}"
        rows += f" {'has' if blank == 1 else 'have'} no count, so agencies are not ranked."
        return title, f"{sexes(figures)} {rows} {overlap(figures)}".strip()
    if len(named) == 1 and not figures.selection.agencies:
        whole_of_it = len(by_agency) == 1
        share = "all" if whole_of_it else f"{int(named.iloc[0]):,} of them"
        title += f", {share} from {named.index[0]}"
    elif len(named) > 1:
        title += f" from {counted(len(named), 'agency', 'agencies')}"
        title += _leading(named, int(by_agency.sum() - named.sum()))
    return title, sexes(figures)


def _leading(named: pd.Series, unnamed: int) -> str:
    """Say which agency leads, or which two; nothing where more do, or those not named might."""
    most = int(named.iloc[0])
    leading = [str(agency) for agency in named[named == most].index]
    if most <= unnamed or len(leading) > 2:
        return ""
    each = " each" if len(leading) > 1 else ""
    return f"; most from {' and '.join(leading)} ({most:,}{each})"


def sexes(figures: Coverage) -> str:
    """Return how many were women and men, with the share of women in the rows that count both."""
    frame = figures.by_agency_month
    columns = ("participants_f", "participants_m", "participants_unspecified")
    words = (("woman", "women"), ("man", "men"), ("with sex not recorded",) * 2)
    known = [frame[column].dropna() for column in columns]
    if frame.empty:
        return "Nobody is on record in this selection."
    if not len(known[0]) and not len(known[1]):
        return "Sex is not recorded."
    sums = zip([int(counts.sum()) for counts in known], words, strict=True)
    parts = ", ".join(counted(number, *word) for number, word in sums if number)
    share = share_of_women(figures)
    women = "" if share is None else f" {in_percent(share)} of those counted by sex are women."
    return f"{parts}.{women}" if parts else "No participant with a recorded sex."


def share_of_women(figures: Coverage) -> float | None:
    """Return women over women and men, in rows that count both; None where there is none."""
    both = figures.women_and_men
    people = int(both["women"].sum() + both["men"].sum())
    return int(both["women"].sum()) / people if people else None


def committees(presence: Presence) -> Words:
    """Return how complete the committees of the districts are."""
    counts = by_completeness(presence).set_index("present")["committees"]
    total, six = int(counts.sum()), len(presence.agencies)
    complete, one_missing = int(counts[six]), nearly_complete(presence)
    if not total:
        return "No committee in this selection", "Choose other agencies or provinces."
    have = verb(complete, "has", "have")
    title = f"{complete:,} of {counted(total, 'district committee')} {have} all {six} agencies"
    title += " trained"
    if one_missing.empty:
        return title, f"No committee lacks just one of the {six}."
    some = one_missing.head(NAMED)
    lacking = [f"{name} ({lacks})" for name, lacks in zip(some["name"], some["lacks"], strict=True)]
    lack = "lacks" if len(one_missing) == 1 else "lack"
    return title, f"{len(one_missing):,} {lack} one: {_listing(lacking, len(one_missing))}."


def gaps(figures: Coverage, uncovered: pd.DataFrame, ranked: pd.DataFrame) -> Words:
    """Return what is still uncovered, and which of it has the greatest need."""
    count, every = len(uncovered), counted(figures.headline.districts, "district")
    if not count:
        within = figures.headline.districts_named_within
        text = "Somebody is on record from each."
        if within:
            places = counted(within, "district")
            text = f"Of {places} this is not known: each lies in a larger place that is named."
        return "No district of this selection is uncovered", text
    if figures.mostly_together:
        title = f"{count:,} of {every} are not named in the records"
        text = not_named(figures)
        return title, f"They are no gap and not ranked: {text[:1].lower()}{text[1:]}."
    people = uncovered["population"].sum(min_count=1)
    home = "" if pd.isna(people) else f", home to {millions(float(people))} people"
    have = "has" if count == 1 else "have"
    title = f"{count:,} of {every} {have} no one trained on record{home}"
    first = list(ranked["name"].head(NAMED))
    text = f"Highest need: {_listing(first, len(ranked))}." if first else ""
    return title, f"{text} {not_ranked(count - len(ranked))}".strip()


def not_ranked(count: int) -> str:
    """Say how many districts have no rank; blank where all have one."""
    return f"Need could not be scored for {counted(count, 'district')}." if count else ""


def planned(plans: Plans | None, why_not: str, by_score: bool) -> Words:
    """Return what the next trainings could bring; why there is no plan where there is none."""
    if plans is None:
        return "No plan of next trainings", why_not
    best = plans.best
    aim = "the need" if by_score else "people in uncovered districts"
    title = (
        f"{counted(len(best.venues), 'more training')} could bring {percent(best)} of {aim} "
        f"within {best.request.radius:g} {best.unit}"
    )
    venues = counted(len(best.venues), "venue")
    text = (
        f"No plan of {venues} reaches more" if best.optimal else "The best plan found in the time"
    )
    text += f"; picking venues one by one reaches {percent(plans.greedy)}"
    if len(plans.before.venues) == len(best.venues):  # else the two are not alike
        text += f", the venues used most so far {percent(plans.before)}"
    return title, f"{text}. {range_in_words(best.share_range)}".strip()


def percent(plan: Plan) -> str:
    """Return the share of need that a plan covers."""
    return in_percent(plan.share)


def need_in_words(need: float, by_score: bool) -> str:
    """Return the need of a venue's districts: their people, or the sum of their scores."""
    return f"need {need:.1f}" if by_score else f"{millions(float(need))} people"


def people(population: Any) -> str:
    """Return a number of people as it is said: 9.1 million, 812,000, or not known."""
    return "not known" if pd.isna(population) else millions(float(population))


def _listing(words: Sequence[str], all_of_them: int) -> str:
    more = all_of_them - min(len(words), NAMED)
    named = ", ".join(words[:NAMED])
    return f"{named} and {more:,} more" if more else named
