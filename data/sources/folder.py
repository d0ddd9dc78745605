"""A folder that others drop files into: each file is one part of the source, or all are one."""

import time
from pathlib import Path

from data.sources.errors import SourceError
from data.sources.settings import Source
from geo.words.catalogue import _

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsb", ".ods")
#: A file that was written to within so many seconds may not be whole yet.
SETTLED = 5.0
LARGEST = 2_000_000_000


def files(source: Source) -> tuple[dict[str, tuple[bytes, ...]], list[str]]:
    """Return the files of a folder by part, and the parts that are still being written.

    A part is named after its source and its file, or after the source alone where the files are
    one together.

    Raises
    ------
    SourceError
        If there is no such folder, or a file cannot be read.
    """
    folder = Path(source.address)
    if not folder.is_dir():
        what = _("There is no such folder.")
        raise SourceError(what, source.where, _("Nothing was taken in. Check its address."))
    named = [
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and path.suffix.casefold() in ENDINGS and path.name[0] not in ".~"
    ]
    contents: dict[str, tuple[bytes, ...]] = {}
    unsettled = []
    for path in named:
        part = source.name if source.together else f"{source.name}/{path.name}"
        content = _content(path, source)
        if content is None:
            unsettled.append(part)
        else:
            contents[part] = (*contents.get(part, ()), content)
    for part in unsettled:  # of files that are one, all are left until the next pull
        contents.pop(part, None)
    return contents, unsettled


def _content(path: Path, source: Source) -> bytes | None:
    """Return what a file holds; None while somebody writes it."""
    try:
        before = path.stat()
        if before.st_size > LARGEST:
            what = _("{file} is larger than {megabytes} MB.").format(
                file=path.name, megabytes=LARGEST // 1_000_000
            )
            raise SourceError(what, source.where, _("Put it there in parts."))
        content = path.read_bytes()
        after = path.stat()
    except OSError as error:
        what = _("A file cannot be read: {reason}.").format(reason=error.strerror)
        raise SourceError(what, source.where, _("Check who may read it.")) from error
    is_same = (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
    return content if is_same and time.time() - after.st_mtime >= SETTLED else None
