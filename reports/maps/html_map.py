"""The interactive map as one HTML file that opens from a memory stick, with no network.

It holds what the map on screen is made of (Leaflet, the outlines, the script and its style),
the values of one view, and every district's figures. A policy in its head forbids every request.
"""

from __future__ import annotations

import html
from pathlib import Path
from string import Template
from typing import Any

import pandas as pd

from data.records.model import in_words
from geo.webmap import assets
from geo.webmap.coverage_map import script_json
from geo.words.catalogue import LANGUAGE, _
from reports.maps.sheets.map_sheet import MapSheet
from reports.words.counts import headed_as_told
from reports.words.headline import headline_figures
from reports.words.selection import boundaries_in_words, selection_in_words
from reports.words.tables import districts_table

PAGE = Path(__file__).with_name("html_map.html")
STYLE = Path(__file__).with_name("html_map.css")
SCRIPT = Path(__file__).with_name("html_map.js")

#: Nothing is fetched from anywhere: what is needed is in the file.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def html_map(sheet: MapSheet) -> bytes:
    """Return the interactive map of a sheet's view as one HTML file.

    It shows the sheet's title, notice, legend, notes and list; a click on a district shows its
    figures, and a table has those of all. Texts of the records are shown as they are written.
    """
    records, selection = sheet.figures.records, sheet.figures.selection
    words = {
        "language": LANGUAGE,
        "policy": POLICY,
        "line_of_control": _("Line of Control (approximate)"),
        "district": _("Figures of the district"),
        "table": _("Table of all districts"),
        "without_scripts": _(
            "This file needs scripts to draw the map. The workbook has the same figures."
        ),
        "title": sheet.title,
        "mark": records.title,
        "notice": records.full_notice,
        "view": f"{in_words(selection.as_of)} \u00b7 {selection_in_words(selection)}",
        "source": sheet.source,
        "imprint": " \u00b7 ".join(sheet.imprint.by_whom_and_when()),
        "citation": _("Cite as: {citation}").format(citation=sheet.imprint.citation(sheet.figures)),
        "figures": " \u00b7 ".join(
            f"{one.value} {one.words}" + (f" ({one.beside})" if one.beside else "")
            for one in headline_figures(sheet.figures)
        ),
        "notes": " ".join(boundaries_in_words(sheet.boundaries)),
    }
    escaped = {name: html.escape(text) for name, text in words.items()}
    logo, link = sheet.imprint.logo, html.escape(sheet.imprint.live_view(sheet.figures))
    escaped["logo"] = f'<img class="logo" alt="{_("Logo")}" src="{logo.address}">' if logo else ""
    escaped["link"] = f'<p><a href="{link}">{_("Open the live view")}</a></p>' if link else ""
    style = f"{assets.style()}\n{STYLE.read_text(encoding='utf-8')}"
    table = headed_as_told(districts_table(sheet.figures), sheet.figures.records)
    handed_over = {
        "values": sheet.values.to_dict(),
        "closing": _("Close"),
        "headings": list(table.columns),
        "rows": [[_plain(value) for value in row] for row in table.itertuples(index=False)],
    }
    scripts = (
        # Nothing in it can end the one script of the page before its time.
        assets.script(sheet.boundaries).replace("</", r"<\/").replace("<!--", r"<\!--"),
        f"window.handedOver={script_json(handed_over)};",
        SCRIPT.read_text(encoding="utf-8"),
    )
    page = Template(PAGE.read_text(encoding="utf-8"))
    return page.substitute(escaped, style=style, script="\n".join(scripts)).encode("utf-8")


def _plain(value: Any) -> str | float | int | None:
    """Return a cell for the page: None where it is not known, a day in words."""
    if pd.isna(value):
        return None
    if isinstance(value, str):
        return value
    if hasattr(value, "year"):
        return in_words(value)
    return round(float(value), 3) if isinstance(value, float) else int(value)
