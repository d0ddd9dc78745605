"""Questions of one group of a form, whose names begin alike -> names without that beginning."""

import re
from collections import Counter
from collections.abc import Sequence

from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, is_collectors_own
from data.sheets.sheet import Sheet

#: What the names of a group may begin with: a letter, or a word and a line: "psex", "part_sex".
_BEGINS = re.compile(r"[a-z]+_|[a-z]", re.IGNORECASE)
#: So do those of a table that is in no group; others say whose a name is: "trainer_name".
_OF_TABLE = re.compile(
    r"(?:[pqr]|part|partic|pers|person|resp|respondent|participant|trainee|attendee|member|mem"
    r"|ind|individual|beneficiary|ben|grp|group|repeat|roster|form|data|fld|field|col)[_.:-]",
    re.IGNORECASE,
)
LEAST_KNOWN = 2


def without_beginnings(sheet: Sheet) -> Sheet:
    """Return a sheet whose groups of names are without what all of a group begin with.

    "participants/pname" and "participants/psex" are a name and a sex, and so are "p_name" and
    "p_sex" of a table. It is done where more of the group are known then, and two at least; of
    numbers the beginning may say whom they count.
    """
    return sheet.renamed(dict(enumerate(plain_names(sheet.header))))


def plain_names(header: Sequence[str]) -> list[str]:
    """Return names of columns without what those of each group, or most of a table, begin with."""
    groups: dict[str, list[int]] = {}
    for n, name in enumerate(header):
        path, __, last = name.rpartition("/")
        if last and not is_collectors_own(name):
            groups.setdefault(path, []).append(n)
    called = list(header)
    for path, places in groups.items():
        names = [header[n].rpartition("/")[2] for n in places]
        for n, name in zip(places, _shortened(names, _begins(names, path)), strict=True):
            called[n] = f"{path}/{name}" if path else name
    return called


def _begins(names: Sequence[str], path: str) -> str:
    """Return what all names of a group begin with, or most of a table's; blank if nothing."""
    if not path:
        found = Counter(one[0] for one in map(_OF_TABLE.match, names) if one)
        begins, times = (found.most_common(1) or [("", 0)])[0]
        return begins if 2 * times > len(names) else ""
    alike = {found[0] if (found := _BEGINS.match(name)) else "" for name in names}
    alike = alike if len(alike) == 1 else {name[:1] for name in names}
    return alike.pop() if len(alike) == 1 else ""


def _shortened(names: Sequence[str], begins: str) -> Sequence[str]:
    own = [name for name in names if name.startswith(begins)] if begins else []
    shorter = [name.removeprefix(begins) for name in own]
    known = {field for name in shorter if (field := field_of_name(name))}
    enough = len(known) >= LEAST_KNOWN and len(known) > sum(map(bool, map(field_of_name, own)))
    twice = {*shorter} & {*names}  # "p_district" beside "district"
    if not enough or not all(shorter) or twice or known & {*COUNT_FIELDS}:
        return names
    return [name.removeprefix(begins) for name in names]


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
