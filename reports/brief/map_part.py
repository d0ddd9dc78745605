"""The map of the brief, its legend, and what it shows in a sentence."""

from typing import Any

from geo.boundaries.boundary_set import BoundarySet
from geo.webmap.map_values import MapClass, MapValues
from reports.maps.palette import palette
from reports.maps.sheet_files import bare_map_svg
from reports.measures.measures import map_values
from reports.story.story import MEASURE, Story


def map_part(story: Story, boundaries: BoundarySet) -> dict[str, Any]:
    """Return the drawing (``svg``), its sentence and its legend.

    ``legend``: one entry a class with ``label``, ``count`` and its look. The counts sum to
    ``total``, the districts of the list.
    """
    values = map_values(story.figures, MEASURE)
    return {
        "svg": bare_map_svg(values, boundaries, names=True),
        "title": values.measure,
        "alt": map_alt(story, values),
        "legend": [_entry(one) for one in values.classes],
        "total": f"{sum(one.count for one in values.classes):,}",
        "venues": len(values.venues),
    }


def map_alt(story: Story, values: MapValues) -> str:
    """Say in a sentence what the map shows."""
    told = story.figures.headline
    classes = ", ".join(f"{one.label}: {one.count:,}" for one in values.classes)
    return (
        f"Map of Pakistan: {told.districts_covered:,} of {told.districts:,} districts covered. "
        f"{values.measure}, districts by class: {classes}."
    )


def _entry(one: MapClass) -> dict[str, Any]:
    return {"label": one.label, "count": f"{one.count:,}", **vars(palette(one.key))}
