"""Persons in lists of several days of one training whose names, written otherwise, may be one."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from rapidfuzz.fuzz import ratio

from data.sheets.fields import plain
from data.sheets.mapping import PERSONS, ColumnMapping
from geo.words.catalogue import _

#: What stands beside a name and is none.
_NO_NAMES = frozenset(["mr", "ms", "mrs", "mst", "miss", "dr", "prof", "engr", "haji", "si", "asi",
                       "sho", "dsp", "insp", "inspector", "hc", "constable"])  # fmt: skip
_SPELT = dict.fromkeys(["mohammad", "mohammed", "muhammed", "mohd", "md", "muhd"], "muhammad")
#: So like two parts of a name are of which one is misspelt, and so long each.
LIKE, LEAST_LETTERS = 80, 4
#: In longer lists, which no office keeps by hand, each is compared with none, which is said.
MOST_ROWS = 2_000
NOT_COMPARED = _(
    "Could not check whether somebody is in the lists of two days under names that are spelt"
    " otherwise, as there are more than {rows:,} rows: they count as two persons."
)
#: What two rows of one person do not tell otherwise.
_SAME = ("district", "adm2_pcode", "sex")


def alike_on_days(
    raw: pd.DataFrame, mapping: ColumnMapping, lists: Sequence[int], person: pd.Series
) -> tuple[tuple[int, int], ...]:
    """Return pairs of rows of two lists that may be of one person, the later row first.

    Parameters
    ----------
    lists
        The first row of the list of each day.
    person
        For each row a number; who has the same in two lists is one person, and is not sought.
    """
    places = mapping.positions("name_of_person")
    if not _are_of_persons(mapping, lists) or len(raw) > MOST_ROWS:
        return ()
    days = pd.Series(np.searchsorted(np.array(lists), raw.index, side="right"), raw.index)
    # Whom nothing tells is the same as nobody else.
    own = person.where(person >= 0, -2 - np.arange(len(person)))
    days_of = days.groupby(own).agg(set).to_dict()
    names = {row: _parts_of(" ".join(cells)) for row, cells in
             zip(raw.index, raw[places].to_numpy().tolist(), strict=True)}  # fmt: skip
    told = dict(zip(raw.index, raw[mapping.positions(*_SAME)].to_numpy().tolist(), strict=True))
    known: dict[int, list[int]] = {}
    pairs = []
    for row in days.sort_values(kind="stable").index:
        code, day = own[row], days[row]
        if code in known:
            continue
        others = (one for one, rows in known.items()
                  if day not in days_of[one] and not days_of[one] & days_of[code]
                  and any(_may_be_one(names[row], names[each]) for each in rows)
                  and not _differ(told[row], told[rows[0]]))  # fmt: skip
        first = next(others, None)
        if first is None:
            known[code] = [row]
            continue
        pairs.append((int(row), int(known[first][0])))
        known[first].append(row)
        days_of[first] = days_of[first] | days_of[code]
    return tuple(pairs)


def not_compared(raw: pd.DataFrame, mapping: ColumnMapping, lists: Sequence[int]) -> list[str]:
    """Return the sentence that rows of several days were not compared, where they were not."""
    long = _are_of_persons(mapping, lists) and len(raw) > MOST_ROWS
    return [NOT_COMPARED.format(rows=MOST_ROWS)] if long else []


def _are_of_persons(mapping: ColumnMapping, lists: Sequence[int]) -> bool:
    """Tell whether rows are of persons with names, in the lists of several days."""
    return len(lists) > 1 and mapping.kind == PERSONS and bool(mapping.positions("name_of_person"))


def _parts_of(name: str) -> tuple[str, ...]:
    """Return the parts of a name, without a post behind it: "Aslam Khan, SI"."""
    bare = plain(name.split(",")[0].split("(")[0]) or plain(name)
    return tuple(_SPELT.get(one, one) for one in bare.split() if one not in _NO_NAMES)


def _may_be_one(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether each part of the shorter name is in the other, whole, misspelt or a letter."""
    short, long = sorted((list(first), list(second)), key=len)
    whole = False
    for part in sorted(short, key=len, reverse=True):
        found = next(_alike(part, long), None)
        if found is None:
            return False
        long.remove(found)
        whole |= min(len(part), len(found)) > 2
    return whole


def _alike(part: str, others: Sequence[str]) -> Iterator[str]:
    """Yield the parts that may be the same, those that are spelt so first."""
    if part in others:
        yield part
    for one in others:
        letter = min(len(part), len(one)) == 1 and part[0] == one[0]
        long = min(len(part), len(one)) >= LEAST_LETTERS and (part + one).isalpha()
        if letter or (long and ratio(part, one) >= LIKE):
            yield one


def _differ(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether two rows say each another district or sex."""
    return any(plain(one) != plain(other) for one, other in zip(first, second, strict=True)
               if one.strip() and other.strip())  # fmt: skip
