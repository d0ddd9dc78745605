"""A file of records on its way: chosen, understood, questions answered, and what became of it.

The file is held only while something waits for an answer (``uploaded_file``).
"""

from functools import partial

import pandas as pd
import streamlit as st

from data.access.rights import Right
from data.checking.beside_records import beside_records
from data.checking.check import Checked, CheckingError, to_records
from data.checking.left_out import left_out_in_words
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.errors import ReadingError
from data.records.model import in_words
from data.records.spreadsheet_text import csv_bytes
from data.review.decisions import DecisionsError
from data.store.errors import StoreError
from data.understanding.understand import Question, Understood, understand
from data.writing.template import records_workbook, template_workbook
from geo.words.catalogue import _, ngettext
from pages.importing import columns, history, review, uploaded_file
from pages.parts import screen, tables
from pages.session import address, kept, loading, visitor
from pages.workers import waiting
from pages.workers.queues import READING, Work, WorkError
from reports.words.headline import participants_known

KINDS = ["xlsx", "xls", "ods", "html", "htm", "csv", "tsv", "txt", "json"]
#: How many trainings of a file are named.
MOST_TRAININGS = 5
KEPT = ("your_records", "your_check", "your_notes", "your_file", "your_file_rows")


def open_sets() -> None:
    """List the sets of records that can be opened, with their figures, or why one cannot be."""
    rows: list[tuple[object, ...]] = []
    for key, title in loading.sets().items():
        if why := loading.fault(key):
            rows.append((title, *[None] * 3, "", why))
            continue
        records = loading.records_of(key)
        if records is not None:
            figures = coverage(records, whole(records))
            headline, people = figures.headline, participants_known(figures)
            as_of = records.as_of.isoformat() if len(records.trainings) else ""
            rows.append((title, headline.trainings, people, headline.districts_covered,
                         as_of, records.source))  # fmt: skip
    headings = [
        _("Records"),
        _("Trainings recorded one by one"),
        _("Participants"),
        _("Districts"),
        _("Data as of"),
        _("Source"),
    ]
    numbers = dict.fromkeys(headings[1:4], "Int64")
    table = pd.DataFrame(rows, columns=headings).astype(numbers)
    tables.draw(table, "sets", _("Sets of records"), unknown=_("not known"))
    st.caption(_("Which of them every screen shows is chosen at the top right."))


def offer_template() -> None:
    """Say which files are understood, and offer the workbook to fill in."""
    st.markdown(
        _(
            "Attendance sheets of individuals, counts by group, lists of trainings: "
            "workbooks and CSV files are read by their column headings, and you will "
            "be asked about anything unclear. People are counted as the file is "
            "read. **Names, CNIC, telephone numbers and e-mail addresses are removed "
            "before anything is kept or shown.**"
        )
    )
    tables.download(_("Download the template"), template_workbook, "training-records-template.xlsx")


def take_files() -> None:
    """Take one file, or one of trainings and one of attendance; stay until they are checked."""
    chosen = st.file_uploader(
        _("A workbook, or CSV files of trainings and attendance"),
        type=KINDS,
        accept_multiple_files=True,
        key=uploaded_file.key(),
        on_change=_forget_answers,
    )
    uploaded_file.note()
    st.button(
        _("Check and open"),
        type="primary",
        disabled=not chosen,
        icon=":material/fact_check:",
        on_click=check_again,
    )
    st.html(f'<p role="status">{screen.text(_standing())}</p>')  # a screen reader is told of it
    _stay_until_checked()


def _standing() -> str:
    """Say in a sentence what came of the last check; blank where nothing did."""
    held = st.session_state
    if held.get("upload_problem"):
        return ""  # it is said as an error
    if held.get("your_question"):
        return _("The file waits for an answer: see below.")
    checked: Checked | None = held.get("your_check")
    if checked is None:
        return ""
    words = _("Checked: {accepted:,} of {participants:,} participants accepted.").format(
        accepted=checked.participants_accepted, participants=checked.participants_in
    )
    return f"{words} {review.waits(checked.queue)}".strip()


def _stay_until_checked() -> None:
    work: Work[Question | Understood] | None = uploaded_file.check_under_way()
    if work is None:
        return
    waiting.wait_for(work, _("Reading and checking \u2026"), "give_up_check", _give_up)
    uploaded_file.set_check(None)
    _take_answer(work)
    st.rerun()


def _give_up() -> None:
    uploaded_file.give_up_check()
    st.session_state["upload_problem"] = _("Cancelled. The records that were open are unchanged.")


def _forget_answers() -> None:
    uploaded_file.give_up_check()
    for key in ("your_sheet", "your_mapping", "your_question", "your_proposal", "upload_problem",
                "last_decision"):  # fmt: skip
        st.session_state.pop(key, None)


def check_again() -> None:
    """Begin to understand the chosen files, with the answers and decisions given by now.

    It is done beside the server; ``take_files`` takes what comes of it.
    """
    held = st.session_state
    files = uploaded_file.chosen()
    if not files:
        held["upload_problem"] = _("The file is no longer here. Choose it again.")
        return
    if uploaded_file.is_too_large():
        held["upload_problem"] = _("Together the files are too large. Choose fewer at a time.")
        uploaded_file.let_go()
        return
    held["upload_problem"] = None
    held["your_file"] = ", ".join(file.name for file in files)[:200]
    uploaded_file.give_up_check()  # another answer is asked for now
    try:
        asked = (held.get("your_mapping"), held.get("your_sheet"), kept.decisions())
        content = [file.getvalue() for file in files]
        work = READING.begin(visitor.session_key(), understand, content, loading.today(), *asked)
    except (WorkError, DecisionsError) as fault:
        held["upload_problem"] = str(fault)
    else:
        uploaded_file.set_check(work)


def _take_answer(work: Work[Question | Understood]) -> None:
    held = st.session_state
    try:
        answer = work.result()
    except ReadingError as refused:
        held["upload_problem"] = str(refused)
        uploaded_file.let_go()
    except (DecisionsError, WorkError) as fault:
        held["upload_problem"] = str(fault)
    except CheckingError:
        held["upload_problem"] = _(
            "These files could not be checked. The records that were open are unchanged."
        )
    else:
        held["your_question"] = answer if isinstance(answer, Question) else None
        if isinstance(answer, Understood):
            _keep(answer)


def _keep(understood: Understood) -> None:
    held, checked = st.session_state, _beside_records(understood.checked)
    held.update(your_check=checked, your_notes=understood.notes)
    if understood.proposal is not None:
        held.setdefault("your_proposal", understood.proposal)
    held["your_file_rows"] = {name: one.rows_of_file for name, one in checked.tables.items()}
    if len(checked.trainings):
        held["your_records"] = to_records(checked, loading.today())
        held["records_wanted"] = loading.YOURS
    if not checked.queue and not {"last_decision", "your_proposal"} & set(held):
        uploaded_file.let_go()  # nothing waits, can be taken back or answered otherwise


def _beside_records(checked: Checked) -> Checked:
    """Return a file as it is to be added, for who may; where the records cannot be read, as it is.

    What is in the way of reading them is said on every screen.
    """
    if not visitor.person().may(Right.IMPORT):
        return checked
    try:
        standing = loading.programme_store(Right.IMPORT).trainings.beside(checked)
        return beside_records(checked, standing, kept.decisions())
    except (StoreError, DecisionsError):
        return checked


def report() -> None:
    """Ask what must be answered; say what became of the rows; offer what to do next."""
    if st.session_state.get("upload_problem"):
        screen.failed(_("Nothing was opened."), st.session_state["upload_problem"])
    if st.session_state.get("your_question"):
        columns.ask(st.session_state["your_question"], check_again)
    checked = st.session_state.get("your_check")
    if checked is not None:
        _balance(checked)
        _notes(checked)
        waits = history.added(checked) is None  # else the file is let go, and takes no answer
        if waits:
            columns.offer_to_change()
            screen.who("who")
            review.queue(checked.queue, check_again)
        _problems(checked, settled_above=waits and bool(checked.queue))
        history.offer_to_add(checked, st.session_state["your_file"])
    _remove_or_bring_back()


def _balance(checked: Checked) -> None:
    """Show that nothing is lost: rows and participants in, and what became of each."""
    rows = []
    for name, table in checked.tables.items():
        again, aside = len(table.duplicates), len(table.set_aside)
        wrong = table.rows_in - table.rows_accepted - again - aside
        rows.append((name, table.rows_in, table.rows_accepted, again, aside, wrong))
    headings = [
        _("Table"),
        _("Rows in"),
        _("Accepted"),
        _("Counted once"),
        _("Set aside"),
        _("With a problem"),
    ]
    tables.draw(pd.DataFrame(rows, columns=headings), "balance", _("What became of the rows"))
    st.caption(
        _(
            "Participants: {participants_in:,} in, {participants_accepted:,} accepted, "
            "{participants_in_problems:,} in rows with a problem."
        ).format(
            participants_in=checked.participants_in,
            participants_accepted=checked.participants_accepted,
            participants_in_problems=checked.participants_in_problems,
        )
    )


def _notes(checked: Checked) -> None:
    """Name the trainings, what was detected and which columns were dropped, never their values."""
    notes = st.session_state.get("your_notes", ())
    st.html(screen.lines([*trainings_read(checked.trainings), *notes, *left_out_in_words(checked)]))


def trainings_read(trainings: pd.DataFrame) -> list[str]:
    """Say of each training (``title``, ``date_start``, ``date_end``) its title and its days.

    By their first day, then by title; those after the first :data:`MOST_TRAININGS` are counted in
    one more text.
    """
    said = []
    by_day = trainings.sort_values(["date_start", "title"])
    for one in by_day.head(MOST_TRAININGS).to_dict("records"):
        days = dict.fromkeys(in_words(one[name]) for name in ("date_start", "date_end"))
        words = _("Training read: {title}, {days}")
        said.append(words.format(title=one["title"], days=" \u2013 ".join(days)))
    if (more := len(trainings) - MOST_TRAININGS) > 0:
        words = ngettext("{more:,} more training read", "{more:,} more trainings read", more)
        said.append(words.format(more=more))
    return said


def _problems(checked: Checked, *, settled_above: bool) -> None:
    if checked.problems.empty:
        if not checked.queue:  # else a decision is asked for above
            words = _("Every row was accepted.")
            if any(table.left_out for table in checked.tables.values()):
                words = _("Every row was accepted, or left out as said above.")
            st.success(words, icon=":material/check_circle:")
        return
    st.warning(_with_a_problem(checked, settled_above), icon=":material/warning:")
    table = checked.problems.rename(columns=tables.PROBLEM_HEADINGS)
    tables.draw(table, "problems", _("Problems, row by row"))
    tables.download(_("Download the problems as CSV"), csv_bytes(table), "problems.csv")


def _with_a_problem(checked: Checked, settled_above: bool) -> str:
    """Say how many rows have a problem, which wait for a decision, and what to do of each."""
    count = checked.rows_with_a_problem
    of_attendance = {*checked.tables["attendance"].problems["row"]}
    waiting = {*checked.held["row"]} | review.held_rows(checked.queue)
    decided = len(of_attendance & waiting)
    words = _("Rows with a problem: {count:,}. They are not counted.").format(count=count)
    if not settled_above or not decided:
        return f"{words} {_('Correct them in the file and open it again.')}"
    if decided == count:
        others = _("Decide on them above, or correct them in the file and open it again.")
        return f"{words} {others}"
    above = ngettext(
        "{rows:,} of them waits for a decision above.",
        "{rows:,} of them wait for a decision above.",
        decided,
    ).format(rows=decided)
    return f"{words} {above} {_('Correct the others in the file and open it again.')}"


def _remove_or_bring_back() -> None:
    own = st.session_state.get("your_records")
    if own is not None:
        with st.container(horizontal=True):
            workbook = partial(records_workbook, own)
            tables.download(_("Download your records"), workbook, "training-records.xlsx")
            st.button(_("Remove your records"), on_click=_remove, icon=":material/delete:")
    elif "removed" in st.session_state:
        st.info(_("Your records were removed from this session."), icon=":material/delete:")
        st.button(_("Bring them back"), on_click=_bring_back, icon=":material/undo:")


def _remove() -> None:
    held = {key: st.session_state.pop(key) for key in KEPT if key in st.session_state}
    st.session_state["removed"] = held
    address.forget()


def _bring_back() -> None:
    st.session_state.update(st.session_state.pop("removed"))
    st.session_state["records_wanted"] = loading.YOURS
    address.forget()
