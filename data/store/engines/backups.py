"""The file of the records and what stands beside it: its copy, and damaged ones kept aside.

``records.duckdb`` has beside it ``records.previous.duckdb``, its copy from before the last
import, and ``records.damaged-1.duckdb`` and so on, which nothing here ever opens for writing.
"""

import re
import shutil
from pathlib import Path

import duckdb

from data.records.whole_file import replaced
from data.store.engines.engine import connect
from data.store.errors import StoreDamaged
from data.store.schema import FIRST_TABLES, TABLES
from geo.words.catalogue import _

#: What is said of a file whose content is damaged, and never of one that may not be opened.
DAMAGE = ("corrupt", "checksum", "not a valid duckdb", "could not read enough bytes", "too short")


def look_through(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every value once: a block that is damaged does not pass its checksum.

    A file from before a table or a column came is looked through as it is.
    """
    for table in TABLES:
        query = f"SELECT bit_xor(hash(COLUMNS(*))) FROM {table}"  # noqa: S608 - a constant
        try:
            connection.execute(query).fetchall()
        except duckdb.CatalogException:
            if table in FIRST_TABLES:
                raise


def fault_of(path: Path) -> Exception | None:
    """Return why not every row of a file can be read, from a fresh start; None where it can."""
    try:
        with connect(path) as connection:
            look_through(connection)
    except (duckdb.Error, MemoryError) as error:
        return error
    return None


def is_damage(fault: Exception | None, path: Path) -> bool:
    """Tell a file of damaged content from one that could only not be opened."""
    words = str(fault).replace(str(path), "").casefold()
    return any(sign in words for sign in DAMAGE)


def log_of(path: Path) -> Path:
    """Return the file in which DuckDB writes ahead what it has not put in its place yet."""
    return path.with_name(f"{path.name}.wal")


def copy_of(path: Path) -> Path:
    """Return where the copy from before the last import is."""
    return path.with_name(f"{path.stem}.previous{path.suffix}")


def belongs_to(path: Path, other: Path) -> bool:
    """Tell whether a file is that of the records or one of those beside it, by whatever name.

    On some disks small letters and capitals are the same.
    """
    own, place = path.resolve(), other.resolve()
    stem, suffix = re.escape(own.stem), re.escape(own.suffix)
    name = rf"{stem}(\.previous|\.damaged-\d+)?{suffix}(\.(lock|new|tmp|wal(\.\w+)?))?"
    if place.parent == own.parent and re.fullmatch(name, place.name, re.IGNORECASE):
        return True
    return own.exists() and place.exists() and own.samefile(place)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file so that its place holds the old one or the new one, and never a part."""
    with replaced(target) as fresh:
        shutil.copyfile(source, fresh)


def keep_aside(path: Path) -> StoreDamaged:
    """Give a damaged file another name; return the fault that says so."""
    aside = path.with_name(f"{path.stem}.damaged-{_last_number(path) + 1}{path.suffix}")
    if log_of(path).exists():
        log_of(path).replace(log_of(aside))
    path.replace(aside)
    return damaged(path, aside)


def refuse_after_damage(path: Path) -> None:
    """Refuse to go on without a file that was damaged, as if there had never been one."""
    number = _last_number(path)
    if number and not path.exists():
        raise damaged(path, path.with_name(f"{path.stem}.damaged-{number}{path.suffix}"))


def damaged(path: Path, aside: Path) -> StoreDamaged:
    """Return the fault of a damaged file, and the way back."""
    what = _("The file of the records is damaged. It is kept as {file}.").format(file=aside.name)
    return StoreDamaged(what, str(path), way_back(path))


def way_back(path: Path) -> str:
    """Return what to do about a damaged file."""
    anew = _("`python -m data restore --anew` begins with no records; import the files again.")
    if not copy_of(path).exists():
        return anew
    words = _(
        "`python -m data restore` brings back the records as they were before the last import "
        "({copy}); import that file again afterwards, and decide again what was decided since."
    )
    return f"{words.format(copy=copy_of(path).name)} {anew}"


def _last_number(path: Path) -> int:
    """Return the highest number of a damaged file that was kept; 0 where there is none."""
    name = re.compile(re.escape(path.stem) + r"\.damaged-(\d+)" + re.escape(path.suffix))
    matches = (name.fullmatch(kept.name) for kept in path.parent.glob("*.damaged-*"))
    return max((int(match[1]) for match in matches if match), default=0)
