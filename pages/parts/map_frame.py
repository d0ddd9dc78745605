"""The map frame on a screen, and what was opened or chosen in it."""

import streamlit as st
from streamlit_folium import st_folium

from geo.districts import gazetteer
from geo.webmap.coverage_map import DistrictValues, base_map
from geo.webmap.map_values import MapValues
from pages.session import address, loading

#: Until the frame has measured the window, in pixels.
FIRST_HEIGHT = 620


def draw(values: MapValues, key: str) -> None:
    """Draw the map; only its values go to the browser when a filter changes.

    A click on a district opens its profile; one on a province's name selects that province alone,
    and a second one the whole country again.
    """
    with st.container(key=f"frame_{key}"):
        st_folium(
            base_map(loading.map_files(), loading.STATIC_FROM_FRAME),
            key=key,
            height=FIRST_HEIGHT,
            returned_objects=[],
            feature_group_to_add=DistrictValues(values),
            use_container_width=True,
            on_change=lambda: _follow(key),
        )


def _follow(key: str) -> None:
    """Take what the frame tells: ``{"district": P-code or None}`` or ``{"province": P-code}``.

    No district closes the profile, as Escape does.
    """
    event = st.session_state.get(key) or {}
    if "province" in event:
        _select(event["province"])
    else:
        pcode = event.get("district")
        st.session_state["district"] = pcode if pcode in gazetteer.names() else None
    address.forget_problems()


def _select(adm1_pcode: str) -> None:
    """Select a province alone; the whole country where it is selected alone already."""
    if adm1_pcode in gazetteer.provinces():
        alone = list(st.session_state.get("provinces") or ()) == [adm1_pcode]
        st.session_state["provinces"] = [] if alone else [adm1_pcode]
