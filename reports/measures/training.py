"""Who came to one training from where, as values of the map."""

from dataclasses import replace

from data.figures.coverage import Coverage, coverage
from data.figures.provenance import homes_of
from data.figures.selection import whole
from data.records.model import Records
from geo.districts import gazetteer
from geo.webmap.map_values import MapValues
from reports.measures.measures import map_values, measure


def one_training(records: Records, training_id: str) -> Records:
    """Return the same records with one training and its attendance alone.

    Also a training that is not held is shown with the attendance that is recorded of it.
    """
    trainings = records.trainings[records.trainings["training_id"] == training_id]
    attendance = records.attendance[records.attendance["training_id"] == training_id]
    return replace(
        records,
        trainings=trainings.assign(status="held").reset_index(drop=True),
        attendance=attendance.reset_index(drop=True),
    )


def training_figures(records: Records, training_id: str) -> Coverage:
    """Return the figures of one training, whatever the view selects."""
    alone = one_training(records, training_id)
    return coverage(alone, replace(whole(alone), as_of=alone.trainings["date_end"].max().date()))


def training_values(records: Records, training_id: str) -> MapValues:
    """Return the home districts of a training, with a line from each to the venue."""
    figures = training_figures(records, training_id)
    values = map_values(figures, measure("participants"))
    positions = gazetteer.positions()
    homes = [positions[home] for home in homes_of(figures) if home in positions]
    ways = tuple((home, venue.at) for venue in values.venues for home in homes if home != venue.at)
    return replace(
        values,
        measure="Participants of this training by home district",
        # No record means here: of this training, and not of the district.
        classes=tuple(replace(x, label=NOBODY) if x.key == "none" else x for x in values.classes),
        lists=tuple(replace(one, title=LIST_TITLES[one.key]) for one in values.lists[::-1]),
        ways=ways,
    )


#: What is said of the districts from which nobody is recorded at a training.
NOBODY = "nobody recorded from here"
LIST_TITLES = {"without": "Others", "reached": "Came from", "within": "Named within"}
