"""What the map shows of one Selection, as plain values."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class MapClass:
    """One class of the legend: its CSS key, its words and how many districts are in it."""

    key: str
    label: str
    count: int


@dataclass(frozen=True)
class DistrictList:
    """A list beside the map: which districts, in which order, with which figure.

    ``notes`` is what has to be known of each of the places, blank of most; empty where of none.
    """

    key: str
    title: str
    order: str
    figure: str
    none: str
    places: tuple[int, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Venue:
    """A district in which trainings took place: where it lies ([lat, lon]), how many trainings."""

    pcode: str
    name: str
    at: tuple[float, float]
    trainings: int


@dataclass(frozen=True)
class MapValues:
    """What the map shows of one Selection.

    Attributes
    ----------
    measure
        The title of the legend, with its unit.
    classes
        The classes of the legend; their counts sum to all districts of the list.
    class_of, status, participants, trainings, agencies
        One entry a district in the order of the list: its place in ``classes``, its place in
        ``statuses``, and its figures (None where not known, which is not 0).
    statuses
        The words for each status.
    lists
        The lists beside the map.
    venues
        Venue districts; ``ways`` are lines from a home district to a venue, each end [lat, lon].
    provinces
        P-codes of the provinces that the Selection is confined to, where the map then goes; none
        for the whole country.
    choosable
        Whether a click on a province's name may select it.
    selected
        The P-code of the district whose profile is open, or None.
    presenting
        Whether the map stands on a slide: large type, and no list beside it.
    """

    measure: str
    classes: tuple[MapClass, ...]
    class_of: tuple[int, ...]
    statuses: tuple[str, ...]
    status: tuple[int, ...]
    participants: tuple[int | None, ...]
    trainings: tuple[int, ...]
    agencies: tuple[int, ...]
    lists: tuple[DistrictList, ...]
    venues: tuple[Venue, ...] = ()
    ways: tuple[tuple[tuple[float, float], tuple[float, float]], ...] = ()
    provinces: tuple[str, ...] = ()
    choosable: bool = True
    selected: str | None = None
    presenting: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the names and plain values that ``coverage_map.js`` reads."""
        plain = {**self.__dict__, "class": self.class_of}
        del plain["class_of"]
        for part in ("classes", "lists", "venues"):
            plain[part] = [one.__dict__ for one in plain[part]]
        return plain
