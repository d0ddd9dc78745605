"""Writing a file whole or not at all, and saying beforehand that it cannot be written."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from geo.words.catalogue import _

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
        raise OSError(fault.errno, fault.strerror, str(path)) from fault
