"""A file that is written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from geo.words.catalogue import _

#: The numbers of faults of a disk that has no room.
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
#: The permission to write, of anybody.
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def require_writable(path: Path) -> None:
    """Refuse a place that cannot be written, before what goes there is made.

    Raises
    ------
    OSError
        Where the folder is not there or cannot be written, or what stands in the place is
        read-only, or is no file.
    """
    place = path.resolve()
    if not place.parent.is_dir():
        raise OSError(errno.ENOENT, _("no such folder; make it first"), str(path.parent))
    if not os.access(place.parent, os.W_OK | os.X_OK, effective_ids=_EFFECTIVE):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if not place.exists():
        return
    if not place.is_file():
        raise OSError(errno.EINVAL, _("it is no file that can be replaced"), str(path))
    if not place.stat().st_mode & _WRITABLE:
        raise OSError(errno.EACCES, _("the file is read-only, and stays as it is"), str(path))


#: Whether the rights of this process can be asked for, and not those of who started it.
_EFFECTIVE = os.access in os.supports_effective_ids


def write_whole(path: Path, content: bytes) -> None:
    """Write a file; one that is there before stays as it is until the new one is whole.

    Raises
    ------
    OSError
        Where the folder cannot be written, the disk is full, or a device or a pipe stands in
        the place, which would be lost; nothing is left behind.
    """
    require_writable(path)
    place = path.resolve()  # of a link the file that it names is replaced, and not the link
    try:
        handle, unfinished = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            mask = os.umask(0)  # which can be read only by setting it
            os.umask(mask)
            # A temporary file is for its owner alone; a new one has the permissions usual here.
            mode = place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~mask
            Path(unfinished).chmod(mode)
            Path(unfinished).replace(place)
        except BaseException:
            with suppress(OSError):
                Path(unfinished).unlink()
            raise
    except OSError as fault:
        raise _of(path, fault) from fault


def _of(path: Path, fault: OSError) -> OSError:
    """Return a fault as one of a file; of a full disk it says what to do."""
    words = fault.strerror
    if fault.errno in NO_ROOM:
        words = _("no room is left on the disk; make room and try again")
    return OSError(fault.errno, words, str(path))


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give a place beside a file; what is written there takes the file's place in one step.

    The place has one name, as only one writes at a time: what a killed process leaves is written
    over. Where writing fails, the file stays as it was and nothing is left beside it; the
    ``OSError`` names the file.
    """
    fresh = path.with_name(f"{path.name}.new")
    try:
        yield fresh
        with fresh.open("r+b") as written:
            os.fsync(written.fileno())
        fresh.replace(path)
    except OSError as fault:
        if fault.filename and fault.errno not in NO_ROOM:
            raise
        raise _of(path, fault) from fault
    finally:
        fresh.unlink(missing_ok=True)
