"""Written districts -> P-codes, and what waits for a person; one question for all like rows."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.records.personal_data import shown
from data.review.decisions import DISTRICT, NO_DISTRICT, Decisions, district_key
from data.review.questions import Option, QueueItem
from geo.districts.larger_places import larger_places, named_places
from geo.names.match_result import Candidate
from geo.names.matching import match_many
from geo.names.other_places import read_province

#: Why the name of a province is no district.
A_PROVINCE = "names a province"
UNPLACED_COLUMNS = ("row", "value", "province", "reason", "candidates", "role")


@dataclass(frozen=True, eq=False)
class Placed:
    """The P-code of each row, and what could not be placed.

    Attributes
    ----------
    pcodes
        By row of the file; blank where none is recorded, or none was found.
    unplaced
        ``row``, ``value``, ``province``, ``reason``, ``candidates`` (a text), ``role`` (home or
        venue): rows with a district that could not be found.
    queue
        One question for each different one of them.
    notes
        On names that are counted in another district.
    """

    pcodes: pd.Series
    unplaced: pd.DataFrame
    queue: tuple[QueueItem, ...]
    notes: tuple[str, ...]


def place(
    cells: pd.DataFrame,
    fields: tuple[str, str, str],
    days: pd.Series,
    decisions: Decisions,
    people: pd.Series,
    *,
    home: bool,
) -> Placed:
    """Find the districts of some rows.

    Parameters
    ----------
    cells
        By field.
    fields
        Those of the district's name, its P-code and its province; a missing one is blank.
    days
        The day that each row speaks of, as 2023-05-09, or blank.
    decisions
        Names that persons have decided on.
    people
        How many people each row is of, for the size of a question.
    home
        Whether participants serve there, so that a larger place says enough.
    """
    blank = pd.Series("", index=cells.index, dtype="str")
    name, code, province = (cells.get(field, blank) for field in fields)
    asked = pd.DataFrame({"name": name, "code": code, "province": province, "day": days})
    number = asked.groupby(list(asked), sort=False, dropna=False).ngroup()
    told = _matched(asked.drop_duplicates().reset_index(drop=True), decisions)
    if not home:  # a training took place in one district: of a larger place, it is not known
        told["answer"] = told["answer"].mask(told["answer"].isin(larger_places()), NO_DISTRICT)
    written = (told["name"] != "") | (told["code"] != "")
    none = told["adm2_pcode"].isna() & written & (told["answer"] != NO_DISTRICT)
    # A decision on a code that stands without a name, or against one, is not the matcher's.
    decided = none & (told["answer"] != "")
    pcode = told["adm2_pcode"].where(~decided, told["answer"])
    open_still = (none & ~decided).to_numpy()
    return Placed(
        pcodes=number.map(pcode.fillna("")).astype("str"),
        unplaced=_unplaced(told, number, open_still, fields[0]),
        queue=_queue(told, number, open_still, people, held=fields[0] == "district", home=home),
        notes=_notes(told),
    )


def _matched(different: pd.DataFrame, decisions: Decisions) -> pd.DataFrame:
    """Return different names, codes and provinces with what was found, and what was decided."""
    found = match_many(
        different["name"],
        different["province"],
        different["code"],
        on=[pd.Timestamp(d).date() if d else None for d in different["day"]],
        learned=decisions.learned(),
    )
    told = pd.concat([different, found], axis=1)
    told["key"] = [
        district_key(name or code, province)
        for name, code, province in zip(told["name"], told["code"], told["province"], strict=True)
    ]
    answers = {key: decisions.answer(key) for key in told["key"].unique()}
    told["answer"] = told["key"].map(answers).fillna("").astype("str")
    return told


def _unplaced(
    told: pd.DataFrame, number: pd.Series, open_still: NDArray[np.bool_], field: str
) -> pd.DataFrame:
    rows = number[number.isin(told.index[open_still])]
    own = told.loc[rows.to_numpy()]
    return pd.DataFrame(
        {
            "row": rows.index.to_numpy(dtype="int64"),
            "value": [shown(n or c) for n, c in zip(own["name"], own["code"], strict=True)],
            "province": [shown(text) for text in own["province"]],
            "reason": [
                _sentence(note or reason)
                for note, reason in zip(own["note"], own["reason"], strict=True)
            ],
            "candidates": ["; ".join(map(str, found)) for found in own["candidates"]],
            "role": "home" if field == "district" else "venue",
        },
        columns=list(UNPLACED_COLUMNS),
    )


def _queue(
    told: pd.DataFrame,
    number: pd.Series,
    open_still: NDArray[np.bool_],
    people: pd.Series,
    *,
    held: bool,
    home: bool,
) -> tuple[QueueItem, ...]:
    own = told[open_still]
    key_of_row = number.map(own["key"]).dropna()
    rows: dict[str, list[int]] = {}
    for row, key in zip(key_of_row.index.tolist(), key_of_row.tolist(), strict=True):
        rows.setdefault(key, []).append(row)
    people_of = people.loc[key_of_row.index].groupby(key_of_row).sum().to_dict()
    items = []
    for first in own.drop_duplicates("key").to_dict("records"):
        items.append(
            QueueItem(
                kind=DISTRICT,
                value=shown(first["name"] or first["code"]),
                province=shown(first["province"]),
                rows=tuple(rows[first["key"]]),
                candidates=_options(first, home=home),
                key=first["key"],
                reason=_sentence(first["note"] or first["reason"]),
                participants=int(people_of[first["key"]]),
                held=held,
            )
        )
    return tuple(items)


def _options(asked: dict[Hashable, Any], *, home: bool) -> tuple[Option, ...]:
    """Return the districts that a name may mean; and of a home, the larger place it may be."""
    candidates: tuple[Candidate, ...] = asked["candidates"]
    districts = {one.adm2_pcode for one in candidates}
    named = set(read_province(asked["name"]).codes) if asked["reason"] == A_PROVINCE else set()
    named |= {code for code in named_places() if districts >= {*larger_places()[code].districts}}
    places = [larger_places()[code] for code in sorted(named) if home]
    return (
        *(Option(c.adm2_pcode, f"{c.name}, {c.province}: {c.why}", c.score) for c in candidates),
        *(Option(p.code, f"{p.name}, which of its districts is not known") for p in places),
    )


def _notes(told: pd.DataFrame) -> tuple[str, ...]:
    counted = told.loc[told["method"] == "successor", "note"]
    return tuple(dict.fromkeys(_sentence(note) for note in counted if note))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""
