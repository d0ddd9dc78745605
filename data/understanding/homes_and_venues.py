"""Where the people of a sheet's rows serve and where they were trained, as far as it is told."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

import pandas as pd

from data.checking.other_countries import require_of_pakistan
from data.checking.problems import RowFaults
from data.records.distinct import blank_column, by_text, filled_texts
from data.records.personal_data import HIDDEN_TEXT
from data.records.problems.of_rows import DISTRICT_NOT_FOUND
from data.review.decisions import DISTRICT, Decisions
from data.review.districts import Placed, nowhere, place
from data.review.questions import QueueItem
from data.sheets.admission import Admitted, column
from data.sheets.fields import LONGEST_NAME, PLACE_FIELDS, VENUE_FIELDS, plain
from data.sheets.mapping import GROUPS, TRAININGS, ColumnMapping
from data.sheets.sheet import Sheet
from data.understanding.layout.posting_columns import is_of_towns
from data.understanding.layout.venues import AS_HOME, AS_LIVING, AS_SERVED, AS_VENUE
from data.understanding.rows.home_of_all import (
    OF_NONE_RECORDED,
    RowsOfNoHome,
    say_none_is_recorded,
    tell_no_home,
)
from geo.names.by_name import districts_among

#: Words of a column of venues that are cities, and no districts.
_CITIES = frozenset(["city", "cities", "place", "location", "station", "town"])
#: So many titles, and venues, are looked through for districts to offer: a pull may have thousands.
_LOOKED_THROUGH = 40
#: What several districts are of.
_LARGER = re.compile(r"\b(?:divisions?|regions?|range|zone|circle|provinc\w+)\b", re.IGNORECASE)


@dataclass(eq=False)
class RowPlaces:
    """The places of the rows of a sheet, and what is found out and asked on the way to them.

    Attributes
    ----------
    admitted, sheet, mapping, people
        The rows, where they come from, what their columns are, and of how many people each is.
    tells_homes, of_villages
        Whether districts beside the rows are of those who came; and whether these are villagers.
    nobody
        The rows that tell nothing of a person, and wait for that.
    decisions, faults
        What was decided before, and where the problems of rows go.
    queue, notes
        Those of the whole sheet, to which what is asked and said here is added.
    unplaced
        The rows that are in no district yet.
    served, abroad
        The P-codes of the homes once they are told, and the rows of people of another country.
    """

    admitted: Admitted
    sheet: Sheet
    mapping: ColumnMapping
    people: pd.Series
    decisions: Decisions
    faults: RowFaults
    queue: list[QueueItem]
    notes: list[str]
    tells_homes: bool
    of_villages: bool
    nobody: Collection[int]
    unplaced: list[pd.DataFrame] = field(default_factory=list)
    served: pd.Series | None = None
    abroad: frozenset[int] = frozenset()

    @property
    def cells(self) -> pd.DataFrame:
        """The rows that are taken in, by field."""
        return self.admitted.cells

    def homes(self, days: pd.Series) -> pd.Series:
        """Return the P-codes of the home districts by row; blank where none is recorded.

        A row whose district is not found, or of a table that tells none, is a problem. ``days`` are
        as 2023-05-09.

        Raises
        ------
        ReadingError
            If the places are of another country.
        """
        if not self.tells_homes:
            return blank_column(self.cells.index)
        if self.mapping.kind != TRAININGS and tell_no_home(self.cells):
            return self._homes_of_none(days)
        homes = self._placed(PLACE_FIELDS, days)
        self.notes += self._taken_for_homes()
        named = "district" if "district" in self.cells else "adm2_pcode"
        where = self.admitted.name_of(named)
        for reason, own in homes.unplaced.groupby("reason", sort=False):
            kind = DISTRICT_NOT_FOUND.of(why=reason)
            self.faults.add(own["row"], where, own.set_index("row")["value"], kind)
        self.served, self.abroad = homes.pcodes, homes.abroad
        return homes.pcodes

    def venues(self, days: pd.Series) -> tuple[pd.Series, pd.Series]:
        """Return the P-codes of the venues' districts by row, and their words; raises as ``homes``.

        One that is not found is asked about, and blank.
        """
        fields = VENUE_FIELDS
        if not self.tells_homes and not any(name in self.cells for name in VENUE_FIELDS[:2]):
            fields = PLACE_FIELDS
            if any(name in self.cells for name in PLACE_FIELDS[:2]):
                self.notes.append(AS_VENUE)
        held = self._placed(fields, days, self.served)
        if fields is PLACE_FIELDS:
            self.unplaced[-1] = self.unplaced[-1].assign(role="venue")
            self.queue[:] = [
                replace(one, held=False) if one.kind == DISTRICT else one for one in self.queue
            ]
        hidden = held.unplaced.loc[held.unplaced["value"] == HIDDEN_TEXT, "row"]
        words = column(self.cells, fields[0])
        return held.pcodes, words.mask(words.index.isin(hidden), "")

    def _placed(
        self, fields: tuple[str, str, str], days: pd.Series, beside: pd.Series | None = None
    ) -> Placed:
        """Return the districts of the rows, and take note of those not found."""
        home = fields is PLACE_FIELDS and self.tells_homes
        districts = nowhere(self.cells.index)
        if {*fields} & {*self.cells}:
            words = {*plain(called := self.admitted.name_of(fields[0])).split()}
            own = self.sheet.own_names.get(called, called)
            districts = place(self.cells, fields, days, self.decisions, self.people, home=home,
                              of_cities=bool(_CITIES & words), beside=beside,
                              of_towns=home and is_of_towns(own))  # fmt: skip
        self.queue += districts.queue
        self.notes += districts.notes
        self.unplaced.append(districts.unplaced)
        require_of_pakistan(self.sheet, districts)
        return districts

    def _taken_for_homes(self) -> list[str]:
        """Say what districts are taken for homes, where they may be those of venues."""
        if "district" not in self.cells or any(one in self.cells for one in VENUE_FIELDS[:2]):
            return []
        if self.of_villages:
            return [AS_LIVING]
        if "venue" in self.cells:
            return [AS_HOME]
        return [AS_SERVED] if self.mapping.kind == GROUPS else []

    def _homes_of_none(self, days: pd.Series) -> pd.Series:
        """Return the homes of rows of which none tells one, as it was answered, or ask."""
        cells, beside = self.cells, self.sheet.beside
        if say_none_is_recorded(beside):
            self.notes.append(OF_NONE_RECORDED)
            return blank_column(cells.index)
        titles, held_at = (filled_texts(column(cells, one)) for one in ("title", "venue"))
        trainings = (*sorted(titles), *sorted({*days}))  # another file may be of other people
        rest = RowsOfNoHome(
            people=self.people.drop([*self.nobody]),
            venues=self._own_districts(days),
            texts=[*beside, *titles[:_LOOKED_THROUGH], *held_at[:_LOOKED_THROUGH]],
            form=(self.mapping.shape, *beside, *trainings),
            decisions=self.decisions,
            faults=self.faults,
        )
        homes, asked = rest.told()
        self.queue += asked
        return homes.reindex(cells.index, fill_value="")

    def _own_districts(self, days: pd.Series) -> pd.Series:
        """Return the P-code of the district of each row's training, else blank.

        A column has it, or the words of the venue name one; else the title does, of not too many.
        """
        told = nowhere(self.cells.index)
        if {*VENUE_FIELDS} & {*self.cells}:
            told = place(self.cells, VENUE_FIELDS, days, self.decisions, self.people, home=False)
        named = by_text(column(self.cells, "venue"), _one_district)
        known = told.pcodes.where(told.pcodes != "", named)
        titles = column(self.cells, "title")
        if (known != "").all() or titles.nunique() > _LOOKED_THROUGH:
            return known
        return known.where(known != "", by_text(titles, _one_district))


def _one_district(text: str) -> str:
    """Return the P-code of the one district that a venue or title names; else blank.

    A division is larger than the district that it is called by.
    """
    short = len(text) <= LONGEST_NAME and not _LARGER.search(text)
    named = districts_among([text]) if short else frozenset()
    return next(iter(named)) if len(named) == 1 else ""
