"""The same map with Dash and dash-leaflet: files read once, a change sends colours alone.

``USUAL_WAY_FOLDER`` names a folder with attendance.csv (date, adm2_pcode, participants) and
districts.geojson. ``server`` is what gunicorn runs.
"""

import json
import os
from pathlib import Path

import dash_leaflet as dl
import pandas as pd
from dash import Dash, Input, Output, dcc, html
from dash_extensions.javascript import assign

FOLDER = Path(os.environ["USUAL_WAY_FOLDER"])
COLOURS = ["#d9d9d9", "#ffffcc", "#a1dab4", "#41b6c4", "#225ea8"]
BOUNDS = [0, 1, 5, 10, 20]

attendance = pd.read_csv(FOLDER / "attendance.csv", parse_dates=["date"])
outlines = json.loads((FOLDER / "districts.geojson").read_text(encoding="utf-8"))
month_ends = pd.date_range(attendance["date"].min(), attendance["date"].max(), freq="ME")

app = Dash(__name__)
server = app.server
app.layout = html.Div(
    [
        html.H1("Training coverage"),
        html.P(id="participants"),
        dcc.Slider(0, len(month_ends) - 1, 1, value=len(month_ends) - 1, id="as_of"),
        dl.Map(
            dl.GeoJSON(
                data=outlines,
                id="districts",
                hideout={},
                style=assign(
                    "function(feature, context) { return {weight: 1, fillOpacity: 0.8,"
                    " fillColor: context.hideout[feature.properties.adm2_pcode] || '#d9d9d9'}; }"
                ),
            ),
            center=[30.4, 69.4],
            zoom=5,
            style={"height": "620px"},
        ),
    ]
)


@app.callback(
    Output("districts", "hideout"), Output("participants", "children"), Input("as_of", "value")
)
def change(month: int) -> tuple[dict[str, str], str]:
    """Return the colour of each district with participants, and how many there are in all."""
    until = attendance[attendance["date"] <= month_ends[month]]
    counts = until.groupby("adm2_pcode")["participants"].sum()
    classes = pd.cut(counts, [*BOUNDS, float("inf")], labels=COLOURS, right=False)
    colours = {str(pcode): str(colour) for pcode, colour in classes.items()}
    return colours, f"{int(counts.sum()):,} participants"
