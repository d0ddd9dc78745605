"""The pages that are measured: this dashboard, the usual way, and the floor under both."""

from dataclasses import dataclass, replace
from pathlib import Path

SERVED = Path(__file__).parents[1] / "served"
MAP_FRAME = "streamlit_folium.st_folium"


@dataclass(frozen=True)
class Subject:
    """A page to measure."""

    name: str  #: As it is called in the table.
    script: Path  #: What ``streamlit run`` is given.
    address: str = "/"  #: The page and its query, from the server's root.
    shapes: str = ""  #: CSS of the districts in the map's frame; empty for a page without a map.
    text: str = ""  #: CSS of the text that changes, on a page without a map.
    height: int = 900  #: Of the window, in pixels: what lies below it may not be drawn.


DASHBOARD = Subject(
    "this dashboard",
    Path("dashboard.py"),
    # The measure whose colours change at each step of the date, however many records there are.
    address="/?measure=participants",
    shapes="path.district[data-pcode]",
)
DASHBOARD_FOLDER = replace(DASHBOARD, address=f"{DASHBOARD.address}&records=folder")
USUAL_WAY = Subject("the usual way", SERVED / "usual_way.py", shapes="path.leaflet-interactive")
USUAL_WAY_DETAILED = replace(USUAL_WAY, name="the usual way, detailed outlines")
EMPTY_FRAGMENT = Subject(
    "an empty fragment", SERVED / "empty_fragment.py", text='[data-testid="stText"]'
)
#: As Streamlit ships it: garbage is collected after each run, which this project does on a clock.
EMPTY_AS_SHIPPED = replace(EMPTY_FRAGMENT, name="an empty fragment as Streamlit ships it")
AS_SHIPPED = {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "true"}
EMPTY_PAGE = Subject("an empty page", SERVED / "empty_page.py", text='[data-testid="stText"]')
