"""In somebody's hands the store refuses what is not his, and tells nothing of others."""

import inspect
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from data.access.grants import grant
from data.access.rights import Person, Role
from data.checking.check import Checked
from data.checking.table_check import no_table
from data.records.tables import TABLES, typed
from data.review.decisions import Decision
from data.store import allowed
from data.store.errors import NotAllowed, NotStored, StoreError
from data.store.store import Store
from data.store.tables.corrections import Correction, TrainingTable
from data.store.tables.decisions import DecisionTable
from data.store.tables.people import GrantTable
from tests.data.conftest import records_of
from tests.data.stored import AT, ENGINES, add, checked, new_store, with_tables

LAHORE, SUKKUR = "PK634", "PK731"
OFFICER = Person("Punjab", Role.EDITOR, ("PK6",))


def trainings(*rows: tuple[str, str, str]) -> Checked:
    """Return an upload of trainings: id, district of the venue, home of one participant."""
    return checked(
        records_of(
            [
                {"training_id": key, "title": f"Title of {key}", "date_start": "2023-05-09",
                 "venue": "Hall", "venue_adm2_pcode": venue}
                for key, venue, _ in rows
            ],
            [(key, home, "Police", 1, 2, None) for key, _, home in rows],
        )
    )  # fmt: skip


def correct(store: Store, training_id: str, before: dict, *rows: tuple[str, str, str]) -> None:
    """Put rows of a training in the place of those that it has, or enter a new one."""
    rows = rows if before else ((training_id, LAHORE, LAHORE),)
    seen = {name: before.get(name, no_table(name).cells) for name in ("trainings", "attendance")}
    store.trainings.correct(
        Correction(training_id, seen, trainings(*rows), "A slip"), who="x", at=AT
    )


@pytest.fixture(params=ENGINES, scope="module")
def kept(request, tmp_path_factory) -> Store:
    """Records of two provinces: P own, S another's, M of both, N with no place that is known."""
    store = new_store(request.param, tmp_path_factory.mktemp("kept"))
    rows = [("P", LAHORE, LAHORE), ("S", SUKKUR, SUKKUR), ("M", LAHORE, SUKKUR), ("N", "", "")]
    add(store, trainings(*rows), file_name="everybody.xlsx")
    return store


@pytest.mark.parametrize(
    ("brought", "refused"),
    [
        (trainings(("P", LAHORE, "")), ""),
        (trainings(("P", "PK6", LAHORE), ("P2", "", LAHORE), ("P3", LAHORE, "")), ""),
        (trainings(("S", LAHORE, LAHORE)), "S"),
        (trainings(("M", LAHORE, LAHORE)), "M"),
        (trainings(("N", LAHORE, LAHORE)), "N"),
        (trainings(("P", LAHORE, SUKKUR)), "P"),
        (trainings(("P", LAHORE, LAHORE), ("X", SUKKUR, ""), ("S", LAHORE, LAHORE)), "S, X"),
        (trainings(("X", "", "")), "X"),
    ],
)
def test_who_is_of_some_provinces_changes_no_training_of_another(kept, brought, refused) -> None:
    officer = kept.used_by(OFFICER)
    if not refused:
        assert not add(officer, brought).repeated
        return
    before = kept.tables()
    with pytest.raises(NotStored) as fault:
        add(officer, brought)
    assert f"Not of your provinces alone: {refused}." in str(fault.value)
    assert "ask somebody who sees all provinces" in fault.value.for_visitors
    told = str(fault.value)
    assert not [word for word in ("Title", "Hall", "Sukkur", SUKKUR, "everybody") if word in told]
    for name, rows in kept.tables().items():
        pd.testing.assert_frame_equal(rows, before[name])


@pytest.mark.parametrize(
    ("table", "refused"),
    [
        ({"targets": [(LAHORE, "5")]}, ""),
        ({"targets": [(LAHORE, "5"), (SUKKUR, "5")]}, "The table targets"),
        ({"committees": [("district", "PK6", LAHORE, "yes")]}, ""),
        ({"committees": [("national", "", "", "yes")]}, "The table committees"),
        ({"committees": [("district", "PK7", LAHORE, "yes")]}, "The table committees"),
        ({"assessments": [("P", "9")]}, ""),
        ({"assessments": [("S", "9")]}, "alone: S."),
        ({"assessments": [("nobody's", "9")]}, "alone: nobody's."),
    ],
)
def test_nor_a_row_of_the_other_tables(kept, table: dict, refused: str) -> None:
    [(name, rows)] = table.items()
    texts = pd.DataFrame(rows, columns=list(TABLES[name])[: len(rows[0])], dtype="str")
    frame = typed(name, texts.reindex(columns=list(TABLES[name]), fill_value=""))
    brought = with_tables(trainings(("P", LAHORE, LAHORE)), **{name: frame})
    if not refused:
        assert not add(kept.used_by(OFFICER), brought).repeated
        return
    with pytest.raises(NotStored, match=refused):
        add(kept.used_by(OFFICER), brought)


def test_nor_is_told_what_is_recorded_of_one(kept) -> None:
    moved = trainings(*((key, LAHORE, "PK610") for key in "PSMN"))
    assert set(kept.trainings.not_named(moved)["training_id"]) == set("PSMN")
    assert set(kept.used_by(OFFICER).trainings.not_named(moved)["training_id"]) == {"P"}


def test_whoever_sees_all_provinces_changes_any_training(tmp_path) -> None:
    store = new_store("duckdb", tmp_path)
    add(store, trainings(("S", SUKKUR, SUKKUR)))
    assert add(store.used_by(Person("x", Role.EDITOR)), trainings(("S", LAHORE, ""))).id == 2


@pytest.mark.parametrize("training_id", ["S", "M", "N"])
def test_nor_is_one_corrected_or_taken_out_though_its_rows_are_known(kept, training_id) -> None:
    before = kept.trainings.rows(training_id)
    for brought in ((training_id, LAHORE, LAHORE),), ():
        with pytest.raises(NotStored, match=f"alone: {training_id}"):
            correct(kept.used_by(OFFICER), training_id, before, *brought)


def test_what_waits_for_a_district_is_of_ones_own_trainings_too(kept) -> None:
    held = pd.DataFrame(
        [(2, "district", "S", "")], columns=["row", "kind", "training_id", "agency"]
    )
    brought = trainings(("P", LAHORE, LAHORE))
    brought = replace(brought, held=held)
    with pytest.raises(NotStored, match="alone: S"):
        add(kept.used_by(OFFICER), brought)


OURS = grant("us", "viewer")
ANEW = trainings(("P", LAHORE, LAHORE))
#: Every method that is not for everybody: a call, the least role, and whether it is also for
#: somebody of some provinces. A new method has to be given its place here, or below.
METHODS = {
    "Store.add": (lambda store: add(store, ANEW), Role.EDITOR, True),
    "Store.changes_ahead": (
        lambda store: store.changes_ahead(ANEW, source="forms", at=AT),
        Role.VIEWER,
        False,
    ),
    "Store.rollback": (lambda store: store.rollback(1, "x", AT), Role.MANAGER, False),
    "Store.keep_setting": (
        lambda store: store.keep_setting("wording:x", "x", "x", AT),
        Role.MANAGER,
        False,
    ),
    "Store.history": (lambda store: store.history(), Role.VIEWER, False),
    "Store.standing": (lambda store: store.standing(), Role.VIEWER, False),
    "Store.undone": (lambda store: store.undone("forms"), Role.VIEWER, False),
    "Store.changes": (lambda store: store.changes(1), Role.VIEWER, False),
    "Store.problems": (lambda store: store.problems(1), Role.VIEWER, False),
    "Store.rows_held": (lambda store: store.rows_held(), Role.VIEWER, False),
    "Store.rows_behind": (lambda store: store.rows_behind(), Role.VIEWER, False),
    "Store.audit": (lambda store: store.audit(), Role.MANAGER, False),
    "Store.tables": (lambda store: store.tables(), Role.ADMINISTRATOR, False),
    "Store.fill": (
        lambda store: refused_otherwise(lambda: store.fill({})),
        Role.ADMINISTRATOR,
        False,
    ),
    "Store.restore": (lambda store: refused_otherwise(store.restore), Role.ADMINISTRATOR, False),
    "Store.keep_of_source": (
        lambda store: store.keep_of_source("x", "x", "x", AT, "pulled", "x"),
        Role.EDITOR,
        False,
    ),
    "DecisionTable.history": (lambda store: store.decisions.history(), Role.VIEWER, False),
    "DecisionTable.decide": (
        lambda store: store.decisions.decide(
            lambda known: known.decided("x", Decision("agency", "x", "FIA")), "x", AT
        ),
        Role.EDITOR,
        True,
    ),
    "DecisionTable.undo": (
        lambda store: refused_otherwise(lambda: store.decisions.undo(9, "x", AT)),
        Role.EDITOR,
        True,
    ),
    "TrainingTable.rows": (lambda store: store.trainings.rows("S"), Role.VIEWER, False),
    "TrainingTable.source": (lambda store: store.trainings.source("S"), Role.VIEWER, False),
    "TrainingTable.beside": (lambda store: store.trainings.beside(ANEW), Role.EDITOR, True),
    "TrainingTable.not_named": (lambda store: store.trainings.not_named(ANEW), Role.EDITOR, True),
    "TrainingTable.correct": (lambda store: correct(store, "Q", {}), Role.EDITOR, True),
    "GrantTable.current": (lambda store: store.people.current(), Role.ADMINISTRATOR, False),
    "GrantTable.add": (lambda store: store.people.add([OURS], "x", AT), Role.ADMINISTRATOR, False),
    "GrantTable.change": (
        lambda store: store.people.change(1, OURS, "x", AT),
        Role.ADMINISTRATOR,
        False,
    ),
    "GrantTable.remove": (
        lambda store: store.people.remove(2, "x", AT),
        Role.ADMINISTRATOR,
        False,
    ),
}
#: What the dashboard itself asks before it limits the records, the note in the audit, and the
#: file of decisions that is taken in once.
FOR_EVERYBODY = {
    *("Store.where", "Store.state", "Store.used_by", "Store.people", "Store.trainings"),
    *("Store.decisions", "Store.clock_fault", "Store.setting", "Store.note", "Store.records"),
    *("DecisionTable.current", "DecisionTable.take_in", "GrantTable.looks"),
}


def test_every_method_of_the_store_says_who_may() -> None:
    public = {
        f"{one.__name__}.{name}": method
        for one in (Store, GrantTable, DecisionTable, TrainingTable)
        for name, method in vars(one).items()
        if not name.startswith("_")
    }
    assert set(public) == set(METHODS) | FOR_EVERYBODY
    assert set(allowed.RIGHTS) == set(METHODS)
    places = ("_place.writing(", "_place.trying(", "_place.restore(")
    writing = {
        name
        for name, method in public.items()
        if callable(method) and any(place in inspect.getsource(method) for place in places)
    }
    assert writing - set(METHODS) == {"Store.note", "DecisionTable.take_in"}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """The folder of a store with one training."""
    folder = tmp_path_factory.mktemp("made")
    add(new_store("duckdb", folder), trainings(("S", LAHORE, LAHORE)))
    return folder


@pytest.mark.parametrize("provinces", [(), ("PK6", "PK7")])
@pytest.mark.parametrize("role", list(Role))
def test_a_method_is_refused_to_who_may_not_and_changes_nothing(
    made, tmp_path, role: Role, provinces: tuple[str, ...]
) -> None:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    stores = [new_store("duckdb", folder) for folder in (made, tmp_path)]
    before, roles = stores[0].tables(), list(Role)
    refusing, allowing = [store.used_by(Person("x", role, provinces)) for store in stores]
    for call, least, for_a_part in METHODS.values():
        if roles.index(role) < roles.index(least) or (provinces and not for_a_part):
            with pytest.raises(NotAllowed, match=r"You may not .* Ask an administrator"):
                call(refusing)
        else:
            call(allowing)
    for name, rows in stores[0].tables().items():
        pd.testing.assert_frame_equal(rows, before[name])


def test_a_source_is_taken_in_by_editors_of_the_whole(tmp_path) -> None:
    store = new_store("duckdb", tmp_path)
    editor, officer = store.used_by(Person("x", Role.EDITOR)), store.used_by(OFFICER)
    assert add(editor, ANEW, source="forms").id == 1
    editor.keep_of_source("pull:forms", "{}", "x", AT, "pulled", "x")
    for call in (
        lambda: add(officer, trainings(("P2", LAHORE, LAHORE)), source="forms"),
        lambda: officer.keep_of_source("pull:forms", "", "x", AT, "pulled", "x"),
    ):
        with pytest.raises(NotAllowed):
            call()
    assert store.setting("pull:forms") == "{}"
    assert len(store.history()) == 1


def refused_otherwise(call: Callable[[], None]) -> None:
    """Call what there is nothing to do for: that is said after who may has been looked at."""
    with pytest.raises(StoreError) as fault:
        call()
    if isinstance(fault.value, NotAllowed):
        raise fault.value
