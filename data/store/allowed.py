"""Who may use the store for what: refused in the store, whatever a screen offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pandas as pd

from data.access.limits import lies, own_trainings
from data.access.rights import ALONE, NotAllowedError, Person, Right
from data.checking.check import Checked
from data.store import imports
from data.store.errors import NotAllowed, NotStored
from data.store.imports import Session, listed
from geo.words.catalogue import _

if TYPE_CHECKING:
    from data.store.engines.duckdb_file import StoreFile
    from data.store.engines.postgres import StoreServer

Method = TypeVar("Method", bound=Callable[..., Any])
#: What each method of the store needs, by ``Class.method``; the others are for everybody.
RIGHTS: dict[str, Right] = {}
ASK = _("Nothing was changed. Leave them out, or ask somebody who sees all provinces.")
STORED_PLACES = (
    "SELECT training_id, venue_adm2_pcode AS adm2_pcode FROM current_trainings "
    "UNION SELECT training_id, adm2_pcode FROM current_attendance"
)


class Used:
    """A store, or a part of it, in somebody's hands; the audit has ``address`` of them."""

    def __init__(
        self, place: StoreFile | StoreServer, person: Person = ALONE, address: str = ""
    ) -> None:
        self._place, self.person, self._address = place, person, address


def needs(right: Right) -> Callable[[Method], Method]:
    """Refuse a method of the store, with ``NotAllowed``, to who has not a right."""

    def guarded(method: Method) -> Method:
        @wraps(method)
        def allowed(store: Used, *values: object, **named: object) -> object:
            require(store, right)
            return method(store, *values, **named)

        RIGHTS[method.__qualname__] = right
        return cast(Method, allowed)

    return guarded


def require(store: Used, right: Right) -> None:
    """Raise ``NotAllowed`` where whoever has the store in hands lacks a right."""
    try:
        store.person.require(right)
    except NotAllowedError as refused:
        raise NotAllowed(str(refused), "", _("Nothing was changed.")) from refused


def require_own(
    session: Session, checked: Checked, person: Person, replaced: Iterable[str] = ()
) -> None:
    """Refuse an import of somebody of some provinces that tells of more than these.

    A training is theirs where one of its places lies in them, and none elsewhere: as the file has
    it, and as it was reported before. The refusal repeats what is in the file, and tells nothing
    of what is stored.

    ``replaced`` are trainings that it tells of also where it has no row of them, as one that is
    taken out.

    Raises
    ------
    NotStored
        Naming the trainings or tables that are not.
    """
    if not person.provinces:
        return
    tables = imports.tables_of(checked)
    told = {*replaced, *checked.held["training_id"]} - {""}
    for rows in tables.values():
        told |= set(rows.get("training_id", ()))
    written = _places(tables["trainings"], tables["attendance"])
    stored = session.frame(STORED_PLACES)
    not_own = told - set(written["training_id"]) - set(stored["training_id"])
    for places in (written, stored):
        not_own |= told & set(places["training_id"]) - own_trainings(places, person.provinces)
    if not_own:
        raise NotStored(
            _("Not of your provinces alone: {trainings}.").format(trainings=listed(not_own)),
            _("The file"),
            ASK,
        )
    for name, rows in tables.items():
        if "training_id" not in rows and not _lie(rows, person.provinces):
            what = _("The table {name} tells of places outside of your provinces.").format(
                name=name
            )
            raise NotStored(what, _("The file"), ASK)


def _places(trainings: pd.DataFrame, attendance: pd.DataFrame) -> pd.DataFrame:
    venues = trainings[["training_id", "venue_adm2_pcode"]]
    homes = attendance[["training_id", "adm2_pcode"]]
    return pd.concat([venues.set_axis(homes.columns, axis="columns"), homes], ignore_index=True)


def _lie(rows: pd.DataFrame, provinces: tuple[str, ...]) -> bool:
    """Return whether each row has a place, and all that it has lie in some provinces."""
    places = rows[rows.columns.intersection(["adm1_pcode", "adm2_pcode"])]
    own = places.apply(lies, provinces=provinces)
    return bool((own | (places == "")).all(axis=None) and own.any(axis="columns").all())
