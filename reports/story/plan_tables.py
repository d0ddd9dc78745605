"""The plan of a story as tables: its venues, and the district that each place goes to."""

import pandas as pd

from geo.districts import gazetteer
from reports.story.story import Story

#: Of a district that no venue of the plan takes in.
LEFT_OUT = "left out"


def venues_table(story: Story) -> pd.DataFrame:
    """Return a row a venue of the plan; no row where there is no plan.

    Columns: P-code, ``Venue``, ``Province``, ``Districts taken in``, the need of these districts
    (people or score), and how far the farthest lies, in the unit of the distances.
    """
    headings = {"adm2_pcode": "P-code", "name": "Venue", "province": "Province"}
    headings |= {"districts": "Districts taken in", "need": f"{_counted(story)} of these districts"}
    headings |= {"farthest": f"Farthest, {story.distances.unit}"}
    if story.plans is None:
        return pd.DataFrame(columns=list(headings.values()))
    venues = story.plans.best.venues.round({"need": _digits(story), "farthest": 0})
    return venues.rename(columns=headings)[[*headings.values()]]


def taken_table(story: Story) -> pd.DataFrame:
    """Return a row a district that the plan is for, and the venue it goes to, if to any.

    Columns: P-code, ``District``, ``Province``, its need (people or score), ``Venue`` and the
    distance to it, in the unit of the distances.
    """
    headings = {"adm2_pcode": "P-code", "name": "District", "province": "Province"}
    headings |= {"need": _counted(story), "venue": "Venue"}
    headings |= {"distance": f"Distance, {story.distances.unit}"}
    if story.plans is None:
        return pd.DataFrame(columns=list(headings.values()))
    taken = story.plans.best.districts.round({"need": _digits(story), "distance": 0})
    taken = taken.assign(venue=taken["venue"].map(gazetteer.names()).fillna(LEFT_OUT))
    return taken.rename(columns=headings)[[*headings.values()]]


def _counted(story: Story) -> str:
    return "Need" if story.aims.by_score else "People"


def _digits(story: Story) -> int:
    """Return the decimals of a need: people are whole, a score lies between 0 and 1."""
    return 3 if story.aims.by_score else 0
