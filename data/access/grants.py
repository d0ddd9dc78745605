"""Which role somebody has who has signed in: by the grants that administrators have made.

A grant is for an e-mail address or for a group of the provider of sign-in. That of somebody's own
address goes before those of groups; of several groups the one that was made first is taken. Whom
none fits sees nothing.

A file can hold several, to take in at once::

    claim = "groups"            # of the provider: a list, or one word

    [[grants]]
    of = "punjab-office"
    role = "editor"
    provinces = ["Punjab"]      # left out: all
    files = false               # left out: files may be taken along
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.access.rights import Person, Role
from data.records.errors import ReadingError
from geo.districts import gazetteer
from geo.words.catalogue import _

CLAIM = "groups"
LONGEST = 200
ADVICE = _("Nothing was changed. Correct it.")
KEYS = {"of", "role", "provinces", "files"}


@dataclass(frozen=True)
class Grant:
    """One grant: whom it is for, and what of a ``Person`` it gives; ``provinces`` are P-codes."""

    of: str
    role: Role
    provinces: tuple[str, ...] = ()
    files: bool = True

    @property
    def administers(self) -> bool:
        """Whether who has it may make grants."""
        return self.role is Role.ADMINISTRATOR and not self.provinces


def grant(
    of: object, role: object, provinces: Iterable[object] = (), *, files: object = True
) -> Grant:
    """Return a grant as somebody has written it; provinces by name or P-code.

    Raises
    ------
    ReadingError
        If a word in it is not known: a role that is misspelt must not become another one.
    """
    if not isinstance(of, str) or not 0 < len(of.strip()) <= LONGEST or not of.isprintable():
        what = _("A grant is for an address or a group, of up to {number} letters.").format(
            number=LONGEST
        )
        raise ReadingError(what, _("The grant"), ADVICE)
    of = of.strip()
    where = _("The grant of {of}").format(of=of)
    if role not in list(Role):
        raise ReadingError(
            _("A role is one of: {roles}.").format(roles=", ".join(Role)), where, ADVICE
        )
    if not isinstance(files, bool):
        raise ReadingError(_("files is true or false."), where, ADVICE)
    codes = dict.fromkeys(_province(one, where) for one in provinces)
    return Grant(of, Role(str(role)), tuple(codes), files)


def name_of(claims: Mapping[str, Any]) -> str:
    """Return the name of who has signed in, by the claims of the provider."""
    return str(claims.get("name") or claims.get("preferred_username") or claims.get("sub"))


def person(grants: Sequence[Grant], claims: Mapping[str, Any], claim: str = CLAIM) -> Person | None:
    """Return who has signed in, by the claims of the provider; None whom no grant fits.

    An e-mail address counts only where the provider has verified it.

    Parameters
    ----------
    grants
        In the order in which they were made.
    claims
        What the provider says of him.
    claim
        The one that says to which groups he belongs: a list, or one word.
    """
    groups = claims.get(claim) or ()
    groups = {str(one) for one in ([groups] if isinstance(groups, str) else groups)}
    verified = claims.get("email_verified") is True
    address = str(claims.get("email") or "").casefold() if verified else ""
    of_address = [one for one in grants if address and one.of.casefold() == address]
    of_groups = [one for one in grants if one.of in groups]
    for one in (*of_address, *of_groups):
        return Person(name_of(claims), one.role, one.provinces, one.files)
    return None


def read(path: Path) -> tuple[str, tuple[Grant, ...]]:
    """Read a file of grants: return the claim that it names, and the grants in their order.

    Raises
    ------
    ReadingError
        If it cannot be read, or a word in it is not known.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ReadingError(_("The file of grants cannot be read."), path.name, ADVICE) from fault
    claim, grants = written.get("claim", CLAIM), written.get("grants", [])
    if set(written) - {"claim", "grants"} or not isinstance(claim, str) or not grants:
        raise ReadingError(_("It has no grants, or words that mean nothing."), path.name, ADVICE)
    return claim, tuple(_written(one, path.name) for one in grants)


def _written(one: Mapping[str, Any], where: str) -> Grant:
    if set(one) - KEYS:
        raise ReadingError(
            _("A grant has: {keys}.").format(keys=", ".join(sorted(KEYS))), where, ADVICE
        )
    if "provinces" in one and not one["provinces"]:
        raise ReadingError(_("No province: leave the line out for all."), where, ADVICE)
    files = one.get("files", True)
    return grant(one.get("of"), one.get("role"), one.get("provinces", ()), files=files)


def _province(written: object, where: str) -> str:
    codes = gazetteer.provinces()
    by_name = {name.casefold(): code for code, name in codes.items()}
    code = written if written in codes else by_name.get(str(written).strip().casefold())
    if code is None:
        raise ReadingError(
            _("A province is one of: {provinces}.").format(provinces=", ".join(codes.values())),
            where,
            ADVICE,
        )
    return str(code)
