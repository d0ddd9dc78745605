"""Which role somebody has who has signed in: a file that an administrator writes.

::

    claim = "groups"            # of the provider: a list, or one word

    [[grants]]
    of = "iom-programme"        # a value of the claim, or an e-mail address
    role = "manager"

    [[grants]]
    of = "punjab-office"
    role = "editor"
    provinces = ["Punjab"]      # left out: all
    files = false               # left out: files may be taken along

The first grant that fits is taken; whom none fits sees nothing.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.access.rights import Person, Role
from data.records.errors import ReadingError
from geo.districts import gazetteer

ADVICE = "Correct it; until then nobody is let in."
KEYS = {"of", "role", "provinces", "files"}


@dataclass(frozen=True)
class Grant:
    """One grant: whom it is for, and what of a ``Person`` it gives."""

    of: str
    role: Role
    provinces: tuple[str, ...]
    files: bool


@dataclass(frozen=True)
class Grants:
    """All grants in their order, and the claim that says to which groups somebody belongs."""

    claim: str
    grants: tuple[Grant, ...]

    def person(self, claims: Mapping[str, Any]) -> Person | None:
        """Return who has signed in, by the claims of the provider; None whom no grant fits.

        An e-mail address counts only where the provider has verified it.
        """
        groups = claims.get(self.claim) or ()
        known = {str(one) for one in ([groups] if isinstance(groups, str) else groups)}
        if claims.get("email_verified") is True:
            known.add(str(claims.get("email", "")).casefold())
        name = str(claims.get("name") or claims.get("preferred_username") or claims.get("sub"))
        for grant in self.grants:
            if grant.of in known or grant.of.casefold() in known:
                return Person(name, grant.role, grant.provinces, grant.files)
        return None


def read(path: Path) -> Grants:
    """Read the file of grants.

    Raises
    ------
    ReadingError
        If it cannot be read, or a word in it is not known. Nothing is granted then: a role that
        is misspelt must not become another one.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ReadingError("The file of roles cannot be read.", path.name, ADVICE) from fault
    claim, grants = written.get("claim", "groups"), written.get("grants", [])
    if set(written) - {"claim", "grants"} or not isinstance(claim, str) or not grants:
        raise ReadingError("It has no grants, or words that mean nothing.", path.name, ADVICE)
    return Grants(claim, tuple(_grant(one, path.name) for one in grants))


def _grant(written: Mapping[str, Any], where: str) -> Grant:
    of = written.get("of")
    where = f"{where}, grant of {of}"
    if not isinstance(of, str) or not of.strip() or set(written) - KEYS:
        raise ReadingError(f"A grant has: {', '.join(sorted(KEYS))}.", where, ADVICE)
    if written.get("role") not in list(Role):
        raise ReadingError(f"A role is one of: {', '.join(Role)}.", where, ADVICE)
    if not isinstance(written.get("files", True), bool):
        raise ReadingError("files is true or false.", where, ADVICE)
    provinces = tuple(_province(one, where) for one in written.get("provinces", ()))
    if "provinces" in written and not provinces:
        raise ReadingError("No province: leave the line out for all.", where, ADVICE)
    return Grant(of.strip(), Role(written["role"]), provinces, written.get("files", True))


def _province(written: object, where: str) -> str:
    codes = gazetteer.provinces()
    by_name = {name.casefold(): code for code, name in codes.items()}
    code = written if written in codes else by_name.get(str(written).strip().casefold())
    if code is None:
        raise ReadingError(f"A province is one of: {', '.join(codes.values())}.", where, ADVICE)
    return str(code)
