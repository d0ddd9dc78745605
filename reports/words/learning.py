"""The gain of tests before and after, in words: the same on screens, slides and pages."""

from data.analysis.learning import Pooled
from data.records.model import in_percent
from geo.words.catalogue import _
from reports.words.counts import counted


def gain_in_words(gains: Pooled, trainings: int) -> str:
    """Say the gain of several of the trainings of a view together, or why none is made.

    In percentage points, with the interval, over how many trainings and people.
    """
    of = _("{tested:,} of {trainings}").format(
        tested=gains.trainings, trainings=counted(trainings, "training", "trainings")
    )
    people = counted(gains.paired, "person", "people")
    if gains.gain is None:
        return (
            _("Tests before and after: {people} in {of}. {why_not} No comparison group.").format(
                people=people, of=of, why_not=gains.why_not
            )
            if gains.trainings
            else _("Tests before and after: not collected.")
        )
    words = _("Learning gain: {gain:+.1f} points").format(gain=gains.gain)
    if gains.low is not None:
        words += _(" (95% CI {low:.1f} to {high:.1f})").format(low=gains.low, high=gains.high)
    words += _(", {people} tested before and after").format(people=people)
    words += _(" in {of}").format(of=of) if trainings > 1 else ""
    if gains.response_rate is not None:
        whose = _(", {rate} of its participants") if trainings == 1 else ""
        words += (whose or _(", {rate} of their participants")).format(
            rate=in_percent(gains.response_rate)
        )
    return (
        _("{words}. No comparison group. {why_not}")
        .format(words=words, why_not=gains.why_not)
        .strip()
    )
