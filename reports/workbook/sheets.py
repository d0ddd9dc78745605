"""The sheets of the workbook of a view: one a figure, its columns with their HXL tags."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from geo.districts import gazetteer
from reports.charts.agency_month import agency_month_table
from reports.charts.bars import province_table, sex_table
from reports.charts.committees import matrix_table
from reports.charts.running_total import running_total_table
from reports.story.plan_tables import taken_table, venues_table
from reports.story.story import Story
from reports.words.headline import NO_RECORDED_COUNT, headline_figures
from reports.words.tables import districts_table, trainings_table
from reports.workbook.cells import CODE

#: The HXL tag of each column, the same on every sheet.
TAGS = {
    "P-code": CODE,
    "District": "#adm2+name",
    "Province": "#adm1+name",
    "Committee": "#adm2+name",
    "Population": "#population",
    "Participants": "#reached",
    "Women": "#reached+f",
    "Men": "#reached+m",
    "Sex not recorded": "#reached+unspecified",
    "Rows without a count": "#meta+rows+uncounted",
    "Figure": "#indicator+name",
    "Value": "#indicator+value+num",
    "Unit": "#indicator+unit",
    "Published claim": "#indicator+published+text",
    "Coverage status": "#status+coverage",
    "Trainings": "#activity+num",
    "Committee agencies of 6": "#indicator+agencies+num",
    "Participants per million people": "#indicator+per_million+num",
    "Latest training": "#date+latest",
    "Districts covered": "#indicator+covered+num",
    "Districts": "#indicator+districts+num",
    "Month": "#date+month",
    "Agency": "#beneficiary+org",
    "Women, % where recorded": "#indicator+women+pct+num",
    "Day": "#date",
    "Running total": "#reached+cumulative",
    "Published total": "#indicator+published+text",
    "Training": "#activity+id",
    "Title": "#activity+name",
    "Starts": "#date+start",
    "Ends": "#date+end",
    "Level": "#activity+level",
    "Venue": "#loc+venue+name",
    "Donor": "#org+funding",
    "Delivered by": "#org+impl",
    "Home districts": "#indicator+home_districts+num",
    "Stands for trainings": "#activity+num",
    "Agencies present of 6": "#indicator+agencies+num",
    "Missing": "#indicator+missing+text",
    "Notified": "#status+notified",
    "Rank": "#meta+rank",
    "Kind": "#status+need",
    "Why": "#description+need",
    "Need, 0 to 1": "#severity+num",
    "Best rank": "#meta+rank+best",
    "Worst rank": "#meta+rank+worst",
    "Nearest venue district": "#loc+venue+name",
    "Distance to it, km": "#indicator+distance+num",
    "Neighbours without a participant": "#indicator+neighbours_uncovered+num",
    "Neighbours": "#indicator+neighbours+num",
    "Not ranked": "#description+not_ranked",
    "Districts taken in": "#indicator+districts+num",
}


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, what it shows, and how its table is made.

    ``rest`` is the HXL tag of the columns that ``TAGS`` has not: those that the records name (an
    agency), and those of a plan.
    """

    name: str
    about: str
    table: Callable[[Story], pd.DataFrame]
    rest: str = ""

    def tag(self, heading: str) -> str:
        """Return the HXL tag of a column."""
        return TAGS.get(heading, self.rest)


HEADLINE_ROWS = {
    "districts_covered": ("Districts covered", "districts"),
    "districts": ("Districts of the selected provinces", "districts"),
    "districts_without_count": ("Districts covered, count not published", "districts"),
    "districts_named_within": ("Districts named within a larger place", "districts"),
    "trainings": ("Trainings recorded one by one", "trainings"),
    "trainings_summarised": ("Trainings described only together", "trainings"),
    "participants": ("Participants whose number is recorded", "participants"),
    "participants_within": ("Participants from a larger place, district not known", "participants"),
    "participants_unplaced": ("Participants without a recorded home district", "participants"),
    "rows_without_count": ("Rows of attendance without a number", "rows"),
    "people_covered": ("People in covered districts", "people"),
    "people": ("People in districts whose population is known", "people"),
    "districts_without_population": ("Districts without a population figure", "districts"),
    "share_of_people": ("People in covered districts over people in all", "share, 0 to 1"),
}


def headline_table(story: Story) -> pd.DataFrame:
    """Return the headline and what it is made of, one row a figure, beside what is published."""
    districts, trainings, participants, _ = headline_figures(story.figures)
    claims = {
        "districts_covered": districts.claim,
        "trainings": trainings.claim,
        "participants": participants.claim,
    }
    values = {name: getattr(story.figures.headline, name) for name in HEADLINE_ROWS}
    if participants.value == NO_RECORDED_COUNT:
        values["participants"] = None
    rows = [
        (words, values[name], unit, claims.get(name, ""))
        for name, (words, unit) in HEADLINE_ROWS.items()
    ]
    columns = ["Figure", "Value", "Unit", "Published claim"]
    return pd.DataFrame(rows, columns=columns).astype({"Value": object})


def need_table(story: Story) -> pd.DataFrame:
    """Return the uncovered and thin districts, most need first, with what the score is made of."""
    needed = story.needed.assign(
        nearest_venue=story.needed["nearest_venue"].map(gazetteer.names()).fillna(""),
        score=story.needed["score"].round(3),
        distance=story.needed["distance"].round(0),
    )
    return needed[list(NEED_HEADINGS)].rename(columns=NEED_HEADINGS)


NEED_HEADINGS = {
    "rank": "Rank",
    "adm2_pcode": "P-code",
    "name": "District",
    "province": "Province",
    "population": "Population",
    "kind": "Kind",
    "why": "Why",
    "score": "Need, 0 to 1",
    "rank_best": "Best rank",
    "rank_worst": "Worst rank",
    "nearest_venue": "Nearest venue district",
    "distance": "Distance to it, km",
    "adjacent_uncovered": "Neighbours without a participant",
    "adjacent": "Neighbours",
    "not_ranked": "Not ranked",
}


SHEETS = (
    Sheet("Headline", "The figures above every view, and what they are made of", headline_table),
    Sheet(
        "Districts",
        "Every district of the list, also those without a record",
        lambda story: districts_table(story.figures),
    ),
    Sheet(
        "Provinces",
        "Participants by the province in which they serve, and districts covered",
        lambda story: province_table(story.figures),
    ),
    Sheet(
        "Agency and month",
        "Participants of each agency in each month",
        lambda story: agency_month_table(story.figures),
    ),
    Sheet(
        "Sex by agency",
        "Women and men of each agency, where recorded",
        lambda story: sex_table(story.figures),
    ),
    Sheet(
        "Running total",
        "Participants so far, day by day; published totals are beside them, never in them",
        lambda story: running_total_table(story.figures),
    ),
    Sheet(
        "Trainings",
        "The trainings of the view, latest first",
        lambda story: trainings_table(story.figures),
    ),
    Sheet(
        "Committees",
        "The committee of each district: participants of its six agencies, or what is known",
        lambda story: matrix_table(story.presence),
        "#reached+agency",
    ),
    Sheet("Gaps by need", "Uncovered and thin districts, most need first", need_table),
    Sheet(
        "Plan venues",
        "Venues of the next trainings, by what each takes in",
        venues_table,
        "#indicator+plan+num",
    ),
    Sheet(
        "Plan districts",
        "Districts that the plan is for, and the venue that each goes to",
        taken_table,
        "#indicator+plan+num",
    ),
)
