"""The stored trainings one by one: as they were stored, where they are from, and corrected."""

from datetime import datetime

import pandas as pd

from data.access.rights import Right
from data.store import audit, corrections, imports, queries
from data.store.allowed import Used, needs, require_own
from data.store.corrections import OF_TRAININGS, ON_SCREEN, Correction
from data.store.imports import Import


class TrainingTable(Used):
    """The trainings of a store, in somebody's hands. Every method may raise a ``StoreError``."""

    @needs(Right.LOOK)
    def rows(self, training_id: str) -> dict[str, pd.DataFrame]:
        """Return the rows that count of a training, as they were stored, by ``OF_TRAININGS``."""
        with self._place.reading() as session:
            return {name: queries.of_training(session, name, training_id) for name in OF_TRAININGS}

    @needs(Right.LOOK)
    def source(self, training_id: str) -> str:
        """Return the source that renews a training by itself; blank where none does."""
        with self._place.reading() as session:
            return corrections.source_of(session, training_id, OF_TRAININGS)

    @needs(Right.IMPORT)
    def correct(self, correction: Correction, *, who: str, at: datetime) -> Import:
        """Put one training as somebody has entered it in the place of what counts of it.

        It is an import like any other: in the history, with its reason, and undone as one.

        Raises
        ------
        NotStored
            If a row has a problem, or there is no reason; if the training is not as it was seen,
            comes from a source, or is not of the provinces of the ``person`` alone; if ``at``
            cannot be right, as for ``Store.add``.
        """
        correction.require_sound()
        new = imports.described(correction.checked, ON_SCREEN, who, at, reason=correction.reason)
        with self._place.writing() as session:
            require_own(session, correction.checked, self.person, {correction.training_id})
            corrections.require_current(session, correction)
            added = imports.add(session, new, correction.checked)
            session.append("whole_trainings", corrections.whole_of(correction, added.id))
            noted = f"import {added.id}"
            audit.append(session, at, who, "corrected on screen", noted, self._address)
            return added
