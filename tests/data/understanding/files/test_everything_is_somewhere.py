"""Whatever comes in is somewhere: counted, set aside or asked about; and comes out as it was."""

import unicodedata
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.checking.check import to_records
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.errors import ReadingError
from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS
from data.sheets.fields import FIELDS
from data.sheets.mapping import with_constants
from data.sheets.persons.named_persons import LONGEST_SEEN
from data.store.imports import content_hash
from data.store.shipped import illustrative
from data.understanding.understand import Answers, Question, Understood, understand
from data.writing import export
from tests.data.sheets_made import (
    GROUP,
    GROUPS,
    PERSONS,
    TODAY,
    balance,
    checked,
    csv_of,
    groups,
    person,
    text_of,
)

# ---------------------------------------------------------------- the whole, and anything


def test_the_same_file_again_is_the_same() -> None:
    rows = csv_of(*[person(n, Sex="F" if n % 3 else "M") for n in range(40)], header=PERSONS)
    assert content_hash(checked(rows)) == content_hash(checked(rows))


def test_what_was_understood_makes_figures() -> None:
    found = checked(csv_of(*[person(n) for n in range(4)], header=PERSONS))
    records = to_records(found, TODAY)
    assert tuple(records.trainings) == TRAINING_COLUMNS
    assert tuple(records.attendance) == ATTENDANCE_COLUMNS
    assert records.as_of == date(2023, 5, 9)
    assert coverage(records, whole(records)).headline.participants == 4


def test_hostile_text_is_kept_as_text() -> None:
    title = "<script>alert(1)</script> ${x} `y` =1+1"
    assert checked(groups({"Training title": title})).trainings["title"].to_list() == [title]


CELLS = {
    "Training ID": ["T1", "T2", "", "Total", "00000-0000000-0"],
    "Training title": ["Referral", "", "Other", "grand total"],
    "Start date": ["2023-05-09", "05/06/2023", "25/06/2023", "", "2024-09-01", "x"],
    "District": ["Sialkot", "Swat", "", "Punjab", "Nowhere", "Total", "Karachi"],
    "Department": ["Police", "Traffic police", "FIA", "", "Home"],
    "Female": ["2", "0", "", "~3", "99999", "NA", "1,200"],
    "Male": ["5", "", "1"],
}


@st.composite
def any_groups(draw: st.DrawFn) -> bytes:
    row = st.tuples(*(st.sampled_from(CELLS[name]) for name in GROUPS))
    rows = [list(one) for one in draw(st.lists(row, min_size=1, max_size=9))]
    rows.append(list(GROUP))
    for place in draw(st.lists(st.integers(0, len(rows) - 2), max_size=2)):
        rows[place] = draw(st.sampled_from([rows[place][:4], [*rows[place], "x"], [""] * 7]))
    if draw(st.booleans()):
        rows.append(rows[0])
    return text_of([GROUPS, *rows]).encode()


@given(any_groups(), st.sampled_from([None, "dmy", "mdy", "iso"]))
@settings(max_examples=25, deadline=None)
def test_every_row_and_participant_of_groups_is_somewhere(
    content: bytes, date_format: str | None
) -> None:
    _account(content, date_format)


@st.composite
def any_persons(draw: st.DrawFn) -> bytes:
    rows = []
    for number in range(draw(st.integers(1, 9))):
        changes = {
            "CNIC": draw(st.sampled_from(["", "00000-0000000-0", f"00000-{number:07d}-0"])),
            "Name": draw(st.sampled_from(["", "Made-up Person", f"Made-up Person {number}"])),
            "Sex": draw(st.sampled_from(["M", "Female", "", "x", "what"])),
            "District": draw(st.sampled_from(CELLS["District"])),
            "Department": draw(st.sampled_from([*CELLS["Department"], "0300-0000000"])),
            "Designation": draw(st.sampled_from(["", "SHO", "Officer"])),
            "Training": draw(st.sampled_from(["Referral", "", "Total"])),
            "Date": draw(st.sampled_from(CELLS["Start date"])),
        }
        rows.append(person(draw(st.integers(1, 3)), **changes))
    return text_of([PERSONS, *rows]).encode()


@given(any_persons(), st.sampled_from([None, "dmy", "mdy"]))
@settings(max_examples=25, deadline=None)
def test_every_person_is_somewhere(content: bytes, date_format: str | None) -> None:
    found = _account(content, date_format)
    rows = found.tables["attendance"]
    assert found.participants_in == rows.rows_in - len(rows.set_aside) - len(rows.duplicates)
    assert found.participants_accepted == rows.rows_accepted


# ------------------------------------------------------------- lists under one another

NOBODIES = ("Zarqoon", "Parveezan", "Wasimullan", "Tahirzan", "Naseemun", "Faridun")
#: What may stand between two lists; under the last of it others than participants stand.
BETWEEN = ["", "Signature of trainer: ________", "Note: two could not attend", "Total: 3",
           "Training coordinator", "Facilitator: Zarqoon Nobody", "Focal person", "Page 1 of 2",
           "(trainers were from FIA)", "Resource persons"]  # fmt: skip


@st.composite
def any_lists(draw: st.DrawFn) -> tuple[bytes, set[int], set[int]]:
    """Return lists with lines between them, the rows of their persons, and those of others."""
    rows, persons, others, here = [], set(), set(), False
    for number in range(1, draw(st.integers(2, 4)) + 1):
        lines = draw(st.lists(st.sampled_from(BETWEEN), max_size=2)) if number > 1 else []
        titled = number == 1 or draw(st.booleans())
        here = not titled and (here or "Resource persons" in lines)
        if titled:
            lines.append(f"Training on referral, Kasur, {number + 8} May 2023")
        header = ["Sr", *draw(st.permutations(["Name", "Department", "District"]))]
        rows += [[line] for line in lines]
        if number == 1 or lines:  # a header alone is another way to write a page
            rows.append(header)
        for n in range(1, 4):
            told = {"Sr": str(n), "Name": f"{NOBODIES[n]} {NOBODIES[number]}",
                    "Department": "Police", "District": "Kasur"}  # fmt: skip
            rows.append([told[name] for name in header])
            (others if here else persons).add(len(rows))
    whole = [[*row, "", "", ""][:4] for row in rows]
    return text_of(whole).encode(), persons, others


@given(any_lists())
@settings(max_examples=40, deadline=None)
def test_nobody_of_a_list_is_left_out_without_a_word(
    made: tuple[bytes, set[int], set[int]],
) -> None:
    content, persons, others = made
    with suppress(ReadingError):
        found = understand([content], TODAY)
        if isinstance(found, Question):
            return
        balance(found.checked)
        aside = {*found.checked.tables["attendance"].set_aside["row"]}
        assert not persons & aside, content.decode()
        again = {*found.checked.tables["attendance"].duplicates["row"]}
        assert found.checked.participants_accepted + len(again & persons) + len(
            persons & {*found.checked.problems["row"]}
        ) >= len(persons - others)


def _account(content: bytes, date_format: str | None):
    alone = Answers(as_above=False)  # what blank rows below a filled one mean is asked else
    found = understand([content], TODAY, date_format=date_format, answers=alone)
    assert isinstance(found, Understood)
    balance(found.checked)
    lines = content.decode().rstrip("\n").split("\n")[1:]
    while lines and not lines[-1].strip(',"'):
        lines.pop()
    assert found.checked.tables["attendance"].rows_in == len(lines)
    assert set(found.checked.attendance["training_id"]) <= set(
        found.checked.trainings["training_id"]
    )
    for table in found.checked.tables.values():
        assert len(table.file_rows) == len(table.accepted)
    waiting = {row for one in found.checked.queue if one.held for row in one.rows}
    listed = found.checked.problems
    assert waiting <= set(listed.loc[listed["table"] == "attendance", "row"])
    return found.checked


# --------------------------------------------------------------------- out and in again


@pytest.mark.parametrize("kind", ["workbook", "tagged workbook", "csv", "5W", "5W workbook"])
def test_an_export_gives_the_same_figures(kind: str) -> None:
    records = illustrative()
    files = {
        "workbook": lambda: [export.workbook(records, tags=False)],
        "tagged workbook": lambda: [export.workbook(records)],
        "csv": lambda: [b for n, b in export.csv_files(records).items() if n.endswith(".csv")],
        "5W": lambda: [export.five_w_csv(records)],
        "5W workbook": lambda: [export.five_w_workbook(records)],
    }[kind]()
    found = checked(*files)
    assert not len(found.problems)
    again = to_records(found, TODAY)
    assert coverage(again, whole(again)).headline == coverage(records, whole(records)).headline


# ------------------------------------------------------------------- whatever its columns

NAMES = [*FIELDS, "Wombat", "Female", "Name", "", "_uuid", "#adm2+name", "#reached+f"]
VALUES = ["", "Swat", "Total", "2023-05-09", "05/06/2023", "Police", "M", "3", "x", "T1", "held",
          "PK532", "00000-0000000-0", "Made-up Person", "\u200e", "-", "=1+1"]  # fmt: skip
SAID = {"date_start": "2023-05-09", "district": "Swat", "agency": "Police", "participants_f": "1"}


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=9, unique=True), st.data())
@settings(max_examples=40, deadline=None)
def test_any_columns_are_read_refused_or_asked_about(names: list[str], data: st.DataObject) -> None:
    cells = st.lists(st.sampled_from(VALUES), min_size=len(names), max_size=len(names) + 1)
    content = text_of([names, *data.draw(st.lists(cells, max_size=6))]).encode()
    with suppress(ReadingError):
        found = understand([content], TODAY)
        if isinstance(found, Question) and found.proposal:
            said = {one[0]: SAID.get(one[0], "T") for one in found.proposal.missing}
            mapping = with_constants(found.proposal.mapping, said)
            if (
                found.proposal.below
            ):  # whether rows that leave the training blank are of the one above
                mapping = replace(mapping, as_above=data.draw(st.booleans()))
            found = understand([content], TODAY, mapping=mapping)
        assert isinstance(found, Understood)
        balance(found.checked)


@pytest.mark.parametrize("part", ["\u0301\u0323", "x ", "swat/"], ids=ascii)
def test_a_cell_without_an_end_takes_no_time_without_an_end(part: str, monkeypatch) -> None:
    """Composing its marks, or comparing its letters, takes the square of its length."""
    composed, normalize = [], unicodedata.normalize
    monkeypatch.setattr(
        unicodedata,
        "normalize",
        lambda form, text: composed.append(len(text)) or normalize(form, text),
    )
    long = (part * 10_000)[:10_000]
    rows = [{"District": long}, {"Department": long}]
    rows += [{"Training title": long + end, "Training ID": end} for end in "ab"]
    found = checked(groups(*rows))
    assert 0 < max(composed) <= LONGEST_SEEN
    assert "Longer than any place's name" in found.unplaced["reason"].item()
    assert not [one for one in found.queue if one.kind == "duplicate"]
