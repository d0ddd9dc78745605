"""From records and a Selection to figures: the one place where figures are made.

Every screen, chart and file takes its figures from a ``Coverage``. Coverage counts *home*
districts, those where the participants serve, not the districts where trainings took place.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import pandas as pd

from data.attendance.homes import UNPLACED
from data.attendance.order import EPOCH
from data.attendance.sums import Numbers, added
from data.figures.districts import districts_of, provinces_of
from data.figures.selected import Selected
from data.figures.selection import Selection, months
from data.figures.sums import entries_by, participants_by, share_of_women
from data.records.model import REACHED, CoverageStatus, Records
from geo.districts import gazetteer


@dataclass(frozen=True)
class Headline:
    """The figures that stand above every view; all are of one Selection.

    Attributes
    ----------
    districts_covered, districts
        Districts with at least one participant, of the districts of the selected provinces.
    districts_without_count
        Of those covered, the ones where no count is published.
    districts_named_within
        Of those not covered, the ones that lie in a larger place from which somebody came.
    trainings, trainings_summarised
        Held trainings that are recorded one by one; and the number of trainings that the
        records describe only together (0 where there is no such row).
    participants, participants_within, participants_unplaced, rows_without_count
        Participants whose number is recorded; of these, those whose home is known as a larger
        place only, and those whose home is not recorded; and attendance rows in which no number
        is recorded.
    rows_incomplete
        Attendance rows that count women or men alone: participants are at least the sum.
    people_covered, people
        People living in covered districts, of people living in the selected districts whose
        population is known (census of 2023).
    districts_without_population
        Selected districts whose population is not known; in neither of the two sums.
    """

    districts_covered: int
    districts: int
    districts_without_count: int
    districts_named_within: int
    trainings: int
    trainings_summarised: int
    participants: int
    participants_within: int
    participants_unplaced: int
    rows_without_count: int
    rows_incomplete: int
    people_covered: int
    people: int
    districts_without_population: int

    @property
    def share_of_people(self) -> float | None:
        """People in covered districts over people in all, 0 to 1; None without a denominator."""
        return self.people_covered / self.people if self.people else None


@dataclass(frozen=True, eq=False)
class Coverage(Selected):
    """The figures of one Selection of one set of records."""

    @cached_property
    def districts(self) -> pd.DataFrame:
        """One row a district of the list, in its order, whatever the Selection.

        Columns: ``adm2_pcode``, ``name``, ``adm1_pcode``, ``province``, ``population``
        (people), ``status`` (the words of ``CoverageStatus``), ``participants`` and its parts
        ``participants_f``, ``participants_m``, ``participants_unspecified`` (``<NA>`` where no
        count is recorded, which is not 0; a sum of the recorded counts where only some are),
        ``rows_without_count``, ``trainings`` (single ones, distinct), ``agencies`` (how many of
        the six of a committee have a participant), ``participants_per_million`` (participants
        over a million people of the district; ``<NA>`` where either is not known), ``last_on``
        (the day from which its latest training counts).
        """
        return districts_of(self)

    @cached_property
    def headline(self) -> Headline:
        """The figures that stand above every view."""
        return _headline(self)

    @cached_property
    def mostly_together(self) -> bool:
        """Whether the records, whatever is selected, describe most trainings only together.

        Then most districts that they reached may not be named: what is not on record is no gap.
        """
        cells = self.records.cells
        together = cells.training_stands_for[cells.training_weight == 0].sum()
        return bool(together > cells.training_weight.sum())

    @cached_property
    def row_count(self) -> int:
        """How many rows of attendance are in."""
        return int(self.sums.numbers["rows"].sum(dtype=np.int64))

    @property
    def mostly_counted(self) -> bool:
        """Whether at least half of the rows of attendance have a number.

        Where not, agencies, months and provinces are not ranked by what happens to be counted.
        """
        return 2 * self.headline.rows_without_count <= self.row_count

    @cached_property
    def by_agency_month(self) -> pd.DataFrame:
        """One row an agency x month with at least one attendance row, sorted by both.

        Columns: ``month`` (its first day), ``agency``, ``participants`` and its three parts,
        ``rows_without_count``. Rows whose home district is not recorded are in, so that the
        sum of ``participants`` is the headline's.
        """
        cells, names, sums = self.records.cells, self.records.cells.agencies, self.sums
        # One number for month and agency: sorted by both, and quickly told apart.
        key = sums.group.astype(np.int64) // cells.kinds * len(names) + sums.agency
        numbers, group = np.unique(key, return_inverse=True)
        month = (numbers // len(names)).astype("datetime64[M]").astype("datetime64[s]")
        agency = np.array(names, dtype=object)[numbers % len(names)]
        of_months = participants_by(sums.numbers, group, len(numbers))
        return pd.DataFrame({"month": month, "agency": agency, **of_months})

    @cached_property
    def women_and_men(self) -> pd.DataFrame:
        """One row an agency, by name: ``agency``, ``women``, ``men``, ``share`` of women (0 to 1).

        Only rows that count both are in, so that the share is of the same people; it is NaN where
        few are counted by sex (``data.figures.sums.share_of_women``).
        """
        names, numbers = self.records.cells.agencies, self._by_agency
        share = share_of_women(numbers, withheld=self.records.sex_withheld)
        women, men = numbers["women_of_both"], numbers["men_of_both"]
        agencies = pd.Series(names, dtype="str")
        return pd.DataFrame({"agency": agencies, "women": women, "men": men, "share": share})

    @property
    def share_of_women(self) -> float | None:
        """Women over women and men of all agencies, 0 to 1; None where few are counted by sex."""
        total = {name: counts.sum(keepdims=True) for name, counts in self._by_agency.items()}
        share = float(share_of_women(total, withheld=self.records.sex_withheld)[0])
        return None if np.isnan(share) else share

    @cached_property
    def _by_agency(self) -> Numbers:
        """The numbers of the rows that are in, one entry an agency of ``Records.cells``."""
        return added(self.sums.numbers, self.sums.agency, len(self.records.cells.agencies))

    @cached_property
    def by_province(self) -> pd.DataFrame:
        """One row a selected province, sorted by name.

        Columns: ``adm1_pcode``, ``province``, ``districts``, ``districts_covered``,
        ``participants`` and its parts (``<NA>`` where no count is recorded),
        ``rows_without_count``, ``people_covered``, ``people`` (0 where none is known). Those of
        a larger place are in its province.
        """
        return provinces_of(self, self.districts)

    @property
    def unplaced(self) -> dict[str, int | None]:
        """Participants whose home district is not recorded, of no province, and their parts.

        By the names of the columns of ``by_province``; None where no count is recorded.
        """
        sums = {name: values[UNPLACED] for name, values in self.by_home.items()}
        return {name: None if pd.isna(value) else int(value) for name, value in sums.items()}

    @cached_property
    def trainings(self) -> pd.DataFrame:
        """One row a training of the Selection, latest first.

        Columns: those of ``TRAINING_COLUMNS``, ``participants`` (of the Selection; ``<NA>``
        where no count is recorded), ``home_districts`` (distinct, of the Selection).
        """
        cells, numbers = self.records.cells, self.by_training
        chosen = np.flatnonzero(self.trainings_in)[::-1]
        of_chosen = {name: values[chosen] for name, values in numbers.items()}
        sums = participants_by(of_chosen, np.arange(len(chosen)), len(chosen))
        frame = self.records.trainings.iloc[cells.training_row[chosen]].reset_index(drop=True)
        homes = of_chosen["homes"].astype(np.int64)
        return frame.assign(participants=sums["participants"], home_districts=homes)

    @cached_property
    def venues(self) -> pd.Series:
        """How many trainings of the Selection each venue district had, by P-code, sorted by it.

        A row that stands for several trainings is one; one whose venue has no P-code of the
        list is in none.
        """
        counts = entries_by(self.records.cells.training_venue[self.trainings_in], UNPLACED + 1)
        names = list(gazetteer.names())
        return pd.Series({pcode: int(n) for pcode, n in zip(names, counts, strict=False) if n})

    @cached_property
    def by_day(self) -> pd.DataFrame:
        """One row a day on which a selected training counts, sorted.

        Columns: ``day``, ``participants`` (``<NA>`` where no row of that day has a count, also
        where its training has no row at all), ``rows_without_count``, ``total`` (of what is
        recorded, up to and with that day; the last is the headline's).
        """
        days = self.records.cells.training_day
        with_rows = self.by_training["rows"] > 0
        listed = np.flatnonzero(with_rows | self.trainings_in)
        numbers, group = np.unique(days[listed], return_inverse=True)
        of_listed = {name: values[listed] for name, values in self.by_training.items()}
        sums = participants_by(of_listed, group, len(numbers))
        participants = sums["participants"]
        dates = [EPOCH + timedelta(days=int(number)) for number in numbers]
        return pd.DataFrame(
            {
                "day": pd.Series(dates, dtype=object),
                "participants": participants,
                "rows_without_count": sums["rows_without_count"],
                "total": participants.to_numpy(dtype=np.int64, na_value=0).cumsum(),
            }
        )

    @cached_property
    def months(self) -> list[date]:
        """The first day of every month, also of empty ones, up to the as-of date.

        They begin with the first selected training or row of attendance: the rows of a
        Selection can all say zero, and then none of its trainings is in.
        """
        cells = self.records.cells
        firsts = [*cells.training_month[self.trainings_in][:1], *self.sums.group[:1] // cells.kinds]
        if not firsts:
            return []
        first = np.datetime64(int(min(firsts)), "M").astype("datetime64[D]").item()
        return months(first, self.selection.as_of)


def coverage(records: Records, selection: Selection) -> Coverage:
    """Return the figures of a Selection.

    A district is covered if at least one participant who serves there attended a selected
    training that counts on or before the as-of date. Of records of some provinces, a view is of
    these or some of them, whatever it selects.
    """
    if records.provinces:
        own = tuple(one for one in selection.provinces if one in records.provinces)
        selection = replace(selection, provinces=own or records.provinces)
    return Coverage(records, selection)


def _headline(figures: Coverage) -> Headline:
    cells, sums, frame = figures.records.cells, figures.by_home, figures.districts
    selected = frame[frame["status"] != CoverageStatus.NOT_SELECTED]
    covered = selected["status"].isin(REACHED)
    people = sums["participants"].to_numpy(np.int64, na_value=0)
    trainings = figures.trainings_in
    together = trainings & (cells.training_weight == 0)
    return Headline(
        districts_covered=int(covered.sum()),
        districts=len(selected),
        districts_without_count=int(
            (selected["status"] == CoverageStatus.COUNT_NOT_PUBLISHED).sum()
        ),
        districts_named_within=int((selected["status"] == CoverageStatus.NAMED_WITHIN).sum()),
        trainings=int(cells.training_weight[trainings].sum()),
        trainings_summarised=int(cells.training_stands_for[together].sum()),
        participants=int(people.sum()),
        participants_within=int(people[UNPLACED + 1 :].sum()),
        participants_unplaced=int(people[UNPLACED]),
        rows_without_count=int(sums["rows_without_count"].sum()),
        rows_incomplete=int(figures.sums.numbers["incomplete"].sum(dtype=np.int64)),
        people_covered=int(selected.loc[covered, "population"].sum()),
        people=int(selected["population"].sum()),
        districts_without_population=int(selected["population"].isna().sum()),
    )
