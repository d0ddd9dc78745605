"""Questions of one group of a form, whose names begin alike -> names without that beginning."""

import re
from collections.abc import Sequence

from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, is_collectors_own
from data.sheets.sheet import Sheet

#: What the names of a group may begin with: a letter, or a word and a line: "psex", "part_sex".
_BEGINS = re.compile(r"[a-z]+_|[a-z]", re.IGNORECASE)
LEAST_KNOWN = 2


def without_beginnings(sheet: Sheet) -> Sheet:
    """Return a sheet whose groups of names are without what all of a group begin with.

    "participants/pname" and "participants/psex" are a name and a sex. It is done where more of
    the group are known then, and two at least; of numbers the beginning may say whom they count.
    """
    groups: dict[str, list[int]] = {}
    for n, name in enumerate(sheet.header):
        path, __, last = name.rpartition("/")
        if path and last and not is_collectors_own(name):
            groups.setdefault(path, []).append(n)
    called: dict[int, str] = {}
    for path, places in groups.items():
        names = [sheet.header[n].rpartition("/")[2] for n in places]
        short = (f"{path}/{name}" for name in _shortened(names))
        called |= zip(places, short, strict=True)
    return sheet.renamed(called)


def _shortened(names: Sequence[str]) -> Sequence[str]:
    begins = {found[0] if (found := _BEGINS.match(name)) else "" for name in names}
    begins = begins if len(begins) == 1 else {name[:1] for name in names}
    if len(begins) != 1 or "" in begins:
        return names
    shorter = [name.removeprefix(next(iter(begins))) for name in names]
    known = {field for name in shorter if (field := field_of_name(name))}
    enough = len(known) >= LEAST_KNOWN and len(known) > sum(map(bool, map(field_of_name, names)))
    return shorter if enough and all(shorter) and not known & {*COUNT_FIELDS} else names


def is_choice(name: str, header: Sequence[str]) -> bool:
    """Tell whether a column says of one choice of another column whether it was made.

    A collecting application writes a question with several choices so: ``agency``, and beside it
    ``agency/police`` with 1 or 0.
    """
    question = name.rpartition("/")[0]
    return bool(question) and question in header


def has_choices(name: str, header: Sequence[str]) -> bool:
    """Tell whether a column is the question of which others have a choice each."""
    return any(one.startswith(f"{name}/") for one in header)
