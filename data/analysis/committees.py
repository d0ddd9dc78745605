"""Which agencies of each committee have been trained: district, provincial and national.

A committee seat can be empty in the records for different reasons, and they stay apart: nobody
is recorded, zero is reported, somebody came whose agency was not recorded or who may be from
another district of a larger place, or the Selection leaves the agency or the place out.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.attendance.homes import HOMES, UNPLACED
from data.attendance.sums import Sums
from data.figures.coverage import Coverage
from data.figures.selected import selected_districts
from data.figures.sums import entries_by, participants_by
from data.records.model import AGENCY_NOT_TOLD, NOTIFIED
from data.records.programme import committee_agencies
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places
from geo.words.catalogue import _

#: The code of the whole country, the one place of the national committee.
COUNTRY = "PK"
UNKNOWN, NO = "unknown", "no"


class Seat(StrEnum):
    """What the records say of one agency of one committee; the values are words on screen."""

    PRESENT = "present"
    PRESENT_WITHOUT_COUNT = _("present, count not recorded")
    ZERO_REPORTED = _("zero reported")
    NOT_KNOWN = _("not known: the agency or district of a participant is not recorded")
    NOBODY = _("nobody recorded")
    NOT_SELECTED = _("not in this selection")


#: Seats of which the records have no number, which is not 0.
WITHOUT_NUMBER = (Seat.PRESENT_WITHOUT_COUNT, Seat.NOT_KNOWN, Seat.NOT_SELECTED)


@dataclass(frozen=True, eq=False)
class Presence:
    """The agencies of the committees of one level.

    Attributes
    ----------
    agencies
        The six of a committee, in the programme's order.
    places
        One row a committee: ``pcode`` (district, province or ``PK``), ``name``, ``province``,
        ``population`` (people; ``<NA>`` where none is known), ``present`` (agencies with at
        least one participant, 0 to 6), ``not_known`` (agencies of which it cannot be said),
        ``missing`` (the names of those with nobody recorded or zero reported), ``notified``
        (yes, no or unknown).
    participants
        One row a committee (index ``pcode``), one column an agency: participants; 0 where
        nobody is recorded, ``<NA>`` where the number is not known or not in the Selection.
    seats
        The same rows and columns: the words of ``Seat``.
    """

    agencies: tuple[str, ...]
    places: pd.DataFrame
    participants: pd.DataFrame
    seats: pd.DataFrame

    @property
    def shown(self) -> tuple[str, ...]:
        """The agencies that the Selection leaves in; of the others nothing can be said."""
        within = (self.seats != Seat.NOT_SELECTED).any()
        return tuple(agency for agency in self.agencies if within[agency])


def presence(
    figures: Coverage, level: str | None = None, notified: pd.DataFrame | None = None
) -> Presence:
    """Return the presence of each agency in each committee of a level.

    Parameters
    ----------
    level
        ``district`` and ``provincial``: the trainings of that level, by home district or
        province of their participants. ``national``: those of that level, the whole country
        in one row, with participants whose home district is not recorded. None: one row a
        district from trainings of all levels, as ``Coverage.districts`` counts ``agencies``.
    notified
        The table of committees (``COMMITTEE_COLUMNS``); a committee that it does not name is
        ``unknown``, and one that was notified after the as-of date is not notified.

    Raises
    ------
    ValueError
        If the level is none of these.
    """
    places, place_of = _places(level)
    sums, place = _sums_of(figures, level, place_of)
    perhaps = _perhaps(figures, level, sums, place, len(places))
    seats, counts = _seats(figures, sums, place, perhaps)
    selected = entries_by(place_of[selected_districts(figures.selection)], len(places)) > 0
    seats[~selected] = Seat.NOT_SELECTED.value
    agencies = committee_agencies()
    words = pd.DataFrame(seats, index=places["pcode"], columns=list(agencies))
    counts = counts.set_axis(places["pcode"]).mask(words.isin(WITHOUT_NUMBER))
    present = (seats == Seat.PRESENT.value) | (seats == Seat.PRESENT_WITHOUT_COUNT.value)
    places["present"] = present.sum(axis=1)
    places["not_known"] = (seats == Seat.NOT_KNOWN).sum(axis=1)
    places["missing"] = _missing(seats, agencies)
    places["notified"] = _notified(figures, places["pcode"], level or "district", notified)
    return Presence(agencies, places, counts, words)


def agencies_not_known(figures: Coverage) -> NDArray[np.bool_]:
    """Return of which districts it cannot be said how many agencies are missing.

    One entry a district of the list: whether ``not_known`` of ``presence`` is above 0.
    """
    agencies, size = committee_agencies(), UNPLACED
    sums, place = _sums_of(figures, None, np.arange(size))
    perhaps = _perhaps(figures, None, sums, place, size)
    if not perhaps.any():
        return np.zeros(size, dtype=bool)
    seat = _seats_of(figures)[sums.agency]
    held, many = seat >= 0, len(agencies)
    told = entries_by(place[held] * many + seat[held], size * many).reshape(size, many) > 0
    chosen = figures.selection.agencies
    in_selection = np.array([not chosen or agency in chosen for agency in agencies])
    return (perhaps & ~told & in_selection).sum(axis=1) > 0


def nearly_complete(found: Presence) -> pd.DataFrame:
    """Return the committees that lack one agency of six, most people first.

    Returns
    -------
    pandas.DataFrame
        ``pcode``, ``name``, ``province``, ``population``, ``notified``, ``lacks`` (the
        agency), ``certain`` (False where a participant whose agency or district is not recorded
        may be of it). A committee of which the Selection leaves an agency out is not in.
    """
    five = (found.places["present"] == len(found.agencies) - 1).to_numpy()
    empty = found.seats.isin([Seat.NOBODY, Seat.ZERO_REPORTED, Seat.NOT_KNOWN]).to_numpy()
    kept = five & (empty.sum(axis=1) == 1)
    lacking = empty[kept].argmax(axis=1)
    frame = found.places.loc[kept, ["pcode", "name", "province", "population", "notified"]]
    frame["lacks"] = np.array(found.agencies, dtype=object)[lacking]
    frame["certain"] = found.seats.to_numpy()[kept, lacking] != Seat.NOT_KNOWN
    return frame.sort_values("population", ascending=False, kind="stable", ignore_index=True)


def by_completeness(found: Presence) -> pd.DataFrame:
    """Return how many selected committees have 0, 1, ... 6 agencies present.

    Returns
    -------
    pandas.DataFrame
        ``present`` (0 to 6, then ``<NA>``: somebody was trained, and of nobody the agency is
        recorded), ``committees``; the sum is the committees in the Selection.
    """
    selected = selected_places(found)
    not_known = (selected["present"] == 0) & (selected["not_known"] > 0)
    steps = len(found.agencies) + 1
    counts = entries_by(selected.loc[~not_known, "present"].to_numpy(), steps)
    present = pd.array([*range(steps), pd.NA], dtype="Int64")
    return pd.DataFrame({"present": present, "committees": [*counts, int(not_known.sum())]})


def by_notification(found: Presence) -> pd.DataFrame:
    """Return how many committees in the Selection are notified, and not, and not known to be.

    Returns
    -------
    pandas.DataFrame
        One row for each of ``NOTIFIED`` (the index): ``committees``, and ``complete``, those of
        them with all six agencies present. The sum is the committees in the Selection.
    """
    selected = selected_places(found)
    complete = (selected["present"] == len(found.agencies)).groupby(selected["notified"])
    counts = complete.agg(["size", "sum"]).reindex(list(NOTIFIED), fill_value=0).astype(int)
    return counts.set_axis(["committees", "complete"], axis=1)


def selected_places(found: Presence) -> pd.DataFrame:
    """Return the rows of ``places`` that are in the Selection."""
    return found.places[(found.seats != Seat.NOT_SELECTED).any(axis=1).to_numpy()]


def _places(level: str | None) -> tuple[pd.DataFrame, NDArray[np.intp]]:
    """Return the committees of a level, and the place of each district of the list in them."""
    listed = gazetteer.districts()[["adm2_pcode", "name", "adm1_pcode", "province", "population"]]
    if level in (None, "district"):
        places = listed.drop(columns="adm1_pcode").rename(columns={"adm2_pcode": "pcode"})
        return places, np.arange(len(listed))
    people = listed["population"]
    if level == "provincial":
        codes, pcodes = pd.factorize(listed["adm1_pcode"], sort=True)
        names = [gazetteer.provinces()[pcode] for pcode in pcodes]
        places = pd.DataFrame({"pcode": pcodes, "name": names, "province": names})
        places["population"] = people.groupby(codes).sum(min_count=1).array
        return places, codes
    if level == "national":
        one = {"pcode": [COUNTRY], "name": ["Pakistan"], "province": [""]}
        return pd.DataFrame(one | {"population": [people.sum()]}), np.zeros(len(listed), np.intp)
    raise ValueError(f"no committee is of the level {level!r}")


def _sums_of(figures: Coverage, level: str | None, place_of: NDArray) -> tuple[Sums, NDArray]:
    sums = _of_level(figures, level)
    if level == "national":  # who comes from a district that is not recorded is in the country
        return sums, np.zeros(len(sums.home), np.intp)
    home = sums.home
    if level == "provincial":
        home = _in_its_province()[home]
    return sums[home < UNPLACED], place_of[home[home < UNPLACED]]


def _of_level(figures: Coverage, level: str | None) -> Sums:
    if level is None:
        return figures.sums
    levels, sums = figures.records.cells.levels, figures.sums_by_kind
    of_level = np.array([one == level for one in levels], dtype=bool)
    return sums[of_level[sums.group % max(len(levels), 1)]]


def _perhaps(
    figures: Coverage, level: str | None, sums: Sums, place: NDArray, size: int
) -> NDArray[np.bool_]:
    """Return which seats somebody may have of whom the agency or the district is not recorded.

    One row a place, one column an agency.
    """
    unnamed = (_seats_of(figures)[sums.agency] == UNNAMED) & (sums.numbers["attended"] > 0)
    perhaps = np.repeat(entries_by(place[unnamed], size) > 0, len(committee_agencies()))
    perhaps = perhaps.reshape(size, -1)
    return perhaps | _named_within(figures, level) if level in (None, "district") else perhaps


def _named_within(figures: Coverage, level: str | None) -> NDArray[np.bool_]:
    """Return which seats of districts somebody may have who is from a larger place around them."""
    sums = _of_level(figures, level)
    came = sums[(sums.home > UNPLACED) & (sums.numbers["attended"] > 0)]
    seat = _seats_of(figures)[came.agency]
    seats = np.zeros((HOMES, len(committee_agencies())), dtype=bool)
    seats[came.home[seat >= 0], seat[seat >= 0]] = True
    seats[came.home[seat == UNNAMED]] = True
    listed, perhaps = gazetteer.districts()["adm2_pcode"], seats[:UNPLACED]
    for n, larger in enumerate(larger_places().values(), UNPLACED + 1):
        if seats[n].any():
            perhaps[listed.isin(larger.districts)] |= seats[n]
    return perhaps


def _in_its_province() -> NDArray[np.intp]:
    """Return each home by its code, a larger place as the first district of its province."""
    listed = gazetteer.districts()["adm1_pcode"].tolist()
    larger = [listed.index(place.adm1_pcode) for place in larger_places().values()]
    return np.array([*range(UNPLACED + 1), *larger], dtype=np.intp)


def _seats(
    figures: Coverage, sums: Sums, place: NDArray, perhaps: NDArray[np.bool_]
) -> tuple[NDArray, pd.DataFrame]:
    """Return the word and the participants of each seat, one row a place, as ``perhaps`` has."""
    agencies, came = committee_agencies(), sums.numbers["attended"] > 0
    seat = _seats_of(figures)[sums.agency]
    held, (size, many) = seat >= 0, perhaps.shape
    key, total = place[held] * many + seat[held], size * many
    figured = participants_by(sums[held].numbers, key, total)
    words = np.full(total, Seat.NOBODY.value, dtype=object)
    words[perhaps.ravel()] = Seat.NOT_KNOWN.value
    words[entries_by(key, total) > 0] = Seat.ZERO_REPORTED.value
    words[entries_by(key[came[held]], total) > 0] = Seat.PRESENT_WITHOUT_COUNT.value
    counts = figured["participants"].fillna(0)
    words[counts.to_numpy(np.int64) > 0] = Seat.PRESENT.value
    frame = pd.DataFrame({agency: counts[n::many] for n, agency in enumerate(agencies)})
    seats = words.reshape(size, many)
    chosen = figures.selection.agencies
    seats[:, [bool(chosen) and agency not in chosen for agency in agencies]] = Seat.NOT_SELECTED
    return seats, frame


#: Beside the positions of the six agencies: another agency, and one that is not recorded.
OTHER, UNNAMED = -1, -2


def _seats_of(figures: Coverage) -> NDArray[np.intp]:
    """Return the seat of each agency of the records: 0 to 5, ``OTHER`` or ``UNNAMED``."""
    agencies = committee_agencies()
    told = [_seat_of(agency, agencies) for agency in figures.records.cells.agencies]
    return np.array(told, dtype=np.intp)


def _seat_of(agency: str, agencies: tuple[str, ...]) -> int:
    if agency.strip().casefold() in AGENCY_NOT_TOLD:
        return UNNAMED
    return agencies.index(agency) if agency in agencies else OTHER


def _missing(seats: NDArray, agencies: tuple[str, ...]) -> list[str]:
    """Name the agencies of each committee of which nobody is recorded or zero reported."""
    empty = (seats == Seat.NOBODY.value) | (seats == Seat.ZERO_REPORTED.value)
    names = np.array(agencies, dtype=object)
    return [", ".join(names[row]) for row in empty]


def _notified(
    figures: Coverage, pcodes: pd.Series, level: str, table: pd.DataFrame | None
) -> pd.Series:
    if table is None:
        return pd.Series(UNKNOWN, index=pcodes.index)
    column = {"district": "adm2_pcode", "provincial": "adm1_pcode"}.get(level)
    rows = table[table["level"] == level]
    keys = rows[column] if column else pd.Series(COUNTRY, index=rows.index)
    later = pd.to_datetime(rows["notified_on"]) > pd.Timestamp(figures.selection.as_of)
    told = pd.Series(rows["notified"].mask(later, NO).to_numpy(), index=keys.to_numpy())
    words = pcodes.map(told[~told.index.duplicated(keep="last")])
    return words.where(words.isin(NOTIFIED), UNKNOWN)
