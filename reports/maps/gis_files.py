"""All districts with their outlines and figures, as GeoPackage and as GeoJSON.

One feature a district of the list, also without a record or an outline. A figure that is not
known is null, which is not 0. What the records and the boundaries are stands in a column of
every feature, so that it stays with them when they are copied.
"""

import io
import json

import geopandas
import pyogrio  # pyrefly: ignore[untyped-import]  # its types know no layer without outlines
import shapely

from data.records.model import in_words
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet
from reports.maps.sheets.map_sheet import MapSheet
from reports.words.selection import selection_in_words

LAYER = "districts"
#: Decimals of a degree: about a metre.
DIGITS = 5
NAMES = {"name": "adm2_name", "province": "adm1_name", "agencies": "agencies_of_6"}


def district_frame(sheet: MapSheet) -> geopandas.GeoDataFrame:
    """Return the districts of the list with their outlines and figures, 160 rows in EPSG:4326.

    Columns: those of ``Coverage.districts`` (``name`` and ``province`` as ``adm2_name`` and
    ``adm1_name``, ``agencies`` as ``agencies_of_6``), then ``about`` (what the records are),
    ``as_of``, ``filters``, ``source`` and ``boundaries``. A district that the boundary set has
    not has no geometry.
    """
    figures = sheet.figures.districts.rename(columns=NAMES)
    figures["last_on"] = figures["last_on"].dt.strftime("%Y-%m-%d").astype("string")
    figures["participants_per_million"] = figures["participants_per_million"].round(1)
    for name, words in _about(sheet).items():
        figures[name] = words
    outlines = sheet.boundaries.districts.set_index("adm2_pcode").geometry
    shapes = outlines.reindex(figures["adm2_pcode"]).array
    return geopandas.GeoDataFrame(figures, geometry=shapes, crs="EPSG:4326")


def geopackage(sheet: MapSheet) -> bytes:
    """Return the districts as a GeoPackage with one layer, ``districts``."""
    frame, file = district_frame(sheet), io.BytesIO()
    several_parts = [  # a layer holds one kind
        shapely.MultiPolygon([shape]) if isinstance(shape, shapely.Polygon) else shape
        for shape in frame.geometry
    ]
    pyogrio.write_dataframe(
        frame.set_geometry(several_parts),
        file,
        driver="GPKG",
        layer=LAYER,
        geometry_type="MultiPolygon",
        layer_metadata={**_about(sheet), "notes": _notes(sheet.boundaries)},
    )
    return file.getvalue()


def geojson(sheet: MapSheet) -> bytes:
    """Return the districts as GeoJSON (RFC 7946); the same bytes for the same view."""
    frame = district_frame(sheet).set_index("adm2_pcode", drop=False)
    turned = shapely.orient_polygons(frame.geometry.to_numpy())  # outer rings to the left
    rounded = shapely.transform(turned, lambda points: points.round(DIGITS))
    whole = {
        **frame.set_geometry(rounded).to_geo_dict(na="null"),
        "name": LAYER,
        "about": {**_about(sheet), "notes": _notes(sheet.boundaries)},
    }
    return json.dumps(whole, ensure_ascii=False, allow_nan=False).encode("utf-8")


def _about(sheet: MapSheet) -> dict[str, str]:
    records, selection = sheet.figures.records, sheet.figures.selection
    return {
        "about": f"{records.title}. {records.full_notice}",
        "as_of": in_words(selection.as_of),
        "filters": selection_in_words(selection),
        "source": records.source,
        "boundaries": f"{sheet.boundaries.title}. {sheet.boundaries.attribution}",
    }


def _notes(boundaries: BoundarySet) -> str:
    return " ".join([*boundaries.notes, LINE_OF_CONTROL_NOTE, BOUNDARY_NOTE])
