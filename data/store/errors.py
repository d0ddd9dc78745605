"""Why the store of records could not do what it was asked, in words for the person who asked.

Whatever the fault, what was stored before is as it was: an import is taken in whole or not.
"""

from data.records.errors import Refusal
from geo.words.catalogue import _

#: The setting that says where the records are.
STORE_VARIABLE = "DATABASE_URL"


class StoreError(Refusal):
    """The store refused; nothing of it has changed."""

    @property
    def for_visitors(self) -> str:
        """The text without the place: a screen tells nobody a path or the name of a host."""
        return f"{self.what} {self.what_to_do}"


class StoreBusy(StoreError):  # noqa: N818 - said of the store, not of an error
    """Somebody else is importing, and did not finish within the time that was waited."""


class StoreFull(StoreError):  # noqa: N818
    """The disk has no room for what was to be stored."""


class StoreDamaged(StoreError):  # noqa: N818
    """The file of the records cannot be read any more; it is kept aside under another name."""


class StoreUnreachable(StoreError):  # noqa: N818
    """The server of the records does not answer, or does not let us in."""


class NotAllowed(StoreError):  # noqa: N818
    """Whoever uses the store may not do that; it says whom to ask."""


class NotStored(StoreError):  # noqa: N818
    """There is no such import, or it was rolled back before, or it holds no row."""


def busy(where: str, seconds: float) -> StoreBusy:
    """Return the fault of a store that somebody else holds longer than was waited."""
    return StoreBusy(
        _("The records are in use by another import (waited {seconds:.0f} s).").format(
            seconds=seconds
        ),
        where,
        _("Nothing was changed. Try again when the other one has finished."),
    )


def not_an_address() -> StoreUnreachable:
    """Return the fault of an address that no store can have."""
    return StoreUnreachable(
        _("The address of the records cannot be read."),
        _("{setting} or --store").format(setting=STORE_VARIABLE),
        _("It is postgresql://… or the path of a file."),
    )


def full(where: str) -> StoreFull:
    """Return the fault of a disk without room."""
    return StoreFull(
        _("There is no room left on the disk."),
        where,
        _("Nothing was changed: the records are as they were. Make room and try again."),
    )
