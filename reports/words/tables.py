"""Tables for people: the numbers of a map or list under readable headings."""

import pandas as pd

from data.figures.coverage import Coverage
from reports.words.counts import HEADINGS

DISTRICT_HEADINGS = {
    "adm2_pcode": "P-code",
    "name": "District",
    "province": "Province",
    "population": "Population",
    "status": "Coverage status",
    **HEADINGS,
    "trainings": "Trainings",
    "agencies": "Committee agencies of 6",
    "participants_per_million": "Participants per million people",
    "last_on": "Latest training",
}

TRAINING_HEADINGS = {
    "training_id": "Training",
    "title": "Title",
    "date_start": "Starts",
    "date_end": "Ends",
    "level": "Level",
    "venue": "Venue",
    "donor": "Donor",
    "delivered_by": "Delivered by",
    "participants": "Participants",
    "home_districts": "Home districts",
    "summarises": "Stands for trainings",
}


def districts_table(figures: Coverage) -> pd.DataFrame:
    """Return every district of the list with its figures: the map's table twin.

    160 rows under the headings of ``DISTRICT_HEADINGS``; blank where not known.
    """
    frame = figures.districts.assign(last_on=figures.districts["last_on"].dt.date)
    frame["participants_per_million"] = frame["participants_per_million"].round(1)
    return frame[list(DISTRICT_HEADINGS)].rename(columns=DISTRICT_HEADINGS)


def trainings_table(figures: Coverage) -> pd.DataFrame:
    """Return the trainings of a view under the headings of ``TRAINING_HEADINGS``."""
    frame = figures.trainings
    frame = frame.assign(date_start=frame["date_start"].dt.date, date_end=frame["date_end"].dt.date)
    return frame[list(TRAINING_HEADINGS)].rename(columns=TRAINING_HEADINGS)
