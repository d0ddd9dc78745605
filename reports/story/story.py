"""The story of a view in steps: the same on the Present screen, in the deck and in the brief.

A step has a title that is its message, a text, and figures that its slide or page is drawn
from. All figures are those of one ``Coverage``; nothing is counted here a second time.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import pandas as pd

from data.analysis.committees import Presence, presence
from data.analysis.learning import Pooled, learning, pooled
from data.figures.coverage import Coverage, coverage
from data.figures.selection import as_of_dates
from data.planning.distances import Distances, road_distances
from data.planning.need import UNCOVERED, venues_so_far
from data.planning.plan import Plans, plans
from data.planning.settings import Aims, Need, needed, to_cover
from data.planning.weights import PlanningError
from geo.districts import gazetteer
from geo.words.catalogue import _
from reports.measures.measures import MEASURES
from reports.story import results, wording
from reports.story.results import Targeted
from reports.story.wording import STEPS, Wording
from reports.words.committees import HIDDEN, no_seat
from reports.words.selection import titled

#: The most maps that stand beside each other on a slide.
MOST_MAPS = 6
#: Said of a district that no venue of the plan reaches.
LEFT_OUT = _("not reached by this plan")
#: The measure of the story's maps.
MEASURE = MEASURES[0]
#: What records that describe most trainings only together cannot carry, and why: steps, and the
#: ranking by need.
NOT_OF_SUMMARIES = {
    "growth": _("Their months are not known."),
    "committees": "",
    "targets": "",
    "need": _("A district that they do not name is no gap, so none is ranked."),
    "plan": _("A plan could send trainings to districts that have had one."),
}


@dataclass(frozen=True)
class Step:
    """One step: its key in an address, its place's name, its message and a text below it."""

    key: str
    name: str
    title: str
    text: str


@dataclass(frozen=True, eq=False)
class Story:
    """What is told of a view. Each part is made when it is first asked for.

    Need and plan are made with the aims; the distances between districts are those of the plan.
    """

    figures: Coverage
    wording: Wording = field(default_factory=Wording)
    aims: Aims = field(default_factory=Aims)
    distances: Distances = field(default_factory=road_distances)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps in order, each with its words; those that the view can carry."""
        return tuple(self.step(key) for key in self.wording.steps if key not in self.left_out)

    @cached_property
    def left_out(self) -> dict[str, str]:
        """The steps that this view cannot carry, each with the reason in a sentence.

        One step is always left: where the wording has no other, none is left out.
        """
        reasons = {key: why for key in self.wording.steps if (why := self.why_not(key))}
        return reasons if set(self.wording.steps) - set(reasons) else {}

    def why_not(self, key: str) -> str:
        """Return why the view cannot carry a step, or rank ``need``; blank where it can."""
        figures, selection = self.figures, self.figures.selection
        filtered = bool(selection.agencies or selection.donors or selection.levels)
        if not figures.row_count and key not in ("standing", "gaps", "need", "plan"):
            return _("Nobody is on record in this selection.")
        if figures.mostly_together and key in NOT_OF_SUMMARIES:
            return _of_summaries(key)
        if key == "growth" and len(self.growth) == 1:
            return _("The view has a single date, so no growth can be shown.")
        if key == "committees" and selection.agencies:
            return no_seat(self.presence) or HIDDEN
        if key == "learning" and not self.gains.trainings:
            return _("No training of this view has tests of the same people before and after.")
        if key == "targets" and filtered:
            return _(
                "Targets are set for the whole programme, not for single agencies, donors or "
                "levels."
            )
        if key == "targets" and self.targeted is None:
            return _("No district of this view has a target.")
        if key == "gaps" and self.uncovered.empty and not figures.headline.districts_named_within:
            return _("Every district of this view is covered.")
        return self.why_no_plan if key == "plan" and self.plans is None else ""

    def step(self, key: str) -> Step:
        """Return one step; its own words where somebody has written some."""
        title, text = self._usual_words(key)
        usual = titled(title, self.figures.selection)
        return Step(
            key=key,
            name=self._name(key),
            title=self.wording.titles.get(key, "").strip() or usual,
            text=self.wording.texts.get(key, "").strip() or text,
        )

    def _name(self, key: str) -> str:
        if key == "gaps" and self.figures.mostly_together:
            return _("Districts not named in the records")  # which is no gap by itself
        if key == "gaps" and self.figures.selection.is_of_part:
            return _("Districts with no one on record")  # others may have been trained from there
        return STEPS[key]

    def message(self, key: str) -> str:
        """Return the title of a step without the words of the view, which stand elsewhere."""
        return self.wording.titles.get(key, "").strip() or self._usual_words(key)[0]

    def _usual_words(self, key: str) -> tuple[str, str]:
        if key == "standing":
            return wording.standing(self.figures)
        if key == "growth":
            return wording.growth(self.growth)
        if key == "trained":
            return wording.trained(self.figures)
        if key == "trainings":
            return results.trainings(self.figures)
        if key == "learning":
            selection = self.figures.selection
            of_some = bool(selection.provinces or selection.agencies)
            return results.learned(self.gains, self.learned, of_some=of_some)
        if key == "targets":
            return results.targets(self.targeted) if self.targeted else (_("No target is set"), "")
        if key == "committees":
            return results.committees(self.presence)
        if key == "gaps":
            return wording.gaps(self.figures, self.uncovered, self.ranked)
        by_score, of_part = self.aims.by_score, self.figures.selection.is_of_part
        return wording.planned(self.plans, self.why_no_plan, by_score=by_score, of_part=of_part)

    @cached_property
    def growth(self) -> tuple[Coverage, ...]:
        """The figures at up to ``MOST_MAPS`` dates, the last of them the view's own."""
        last = len(self.dates) - 1
        spread = {round(n * last / (MOST_MAPS - 1)) for n in range(MOST_MAPS)}
        places = sorted(spread) if last >= MOST_MAPS else range(len(self.dates))
        return tuple(self.at(self.dates[place]) for place in places)

    @cached_property
    def dates(self) -> list[date]:
        """The dates that the story can be told at, up to the view's own."""
        selection = self.figures.selection
        offered = as_of_dates(self.figures.records, selection.as_of)
        since = selection.since or offered[0]
        return [day for day in offered if since <= day <= selection.as_of]

    def at(self, day: date) -> Coverage:
        """Return the figures of the same view at an earlier date."""
        if day == self.figures.selection.as_of:
            return self.figures
        return coverage(self.figures.records, replace(self.figures.selection, as_of=day))

    @cached_property
    def presence(self) -> Presence:
        """Which agencies of each district's committee have been trained."""
        return presence(self.figures, notified=self.figures.records.committees)

    @cached_property
    def learned(self) -> pd.DataFrame:
        """The gain of each training (``data.analysis.learning.learning``)."""
        return learning(self.figures, self.figures.records.assessments)

    @cached_property
    def gains(self) -> Pooled:
        """The gain of all trainings of the view together."""
        return pooled(self.learned)

    @cached_property
    def targeted(self) -> Targeted | None:
        """Reached of targeted; None where no target is set."""
        return results.targets_of(self.figures)

    @cached_property
    def in_need(self) -> Need:
        """The districts in need, and what they were ranked with."""
        return needed(self.figures, self.aims)

    @property
    def needed(self) -> pd.DataFrame:
        """The uncovered and the thin districts, most need first (``data.planning.need.need``)."""
        return self.in_need.districts

    @cached_property
    def uncovered(self) -> pd.DataFrame:
        """The rows of ``needed`` from which nobody has been trained."""
        return self.needed[self.needed["kind"] == UNCOVERED].reset_index(drop=True)

    @cached_property
    def ranked(self) -> pd.DataFrame:
        """The rows of ``uncovered`` that have a rank: of the others a part is not known."""
        return self.uncovered[self.uncovered["rank"].notna()].reset_index(drop=True)

    @property
    def need_title(self) -> str:
        """What stands over a list of ``ranked``, also where none is."""
        if self.ranked.empty:
            return _("Ranking by need")
        if self.figures.selection.is_of_part:  # others may have been trained from there
            return _("Highest need of those with no one on record here")
        return _("Highest need of those not covered")

    @property
    def plans(self) -> Plans | None:
        """The plan that covers the most need, and what stands beside it; None where none is."""
        return self._planned[0]

    @property
    def why_no_plan(self) -> str:
        """Why there is no plan, in a sentence; blank where there is one."""
        return self._planned[1]

    @cached_property
    def _planned(self) -> tuple[Plans | None, str]:
        if self.figures.mostly_together:
            return None, _of_summaries("plan")
        wanted = to_cover(self.needed, self.aims.by_score)
        if not wanted.notna().any():
            return None, _("No district with a known population is left to plan for.")
        used = venues_so_far(self.figures)
        try:
            return plans(wanted, self.distances, self.aims.request, used), ""
        except PlanningError as refusal:
            return None, str(refusal)


def _of_summaries(key: str) -> str:
    words = _("Most trainings are described only together. {why}")
    return words.format(why=NOT_OF_SUMMARIES[key]).strip()


def venues_table(story: Story) -> pd.DataFrame:
    """Return a row a venue of the plan; no row where there is no plan.

    Columns: P-code, ``Venue``, ``Province``, ``Districts reached``, the need of these districts
    (people or score), what the venue gains over those above it (``Plan.worth``) and what is lost
    without it, and how far the farthest lies, in the unit of the distances.
    """
    headings = {"adm2_pcode": "P-code", "name": _("Venue"), "province": _("Province")}
    headings |= {
        "districts": _("Districts reached"),
        "need": _("{counted} of these districts").format(counted=_counted(story)),
    }
    counted = _counted(story).lower()
    headings |= {
        "adds": _("Gain over the venues above, {counted}").format(counted=counted),
        "loses": _("Lost without it, {counted}").format(counted=counted),
    }
    headings |= {"farthest": _("Farthest, {unit}").format(unit=story.distances.unit)}
    if story.plans is None:
        return pd.DataFrame(columns=list(headings.values()))
    digits = dict.fromkeys(("need", "adds", "loses"), _digits(story))
    venues = story.plans.best.worth.round(digits | {"farthest": 0})
    return venues.rename(columns=headings)[[*headings.values()]]


def taken_table(story: Story) -> pd.DataFrame:
    """Return a row a district that the plan is for, and the venue it goes to, if to any.

    Columns: P-code, ``District``, ``Province``, its need (people or score), ``Venue`` and the
    distance to it, in the unit of the distances.
    """
    headings = {"adm2_pcode": "P-code", "name": _("District"), "province": _("Province")}
    headings |= {"need": _counted(story), "venue": _("Venue")}
    headings |= {"distance": _("Distance, {unit}").format(unit=story.distances.unit)}
    if story.plans is None:
        return pd.DataFrame(columns=list(headings.values()))
    taken = story.plans.best.districts.round({"need": _digits(story), "distance": 0})
    taken = taken.assign(venue=taken["venue"].map(gazetteer.names()).fillna(LEFT_OUT))
    return taken.rename(columns=headings)[[*headings.values()]]


def _counted(story: Story) -> str:
    return _("Need") if story.aims.by_score else _("People")


def _digits(story: Story) -> int:
    """Return the decimals of a need: people are whole, a score lies between 0 and 1."""
    return 3 if story.aims.by_score else 0
