"""What must be answered before a file can be read: which sheets, or what their columns are."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from data.access.rights import Right
from data.entering.written import HEADINGS
from data.records.calendar.dates import read_day
from data.review.agencies.agencies import find_agency
from data.review.decisions import DecisionsError
from data.sheets.fields import FIELDS, IGNORED
from data.sheets.mapping import (
    KINDS,
    ROW_WORDS,
    ColumnMapping,
    missing_of,
    twice_given,
    with_constants,
)
from data.understanding.columns.proposal import Column, Proposal, row_kinds
from data.understanding.understand import SHEET, Question
from geo.names.matching import match
from geo.words.catalogue import _
from pages.parts.screen import spoken
from pages.session import kept, visitor
from reports.words.counts import counted

_REMOVED = _("{what} (removed)")
#: What the fields of a file are called, where the name of the field does not say it.
FIELD_WORDS = {
    **{field: words for field, words in HEADINGS["trainings"].items() if field in FIELDS},
    **{field: words for field, words in HEADINGS["attendance"].items() if field in FIELDS},
    IGNORED: _("Ignore this column"),
    "venue_adm2_pcode": _("P-code of the venue's district"),
    "venue_district": _("District of the venue"),
    "venue_province": _("Province of the venue"),
    "adm2_pcode": _("P-code of the home district"),
    "district": _("Home district"),
    "province": _("Home province"),
    "participants_girls": _("Girls"),
    "participants_boys": _("Boys"),
    "participants_total": _("Participants, all together"),
    "participants_part": _("Participants of one group of several, added up"),
    "presence": _("Whether present"),
    "part": _("Role: participant or facilitator"),
    **{
        field: _REMOVED.format(what=words)
        for field, words in {
            "name_of_person": _("Name of a person"),
            "identity": _("CNIC"),
            "passport": _("Passport"),
            "phone": _("Telephone"),
            "email": _("E-mail address"),
            "other_personal": _("Other personal data"),
        }.items()
    },
}


#: What a column is called that the file has not: it is made of what stands elsewhere in it. A
#: layout is known by the name in the code, and shown by these words.
MADE_WORDS = {
    "Agency of the column": _("Agency of the column"),
    "Date of the column": _("Date of the column"),
    "District of the column": _("District of the column"),
    "Month of the column": _("Month of the column"),
    "Quarter of the column": _("Quarter of the column"),
    "Number in the column": _("Number in the column"),
    "Agency above the rows": _("Agency above the rows"),
    "Date above the rows": _("Date above the rows"),
    "District above the rows": _("District above the rows"),
    "Status above the rows": _("Status above the rows"),
    "Title above the rows": _("Title above the rows"),
    "Venue above the rows": _("Venue above the rows"),
    "District of the heading": _("District of the heading"),
    "Sex of the heading": _("Sex of the heading"),
    "Date of its parts": _("Date of its parts"),
    "Name of the sheet": _("Name of the sheet"),
}


def ask(question: Question, check_again: Callable[[], None]) -> None:
    """Ask it; the answer is kept for this file, and for files of its shape where it can be."""
    if question.kind == SHEET:
        _ask_sheet(question, check_again)
    elif question.proposal is not None:
        _ask_columns(question.proposal, check_again)


def offer_to_change() -> None:
    """Offer to answer again what was answered of this file, until it is taken in."""
    asked: Proposal | None = st.session_state.get("your_proposal")
    if asked is None or st.session_state.get("your_question"):
        return
    st.button(
        _("Change what the columns are"),
        key="change_columns",
        on_click=_ask_again,
        args=(asked,),
        icon=":material/edit:",
    )


def _ask_again(asked: Proposal) -> None:
    st.session_state["your_question"] = Question("columns", asked.where, proposal=asked)


def _ask_sheet(question: Question, check_again: Callable[[], None]) -> None:
    st.subheader(_("Which sheets hold the records?"), anchor=False)
    words = _("One sheet, several with the same columns, or one of trainings and one of attendance")
    if question.reason:
        st.text(_("{reason} Choose others.").format(reason=question.reason))
    hidden = {title.name for title in question.sheets if title.hidden}
    chosen = st.multiselect(
        words,
        [title.name for title in question.sheets],
        format_func=lambda name: _("{name} (hidden)").format(name=name) if name in hidden else name,
        key="sheet_choice",
    )
    if st.button(_("Read the sheets"), disabled=not chosen, icon=":material/table:"):
        st.session_state["your_sheet"] = tuple(chosen)
        check_again()
        st.rerun()


def _ask_columns(proposal: Proposal, check_again: Callable[[], None]) -> None:
    unsure = any(not column.sure for column in proposal.columns) or not proposal.is_open
    asked = _("What are the columns?") if unsure else _("What the columns do not say")
    st.subheader(asked, anchor=False)
    st.text(proposal.where)
    if not proposal.missing:  # what holds for every row of a file is of this file alone
        st.caption(_("Confirmed once, and remembered for every file with the same columns."))
    fields = _ask_fields(proposal)
    mapping = replace(proposal.mapping, fields=_once(fields), constants={})
    kind = _ask_kind(proposal, fields)
    mapping = replace(mapping, kind=kind or mapping.kind, as_above=_ask_below(proposal))
    given = {one[0]: _ask_constant(one) for one in _open(mapping, proposal)}
    faults = []
    if twice := twice_given(fields):
        named = ", ".join(map(in_words, twice))
        faults.append(_("Two columns for: {named}. Choose one of them.").format(named=named))
    if kind is None:
        faults.append(_("Choose what one row is."))
    if proposal.below and mapping.as_above is None:
        faults.append(_("Choose what the rows below mean."))
    for fault in faults:
        st.text(fault)
    waits = bool(faults) or not all(given.values())
    if st.button(_("Use these columns"), disabled=waits, icon=":material/check:"):
        chosen = zip(proposal.columns, mapping.fields, strict=True)
        columns = tuple(replace(column, field=field) for column, field in chosen)
        st.session_state["your_proposal"] = replace(proposal, columns=columns)
        _confirm(with_constants(mapping, given) if given else mapping)
        check_again()
        st.rerun()


def _ask_fields(proposal: Proposal) -> list[str]:
    """Ask what each column is, first those that are not sure; the others are closed behind them.

    They are open where nothing is asked.
    """
    columns = proposal.columns
    asked = [column for column in columns if not column.sure]
    others = [column for column in columns if column.sure]
    chosen = {column.position: _ask_column(column) for column in asked}
    if others:
        clear = counted(len(others), "column is clear", "columns are clear")
        with st.expander(clear, expanded=not proposal.is_open):
            chosen |= {column.position: _ask_column(column) for column in others}
    return [chosen[column.position] for column in columns]


def _once(fields: Sequence[str]) -> tuple[str, ...]:
    """Return the fields with each given once, while two columns are still given the same."""
    twice = twice_given(fields)
    return tuple(
        IGNORED if name in twice and name in fields[:n] else name for n, name in enumerate(fields)
    )


def _ask_kind(proposal: Proposal, fields: Sequence[str]) -> str | None:
    """Ask what one row is; where its columns say so, that is chosen already."""
    names = [column.name for column in proposal.columns]
    kinds = row_kinds(fields, [column.holds for column in proposal.columns], names)
    if list(fields) == [column.field for column in proposal.columns]:
        kinds = proposal.kinds
    if kinds[0] in proposal.kinds[1:]:  # its cells leave it open, whatever the columns are called
        kinds = proposal.kinds
    # Another key for another proposal, so that what columns say is chosen anew.
    return st.segmented_control(
        _("One row is"),
        KINDS,
        default=kinds[0] if len(kinds) == 1 else None,
        format_func=ROW_WORDS.__getitem__,
        key=f"kind_choice_{'_'.join(kinds)}",
    )


def _ask_below(proposal: Proposal) -> bool | None:
    """Ask what rows mean that leave their training blank, where there are such."""
    if not proposal.below:
        return None
    st.text(
        _("Rows leave {names} blank below a row that has it.").format(
            names=_(", ").join(proposal.below)
        )
    )
    return st.segmented_control(
        _("Do they belong to the training above?"),
        [True, False],
        default=proposal.mapping.as_above,
        format_func={True: _("Yes, as above"), False: _("No, not known")}.__getitem__,
        key="rows_below",
    )


def _open(mapping: ColumnMapping, proposal: Proposal) -> tuple[tuple[str, ...], ...]:
    """Return what no column gives, as the fields are chosen now."""
    before = set(missing_of(replace(proposal.mapping, constants={})))
    now = missing_of(mapping)
    # What another file of the two gives was not missing before either.
    return tuple(one for one in now if one in proposal.missing or one not in before)


def _ask_column(column: Column) -> str:
    name = column.name or _("Column {number}").format(number=column.position + 1)
    chosen: str = st.selectbox(
        spoken(MADE_WORDS.get(name, name)),
        [IGNORED, *FIELDS],
        index=[IGNORED, *FIELDS].index(column.field),
        format_func=in_words,
        key=f"column_{column.position}",
        width=420,
    )
    if not column.sure:
        st.text(column.reason or _("A guess: please check."))
    if column.samples:  # words of the file: never markdown
        st.text(_("For example: {samples}").format(samples="; ".join(column.samples)))
    return chosen


def _ask_constant(fields: tuple[str, ...]) -> str:
    """Ask what holds for every row; return nothing, and say why, until it can be used."""
    first, *others = map(in_words, fields)
    names = _(" or ").join([first, *(name.lower() for name in others)])
    value = st.text_input(
        _("{names} (no column found; applies to every row)").format(names=names),
        key=f"constant_{fields[0]}",
        placeholder=_("12-13 Oct 2023") if fields[0].startswith("date") else None,
        width=420,
    ).strip()
    if fault := _fault_of(fields[0], value):
        st.text(fault)
    return "" if fault else value


def _fault_of(name: str, value: str) -> str:
    """Return what is wrong with an answer that holds for every row; nothing where it is right."""
    if not value:
        return _("Write it here, or choose its column above: without it nobody can be counted.")
    if name.startswith("date"):
        day = read_day(value)
        if day.problem:
            written = _(" or ").join(day.readings or ["2023-09-25"])
            return _("{field}: {reason} Write it as {written}.").format(
                field=in_words(name), reason=day.problem.reason, written=written
            )
    elif name == "district" and match(value).adm2_pcode is None:
        return _("District: not found. Write its name as in the list of districts.")
    elif name == "agency" and find_agency(value).agency is None:
        return _("Agency: not found. Write its name as the programme does.")
    elif name.startswith("participants") and not value.isdecimal():
        return _("Participants: not a whole number.")
    return ""


def _confirm(mapping: ColumnMapping) -> None:
    """Keep the mapping for this file; and, without what is of this file alone, for its like."""
    others = [
        one for one in st.session_state.get("your_mapping") or () if one.shape != mapping.shape
    ]
    st.session_state["your_mapping"] = [*others, mapping]
    if not mapping.constants and visitor.person().may(Right.IMPORT):
        who = visitor.person().name or (st.session_state.get("who") or "").strip()
        try:
            kept.keep_decisions(lambda known: known.confirmed(mapping), who)
        except DecisionsError as fault:  # this file is read all the same
            words = _("Not remembered for other files: {fault}").format(fault=fault)
            st.toast(words, icon=":material/warning:")


def in_words(field: str) -> str:
    """Return what a field of a file is called where somebody chooses it."""
    return FIELD_WORDS.get(field) or field.replace("_", " ").capitalize()
