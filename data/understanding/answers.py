"""What somebody said of the columns of files, and whether there are such columns and fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from data.sheets.fields import FIELDS, IGNORED, plain
from data.sheets.mapping import KINDS
from data.sheets.sheet import Sheet
from geo.words.catalogue import _

NO_COLUMN, NO_FIELD = _("There is no column {name}."), _("There is no field {name}.")
IN_PARTS = _("{name} is set aside, as the numbers beside it are its parts.")
ELSEWHERE = _("{name} is no column by itself as the file is read: others say what is in it.")
#: What may be said of a sum that is set aside: nothing else is counted then.
_OF_SUMS = (IGNORED, "participants_total")


@dataclass(frozen=True)
class Answers:
    """What somebody said of the columns of files.

    Attributes
    ----------
    fields
        By the name of a column as it is shown, or ``column 3``, its field; blank to leave it out.
    constants
        By field, what holds for every row.
    kind
        What one row is, of ``KINDS``; blank where its columns say it.
    as_above
        Whether a row that leaves its training blank belongs to the row above; None if not said.
    month_day
        Which day stands for a month that is given alone, or several: ``first``, ``last``; from
        the first to the last: ``whole``; None where nobody has said.
    dashes
        What a dash or "nil" among counts means: ``zero``, ``blank``; None where nobody has said.
    year
        That of days without one, as 2023 or 2023-24; None where nobody has said.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    as_above: bool | None = None
    month_day: str | None = None
    dashes: str | None = None
    year: str | None = None


def require_known(sheets: Sequence[Sheet], answers: Answers, written: Sequence[str] = ()) -> None:
    """Refuse an answer on a column that no sheet has, and one that is no field.

    ``written`` are the names of columns in the files. One that is set aside as a sum of others may
    be called the total, or left out: it is held against them.

    Raises
    ------
    ReadingError
        It names the columns that there are, and the likeliest.
    """
    shown = [safe_name(name) for sheet in sheets for name in sheet.header]
    widest = max((len(sheet.header) for sheet in sheets), default=0)
    own = [_own_name(sheet, name) for sheet in sheets for name in sheet.header]
    known = {plain(name): name for name in (*own, *shown)} | {
        f"column {n}": f"column {n}" for n in range(1, widest + 1)
    }
    sums = {plain(safe_name(name)) for sheet in sheets for name in sheet.sums}
    others = {plain(safe_name(name)) for name in written} - sums
    for name, meant in answers.fields.items():
        if not (plain(name) in known or (plain(name) in sums and meant in _OF_SUMS)):
            said = IN_PARTS if plain(name) in sums else ELSEWHERE if plain(name) in others else ""
            advice = _("The columns are: {names}.").format(names=", ".join(dict.fromkeys(shown)))
            what = said.format(name=safe_name(name)) or _unknown(name, known)
            raise ReadingError(what, _("What was said of columns"), advice)
        _require_field(meant)
    for name in answers.constants:
        _require_field(name)
    if answers.kind and answers.kind not in KINDS:
        raise ValueError(f"not what a row can be: {answers.kind}")


def _unknown(name: str, known: Mapping[str, str]) -> str:
    """Return that there is no such column, and which may be meant."""
    near = get_close_matches(plain(name), known, n=1)
    what = _("There is no column {name}. Is {likely} meant?") if near else NO_COLUMN
    return what.format(name=safe_name(name), likely=known[near[0]] if near else "")


def _require_field(name: str) -> None:
    if name in (IGNORED, *FIELDS):
        return
    near = get_close_matches(name, FIELDS, n=1)
    what = _("There is no field {name}. Is {likely} meant?") if near else NO_FIELD
    what = what.format(name=name, likely=near[0] if near else "")
    advice = _("The fields are: {names}.").format(names=", ".join(FIELDS))
    raise ReadingError(what, _("What was said of columns"), advice)


def by_position(sheet: Sheet, answers: Answers) -> dict[int, str]:
    """Return the answers on the columns of a sheet by position.

    A column that was given another name is known by that and by its own in the file, but where
    that is another's by now. An answer is on the column of exactly its name, if there is one:
    "# Women" is not "% women"; else on whichever is called so but for signs.
    """
    called = [_names_of(sheet, place, name) for place, name in enumerate(sheet.header)]
    there = {_written(name) for names in called for name in names}
    exact = {_written(name): meant for name, meant in answers.fields.items()}
    alike = {plain(name): meant for name, meant in answers.fields.items()
             if _written(name) not in there}  # fmt: skip
    given = {}
    for place, names in enumerate(called):
        said = [exact[_written(name)] for name in names if _written(name) in exact]
        said += [alike[plain(name)] for name in names if plain(name) in alike]
        if said:
            given[place] = said[0]
    return given


def _names_of(sheet: Sheet, place: int, name: str) -> tuple[str, ...]:
    """Return by which names an answer may be on a column: its number before what it is called."""
    own = _own_name(sheet, name)
    names = (name,) if own in sheet.header else (name, own)
    return (f"column {place + 1}", *map(safe_name, names))


def _written(name: str) -> str:
    return " ".join(name.split()).casefold()


def _own_name(sheet: Sheet, name: str) -> str:
    return safe_name(sheet.own_names.get(name, name))
