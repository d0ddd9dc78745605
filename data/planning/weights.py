"""The weights of the parts of need, and what is refused."""

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from geo.words.catalogue import _

#: The parts of the score in the order of their columns (``part_...``): what each says.
PARTS = {
    "population": _("Share of the other districts of the list that have fewer people."),
    "vulnerability": _("Share of the other districts with a lower value in the loaded layer."),
    "distance": _("Share of the other districts that lie nearer to a venue so far."),
    "neighbours": _("Share of the adjacent districts from which nobody has been trained."),
    "province": _("Share of the districts of its province from which nobody has been trained."),
}


@dataclass
class PlanningError(ValueError):
    """No need can be scored or no plan be made: what is wrong, and the way out."""

    what: str
    what_to_do: str

    def __str__(self) -> str:
        """Return both as one text."""
        return f"{self.what} {self.what_to_do}"


@dataclass(frozen=True)
class Weights:
    """How much each part of the score counts, in any unit: only their proportions matter.

    Raises
    ------
    PlanningError
        If a weight is negative or no number, or if all are 0.
    """

    population: float = 40
    vulnerability: float = 20
    distance: float = 20
    neighbours: float = 10
    province: float = 10

    def __post_init__(self) -> None:
        """Refuse what cannot weigh anything."""
        values = self.values
        if not (np.isfinite(values).all() and (values >= 0).all()):
            raise PlanningError(
                _("A weight is not a number of 0 or more."), _("Correct the weight.")
            )
        if not values.any():
            raise PlanningError(_("All weights are 0."), _("Raise at least one of them."))

    @property
    def values(self) -> NDArray[np.float64]:
        """The weights in the order of ``PARTS``."""
        return np.array([asdict(self)[part] for part in PARTS], dtype=float)
