"""The outlines of the districts, keyed by P-code, and the lines that follow from them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import shapely
from shapely import coverage_clean  # pyrefly: ignore[missing-module-attribute]  # newer than its types

from geo.boundaries import topology as arcs_of
from geo.boundaries.adjacency import EMBEDDED
from geo.boundaries.line_of_control import control_arcs
from geo.districts.boundary_folder import EMBEDDED_NAME, BoundaryError
from geo.districts.newer import NewerDistrict, told_by
from geo.words.catalogue import _

LINE_OF_CONTROL_NOTE = _(
    "Dotted line represents approximately the Line of Control in Jammu and Kashmir "
    "agreed upon by India and Pakistan. The final status of Jammu and Kashmir has not "
    "yet been agreed upon by the parties."
)
BOUNDARY_NOTE = _(
    "The boundaries and names shown and the designations used on this map do not imply "
    "official endorsement or acceptance."
)
# Degrees; closes the hairline gaps between neighbours of an official set, no more.
HAIRLINE = 1e-5
COLUMNS = ["adm2_pcode", "adm1_pcode", "geometry"]
WORDS = ("name", "title", "vintage", "attribution")


@dataclass(frozen=True, eq=False)  # frames do not compare to one truth value
class BoundarySet:
    """District outlines of one source and vintage.

    Attributes
    ----------
    name : str
        Short key, such as ``cod-ab``.
    title, vintage, attribution : str
        As shown on every map and export.
    districts : GeoDataFrame[adm2_pcode, adm1_pcode, geometry; EPSG:4326]
        One row a district, sorted by ``adm2_pcode``.
    topology : dict
        TopoJSON of the same outlines, object ``districts``.
    notes : tuple of str
        Sentences that everyone who looks at the map should know, such as which
        districts are missing.
    newer : tuple of NewerDistrict
        Districts made after the list whose P-codes are known, also those that
        another set brought and this one does not draw.
    """

    name: str
    title: str
    vintage: str
    attribution: str
    districts: geopandas.GeoDataFrame
    topology: dict[str, Any]
    notes: tuple[str, ...] = ()
    newer: tuple[NewerDistrict, ...] = ()

    @classmethod
    def from_frame(
        cls,
        frame: geopandas.GeoDataFrame,
        *,
        name: str,
        title: str,
        vintage: str,
        attribution: str,
        notes: tuple[str, ...] = (),
    ) -> BoundarySet:
        """Make a set of a frame, with a topology whose neighbours share their edges.

        Invalid outlines are repaired, and edges that miss each other by a
        hairline are joined; ``districts`` then is what the topology holds.

        Parameters
        ----------
        frame : GeoDataFrame[adm2_pcode, adm1_pcode, geometry]
            In any CRS.

        Raises
        ------
        BoundaryError
            If columns or the CRS are missing, or a P-code is blank or double.
        """
        _check(frame, name)
        rows = frame[COLUMNS].to_crs("EPSG:4326").sort_values("adm2_pcode", ignore_index=True)
        shapes = shapely.make_valid(np.array(rows.geometry), method="structure")
        topology = arcs_of.from_frame(rows.assign(geometry=_coverage(shapes)))
        districts = _districts(topology)
        drawn = np.array(districts.geometry)
        if not shapely.coverage_is_valid(drawn):  # lines a step apart may cross on the grid
            topology = arcs_of.from_frame(rows.assign(geometry=_coverage(drawn)))
            districts = _districts(topology)
        return cls(name, title, vintage, attribution, districts, topology, notes)


def _coverage(shapes: np.ndarray) -> np.ndarray:
    """Return polygons that share their edges; those that do already stay as they are."""
    if shapely.coverage_is_valid(shapes):
        return shapes
    return np.array(coverage_clean(shapes, gap_width=HAIRLINE, snapping_distance=0.0))


@lru_cache(maxsize=1)
def embedded() -> BoundarySet:
    """Return the outlines that come with the project: OCHA's, one a district; read once."""
    return replace(read(EMBEDDED), name=EMBEDDED_NAME)


def read(path: Path | str) -> BoundarySet:
    """Read a boundary set that :func:`write` has written.

    Raises
    ------
    BoundaryError
        If the file is missing, damaged, or not a boundary set.
    """
    path = Path(path)
    remedy = _("Restore the file from the project, or install the boundary set again.")
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
        about = topology.pop("about")
        return BoundarySet(
            **{word: about[word] for word in WORDS},
            districts=_districts(topology),
            topology=topology,
            notes=tuple(about.get("notes", ())),
            newer=told_by(about),
        )
    except FileNotFoundError as error:
        words = _("There is no boundary set {file}.").format(file=path)
        raise BoundaryError(f"{words} {remedy}") from error
    except BoundaryError as error:
        words = _("The boundary set {file} is damaged: {why}").format(file=path, why=error)
        raise BoundaryError(f"{words} {remedy}") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        words = _("The boundary set {file} is damaged ({why!r}).").format(file=path, why=error)
        raise BoundaryError(f"{words} {remedy}") from error


def write(boundaries: BoundarySet, path: Path | str) -> None:
    """Write a set as TopoJSON, what it says of itself under ``about``; the same bytes each time."""
    about = {word: getattr(boundaries, word) for word in WORDS}
    if boundaries.notes:
        about["notes"] = boundaries.notes
    if boundaries.newer:
        about["newer"] = [asdict(one) for one in boundaries.newer]
    text = json.dumps({**boundaries.topology, "about": about}, separators=(",", ":"))
    Path(path).write_text(text + "\n", encoding="utf-8")


def browser_geometry(boundaries: BoundarySet) -> dict[str, Any]:
    """Give what the map's script draws, as JSON: whole-number arcs and references to them.

    Returns
    -------
    dict
        ``transform`` and ``arcs`` as in TopoJSON; ``districts``, rings nested
        as in a MultiPolygon by P-code; ``province_lines``, ``outer`` and
        ``line_of_control`` (part of ``outer``, in order), each a list of arcs.
    """
    topology, chain = control_arcs(boundaries.topology)
    return {
        "transform": topology["transform"],
        "arcs": topology["arcs"],
        "districts": arcs_of.polygons(topology),
        "province_lines": arcs_of.province_arcs(topology),
        "outer": arcs_of.outer_arcs(topology),
        "line_of_control": [max(reference, ~reference) for reference in chain],
    }


def _check(frame: geopandas.GeoDataFrame, name: str) -> None:
    missing = [column for column in COLUMNS if column not in frame.columns]
    if missing:
        words = _("The boundary set {name!r} lacks {columns}. Add the columns.")
        raise BoundaryError(words.format(name=name, columns=", ".join(missing)))
    if frame.crs is None:
        words = _("The boundary set {name!r} has no CRS. Say which one it is in.")
        raise BoundaryError(words.format(name=name))
    codes = frame["adm2_pcode"]
    wrong = codes[codes.isna() | codes.duplicated()]
    if len(wrong):
        words = _(
            "The boundary set {name!r} has blank or double P-codes: {codes}. Remove or correct "
            "those features."
        )
        listed = ", ".join(sorted(map(str, set(wrong))))
        raise BoundaryError(words.format(name=name, codes=listed))
    empty = frame.loc[frame.geometry.isna() | frame.geometry.is_empty, "adm2_pcode"]
    if len(empty):
        words = _("The boundary set {name!r} has no outline of {codes}. Use a complete file.")
        raise BoundaryError(words.format(name=name, codes=", ".join(empty)))


def _districts(topology: dict) -> geopandas.GeoDataFrame:
    try:
        frame = arcs_of.to_frame(topology)
    except Exception as error:  # GDAL's own errors share no base class but this
        words = _("its outlines cannot be read ({why}).")
        raise BoundaryError(words.format(why=error)) from error
    damage = arcs_of.damage(topology)
    if damage:
        raise BoundaryError(damage)
    if (
        frame.empty
        or (frame.geometry.isna() | frame.geometry.is_empty).any()
        or frame["adm2_pcode"].duplicated().any()
    ):
        raise BoundaryError(_("districts are missing or double."))
    return frame.assign(geometry=frame.geometry.make_valid(method="structure"))
