"""Files written whole or not at all: beside their place under another name, then put there."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file; one that is there before stays as it is until the new one is whole.

    Raises
    ------
    OSError
        Where the folder cannot be written, the disk is full, or a device or a pipe stands in
        the place, which would be lost; nothing is left behind.
    """
    # A link is followed: the file that it names is replaced, and not the link.
    place = path.resolve()
    if place.exists() and not place.is_file():
        raise OSError(errno.EINVAL, "it is no file that can be replaced", str(path))
    try:
        handle, unfinished = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            mode = place.stat().st_mode & 0o777 if place.exists() else _usual_mode()
            Path(unfinished).chmod(mode)
            Path(unfinished).replace(place)
        except BaseException:
            with suppress(OSError):
                Path(unfinished).unlink()
            raise
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(path)) from fault


def _usual_mode() -> int:
    """Return the permissions that a new file has here; a temporary one is for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
