"""What the programme is, on the first screen: who runs it, for whom, on what, who pays."""

import streamlit as st

from data.records.programme import programme
from pages.parts import screen


def draw() -> None:
    """Show the facts of the programme, each with its source."""
    with st.expander("What the programme is", icon=":material/info:"):
        rows = "".join(
            f"<dt>{screen.text(fact.what)}</dt><dd>{screen.text(fact.words)} "
            f'<span class="source">{screen.text(fact.source)}</span></dd>'
            for fact in programme().facts
        )
        st.html(f'<dl class="facts">{rows}</dl>')
