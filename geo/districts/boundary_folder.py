"""Where the installed boundary sets are kept, and which of them is chosen."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from geo.words.catalogue import _

#: Names another folder for the sets.
FOLDER_VARIABLE = "TRAINING_BOUNDARIES"
CHOICE = "in-use.json"
ENDING = ".topojson"
EMBEDDED_NAME = "embedded"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


class BoundaryError(Exception):
    """A boundary set cannot be used; the message says what, where and what to do."""


def folder() -> Path:
    """Return where installed sets are kept; it need not be there yet."""
    default = Path(__file__).parents[2] / "records" / "boundaries"
    return Path(os.environ.get(FOLDER_VARIABLE) or default)


def path_of(name: str) -> Path:
    """Return the file of an installed set."""
    return folder() / f"{Path(name).name}{ENDING}"


def installed_names() -> list[str]:
    """Return the names of the installed sets, sorted; their files may be damaged."""
    names = (path.stem for path in folder().glob(f"*{ENDING}"))
    return sorted(name for name in names if name != EMBEDDED_NAME and NAME.fullmatch(name))


def chosen() -> str:
    """Return the name that is in use; the embedded set's where nothing was chosen.

    Raises
    ------
    BoundaryError
        If the choice is damaged.
    """
    path = folder() / CHOICE
    try:
        name = json.loads(path.read_text(encoding="utf-8"))["in_use"]
    except FileNotFoundError:
        return EMBEDDED_NAME
    except (OSError, ValueError, KeyError, TypeError) as error:
        words = _("{file} is damaged. Choose a set again.")
        raise BoundaryError(words.format(file=path)) from error
    if name != EMBEDDED_NAME and not (isinstance(name, str) and NAME.fullmatch(name)):
        words = _("{file} names no boundary set. Choose a set again.")
        raise BoundaryError(words.format(file=path))
    return str(name)
