"""People: who may look and who may do what, for administrators."""

import streamlit as st

from geo.words.catalogue import _
from pages.granting import grants
from pages.session import granted
from pages.session.entry import through_dashboard

through_dashboard()
notice = _("Who may look, and who may do what. What is changed holds from everybody's next click.")
st.html(f'<div class="title"><h1>{_("People")}</h1><p class="notice">{notice}</p></div>')
grants.outcome()
grants.make()
grants.listed(grants.current())
st.caption(
    _(
        "A group is one of the claim “{claim}” of the provider of sign-in. A grant of somebody's "
        "own address goes before those of groups; of several groups the one that was made first "
        "is taken. Whom none fits sees nothing. Every change is in the audit."
    ).format(claim=granted.claim())
)
