"""Roles, and what each may do."""

from dataclasses import dataclass
from enum import StrEnum

from geo.words.catalogue import _


class Right(StrEnum):
    """What somebody does beside looking; the values are the words of a refusal."""

    IMPORT = _("add to the records, or settle what is unclear in them")
    UNDO = _("undo an import")
    WORDING = _("change the words of the presentation for everybody")
    TAKE = _("take files along")
    LOOK = _("look at single imports, or at the rows behind the figures")
    PEOPLE = _("say who may do what")
    RESTORE = _("bring the records back from a copy")


class Role(StrEnum):
    """What somebody is in the programme; each may do what the one before may, and more."""

    VIEWER = "viewer"
    EDITOR = "editor"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


_VIEWER = frozenset({Right.LOOK})
_EDITOR = _VIEWER | {Right.IMPORT}
_MANAGER = _EDITOR | {Right.UNDO, Right.WORDING}
#: What each role may do; taking files along is given apart from the role.
OF_ROLE = {
    Role.VIEWER: _VIEWER,
    Role.EDITOR: _EDITOR,
    Role.MANAGER: _MANAGER,
    Role.ADMINISTRATOR: _MANAGER | {Right.PEOPLE, Right.RESTORE},
}
#: Rights that show or change what others have reported: not for who sees a part of it.
OF_THE_WHOLE = frozenset(Right) - {Right.IMPORT, Right.TAKE}


class NotAllowedError(Exception):
    """Somebody asked for what is not his to do; the message says what, and whom to ask."""


@dataclass(frozen=True)
class Person:
    """Somebody who looks at the dashboard.

    Attributes
    ----------
    name
        As history and audit have it; blank where nobody signs in, and forms ask.
    role
        What he is in the programme.
    provinces
        P-codes of the provinces whose records he may see; empty for all.
    takes_files
        Whether he may take files along.
    why_not
        Why nobody here may change anything; blank where the role alone decides.
    """

    name: str
    role: Role
    provinces: tuple[str, ...] = ()
    takes_files: bool = True
    why_not: str = ""

    def may(self, right: Right) -> bool:
        """Return whether he has a right."""
        if right is Right.TAKE:
            return self.takes_files
        if self.provinces and right in OF_THE_WHOLE:
            return False
        if self.why_not and right is not Right.LOOK:
            return False
        return right in OF_ROLE[self.role]

    def require(self, right: Right) -> None:
        """Raise ``NotAllowedError`` where he has not."""
        if not self.may(right):
            why = self.why_not or _("Ask an administrator of the dashboard.")
            refusal = _("You may not {right}.").format(right=right)
            raise NotAllowedError(f"{refusal} {why}")


#: Who uses the dashboard on a machine of his own: there is nobody to ask.
ALONE = Person("", Role.ADMINISTRATOR)
