"""A folder that others drop files into: each file is one part of the source, or all are one."""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from data.sources.errors import SourceError
from data.sources.settings import Source
from geo.words.catalogue import _

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsb", ".ods", ".html", ".htm", ".json")
#: A file that was written to within so many seconds may not be whole yet.
SETTLED = 5.0
LARGEST = 2_000_000_000


@dataclass(frozen=True, eq=False)
class Found:
    """What is in a folder, by part: a part is named after its source and its file.

    It is named after the source alone where the files are one together.

    Attributes
    ----------
    contents
        The files of each part that is whole, that which was changed last at the end: where two
        tell of the same trainings, it is the one that counts.
    unsettled
        Parts that are still being written.
    refused
        Why a file cannot be read.
    folders
        How many folders are in it, which are passed over.
    """

    contents: dict[str, tuple[bytes, ...]] = field(default_factory=dict)
    unsettled: list[str] = field(default_factory=list)
    refused: dict[str, SourceError] = field(default_factory=dict)
    folders: int = 0


def found(source: Source) -> Found:
    """Return what is in a folder.

    Raises
    ------
    SourceError
        If there is no such folder, or a file of those that are one together cannot be read.
    """
    folder = Path(source.address)
    if not folder.is_dir():
        what = _("There is no such folder.")
        raise SourceError(what, source.where, _("Nothing was taken in. Check its address."))
    shown = [path for path in sorted(folder.iterdir()) if path.name[0] not in ".~"]
    seen = Found(folders=sum(path.is_dir() for path in shown))
    named = [path for path in shown if path.is_file() and path.suffix.casefold() in ENDINGS]
    for path in named if source.together else sorted(named, key=_changed):
        part = source.name if source.together else f"{source.name}/{path.name}"
        try:
            content = _content(path, source)
        except SourceError as error:
            if source.together:
                raise
            seen.refused[part] = error
            continue
        if content is None:
            seen.unsettled.append(part)
        else:
            seen.contents[part] = (*seen.contents.get(part, ()), content)
    for part in seen.unsettled:  # of files that are one, all are left until the next pull
        seen.contents.pop(part, None)
    return seen


def _changed(path: Path) -> float:
    """Return when a file was changed; 0 for one that is gone meanwhile."""
    try:
        return _written(path.stat())
    except OSError:
        return 0.0


def _written(known: os.stat_result) -> float:
    """Return when a file was written; where its own time is ahead, when it came to be here.

    A computer whose clock is wrong leaves such a time, which nothing would ever be later than.
    """
    return known.st_mtime if known.st_mtime <= time.time() else known.st_ctime


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
        what = _("{file} cannot be read: {reason}.").format(file=path.name, reason=error.strerror)
        raise SourceError(what, source.where, _("Check who may read it.")) from error
    is_same = (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
    return content if is_same and time.time() - _written(after) >= SETTLED else None
