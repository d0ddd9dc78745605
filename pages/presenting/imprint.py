"""Who hands the files over: the fields on the Present screen, and the logo."""

from dataclasses import replace

import streamlit as st

from data.records.model import Records
from geo.words.catalogue import _
from pages.session import presentation
from reports.imprint.imprint import LONGEST, ImprintError, imprint_of
from reports.imprint.logo import KINDS, MOST_BYTES, LogoError, read_logo

#: What each field is called, and what stands in it while it is blank.
FIELDS = {
    "title": (_("Title"), _("Automatic, from the figures")),
    "source": (_("Source"), _("Automatic, from the records")),
    "contact": (_("Contact"), _("An office and its address")),
    "address": (_("Address of the dashboard"), _("https://… (files link to their view)")),
}


def draw(records: Records) -> None:
    """Offer title, source, contact, address and logo of every file."""
    given = presentation.imprint(records)
    with st.expander(_("Cover: title, source, contact and logo"), key="imprint"):
        st.caption(_("Shown on the cover of the deck and in every file."))
        left, right = st.columns(2)
        for place, (name, (label, hint)) in enumerate(FIELDS.items()):
            key = f"imprint_{name}"
            st.session_state.setdefault(key, getattr(given, name))
            (left, right)[place % 2].text_input(
                label,
                key=key,
                max_chars=LONGEST[name],
                placeholder=hint,
                on_change=_hold,
                args=(records,),
            )
        st.file_uploader(
            _("Logo: PNG, JPEG or SVG, up to {size:g} MB").format(size=MOST_BYTES / 1e6),
            type=[*KINDS, "jpeg"],
            key="imprint_logo",
            on_change=_hold_logo,
            args=(records,),
        )
        if given.logo:
            st.image(given.logo.picture, width=160)
            st.button(_("Remove the logo"), key="imprint_no_logo", on_click=_drop, args=(records,))
        if fault := st.session_state.get("imprint_fault"):
            st.warning(fault, icon=":material/error:")


def _hold(records: Records) -> None:
    """Take over what somebody has written, unless it is of no use."""
    written = {name: str(st.session_state.get(f"imprint_{name}", "")) for name in FIELDS}
    try:
        given = replace(imprint_of(written), logo=presentation.imprint(records).logo)
    except ImprintError as fault:
        st.session_state["imprint_fault"] = str(fault)
        return
    st.session_state.pop("imprint_fault", None)
    presentation.hold_imprint(records, given)


def _hold_logo(records: Records) -> None:
    """Take over a logo, or say why it cannot be used."""
    file = st.session_state.get("imprint_logo")
    if file is None:
        return
    try:
        logo = read_logo(file.getvalue())
    except LogoError as fault:
        st.session_state["imprint_fault"] = str(fault)
        return
    st.session_state.pop("imprint_fault", None)
    presentation.hold_imprint(records, replace(presentation.imprint(records), logo=logo))


def _drop(records: Records) -> None:
    presentation.hold_imprint(records, replace(presentation.imprint(records), logo=None))


def forget_fields() -> None:
    """Let the fields be filled anew from the imprint."""
    for name in (*FIELDS, "fault"):
        st.session_state.pop(f"imprint_{name}", None)
