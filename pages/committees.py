"""Committees: which agencies of each committee have been trained, and which one is missing."""

import streamlit as st

from data.analysis.committees import presence
from geo.words.catalogue import _
from pages.parts import committees, downloads, playing, profile, screen
from pages.session import address, options
from reports.words.committees import no_seat

records = screen.opened(_("Committees: agencies trained so far"))


def body() -> None:
    """Answer a filter or a level without running the rest of the page."""
    headline, bar = screen.view(records)
    figures = address.figures(records)
    downloads.offer(bar, figures)
    with headline:
        screen.headline(figures)
    committees.choose()
    address.write_address(records, ("district", *options.names(options.COMMITTEES)))
    level = options.value("committees")
    present = presence(figures, None if level == options.ALL_LEVELS else level, records.committees)
    profile_of = options.value("district")
    if why := no_seat(present):
        st.info(why, icon=":material/info:")
        profile.drawer(figures, profile_of)
        return
    committees.completeness(present, figures)
    profile.drawer(figures, profile_of)
    committees.matrix(present, figures, options.value("shown"))
    committees.lacking_one(present, figures)


playing.run(body)
