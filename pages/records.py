"""Records: which can be opened, and a visitor's own from a file, checked row by row."""

import streamlit as st

from pages import screen, stored, through_dashboard, upload, view

through_dashboard()
records = view.opened()
screen.title("Records", records)
upload.open_sets()
st.subheader("Imports of the programme", anchor=False)
stored.told()
stored.history()
st.subheader("Records from a file", anchor=False)
upload.offer_template()
upload.take_files()
upload.report()
view.write_address(records)
