"""What workers have loaded before they are asked: by the process that they are copies of.

Imported there alone. Nothing is computed here by a library with threads of its own: a copy of a
process has none of them.
"""

import gc
import multiprocessing.spawn
from importlib import import_module

from data.planning.distances import road_distances
from geo.names.known_names import place_names
from geo.names.matching import match

MODULES = (
    "data.planning.plan",
    "data.understanding.understand",
    "reports.brief.brief",
    "reports.deck.deck",
    "reports.exports.files",
    "reports.maps.gis_files",
    "reports.maps.html_map",
    "reports.workbook.workbook",
)


def _stay(path: str) -> None:
    """Leave the main module as it is, though a worker is told which script the server runs."""


# A worker does functions of modules. To run the script of the screens anew would load Streamlit.
multiprocessing.spawn._fixup_main_from_path = _stay  # type: ignore[attr-defined]
for module in MODULES:
    import_module(module)
# The lists that every file is held against, and every plan.
place_names()
match("a name that no district has")
road_distances()
gc.collect()
gc.freeze()  # what is shared with the workers is not copied by their collections
