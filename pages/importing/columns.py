"""What must be answered before a file can be read: which sheet, or what its columns are."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from data.access.rights import Right
from data.sheets.fields import FIELDS, IGNORED
from data.sheets.mapping import KINDS, Column, ColumnMapping, Proposal, with_constants
from data.understanding.understand import SHEET, Question
from pages.session import loading, visitor


def ask(question: Question, check_again: Callable[[], None]) -> None:
    """Ask it; the answer is kept for this file, and for files of its shape where it can be."""
    if question.kind == SHEET:
        _ask_sheet(question, check_again)
    elif question.proposal is not None:
        _ask_columns(question.proposal, check_again)


def _ask_sheet(question: Question, check_again: Callable[[], None]) -> None:
    st.subheader("Which sheet holds the records?", anchor=False)
    if question.reason:
        st.text(f"{question.reason} Choose one, or one of trainings and one of attendance.")
    hidden = {title.name for title in question.sheets if title.hidden}
    chosen = st.multiselect(
        "One sheet, or one of trainings and one of attendance",
        [title.name for title in question.sheets],
        format_func=lambda name: f"{name} (hidden)" if name in hidden else name,
        max_selections=2,
        key="sheet_choice",
    )
    if st.button("Read it", disabled=not chosen, icon=":material/table:"):
        st.session_state["your_sheet"] = tuple(chosen)
        check_again()
        st.rerun()


def _ask_columns(proposal: Proposal, check_again: Callable[[], None]) -> None:
    st.subheader("What are the columns?", anchor=False)
    st.text(proposal.where)
    st.caption("Confirmed once, and remembered for every file with the same columns.")
    kind = st.segmented_control(
        "One row is",
        KINDS,
        default=proposal.mapping.kind,
        format_func=_KIND_WORDS.__getitem__,
        required=True,
        key="kind_choice",
    )
    fields = [_ask_column(column) for column in proposal.columns]
    constants = {fields_[0]: _ask_constant(fields_) for fields_ in proposal.missing}
    given = {name: value for name, value in constants.items() if value.strip()}
    twice = sorted({name for name in fields if name != IGNORED and fields.count(name) > 1})
    if twice:
        st.text(f"Two columns for: {', '.join(map(_in_words, twice))}. Choose one of them.")
    if st.button("Read it so", disabled=bool(twice), icon=":material/check:"):
        mapping = replace(
            proposal.mapping, kind=kind or proposal.mapping.kind, fields=tuple(fields)
        )
        _confirm(with_constants(mapping, given) if given else mapping)
        check_again()
        st.rerun()


def _ask_column(column: Column) -> str:
    return st.selectbox(
        column.name or f"Column {column.position + 1}",
        [IGNORED, *FIELDS],
        index=[IGNORED, *FIELDS].index(column.field),
        format_func=_in_words,
        key=f"column_{column.position}",
        help=None if column.sure else "A guess: please look.",
        width=420,
    )


def _ask_constant(fields: tuple[str, ...]) -> str:
    names = " or ".join(map(_in_words, fields))
    return st.text_input(
        f"No column gives: {names}. The same for every row:",
        key=f"constant_{fields[0]}",
        placeholder="2023-09-25" if fields[0].startswith("date") else None,
        width=420,
    )


def _confirm(mapping: ColumnMapping) -> None:
    """Keep the mapping for this file; and, without what is of this file alone, for its like."""
    others = [
        one for one in st.session_state.get("your_mapping") or () if one.shape != mapping.shape
    ]
    st.session_state["your_mapping"] = [*others, mapping]
    if not mapping.constants and visitor.person().may(Right.IMPORT):
        loading.keep_decisions(lambda known: known.confirmed(mapping))


def _in_words(field: str) -> str:
    return "not taken in" if field == IGNORED else field.replace("_", " ")


_KIND_WORDS = {
    "persons": "a person (counted, then dropped)",
    "groups": "a group in numbers",
    "trainings": "a training",
}
