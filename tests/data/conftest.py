"""Records and Selections that nobody would think of, and short ways to write small ones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
from hypothesis import strategies as st

from data.figures.coverage import Coverage, coverage
from data.figures.selection import Selection, choices, whole
from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS, LEVELS, TRAINING_COLUMNS, Records
from geo.districts.larger_places import provinces_of_places

AS_OF = date(2023, 9, 25)
FIRST = date(2022, 11, 20)

# Few districts, so that several rows meet in one; with and without a population.
PLACES = ("PK401", "PK617", "PK226", "PK305", "PK218", "PK729", "PK721", "PK7-Karachi", "PK6", "")
AGENCIES = ("FIA", "Police", "Levies", "Civil society", "Not published")
DONORS = ("Denmark", "Australia", "")


def records_of(trainings: list[dict], attendance: list[tuple]) -> Records:
    """Return records from a few rows; what a training leaves out has a plain default."""
    usual = dict.fromkeys(TRAINING_COLUMNS, "") | {"level": "district", "status": "held"}
    rows = [usual | {"summarises": None, "date_end": t["date_start"]} | t for t in trainings]
    return Records(
        key="yours",
        title="Made up",
        notice="Made up for a test.",
        source="A test",
        as_of=AS_OF,
        trainings=_frame([list(map(row.get, TRAINING_COLUMNS)) for row in rows], TRAINING_COLUMNS),
        attendance=_frame(attendance, ATTENDANCE_COLUMNS),
    )


def view_of(records: Records, **filters: object) -> Coverage:
    """Return the coverage of records under some filters."""
    return coverage(records, replace(whole(records), **filters))


KINDS = dict.fromkeys(COUNT_COLUMNS, "Int64") | {"summarises": "Int64"}
KINDS |= dict.fromkeys(("date_start", "date_end"), "datetime64[s]")


def _frame(rows: Sequence[Sequence], names: Sequence[str]) -> pd.DataFrame:
    """Return a table; made column by column, in a fifth of the time of a change of all kinds."""
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return pd.DataFrame(
        {
            name: pd.array(values, dtype=KINDS.get(name, "str"))
            for name, values in zip(names, columns, strict=True)
        }
    )


@st.composite
def any_records(draw: st.DrawFn) -> Records:
    """Up to five trainings of any status, some standing for several, and their attendance."""
    days = st.integers(0, (AS_OF - FIRST).days + 60).map(lambda n: FIRST + timedelta(days=n))
    trainings = []
    for number in range(draw(st.integers(0, 5))):
        start = draw(days)
        trainings.append(
            {
                "training_id": f"T{number}",
                "level": draw(st.sampled_from(LEVELS)),
                "date_start": start,
                "date_end": start + timedelta(days=draw(st.integers(0, 40))),
                "donor": draw(st.sampled_from(DONORS)),
                "status": draw(st.sampled_from(["held", "held", "held", "planned", "cancelled"])),
                "summarises": draw(st.sampled_from([None, None, 3])),
            }
        )
    ids = [training["training_id"] for training in trainings]
    key = st.tuples(st.sampled_from(ids or ["none"]), *map(st.sampled_from, (PLACES, AGENCIES)))
    keys = draw(st.lists(key, unique=True, max_size=25)) if ids else []
    count = st.one_of(st.none(), st.integers(0, 40))
    return records_of(trainings, [(*k, *(draw(count) for _ in COUNT_COLUMNS)) for k in keys])


@st.composite
def selections_of(draw: st.DrawFn, records: Records) -> Selection:
    """Any Selection that the filters of a screen can make of some records."""
    offered = choices(records)

    def some(key: str) -> tuple[str, ...]:
        if not offered[key]:
            return ()
        chosen = draw(st.sets(st.sampled_from(offered[key]), max_size=3))
        return tuple(value for value in offered[key] if value in chosen)

    held = records.trainings.loc[records.trainings["status"] == "held", "date_start"]
    earliest = min(held.min().date(), records.as_of) if len(held) else records.as_of
    days = st.dates(earliest.replace(day=1), records.as_of)
    as_of, since = draw(days), draw(st.none() | days)
    return Selection(
        as_of=as_of,
        since=since if since and since <= as_of else None,
        provinces=some("province"),
        agencies=some("agency"),
        donors=some("donor"),
        levels=some("level"),
    )


@st.composite
def views(draw: st.DrawFn) -> tuple[Records, Selection]:
    """Any records with any Selection of them, or with the whole."""
    records = draw(any_records())
    return records, draw(st.just(whole(records)) | selections_of(records))


def province_of(pcode: str) -> str:
    """Return the P-code of the province in which a district or larger place lies."""
    return provinces_of_places()[pcode]
