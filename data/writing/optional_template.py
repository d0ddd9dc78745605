"""What the template says of assessments, committees, targets and layers, with examples."""

import datetime as dt

import pandas as pd

from data.checking.optional_rules import COMMITTEE_LEVELS
from data.records.model import FURTHER_COLUMNS, NOTIFIED
from data.records.rules import MOST_IN_A_ROW

FURTHER_HELP = {
    "assessments": {
        "training_id": "The training_id of the sheet trainings. One row a training; none where "
        "no test was given.",
        "paired": f"How many people answered both tests, as a whole number up to "
        f"{MOST_IN_A_ROW:,}. 0 where both were given and nobody noted which two are of one person.",
        "pre_mean": "Mean of the test before, in points, of those who answered both.",
        "post_mean": "Mean of the test after, in points, of those who answered both.",
        "sd_difference": "Standard deviation of their differences, in points. May be blank; then "
        "no interval is given.",
        "scale_max": "The most points that the test can have.",
    },
    "committees": {
        "level": f"One of: {', '.join(COMMITTEE_LEVELS)}.",
        "adm1_pcode": "P-code of the province, such as PK6, of a provincial committee. May be "
        "blank for a district's.",
        "adm2_pcode": "P-code of the district, of a district committee; else blank.",
        "notified": f"One of: {', '.join(NOTIFIED)}. A committee without a row is unknown.",
        "notified_on": "The day of the notification, written as 2023-09-25 or as a date cell. May "
        "be blank.",
    },
    "targets": {
        "adm2_pcode": "P-code of the home district. One row a district.",
        "targeted": "How many participants from there the programme means to reach, as a whole "
        "number. 0: none. A district without a row has no target.",
    },
    "layers": {
        "adm2_pcode": "P-code of the district. One row a district and indicator.",
        "indicator": "What is measured, in words that are the same in each of its rows.",
        "value": "A number, with a point before the fraction.",
        "unit": "Of the value: index, percent, people. May be blank.",
        "year": "Of the data, such as 2023. May be blank.",
        "source": "Who published it.",
    },
}
_DAY = dt.datetime(2023, 5, 9)  # noqa: DTZ001 - a day has no time zone
_EXAMPLES: dict[str, list[tuple]] = {
    "assessments": [("EXAMPLE-1", 17, 11.2, 15.4, 3.1, 20), ("EXAMPLE-2", 0, 10.0, 14.5, None, 20)],
    "committees": [
        ("EXAMPLE: district", "PK6", "PK634", "yes", _DAY),
        ("EXAMPLE: provincial", "PK6", None, "unknown", None),
    ],
    "targets": [("EXAMPLE: PK634", 24), ("EXAMPLE: PK610", 0)],
    "layers": [
        ("EXAMPLE: PK634", "Vulnerability index", 41.5, "index, 0 to 100", 2022, "Who published it")
    ],
}


def further_examples() -> dict[str, pd.DataFrame]:
    """Return the examples of each table, as objects that a sheet takes as they are."""
    return {
        name: pd.DataFrame(rows, columns=list(FURTHER_COLUMNS[name]), dtype=object)
        for name, rows in _EXAMPLES.items()
    }
