"""What the seven tables are: of each column its kind, its HXL tag, what it holds and its rules."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from data.records.distinct import by_text
from data.records.programme import programme
from data.records.rules import (
    ABOVE_ZERO,
    COMMITTEE_LEVELS,
    COUNT,
    DATE,
    FEW,
    HOME_LISTED,
    INPUT_STATES,
    LEVELS,
    LISTED,
    MOST_IN_A_ROW,
    NAME,
    NOT_NEGATIVE,
    NOTIFIED,
    NUMBER,
    PROVINCE_LISTED,
    RECORDED,
    REQUIRED,
    SOME,
    TEXT,
    TRAINING_STATUSES,
    YEAR,
    Rule,
    is_one_of,
    number,
    whole_number,
)
from geo.districts.larger_places import named_places

Kind = Literal["text", "day", "whole", "measure"]


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes
    ----------
    tag
        Its HXL tag.
    holds
        What it holds, in the words of the template.
    rules
        Of its cells, beside the rule that no cell tells of a person.
    kind
        ``text``, ``day`` (``datetime64``), ``whole`` (``Int64``) or ``measure`` (``float64``).
    """

    tag: str
    holds: str
    rules: tuple[Rule, ...]
    kind: Kind = "text"


_COUNT_HELP = (
    f"A whole number up to {MOST_IN_A_ROW:,}. Blank: not recorded. 0: nobody. "
    "The two are kept apart."
)
_ID = (REQUIRED, *NAME)
#: However they were kept while a file was read.
_TEXTS = pd.StringDtype("pyarrow", na_value=float("nan"))

#: By table, its columns in their order. A set of records has the first two, and each of the others
#: or not. A row of trainings is one training, or several that a source describes only together;
#: one of attendance a training x home district x agency, one of assessments a training, one of
#: committees a committee, one of targets a district, one of layers a district x indicator, one of
#: inputs what participants of a training raised.
TABLES: dict[str, dict[str, Column]] = {
    "trainings": {
        "training_id": Column(
            "#activity+id", "A short name of your own for the training, different for each.", _ID
        ),
        "title": Column("#activity+name", "What the training is called.", (REQUIRED, *TEXT)),
        "level": Column(
            "#activity+level",
            f"One of: {', '.join(LEVELS)}.",
            (REQUIRED, is_one_of(LEVELS, "level")),
        ),
        "date_start": Column(
            "#date+start",
            "First day, written as 2023-09-25 or as a date cell.",
            (REQUIRED, DATE),
            "day",
        ),
        "date_end": Column(
            "#date+end",
            "Last day; the same as the first for a training of one day.",
            (REQUIRED, DATE),
            "day",
        ),
        "venue": Column("#loc+venue+name", "Where it took place, in words. May be blank.", TEXT),
        "venue_adm2_pcode": Column(
            "#adm2+venue+code",
            "P-code of the district where it took place. May be blank.",
            (LISTED,),
        ),
        "themes": Column(
            "#activity+theme", "What it was about, separated by semicolons. May be blank.", TEXT
        ),
        "delivered_by": Column("#org+impl", "Who gave it. May be blank.", TEXT),
        "donor": Column("#org+funding", "Who paid for it. May be blank.", NAME),
        "status": Column(
            "#status",
            f"One of: {', '.join(TRAINING_STATUSES)}.",
            (REQUIRED, is_one_of(TRAINING_STATUSES, "status")),
        ),
        "summarises": Column(
            "#activity+num",
            "Blank for a single training. Where a row stands for several that are known "
            "only together, how many. The column may be left out.",
            (COUNT, FEW, SOME),
            "whole",
        ),
    },
    "attendance": {
        "training_id": Column("#activity+id", "The training_id of the sheet trainings.", _ID),
        "adm2_pcode": Column(
            "#adm2+code",
            "P-code of the home district: where the participants serve, not where the "
            "training took place. Of a larger place where it is known no closer "
            f"({', '.join(named_places())}, or a province such as PK6). Blank where it is not "
            "recorded.",
            (HOME_LISTED,),
        ),
        "agency": Column(
            "#beneficiary+org",
            f"The agency they serve in. The programme's own: {', '.join(programme().agencies)}. "
            "Another is kept under the name you write.",
            (REQUIRED, *NAME),
        ),
        "participants_f": Column("#reached+f", f"Women. {_COUNT_HELP}", (COUNT, FEW), "whole"),
        "participants_m": Column("#reached+m", f"Men. {_COUNT_HELP}", (COUNT, FEW), "whole"),
        "participants_unspecified": Column(
            "#reached+unspecified",
            f"Participants whose sex is not recorded. {_COUNT_HELP}",
            (COUNT, FEW),
            "whole",
        ),
    },
    "assessments": {
        "training_id": Column(
            "#activity+id",
            "The training_id of the sheet trainings. One row a training; none where "
            "no test was given.",
            _ID,
        ),
        "paired": Column(
            "#assessed+paired",
            f"How many people answered both tests, as a whole number up to {MOST_IN_A_ROW:,}. "
            "0 where both were given and nobody noted which two are of one person.",
            (RECORDED, COUNT, FEW),
            "whole",
        ),
        "pre_mean": Column(
            "#indicator+pre+mean",
            "Mean of the test before, in points, of those who answered both.",
            (NUMBER, NOT_NEGATIVE),
            "measure",
        ),
        "post_mean": Column(
            "#indicator+post+mean",
            "Mean of the test after, in points, of those who answered both.",
            (NUMBER, NOT_NEGATIVE),
            "measure",
        ),
        "sd_difference": Column(
            "#indicator+difference+sd",
            "Standard deviation of their differences, in points. May be blank; then "
            "no interval is given.",
            (NUMBER, NOT_NEGATIVE),
            "measure",
        ),
        "scale_max": Column(
            "#indicator+max",
            "The most points that the test can have.",
            (RECORDED, NUMBER, ABOVE_ZERO),
            "measure",
        ),
    },
    "committees": {
        "level": Column(
            "#group+level",
            f"One of: {', '.join(COMMITTEE_LEVELS)}.",
            (REQUIRED, is_one_of(COMMITTEE_LEVELS, "level of a committee")),
        ),
        "adm1_pcode": Column(
            "#adm1+code",
            "P-code of the province, such as PK6, of a provincial committee. May be "
            "blank for a district's.",
            (PROVINCE_LISTED,),
        ),
        "adm2_pcode": Column(
            "#adm2+code",
            "P-code of the district, of a district committee; else blank.",
            (LISTED,),
        ),
        "notified": Column(
            "#status+notified",
            f"One of: {', '.join(NOTIFIED)}. A committee without a row is unknown.",
            (REQUIRED, is_one_of(NOTIFIED, "state of notification")),
        ),
        "notified_on": Column(
            "#date+notified",
            "The day of the notification, written as 2023-09-25 or as a date cell. May be blank.",
            (DATE,),
            "day",
        ),
    },
    "targets": {
        "adm2_pcode": Column(
            "#adm2+code", "P-code of the home district. One row a district.", (REQUIRED, LISTED)
        ),
        "targeted": Column(
            "#targeted",
            "How many participants from there the programme means to reach, as a whole "
            "number. 0: none. A district without a row has no target.",
            (RECORDED, COUNT, FEW),
            "whole",
        ),
    },
    "layers": {
        "adm2_pcode": Column(
            "#adm2+code",
            "P-code of the district. One row a district and indicator.",
            (REQUIRED, LISTED),
        ),
        "indicator": Column(
            "#indicator+name",
            "What is measured, in words that are the same in each of its rows.",
            (REQUIRED, *NAME),
        ),
        "value": Column(
            "#indicator+value+num",
            "A number, with a point before the fraction.",
            (RECORDED, NUMBER),
            "measure",
        ),
        "unit": Column(
            "#indicator+unit", "Of the value: index, percent, people. May be blank.", NAME
        ),
        "year": Column(
            "#date+year", "Of the data, such as 2023. May be blank.", (COUNT, YEAR), "whole"
        ),
        "source": Column("#meta+source", "Who published it.", (REQUIRED, *TEXT)),
    },
    "inputs": {
        "training_id": Column(
            "#activity+id", "The training_id of the training at which it was raised.", _ID
        ),
        "theme": Column(
            "#activity+theme", "What it is about, in a word or two.", (REQUIRED, *NAME)
        ),
        "input": Column(
            "#activity+input+description",
            "What participants raised, in a sentence that names nobody.",
            (REQUIRED, *TEXT),
        ),
        "referred_to": Column(
            "#org+referred", "The agency that is to take it up. May be blank.", NAME
        ),
        "state": Column(
            "#status+input",
            f"One of: {', '.join(INPUT_STATES)}.",
            (REQUIRED, is_one_of(INPUT_STATES, "state of an input")),
        ),
        "followed_up_by": Column(
            "#activity+followup+id",
            "The training_id of a later training that took it up. May be blank.",
            NAME,
        ),
        "followed_up_on": Column(
            "#date+followup",
            "The day on which it was taken up, written as 2023-09-25 or as a date cell. "
            "May be blank.",
            (DATE,),
            "day",
        ),
    },
}
#: The columns that make a row; two rows that share them are one row told twice.
KEYS = {
    "trainings": ("training_id",),
    "attendance": ("training_id", "adm2_pcode", "agency"),
    "assessments": ("training_id",),
    "committees": ("level", "adm1_pcode", "adm2_pcode"),
    "targets": ("adm2_pcode",),
    "layers": ("adm2_pcode", "indicator"),
    "inputs": ("training_id", "input"),
}
#: By column, its kind; a column of several tables is of one kind in all of them.
KINDS: dict[str, Kind] = {
    name: column.kind for columns in TABLES.values() for name, column in columns.items()
}


def typed(table: str, cells: pd.DataFrame) -> pd.DataFrame:
    """Return a table of sound texts with the types of ``data.records.model.Records``."""
    frame = pd.DataFrame({name: _typed(KINDS[name], cells[name]).array for name in TABLES[table]})
    return frame.set_axis(pd.Index([*TABLES[table]], dtype=_TEXTS), axis=1)


def _typed(kind: Kind, texts: pd.Series) -> pd.Series:
    if kind == "whole":
        return by_text(texts, whole_number, "Int64")
    if kind == "measure":
        return by_text(texts, number, "float64")
    if kind == "day":
        return pd.to_datetime(texts, format="%Y-%m-%d").astype("datetime64[s]")  # blank is NaT
    return texts.astype(_TEXTS)
