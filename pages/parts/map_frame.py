"""The map frame on a screen, and which district was opened in it."""

import streamlit as st
from streamlit_folium import st_folium

from geo.districts import gazetteer
from geo.webmap.coverage_map import DistrictValues, base_map
from geo.webmap.map_values import MapValues
from pages.session import address, loading

#: Until the frame has measured the window, in pixels.
FIRST_HEIGHT = 620


def draw(values: MapValues, key: str) -> None:
    """Draw the map; only its values go to the browser when a filter changes."""
    with st.container(key=f"frame_{key}"):
        st_folium(
            base_map(loading.map_files(), loading.STATIC_FROM_FRAME),
            key=key,
            height=FIRST_HEIGHT,
            returned_objects=[],
            feature_group_to_add=DistrictValues(values),
            use_container_width=True,
            on_change=lambda: _follow_click(key),
        )


def _follow_click(key: str) -> None:
    """Open the district that was clicked in the frame, or close it where Escape was pressed."""
    pcode = (st.session_state.get(key) or {}).get("district")
    st.session_state["district"] = pcode if pcode in gazetteer.names() else None
    address.forget_problems()
