"""What a view selects, in words: on sheets, in workbooks and in files."""

from datetime import date

from data.figures.selection import Selection
from data.records.model import Records, in_words
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet
from geo.districts import gazetteer

#: Said where no filter is set.
EVERYTHING = "all provinces, agencies, donors and levels"


def filters_in_words(selection: Selection) -> tuple[str, ...]:
    """Return each filter that is set, as ``what: values``; empty where none is."""
    provinces = tuple(gazetteer.provinces()[pcode] for pcode in selection.provinces)
    parts = (
        ("provinces", provinces),
        ("agencies", selection.agencies),
        ("donors", selection.donors),
        ("levels", selection.levels),
    )
    since = [f"trainings from {in_words(selection.since)}"] if selection.since else []
    return (
        *since,
        *(f"{what}: {', '.join(value or 'not recorded' for value in v)}" for what, v in parts if v),
    )


def selection_in_words(selection: Selection) -> str:
    """Return the filters in one line; that there is none where none is set."""
    return "; ".join(filters_in_words(selection)) or EVERYTHING


def source_in_words(records: Records, as_of: date) -> str:
    """Return the line under every map and figure: as-of date, source, what the records are."""
    parts = [f"Data as of {in_words(as_of)}", f"source: {records.source}"]
    if records.illustrative:
        parts.append("illustrative records")
    return " \u00b7 ".join(parts)


def boundaries_in_words(boundaries: BoundarySet) -> tuple[str, ...]:
    """Return what is to be said of a map's boundaries, a sentence or two each.

    The set and its vintage, its attribution, its own notes, the note on the Line of Control,
    and that boundaries imply no endorsement.
    """
    first = [f"Boundaries: {boundaries.title}.", f"{boundaries.attribution.rstrip('.')}."]
    if boundaries.vintage.rpartition(" ")[2] not in boundaries.title:
        first[0] = f"Boundaries: {boundaries.title}, {boundaries.vintage}."
    return (*first, *boundaries.notes, LINE_OF_CONTROL_NOTE, BOUNDARY_NOTE)
