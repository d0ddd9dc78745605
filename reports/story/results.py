"""The words of what came of the programme: its trainings and donors, its tests, its targets."""

from dataclasses import dataclass

import pandas as pd

from data.analysis.learning import Pooled
from data.analysis.targets import against_targets
from data.figures.coverage import Coverage
from data.records.model import NOT_PUBLISHED, CoverageStatus, in_percent
from reports.story.wording import Words
from reports.words.counts import counted
from reports.words.learning import gain_in_words
from reports.words.periods import span_in_words

#: Said of trainings whose donor no source names.
NO_DONOR = "donor not recorded"


@dataclass(frozen=True)
class Targeted:
    """Participants on record against targets, over the districts that have one.

    ``without_count``: of the districts reached, those of which a count is missing.
    """

    reached: int
    targeted: int
    districts: int
    districts_on_record: int
    districts_met: int
    without_count: int

    @property
    def share(self) -> float:
        """Participants on record over those targeted, 0 or more."""
        return self.reached / self.targeted


def targets_of(figures: Coverage) -> Targeted | None:
    """Return reached of targeted in the selected districts; None where no target is set."""
    rows = targeted_districts(figures)
    if rows.empty:
        return None
    blank = figures.districts.loc[rows.index, "rows_without_count"].fillna(0) > 0
    return Targeted(
        reached=int(rows["reached"].sum()),
        targeted=int(rows["targeted"].sum()),
        districts=len(rows),
        districts_on_record=int(rows["reached"].notna().sum()),
        districts_met=int((rows["share"] >= 1).sum()),
        without_count=int(blank.sum()),
    )


def targeted_districts(figures: Coverage) -> pd.DataFrame:
    """Return the selected districts that have a target, the largest first.

    The columns of ``data.analysis.targets.against_targets``, then ``name`` and ``province``.
    """
    table, listed = against_targets(figures), figures.districts[["name", "province"]]
    if table is None:
        return pd.DataFrame()
    wanted = table["targeted"].gt(0).fillna(False)
    wanted &= table["status"] != CoverageStatus.NOT_SELECTED
    rows = table[wanted].join(listed)
    return rows.sort_values("targeted", ascending=False, kind="stable")


def targets(found: Targeted) -> Words:
    """Return how many of those targeted are on record."""
    least = "At least " if found.without_count else ""
    title = (
        f"{least}{found.reached:,} of {found.targeted:,} targeted participants are on record "
        f"({in_percent(found.share)})"
    )
    nobody = found.districts - found.districts_on_record
    have = "has" if found.districts == 1 else "have"
    text = f"{counted(found.districts, 'district')} {have} a target; {found.districts_met:,} met it"
    text += f", {nobody:,} {'has' if nobody == 1 else 'have'} no record yet." if nobody else "."
    return title, text


def donors_of(figures: Coverage) -> dict[str, int]:
    """Return how many trainings each donor paid for, most first; those without one last."""
    frame = figures.trainings
    blank = frame["donor"].str.strip().str.casefold().isin(["", NOT_PUBLISHED])
    donors = frame["donor"].mask(blank, NO_DONOR)
    single = frame["summarises"].astype("Int64").fillna(1)
    sums = single.groupby(donors).sum().sort_values(ascending=False, kind="stable")
    named = {str(donor): int(number) for donor, number in sums.items() if donor != NO_DONOR}
    return named | ({NO_DONOR: int(sums[NO_DONOR])} if NO_DONOR in sums else {})


def trainings(figures: Coverage) -> Words:
    """Return how many trainings there were, when, and who paid for them."""
    number = figures.headline.trainings + figures.headline.trainings_summarised
    title = counted(number, "training")
    if len(figures.trainings):
        first, last = span_of(figures)
        title += f", {span_in_words(first, last)}"
    donors = donors_of(figures)
    named = [f"{donor} {n:,}" for donor, n in donors.items() if donor != NO_DONOR]
    text = f"By donor: {', '.join(named)}" if named else "No donor is recorded"
    blank = donors.get(NO_DONOR, 0)
    text += f"; {blank:,} without a recorded donor." if named and blank else "."
    together = figures.headline.trainings_summarised
    return title, text + (f" {together:,} are described only together." if together else "")


def span_of(figures: Coverage) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first day of the first training of a view, and the last day of the last."""
    frame = figures.trainings
    return frame["date_start"].min(), frame["date_end"].fillna(frame["date_start"]).max()


def learned(gains: Pooled, among: int) -> Words:
    """Return what participants learned, by tests of the same people before and after."""
    if gains.gain is None:
        return "Test results before and after", f"{gains.why_not}"
    if gains.low is not None and gains.high is not None and gains.low <= 0 <= gains.high:
        return "No clear difference between tests before and after", gain_in_words(gains, among)
    more = "higher" if gains.gain >= 0 else "lower"
    title = f"Participants scored {abs(gains.gain):.0f} percentage points {more} after training"
    return title, gain_in_words(gains, among)
