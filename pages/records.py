"""Records: which can be opened, what the programme has, and new ones by hand or from a file."""

import streamlit as st

from geo.words.catalogue import _
from pages.importing import audit, decisions, entry, history, sources, upload
from pages.parts import screen
from pages.session import address

records = screen.opened(_("Records"))
upload.open_sets()
st.subheader(_("Imports of the programme"), anchor=False)
history.outcome()
history.history()
decisions.look_through()
audit.look_through()
sources.sources()
entry.entry()
st.subheader(_("Records from a file"), anchor=False)
upload.offer_template()
upload.take_files()
upload.report()
address.write_address(records)
