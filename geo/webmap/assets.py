"""Puts the map's script and style where the browser finds them with no network.

Leaflet, the outlines and the map's own script become one file, since each file more is one
more round trip before the map can be drawn. The name carries a hash of the content: a browser
keeps the file for as long as it is right.
"""

import hashlib
import json
import os
import re
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
from xstatic.pkg import leaflet

from geo.boundaries.boundary_set import BoundarySet, browser_geometry
from geo.districts import gazetteer
from geo.names.search import letters, spellings
from geo.webmap.inset import karachi
from geo.webmap.map_names import city_names, district_places, province_names
from geo.webmap.map_words import map_words

_HERE = Path(__file__).parent
_LEAFLET = Path(leaflet.BASE_DIR)
#: In this order: the map uses the others, and all of them the elements.
SCRIPTS = (
    *("elements.js", "frame.js", "view.js", "outlines.js", "labels.js", "inset.js", "tooltip.js"),
    *("legend.js", "search.js", "district_list.js", "map_keys.js", "coverage_map.js"),
)
STYLES = ("classes.css", "coverage_map.css")
#: The patterns of classes, for a drawing in a page.
PATTERNS = (_HERE / "patterns.svg").read_text(encoding="utf-8").replace("\n", "")


@dataclass(frozen=True)
class Assets:
    """The names of the published files."""

    script: str
    style: str


def publish(boundaries: BoundarySet, folder: Path) -> Assets:
    """Write the map's files for a boundary set into a folder, if they are not there yet.

    Raises
    ------
    OSError
        Where the folder cannot be written.
    """
    return Assets(
        script=named_by_content(folder, "coverage-map", ".js", script(boundaries)),
        style=named_by_content(folder, "coverage-map", ".css", style()),
    )


@lru_cache(maxsize=4)
def frame_geometry(boundaries: BoundarySet) -> dict[str, Any]:
    """Return what the map's script knows of places: outlines, names, populations.

    It is made once for a set, and never changed by who gets it.

    Districts are in the order of the list; a name is written ``at`` [latitude, longitude], with
    ``room`` in degrees of longitude; ``spellings`` are what a search finds them by, with
    ``letters`` read as one. One that the boundary set does not have has no
    outline (``arcs`` is empty): it is a dot on the map and stays in the list beside it.
    Outlines of districts that the list has not are ``beyond``; ``includes`` are the districts
    that are counted in one, ``population_includes`` those of the list that only its population
    has, ``population_in`` those whose population has the people of one without its own.
    """
    drawn = browser_geometry(boundaries)
    outlines = boundaries.districts.set_index("adm2_pcode").geometry
    places = district_places(outlines)
    west, south, east, north = boundaries.districts.total_bounds
    later = gazetteer.counted_in_parent().groupby("parent")["name"].agg(list).to_dict()
    with_people, within = gazetteer.population_includes(), gazetteer.population_in()
    listed = gazetteer.districts()
    rows: Any = listed.itertuples(index=False)
    arcs = drawn.pop("districts")
    districts = [
        {
            "pcode": one.adm2_pcode,
            "name": one.name,
            "province": one.province,
            "province_pcode": one.adm1_pcode,
            "population": None if pd.isna(one.population) else int(one.population),
            "at": places.get(one.adm2_pcode, [one.lat, one.lon])[:2],
            "room": places.get(one.adm2_pcode, [one.lat, one.lon, 0.0])[2],
            "arcs": arcs.pop(one.adm2_pcode, []),
            "includes": later.get(one.name, []),
            "population_includes": with_people.get(one.adm2_pcode, []),
            "population_in": within.get(one.adm2_pcode, []),
            "spellings": spellings().get(one.adm2_pcode, ()),
        }
        for one in rows
    ]
    return {
        **drawn,
        "districts": districts,
        "beyond": [{"pcode": adm2_pcode, "arcs": lines} for adm2_pcode, lines in arcs.items()],
        "inset": karachi(outlines),
        "provinces": province_names(boundaries),
        "cities": city_names(boundaries),
        "letters": letters(),
        "bounds": [[south, west], [north, east]],
    }


def script(boundaries: BoundarySet) -> str:
    """Return Leaflet, the outlines, the words and the map's own script as one script."""
    geometry = json.dumps(frame_geometry(boundaries), separators=(",", ":"), allow_nan=False)
    words = json.dumps(map_words(), separators=(",", ":"))
    library = (_LEAFLET / "leaflet.js").read_text(encoding="utf-8")
    library = re.sub(r"//# sourceMappingURL=.*", "", library)
    scripts = [(_HERE / name).read_text(encoding="utf-8") for name in SCRIPTS]
    values = (
        f"window.coverageGeometry={geometry};\nwindow.coverageWords={words};\n"
        f"window.coveragePatterns={json.dumps(PATTERNS)};"
    )
    return "\n".join([library, values, *scripts])


def style() -> str:
    """Return the style of Leaflet and of the map."""
    library = (_LEAFLET / "leaflet.css").read_text(encoding="utf-8")
    ours = [(_HERE / name).read_text(encoding="utf-8") for name in STYLES]
    # The pictures of Leaflet's layer switch and pins are not used: no request for them.
    library = re.sub(r"background-image:\s*url\([^)]*\);?", "", library)
    library = re.sub(r"behavior:\s*url\([^)]*\);?", "", library)
    return "\n".join([library, *ours])


def named_by_content(folder: Path, stem: str, suffix: str, content: str) -> str:
    """Write a file under a name with a hash of its content, if it is not there; return the name."""
    digest = hashlib.sha256(content.encode()).hexdigest()[:12]
    path = folder / f"{stem}-{digest}{suffix}"
    if not path.is_file():
        keep(path, content.encode())
    return path.name


def keep(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, also where others write the same at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}")
    unfinished.write_bytes(content)
    unfinished.replace(path)
