"""People: who may look and who may do what, for administrators."""

import streamlit as st

from geo.words.catalogue import _
from pages.granting import grants
from pages.session import granted
from pages.session.entry import through_dashboard

through_dashboard()
notice = _("Who may look, and who may do what. A change applies from everyone's next click.")
st.html(f'<div class="title"><h1>{_("People")}</h1><p class="notice">{notice}</p></div>')
grants.outcome()
grants.make()
grants.listed(grants.current())
st.caption(
    _(
        "A group is one that the provider of sign-in names in its claim “{claim}”. A grant to "
        "somebody's own address goes before those to groups; of grants to several groups the "
        "oldest applies. Whoever has none sees nothing. Every change is in the audit."
    ).format(claim=granted.claim())
)
