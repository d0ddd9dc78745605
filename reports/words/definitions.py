"""What every figure means, each said once: in full under Methods, in short where room is scarce.

The definitions of need, distance and plan hang on what a view was asked for; they stand in
``reports.story.definitions`` and ``data.planning``.
"""

from dataclasses import dataclass

from data.analysis.equity import DRAWS
from data.analysis.learning import ENOUGH
from data.records.model import CoverageStatus
from data.records.programme import programme
from reports.words.counts import NO_COUNT


@dataclass(frozen=True)
class Definition:
    """What a word means: ``short`` says what is counted, ``more`` its edges and its limit."""

    word: str
    short: str
    more: str = ""

    @property
    def full(self) -> str:
        """All that is said of the word."""
        return f"{self.short} {self.more}".rstrip()


COVERED = Definition(
    "Covered district",
    "Somebody who serves there attended a training that counts by the as-of date. What counts is "
    "the home district of participants, not the district of the venue.",
    "A row without a number still says that somebody came. A row of zeros says that nobody did.",
)
DAY = Definition(
    "Date of a training",
    "A training counts from its first day and belongs to that month.",
    "Several trainings that a source describes together count from the last day it covers.",
)
NOT_KNOWN = Definition(
    "What is not known",
    "No record: the records say nothing of the district, which is not zero. Zero reported: they "
    f"say that nobody came. {NO_COUNT} Count not published: somebody came, how many is not "
    "recorded.",
)
PARTICIPANTS = Definition(
    "Participants",
    "The sum of all recorded counts: women, men, and people whose sex is not recorded. Whoever "
    "came to two trainings counts twice.",
    "A blank is not recorded; 0 is zero. Where some rows count only women or only men, or have no "
    "count, the sum is a least and says so.",
)
WOMEN = Definition(
    "Share of women",
    "Women over women and men, in the rows that count both.",
    "Rows that count one of them, or people whose sex is not recorded, are in neither sum.",
)
COMMITTEES = Definition(
    "Committee agencies",
    "A district's Anti-Human Trafficking Committee has six agencies: "
    f"{', '.join(programme().committee[:-1])} and {programme().committee[-1]}. One is present if "
    "somebody of it who serves in the district was trained.",
    "Where the agency of a participant is not recorded, what is missing is not known either.",
)
PEOPLE = Definition(
    "People who live where somebody was trained",
    "People in covered districts over people in all selected districts with a known population "
    "(census of 2023). It says where trained people serve, not how many people were served.",
)
PER_MILLION = Definition(
    "Participants per million people",
    "A district's participants over its people, times a million.",
    "Not given where either is not known.",
)
FILTERS = Definition(
    "Filters",
    "Province and agency are those of participants; donor and level are those of trainings.",
    "With a province or an agency chosen, a training is counted if somebody from there attended. "
    "Need and distances to venues always look at the whole programme.",
)
CLASSES = Definition(
    "Classes of the map",
    "Natural breaks (Fisher and Jenks) over the whole of the records.",
    "A colour therefore means the same at every date and under every filter.",
)
PUBLISHED = Definition(
    "Published totals",
    f"Claims of {programme().claims.source}. They stand beside the records and are never added to "
    "them.",
)

EQUITY = Definition(
    "Equity",
    "A district's share of the participants against its share of the people. Gini is 0 where the "
    "two are equal everywhere; Theil's T is split into differences between and within provinces.",
    "A district without a record is a zero here. One without a known population or count is left "
    "out, and counted beside the figure. People come in delegations, so even chance does not "
    f"give 0: the same delegations, placed {DRAWS} times at random in proportion to people, show "
    "what it would give. Where most districts reached have no count, no coefficient is given.",
)
LEARNING = Definition(
    "Learning",
    "The mean difference between each person's tests before and after, in percentage points of "
    "the scale, with a 95% interval.",
    "People who took one test only are in neither. Everybody at a training learns it together, so "
    "the interval of several trainings comes from how much trainings differ. There is no "
    f"comparison group. Fewer than {ENOUGH} people are no more than a hint.",
)
TARGETS = Definition(
    "Reached / Targeted",
    "Participants of a district over the number that was aimed at.",
    "Without a record the share is not known, and not 0%.",
)

FIGURES = (
    *(COVERED, DAY, PARTICIPANTS, WOMEN, COMMITTEES, PEOPLE, PER_MILLION),
    *(TARGETS, FILTERS, CLASSES),
)
#: What a document of little room says.
SHORT = (COVERED, NOT_KNOWN, PARTICIPANTS, PEOPLE, COMMITTEES)

STATUSES = {
    CoverageStatus.COVERED: "Somebody from there attended, and how many is recorded.",
    CoverageStatus.COUNT_NOT_PUBLISHED: "Somebody from there attended; how many is not recorded.",
    CoverageStatus.ZERO_REPORTED: "The records say that nobody attended.",
    CoverageStatus.NAMED_WITHIN: "The records do not name the district, but somebody came from a "
    "larger place that it lies in, such as Karachi. It does not count as covered.",
    CoverageStatus.NO_RECORD: "The records say nothing of the district. That is not zero.",
    CoverageStatus.NOT_SELECTED: "Outside the provinces that the view selects.",
}
