"""The words of the story: the usual ones of each step, and how somebody wants it told instead."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd

from data.figures.coverage import Coverage
from data.figures.selection import whole
from data.planning.plan import Plans
from data.planning.plan_words import conditions_in_words, range_in_words
from data.records.model import COUNT_COLUMNS, in_percent, in_words
from data.records.programme import programme
from geo.words.catalogue import _, ngettext
from reports.words.colours import is_unnamed
from reports.words.counts import counted, millions, people_in_words
from reports.words.headline import AT_LEAST, people_without

#: The steps of the story in their usual order, and what each is called where they are chosen.
STEPS = {
    "standing": _("Where the programme stands"),
    "growth": _("How coverage grew"),
    "trained": _("Who was trained"),
    "trainings": _("Trainings and donors"),
    "learning": _("What participants learned"),
    "committees": _("Committees"),
    "targets": _("Reached against targets"),
    "gaps": _("Districts not yet covered"),
    "plan": _("Where to train next"),
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
            raise WordingError(_("No step is left. Keep at least one."))
        if len(set(self.steps)) < len(self.steps) or not set(self.steps) <= set(STEPS):
            raise WordingError(
                _("The steps are each one of: {steps}; none twice.").format(steps=", ".join(STEPS))
            )
        for words, most in ((self.titles, LONGEST_TITLE), (self.texts, LONGEST_TEXT)):
            for key, value in words.items():
                if len(value) > most:
                    raise WordingError(
                        _(
                            "The words of “{step}” have {length:,} characters; "
                            "a slide holds {most}."
                        ).format(step=STEPS.get(key, key), length=len(value), most=most)
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
            _("The saved text cannot be read. Reset it and save it again.")
        ) from fault


def standing(figures: Coverage) -> Words:
    """Return where the programme stands."""
    headline, day = figures.headline, in_words(figures.selection.as_of)
    covered = headline.districts_covered
    every = counted(headline.districts, "district", "districts")
    if not covered:
        title = _("No one trained is on record in any of {every}")
        text = _("No participant is on record by {day}.")
        if figures.selection.is_of_part:
            title = _("Nobody of this selection is on record in any of {every}")
            text = _("No participant of this selection is on record by {day}.")
        return title.format(every=every), text.format(day=day)
    if figures.mostly_together:
        title = _("Trained officials serve in at least {covered:,} of {every}").format(
            covered=covered, every=every
        )
        return title, not_named(figures)
    title = ngettext(
        "A trained official now serves in {covered:,} of {every}",
        "Trained officials now serve in {covered:,} of {every}",
        covered,
    )
    if figures.selection.is_of_part:
        title = ngettext(
            "An official trained in this selection serves in {covered:,} of {every}",
            "Officials trained in this selection serve in {covered:,} of {every}",
            covered,
        )
    text = ngettext(
        "At least one official from it had attended a training by {day}.",
        "At least one official from each had attended a training by {day}.",
        covered,
    )
    return title.format(covered=covered, every=every), text.format(day=day)


def not_named(figures: Coverage) -> str:
    """Say that most trainings do not name their districts, and what is published of them."""
    if figures.selection != whole(figures.records):
        return _("Most trainings are described together: not every district is named.")
    claims = programme().claims
    words = _(
        "Most trainings are described together: not every district is named (published {day}: "
        "{words})."
    )
    return words.format(day=in_words(claims.as_of), words=claims.districts.words)


def overlap(figures: Coverage) -> str:
    """Say that it is not known whether those counted are among those published, where so."""
    if not figures.mostly_together or figures.selection != whole(figures.records):
        return ""
    claims = programme().claims
    return _("Published on {day}: {words}; whether these are among them is not known.").format(
        day=in_words(claims.as_of), words=claims.participants.words
    )


def growth(dates: Sequence[Coverage]) -> Words:
    """Return how coverage grew from the first date to the last."""
    first, last = dates[0], dates[-1]
    one, other = first.headline.districts_covered, last.headline.districts_covered
    if len(dates) == 1 or one == other:
        title = _("{districts} covered, as many as at the start").format(
            districts=counted(other, "district", "districts")
        )
        return title, _("By {as_of}.").format(as_of=in_words(last.selection.as_of))
    return (
        _("From {districts} to {other:,} since {as_of:%B %Y}").format(
            districts=counted(one, "district", "districts"),
            other=other,
            as_of=first.selection.as_of,
        ),
        _("Districts with trained officials, from {first_day} to {last_day}.").format(
            first_day=in_words(first.selection.as_of),
            last_day=in_words(last.selection.as_of),
        ),
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
        unranked = ngettext(
            "{blank:,} of {rows} has no count, so agencies are not ranked.",
            "{blank:,} of {rows} have no count, so agencies are not ranked.",
            blank,
        ).format(blank=blank, rows=counted(figures.row_count, "row", "rows"))
        return title, f"{sexes(figures)} {unranked} {overlap(figures)}".strip()
    if len(named) == 1 and not figures.selection.agencies:
        whole_of_it = len(by_agency) == 1
        words = _(", all from {agency}") if whole_of_it else _(", {number:,} of them from {agency}")
        title += words.format(number=int(named.iloc[0]), agency=named.index[0])
    elif len(named) > 1:
        title += _(" from {agencies}").format(agencies=counted(len(named), "agency", "agencies"))
        title += _leading(named, int(by_agency.sum() - named.sum()))
    return title, sexes(figures)


def _leading(named: pd.Series, unnamed: int) -> str:
    """Say which agency leads, or which two; nothing where more do, or those not named might."""
    most = int(named.iloc[0])
    leading = [str(agency) for agency in named[named == most].index]
    if most <= unnamed or len(leading) > 2:
        return ""
    if len(leading) == 1:
        return _("; most from {agency} ({most:,})").format(agency=leading[0], most=most)
    one, other = leading
    return _("; most from {one} and {other} ({most:,} each)").format(
        one=one, other=other, most=most
    )


def sexes(figures: Coverage) -> str:
    """Return how many were women and men, with the share of women where enough are counted."""
    frame = figures.by_agency_month
    known = [frame[column].dropna() for column in COUNT_COLUMNS]
    if frame.empty:
        return _("Nobody is on record in this selection.")
    if not len(known[0]) and not len(known[1]):
        withheld = figures.records.sex_withheld
        return _("Sex is not shown in this edition.") if withheld else _("Sex is not recorded.")
    women, men, unspecified = (int(counts.sum()) for counts in known)
    parts = [counted(women, "woman", "women")] if women else []
    parts += [counted(men, "man", "men")] if men else []
    if unspecified:
        words = _("{number:,} with sex not recorded")
        if figures.records.sex_withheld:
            words = _("{number:,} with sex not shown in this edition")
        parts.append(words.format(number=unspecified))
    share = figures.share_of_women
    if not parts:
        return _("No participant with a recorded sex.")
    words = f"{', '.join(parts)}."
    if share is not None:
        words += _(" {share} of those counted by sex are women.").format(share=in_percent(share))
    return words


def gaps(figures: Coverage, uncovered: pd.DataFrame, ranked: pd.DataFrame) -> Words:
    """Return what is still uncovered, and which of it has the greatest need."""
    count, every = len(uncovered), counted(figures.headline.districts, "district", "districts")
    if not count:
        within = figures.headline.districts_named_within
        text = _("Somebody is on record from each.")
        if within:
            places = counted(within, "district", "districts")
            text = _(
                "For {places} it is not known: each lies in a larger place that is named."
            ).format(places=places)
        if figures.selection.is_of_part:
            return _("No district is without a record in this selection"), text
        return _("No district of this selection is uncovered"), text
    if figures.mostly_together:
        title = _("{count:,} of {every} are not named in the records").format(
            count=count, every=every
        )
        words = _("They are no gap and not ranked. {reason}")
        return title, words.format(reason=not_named(figures))
    people = uncovered["population"].sum(min_count=1)
    if figures.selection.is_of_part:  # others may have been trained from there
        title = ngettext(
            "{count:,} of {every} has no one on record in this selection",
            "{count:,} of {every} have no one on record in this selection",
            count,
        )
    else:
        title = ngettext(
            "{count:,} of {every} has no one trained on record",
            "{count:,} of {every} have no one trained on record",
            count,
        )
    title = title.format(count=count, every=every)
    if not pd.isna(people):
        some = uncovered["population"].isna().any()  # as in ``reports.words.headline``
        least = f"{AT_LEAST} " * bool(some)
        title += _(", home to {people} people").format(people=least + millions(float(people)))
    first = ", ".join(ranked["name"].head(NAMED))
    text = _("Highest need: {first}.").format(first=first) if first else ""
    return title, f"{text} {not_ranked(count - len(ranked))}".strip()


def not_ranked(count: int) -> str:
    """Say how many districts have no rank; blank where all have one."""
    if not count:
        return ""
    return _("Need could not be scored for {count:,} of them.").format(count=count)


def planned(plans: Plans | None, why_not: str, *, by_score: bool, of_part: bool) -> Words:
    """Return what the next trainings could bring; why there is no plan where there is none.

    Others than those ``of_part`` may have been trained from the districts that it is for.
    """
    if plans is None:
        return _("No plan of next trainings"), why_not
    best = plans.best
    aim = _("the need") if by_score else people_without(of_part=of_part)
    title = _("{trainings} could bring {best} of {aim} within {radius:g} {unit}").format(
        trainings=counted(len(best.venues), "more training", "more trainings"),
        best=in_percent(best.share),
        aim=aim,
        radius=best.request.radius,
        unit=best.unit,
    )
    venues = counted(len(best.venues), "venue", "venues")
    conditions = conditions_in_words(best.request)
    text = (
        _("No plan of {venues} reaches more").format(venues=venues)
        if best.optimal
        else _("The best plan found in the time")
    )
    if conditions:
        text += _(" under these conditions ({conditions})").format(conditions=conditions)
    text += _("; picking venues one by one reaches {greedy}").format(
        greedy=in_percent(plans.greedy.share)
    )
    if len(plans.before.venues) == len(best.venues):  # else the two are not alike
        text += _(", the venues used most so far {before}").format(
            before=in_percent(plans.before.share)
        )
    return title, f"{text}. {range_in_words(best.share_range)}".strip()


def need_in_words(need: float, by_score: bool) -> str:
    """Return the need of a venue's districts: their people, or the sum of their scores."""
    return (
        _("need {need:.1f}").format(need=need)
        if by_score
        else _("{people} people").format(people=millions(float(need)))
    )


def people(population: Any) -> str:
    """Return a number of people as it is said: 9.1 million, 812,000, or not known."""
    return _("not known") if pd.isna(population) else millions(float(population))
