"""The same map as most people write it: files, figures and map anew at every rerun.

``USUAL_WAY_FOLDER`` names a folder with attendance.csv (date, adm2_pcode, participants) and
districts.geojson.
"""

import os
from pathlib import Path

import folium
import geopandas as gpd
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

FOLDER = Path(os.environ["USUAL_WAY_FOLDER"])

st.set_page_config(layout="wide")
st.title("Training coverage")

attendance = pd.read_csv(FOLDER / "attendance.csv", parse_dates=["date"])
districts = gpd.read_file(FOLDER / "districts.geojson")

month_ends = pd.date_range(attendance["date"].min(), attendance["date"].max(), freq="ME")
as_of = st.select_slider("As of", list(month_ends), value=month_ends[-1], format_func=str)

until = attendance[attendance["date"] <= as_of]
counts = until.groupby("adm2_pcode", as_index=False)["participants"].sum()
st.metric("Participants", int(counts["participants"].sum()))

chart = folium.Map(location=[30.4, 69.4], zoom_start=5)
folium.Choropleth(
    geo_data=districts,
    data=counts,
    columns=["adm2_pcode", "participants"],
    key_on="feature.properties.adm2_pcode",
    fill_color="YlGnBu",
    nan_fill_color="lightgrey",
    legend_name="Participants",
).add_to(chart)
st_folium(chart, width=1100, height=620)
