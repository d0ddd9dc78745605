"""People: who may look and who may do what, for administrators."""

import streamlit as st

from geo.words.catalogue import _
from pages.granting import grants
from pages.session import granted
from pages.session.entry import through_dashboard

through_dashboard()
notice = _(
    "Who may view the records, and who may do what. A change applies from everyone's next click."
)
st.html(f'<div class="title"><h1>{_("People")}</h1><p class="notice">{notice}</p></div>')
grants.outcome()
grants.make()
grants.listed(grants.current())
st.caption(
    _(
        "Groups are those that the provider of sign-in names in its claim "
        "“{claim}”. A grant to somebody's own address takes precedence over "
        "grants to groups; of several groups, the oldest grant applies. Anyone "
        "without a grant sees nothing. Every change is in the audit."
    ).format(claim=granted.claim())
)
