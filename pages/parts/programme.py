"""What the programme is, on the first screen: who runs it, for whom, on what, who pays."""

import streamlit as st

from data.records.programme import programme
from pages.parts import screen


def draw() -> None:
    """Show the facts of the programme, each with its source."""
    with st.expander("What the programme is", icon=":material/info:"):
        facts = programme().facts
        st.html(screen.facts({fact.what: fact.words for fact in facts}))
        sources = dict.fromkeys(fact.source for fact in facts)
        st.caption(f"Source: {'; '.join(sources)}")
