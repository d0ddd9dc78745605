"""Trainings that numbers tell apart, of sessions or of places: of very many, few may be one."""

from collections import Counter, defaultdict
from functools import cached_property

import numpy as np
import pandas as pd

from data.records.distinct import by_text
from data.review.likeness import LEAST_PERSONS, WhoAttended, called, numbers_of_venue, session_of
from data.sheets.fields import plain


class Series:
    """Trainings that are compared, by their places in a table of them.

    Parameters
    ----------
    trainings
        The columns of the model as text, one row a training.
    attended
        Who came to each; worked out only where numbers tell two apart.
    """

    def __init__(self, trainings: pd.DataFrame, attended: WhoAttended) -> None:
        sessions = by_text(trainings["title"], session_of)
        self._ids, self._attended = trainings["training_id"].tolist(), attended
        self._session = pd.factorize(sessions)[0]
        self._course = pd.factorize(by_text(sessions, called))[0]
        numbers = by_text(trainings["venue"], lambda text: numbers_of_venue(plain(text)))
        told = trainings["venue_adm2_pcode"], numbers
        self._places = [np.where(one == "", -1, pd.factorize(one)[0]) for one in told]

    def may_be(self, one: int, others: np.ndarray) -> np.ndarray:
        """Tell of some trainings whether each may be one with another, as far as numbers say.

        Two sessions of one course, and two places by their codes or numbers, are others where
        fewer than ``LEAST_PERSONS`` came to both.
        """
        apart = self._course[others] == self._course[one]
        apart &= self._session[others] != self._session[one]
        for place in self._places:
            if place[one] >= 0:
                apart |= (place[others] != place[one]) & (place[others] >= 0)
        return ~apart | np.isin(others, self._sharing(one)) if apart.any() else ~apart

    def _sharing(self, one: int) -> list[int]:
        """Return the trainings to which enough persons came of those who came to this one."""
        persons, came_to = self._persons
        if len(persons[one]) < LEAST_PERSONS:
            return []
        both = Counter(place for who in persons[one] for place in came_to[who])
        return [place for place, number in both.items() if number >= LEAST_PERSONS]

    @cached_property
    def _persons(self) -> tuple[list[list[int]], dict[int, list[int]]]:
        """The persons of each training, and the trainings to which each came."""
        told = self._attended()
        persons = [[who for who in told.get(one, ()) if isinstance(who, int)] for one in self._ids]
        came_to: dict[int, list[int]] = defaultdict(list)
        for place, own in enumerate(persons):
            for who in own:
                came_to[who].append(place)
        return persons, came_to
