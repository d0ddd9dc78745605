"""The folium map of coverage: outlines once, then a few numbers a district at each change.

The base map never changes, so the browser keeps it, its zoom and its pan. What a Selection
changes is one line of JSON (``DistrictValues``) that the script in ``coverage_map.js`` paints
onto the outlines that are already there. All escaping of the map is in ``script_json``.
"""

import json
import re
from collections import OrderedDict
from collections.abc import Mapping
from copy import copy
from functools import lru_cache
from typing import Any

import folium
import folium.map
from branca.element import MacroElement
from folium.template import Template

from geo.webmap.assets import Assets
from geo.webmap.map_values import MapValues

#: Characters that could end a script, a string or a template when they stand in JSON.
_UNSAFE_IN_SCRIPT = re.compile(r"[<>&'`$_\u2028\u2029\x7f]")


def script_json(value: Any) -> str:
    r"""Return JSON that stays data wherever it stands in a script.

    Every character that could close a script element or a string, start a template (``${``)
    or be taken for a name of folium's (``_``) is written as ``\uXXXX``.
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return _UNSAFE_IN_SCRIPT.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


class _Outlines(MacroElement):
    """Mounts the outlines; says nothing of the records, so that it is the same for everyone."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.coverageMap.mount({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )


class DistrictValues(folium.FeatureGroup):
    """The numbers of one Selection, as the layer that streamlit-folium swaps at a change."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = window.coverageMap.paint({{ this.values }});"
        "{% endmacro %}"
    )

    def __init__(self, values: MapValues | Mapping[str, Any]) -> None:
        super().__init__()
        self._name = "FeatureGroup"  # the name by which streamlit-folium looks for it
        self.values = script_json(values.to_dict() if isinstance(values, MapValues) else values)

    def render(self, **kwargs: Any) -> str:
        """Write nothing into the map's page: streamlit-folium sends the layer beside it."""
        return ""


class _Drawn(folium.Map):
    """A map whose page is written once: streamlit-folium asks for it anew at each change."""

    _drawn: str | None = None

    def render(self, **kwargs: Any) -> str:
        """Write the map into its page, at the first call only."""
        if self._drawn is None:
            self._drawn = str(super().render(**kwargs))
        return self._drawn


def base_map(assets: Assets, static: str) -> folium.Map:
    """Return the map without figures: no tiles, no request to any other host.

    Each is one of its own, to which figures can be added; what they share is its page, since
    writing that takes longer than answering a filter.

    ``static`` is the address of the folder from which script and style are served, as seen from the
    map's frame.
    """
    shared = _base_map(assets, static)
    own = copy(shared)
    own._children = OrderedDict((name, copy(child)) for name, child in shared._children.items())
    for child in own._children.values():
        child._parent = own
    return own


@lru_cache(maxsize=4)
def _base_map(assets: Assets, static: str) -> folium.Map:
    chart = _Drawn(
        location=[30.4, 69.4],
        zoom_start=5,
        tiles=None,
        zoom_control=False,  # the script has its own, with words of the catalogue
        attribution_control=False,
        zoom_snap=0,
        zoom_delta=0.6,
        wheel_px_per_zoom_level=100,
    )
    chart.default_js = [("coverage_map", f"{static}/{assets.script}")]
    chart.default_css = [("coverage_map", f"{static}/{assets.style}")]
    _Outlines().add_to(chart)
    chart.render()
    return chart
