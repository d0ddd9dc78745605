"""The gain of tests before and after, in words: the same on screens, slides and pages."""

from data.analysis.learning import Pooled
from data.records.model import in_percent
from reports.words.counts import counted


def gain_in_words(gains: Pooled, trainings: int) -> str:
    """Say the gain of several of the trainings of a view together, or why there is none.

    In percentage points, with the interval, over how many trainings and people.
    """
    of = f"{gains.trainings:,} of {counted(trainings, 'training')}"
    if gains.gain is None:
        return (
            f"Tests before and after: {of}. {gains.why_not}"
            if gains.trainings
            else "Not collected."
        )
    words = f"Learning gain: {gains.gain:+.1f} points"
    if gains.low is not None:
        words += f" (95% CI {gains.low:.1f} to {gains.high:.1f})"
    words += f", {counted(gains.paired, 'person', 'people')} tested before and after in {of}"
    if gains.response_rate is not None:
        words += f", {in_percent(gains.response_rate)} of their participants"
    return f"{words}. No comparison group. {gains.why_not}".strip()
