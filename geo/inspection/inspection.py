"""Inspects a boundary file: reads it, runs every check, and makes a set of what passes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import geopandas
import shapely

from geo.boundaries.boundary_set import BoundarySet
from geo.districts.boundary_folder import BoundaryError
from geo.districts.newer import NewerDistrict
from geo.inspection import code_checks, codes_by_name, land_checks, outline_checks
from geo.inspection.boundary_file import named, read, valid_on
from geo.inspection.codes_by_name import NameMatch, coded_by_name
from geo.inspection.findings import Check, Checked, Finding
from geo.inspection.simplification import METRES, light_set
from geo.words.catalogue import _, ngettext

#: In this order: each relies on what those before it have put right.
CHECKS: tuple[Check, ...] = (
    code_checks.with_codes,
    code_checks.codes_and_names,
    code_checks.names_of_codes,
    code_checks.of_this_country,
    outline_checks.with_areas,
    outline_checks.in_degrees,
    outline_checks.valid_outlines,
    code_checks.one_of_each,
    code_checks.newer_districts,
    land_checks.of_ocha,
    code_checks.provinces,
    land_checks.own_land,
)
#: How the outlines lie beside each other.
TOGETHER: tuple[Check, ...] = (
    land_checks.overlaps,
    land_checks.land_of_none,
    outline_checks.common_lines,
)
#: Kinds of findings that tell what was done and ask for nothing.
MERELY_TOLD = frozenset({"CRS", "simplified", land_checks.OCHA})
#: Kinds of findings that everyone who looks at the map should know. Newer districts are told
#: when the set is shown, as they are counted then.
FOR_READERS = frozenset({"missing", "no outline", "not in the list", "could not check"})


@dataclass(frozen=True, eq=False)  # frames do not compare to one truth value
class Inspection:
    """What was found in a boundary file."""

    #: The districts as they would be drawn, before they are simplified:
    #: GeoDataFrame[adm2_pcode, adm2_name, adm1_pcode, ...; EPSG:4326].
    frame: geopandas.GeoDataFrame | None
    notes: tuple[Finding, ...] = ()  #: In the order of the checks.
    refused: str | None = None  #: Why the file cannot be used, and what to do; None if it can.
    layer: str = ""  #: The layer that was read.
    valid_on: date | None = None  #: The day for which the file says that it holds.
    cod: bool = False  #: Whether it is OCHA's COD-AB for Pakistan, as a finding says.
    #: Where it has no P-codes: by which names its districts were found, and which were not.
    matches: tuple[NameMatch, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nothing was found that somebody should look at."""
        return self.refused is None and all(note.kind in MERELY_TOLD for note in self.notes)

    @property
    def on_other_land(self) -> bool:
        """Whether districts lie where the embedded outlines have others."""
        return any(note.kind == land_checks.OTHER_LAND for note in self.notes)


def inspect(path: Path | str, layer: str | None = None) -> Inspection:
    """Read a boundary file and check it; never raises for anything that is in the file.

    ``path`` is a zipped shapefile, GeoPackage, GeoJSON or TopoJSON file; ``layer`` is the one to
    read where it is not certain which one has the districts.
    """
    notes: list[Finding] = []
    matches: tuple[NameMatch, ...] = ()
    try:
        raw, name = read(path, layer)
        frame = named(raw)
        day = valid_on(frame)
        if not (frame["adm2_pcode"] != "").any():
            frame, matches = coded_by_name(frame)
        by_name = (codes_by_name.sizes,) if matches else ()
        for check in (*CHECKS, *by_name, *TOGETHER):
            frame, findings = _tried(check, frame)
            notes += findings
    except BoundaryError as error:
        return Inspection(None, tuple(notes), refused=str(error), matches=matches)
    cod = any(note.kind == land_checks.OCHA for note in notes)
    return Inspection(frame, tuple(notes), layer=name, valid_on=day, cod=cod, matches=matches)


def boundary_set(
    inspection: Inspection,
    *,
    name: str,
    title: str | None = None,
    vintage: str | None = None,
    attribution: str | None = None,
) -> tuple[BoundarySet, Finding]:
    """Make a set for the browser of a file that was inspected.

    The inspection is one that is not refused. Without title, vintage and attribution the set says
    what the file says of itself.

    Returns
    -------
    made : BoundarySet
        At most 250 kB of TopoJSON, districts as in the inspection.
    finding : Finding
        How it was simplified.

    Raises
    ------
    BoundaryError
        If the inspection refused the file, or it cannot be made light enough.
    """
    if inspection.frame is None:
        raise BoundaryError(inspection.refused or _("Nothing was read."))
    day, cod = inspection.valid_on, inspection.cod
    source = "OCHA COD-AB" if cod else name
    # What a set says of itself is kept in its file, and is the same in every language.
    year = f"{'COD-AB ' if cod else ''}{day.year}" if day else "vintage not stated"
    owner = "OCHA, CC BY-IGO" if cod else "The file does not name its source"
    made, light = light_set(
        inspection.frame,
        name=name,
        title=title or (f"{source}, valid {day.day} {day:%B %Y}" if day else source),
        vintage=vintage or year,
        attribution=attribution or f"{owner}; adapted for this map.",
        notes=tuple(one.words for one in inspection.notes if one.kind in FOR_READERS),
    )
    words = _("Outlines kept as they are.")
    if light.tolerance:
        words = _("Outlines simplified to {metres} m.")
    told = [words.format(metres=light.tolerance)]
    if light.islets:
        words = ngettext("{number:,} islet left out.", "{number:,} islets left out.", light.islets)
        told.append(words.format(number=light.islets))
    return replace(made, newer=_newer(inspection.frame)), Finding("simplified", " ".join(told))


def _newer(frame: geopandas.GeoDataFrame) -> tuple[NewerDistrict, ...]:
    """Return the districts made after the list, each with a point within it and its area."""
    names = code_checks.newer_in(frame)
    districts = frame[frame["adm2_pcode"].isin(names)].sort_values("adm2_pcode")
    points = shapely.get_coordinates(districts.geometry.representative_point())
    areas = districts.geometry.to_crs(METRES).area / 1e6
    return tuple(
        NewerDistrict(code, names[code], round(lon, 4), round(lat, 4), round(area, 1))
        for code, (lon, lat), area in zip(
            districts["adm2_pcode"], points.tolist(), areas, strict=True
        )
    )


def _tried(check: Check, frame: geopandas.GeoDataFrame) -> Checked:
    """Run a check; one that fails itself says so, and never passes for "nothing found"."""
    try:
        return check(frame)
    except BoundaryError:
        raise
    except Exception as error:  # whatever GEOS or PROJ raise; the reader must hear of it
        what = check.__name__.replace("_", " ")
        words = _("Could not check: {what} ({why}).").format(what=what, why=error)
        return frame, [Finding("could not check", words)]
