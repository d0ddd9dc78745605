"""The words of what came of the programme: its trainings and donors, committees, tests, targets."""

from dataclasses import dataclass

import pandas as pd

from data.analysis.committees import (
    Presence,
    by_completeness,
    by_notification,
    nearly_complete,
)
from data.analysis.learning import COLLECTED, Pooled
from data.analysis.targets import against_targets
from data.figures.coverage import Coverage
from data.figures.kept import kept_with_figures
from data.records.model import NOT_PUBLISHED, CoverageStatus, in_percent
from geo.words.catalogue import _, ngettext
from geo.words.listing import listing
from reports.story.wording import NAMED, Words
from reports.words.committees import HIDDEN, no_seat
from reports.words.counts import counted
from reports.words.headline import trainings_in_words
from reports.words.learning import gain_in_words
from reports.words.periods import span_in_words
from reports.words.tables import headed, headings

#: Said of trainings whose donor no source names.
NO_DONOR = _("donor not recorded")
#: A donor of trainings that are described together.
TOGETHER = _("{donor} (described together)")


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


def targets_table(figures: Coverage) -> pd.DataFrame:
    """Return ``targeted_districts`` under headings for people; the share in per cent."""
    rows = targeted_districts(figures)
    if rows.empty:
        return pd.DataFrame(columns=list(headings("targets").values()))
    return headed(rows.assign(share=(rows["share"] * 100).round(1)), "targets")


def targets(found: Targeted) -> Words:
    """Return how many of those targeted are on record."""
    title = (
        _("At least {people} on record against a target of {targeted:,} ({share})")
        if found.without_count
        else _("{people} on record against a target of {targeted:,} ({share})")
    ).format(
        people=counted(found.reached, "participant", "participants"),
        targeted=found.targeted,
        share=in_percent(found.share),
    )
    nobody = found.districts - found.districts_on_record
    text = ngettext(
        "{number:,} district has a target; {met} met it",
        "{number:,} districts have a target; {met} met it",
        found.districts,
    ).format(
        number=found.districts, met=f"{found.districts_met:,}" if found.districts_met else _("none")
    )
    if not nobody:
        return title, f"{text}."
    without = ngettext(
        "{number:,} has no record yet", "{number:,} have no record yet", nobody
    ).format(number=nobody)
    return title, f"{text}, {without}."


def committees(presence: Presence) -> Words:
    """Return how complete the committees of the districts are.

    They are counted over the districts: of few is it known that a committee has been notified.
    """
    counts = by_completeness(presence).set_index("present")["committees"]
    total, six = int(counts.sum()), len(presence.agencies)
    complete, one_missing = int(counts[len(presence.shown)]), nearly_complete(presence)
    if not total:
        return _("No committee in this selection"), no_seat(presence)
    if len(presence.shown) < six:
        words = _("{complete:,} of {districts} have somebody trained from {agencies}")
        districts = counted(total, "district", "districts")
        agencies = _(" and ").join(presence.shown)
        return words.format(complete=complete, districts=districts, agencies=agencies), HIDDEN
    title = ngettext(
        "{complete:,} of {districts} has all {six} agencies of its committee trained",
        "{complete:,} of {districts} have all {six} agencies of their committee trained",
        complete,
    ).format(complete=complete, districts=counted(total, "district", "districts"), six=six)
    if complete == total:
        text = _("Each of them has at least one participant from each of the {six}.")
    else:
        text = _lacking_one(one_missing)
    return title, " ".join(filter(None, [text.format(six=six), _notified(presence)]))


def _lacking_one(one_missing: pd.DataFrame) -> str:
    if one_missing.empty:
        return _("No committee lacks just one of the {six}.")
    named = zip(one_missing["name"], one_missing["lacks"], strict=True)
    lacking = listing((f"{name} ({lacks})" for name, lacks in named), NAMED)
    text = ngettext(
        "{number:,} lacks one: {lacking}.", "{number:,} lack one: {lacking}.", len(one_missing)
    )
    return text.format(number=len(one_missing), lacking=lacking)


def _notified(presence: Presence) -> str:
    """Say of how many districts the committee is notified; blank where it is known of none."""
    counts = by_notification(presence)
    yes, no, unknown = counts["committees"]
    if not yes + no:
        return ""
    complete = int(counts["complete"]["yes"])
    words = _(
        "The committee is on record as notified in {yes:,}, {complete} of them complete"
    ).format(yes=yes, complete=f"{complete:,}" if complete else _("none"))
    words += _("; as not notified in {no:,}").format(no=no) if no else ""
    return words + (_("; not known for {unknown:,}.").format(unknown=unknown) if unknown else ".")


def donors_of(figures: Coverage) -> dict[str, int]:
    """Return how many trainings each donor paid for, most first; those without one last.

    Trainings that are described together may be the same as single ones, so that they are not
    added to these: they are told with ``TOGETHER`` behind the donor.
    """
    paid = _paid_for(figures)
    labels = paid["donor"].where(
        ~paid["together"], paid["donor"].map(lambda donor: TOGETHER.format(donor=donor))
    )
    return dict(zip(labels, paid["trainings"], strict=True))


def donor_names(figures: Coverage) -> list[str]:
    """Return the donors of a view's trainings, of most trainings first; without ``NO_DONOR``."""
    donors = _paid_for(figures)["donor"]
    return [name for name in dict.fromkeys(donors) if name != NO_DONOR]


@kept_with_figures
def _paid_for(figures: Coverage) -> pd.DataFrame:
    """Return ``donor``, ``together`` and ``trainings``, a row each of the first two."""
    frame = figures.trainings
    blank = frame["donor"].str.strip().str.casefold().isin(["", NOT_PUBLISHED])
    paid = pd.DataFrame(
        {
            "donor": frame["donor"].mask(blank, NO_DONOR).astype(str),
            "together": frame["summarises"].notna(),
            "trainings": frame["summarises"].astype("Int64").fillna(1).astype(int),
        }
    )
    sums = paid.groupby(["donor", "together"], as_index=False)["trainings"].sum()
    last = sums.assign(last=sums["donor"] == NO_DONOR)
    order = last.sort_values(["last", "trainings"], ascending=[True, False], kind="stable")
    return order.drop(columns="last").reset_index(drop=True)


def trainings(figures: Coverage) -> Words:
    """Return how many trainings there were, when, and who paid for them."""
    title, span = trainings_in_words(figures), ""
    if len(figures.trainings):
        span = span_in_words(*span_of(figures))
    if figures.headline.trainings_summarised:
        span = f"{span}. "
    else:
        title, span = f"{title}, {span}" if span else title, ""
    return title, span + _by_donor(figures)


def _by_donor(figures: Coverage) -> str:
    donors = donors_of(figures)
    blank = donors.pop(NO_DONOR, 0)
    if not donor_names(figures):
        return _("No donor is recorded.")
    named = ", ".join(f"{donor} {number:,}" for donor, number in donors.items())
    text = _("By donor: {named}").format(named=named)
    without = _("; {blank:,} without a recorded donor.").format(blank=blank)
    return text + (without if blank else ".")


def span_of(figures: Coverage) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first day of the first training of a view, and the last day of the last."""
    frame = figures.trainings
    return frame["date_start"].min(), frame["date_end"].fillna(frame["date_start"]).max()


def learned(gains: Pooled, tested: pd.DataFrame, *, of_some: bool = False) -> Words:
    """Return what participants learned, by tests of the same people before and after.

    ``tested`` are the trainings of the view (``data.analysis.learning.learning``) that the gain is
    of. A test is of everyone at a training. Where a view is of some of them (``of_some``), by where
    or in what they serve, the words say so.
    """
    text = gain_in_words(gains, len(tested))
    if of_some and gains.trainings:
        text += " " + _("The tests are of everyone at them, not of this selection alone.")
    return _learned(gains, tested, of_some), text


def _learned(gains: Pooled, tested: pd.DataFrame, of_some: bool) -> str:
    if gains.gain is None:
        each = tested.loc[tested["state"] == COLLECTED, "gain"].map("{:+.1f}".format)
        told = listing(each, NAMED)
        words = _("Points gained at each training that was tested: {told}").format(told=told)
        return words if told else _("Test results before and after")
    if gains.low is not None and gains.high is not None and gains.low <= 0 <= gains.high:
        return _("No clear difference between tests before and after")
    if of_some:
        words = (
            _("Scores at these trainings rose by {gain:.1f} percentage points")
            if gains.gain >= 0
            else _("Scores at these trainings fell by {gain:.1f} percentage points")
        )
        return words.format(gain=abs(gains.gain))
    more = "higher" if gains.gain >= 0 else "lower"
    return _("Participants scored {gain:.1f} percentage points {more} after training").format(
        gain=abs(gains.gain), more=more
    )
