"""Who has which role: a table of grants in the store, each with who made it and when.

It is the only place where grants are. No row is ever taken out: one that is changed or taken away
ends, with who ended it and when.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from data.access.grants import Grant
from data.access.rights import Right, Role
from data.store import audit
from data.store.allowed import Used, needs
from data.store.errors import NotStored
from data.store.imports import Session, moment, one_line
from geo.districts import gazetteer
from geo.words.catalogue import _

CURRENT = (
    "SELECT number, of_whom, role, provinces, takes_files, who, granted_at FROM grants "
    "WHERE ended_at IS NULL ORDER BY number"
)
LOOK = _("Nothing was changed. Look at the list of grants.")


@dataclass(frozen=True)
class Granted:
    """A grant that holds, its number, who made it, and when (UTC)."""

    number: int
    grant: Grant
    who: str
    at: datetime


class GrantTable(Used):
    """The grants of a store, in somebody's hands. Every method may raise a ``StoreError``."""

    def looks(self) -> str:
        """Return a text that is the same only where no grant has changed; blank: not known.

        Nothing is opened for it.
        """
        return self._place.looks()

    @needs(Right.PEOPLE)
    def current(self) -> list[Granted]:
        """Return the grants that hold, the first made first."""
        with self._place.reading() as session:
            return _current(session)

    @needs(Right.PEOPLE)
    def add(self, grants: Sequence[Grant], who: str, at: datetime) -> None:
        """Make grants, all of them or none.

        Raises
        ------
        NotStored
            If one of them is for an address or a group that has one.
        """
        with self._place.writing(with_copy=False) as session:
            for grant in grants:
                self._make(session, grant, who, at)

    @needs(Right.PEOPLE)
    def change(self, number: int, grant: Grant, who: str, at: datetime) -> None:
        """Put a grant in the place of another one, at the end of the list.

        Raises
        ------
        NotStored
            As ``add`` and ``remove``.
        """
        with self._place.writing(with_copy=False) as session:
            administered = _administered(session)
            _end(session, number, who, at)
            self._make(session, grant, who, at)
            _require_administrator(session, number, administered)

    @needs(Right.PEOPLE)
    def remove(self, number: int, who: str, at: datetime) -> None:
        """Take a grant away: it no longer holds.

        Raises
        ------
        NotStored
            If there is none of that number, or it is the last one of an administrator.
        """
        with self._place.writing(with_copy=False) as session:
            administered = _administered(session)
            _end(session, number, who, at)
            _require_administrator(session, number, administered)
            audit.append(session, at, who, "took away", f"grant {number}", self._address)

    def _make(self, session: Session, grant: Grant, who: str, at: datetime) -> None:
        number = _added(session, grant, who, at)
        # An address is not repeated in the audit: the number says which grant it is.
        noted = f"grant {number}, {one_line(grant.of)}: {in_words(grant)}"
        audit.append(session, at, who, "granted", noted, self._address)


def in_words(grant: Grant) -> str:
    """Return what a grant gives: its role, provinces, and whether files may be taken along."""
    names = gazetteer.provinces()
    where = ", ".join(names[code] for code in grant.provinces) or _("all provinces")
    words = _("{role}, {provinces}") if grant.files else _("{role}, {provinces}, no files")
    return words.format(role=grant.role, provinces=where)


def _current(session: Session) -> list[Granted]:
    return [
        Granted(
            int(number),
            Grant(of, Role(role), tuple(provinces.split()), bool(files)),
            who,
            at.replace(tzinfo=UTC),
        )
        for number, of, role, provinces, files, who, at in session.run(CURRENT)
    ]


def _added(session: Session, grant: Grant, who: str, at: datetime) -> int:
    if any(one.grant.of.casefold() == grant.of.casefold() for one in _current(session)):
        raise NotStored(
            _("It has a grant already."),
            _("Grant of {of}").format(of=grant.of),
            _("Change that one."),
        )
    [(latest,)] = session.run("SELECT coalesce(max(number), 0) FROM grants")
    number = int(latest) + 1
    session.run(
        "INSERT INTO grants (number, of_whom, role, provinces, takes_files, who, granted_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        *(number, grant.of, str(grant.role), " ".join(grant.provinces), int(grant.files)),
        *(one_line(who), moment(at)),
    )
    return number


def _end(session: Session, number: int, who: str, at: datetime) -> None:
    if number not in [one.number for one in _current(session)]:
        raise NotStored(
            _("There is no grant of that number."), _("Grant {number}").format(number=number), LOOK
        )
    session.run(
        "UPDATE grants SET ended_by = $1, ended_at = $2 WHERE number = $3",
        *(one_line(who), moment(at), number),
    )


def _administered(session: Session) -> bool:
    return any(one.grant.administers for one in _current(session))


def _require_administrator(session: Session, number: int, before: bool) -> None:
    if before and not _administered(session):
        what = _("It is the last grant of an administrator of all provinces.")
        advice = _("Nothing was changed. Make another one first.")
        raise NotStored(what, _("Grant {number}").format(number=number), advice)
