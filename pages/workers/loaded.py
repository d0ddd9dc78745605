"""What workers have loaded before they are asked: by the process that they are copies of.

Imported there alone. Nothing here may begin a thread, since a copy of a process has none of them.
"""

import gc
import multiprocessing.spawn
from datetime import date
from importlib import import_module

from data.planning.distances import road_distances
from data.understanding.understand import understand
from geo.names.matching import match

MODULES = (
    "data.planning.plan",
    "reports.brief.brief",
    "reports.deck.deck",
    "reports.exports.files",
    "reports.maps.gis_files",
    "reports.maps.html_map",
    "reports.workbook.workbook",
)
#: A sheet of one person, so small that no library begins a thread for it.
SHEET = b"training,date,venue,district,agency,sex\nReferral,2023-03-01,Lahore,Lahore,Police,F\n"


def _stay(path: str) -> None:
    """Leave the main module as it is, though a worker is told which script the server runs."""


# A worker does functions of modules. To run the script of the screens anew would load Streamlit.
multiprocessing.spawn._fixup_main_from_path = _stay  # pyrefly: ignore[missing-attribute]  # its own
for module in MODULES:
    import_module(module)
# The lists that every file is held against, and every plan, and what is made at a first use.
understand([SHEET], date(2023, 9, 25))
match("a name that no district has")
road_distances()
gc.collect()
gc.freeze()  # what is shared with the workers is not copied by their collections
