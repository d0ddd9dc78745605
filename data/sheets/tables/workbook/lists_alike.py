"""Lists of persons whose columns stand otherwise, or are called so: which of them are the same."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from data.records.distinct import blank_column, filled_cells
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, PRESENCE, plain
from data.sheets.sheet import Sheet
from data.sheets.words.cell_values import kind_of
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.presence import presence
from geo.words.catalogue import _

#: The key of a column of postings, whichever field its name means.
_POSTING = "posting"
#: What each of several lists tells of its persons where one does.
_OF_EACH = frozenset(["name_of_person", "district", "adm2_pcode", "province", "department", "sex",
                      PRESENCE, "date_start", "title", "training_id", _POSTING,
                      *COUNT_FIELDS])  # fmt: skip
_COMES_FROM = ("from", "coming from", "came from", "comes from", "station")

#: Columns of where each of a list serves: offices and stations with their districts.
_POSTED = frozenset(["posted at", "posted in", "posting", "present posting", "place of posting",
                     "office", "place of duty", "duty station", "office district",
                     "station posted"])  # fmt: skip
#: What persons of a list are called over their names.
_PERSONS = frozenset(["officer", "official", "trainee", "member", "employee", "name of officer"])


def with_same_columns(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return lists whose columns stand otherwise, or are called so, under the names of the first.

    None where one tells something of each person that another does not, so that whoever is in
    that would be counted without it.
    """
    meant = [_meant(sheet) for sheet in sheets]
    told = [{key for key, __ in own} & _OF_EACH for own in meant]
    if any(one != told[0] for one in told) or not told[0] & {"name_of_person", *COUNT_FIELDS}:
        return []
    keys = list(dict.fromkeys(key for own in meant for key in own))
    signed = {key for sheet, own in zip(sheets, meant, strict=True) for key, n in own.items()
              if key[0] == "other_personal" and _says_of_all(sheet.cells, n)}  # fmt: skip
    keys = [key for key in keys if key not in signed or all(key in own for own in meant)]
    called = {key: [sheet.header[own[key]] for sheet, own in zip(sheets, meant, strict=True)
                    if key in own] for key in keys}  # fmt: skip
    names = {key: next((one for one in own if field_of_name(one) == key[0]), own[0])
             for key, own in called.items()}  # fmt: skip
    return [_under_names(sheet, own, keys, names) for sheet, own in zip(sheets, meant, strict=True)]


def _says_of_all(cells: pd.DataFrame, n: int) -> bool:
    """Tell whether each of a list has signed, but for a note, and none is said to be absent."""
    signs = cells.loc[filled_cells(cells).sum(axis=1) > 1, n].unique().tolist()
    return all(text.strip() and presence(text) is not False for text in signs)


def _meant(sheet: Sheet) -> dict[tuple[str, int | str], int]:
    """Return the columns of a list by their fields, each with its number among those of one field.

    "Posted at" and "Office" are one where neither stands beside an agency or a district.
    """
    fields = [_field(name, sheet.cells[n]) for n, name in enumerate(sheet.header)]
    served = [n for n, field in enumerate(fields) if field in ("department", "district")]
    if len(served) == 1 and plain(sheet.header[served[0]]) in _POSTED:
        fields[served[0]] = _POSTING
    own: dict[tuple[str, int | str], int] = {}
    for n, (name, field) in enumerate(zip(sheet.header, fields, strict=True)):
        times = sum(1 for key, __ in own if key == field)
        own[(field, times) if field else ("", plain(name))] = n
    return own


def _field(name: str, cells: pd.Series) -> str:
    """Return the field of a column of a list; blank where its name is not known.

    "From" over places is where people come from, an agency and a department are one, and names
    under "Participants" or "Officer" are those of persons.
    """
    field = field_of_name(name) or guessed_field(name) or ""
    if plain(name) in _COMES_FROM and any(kind_of(text) == "place" for text in cells):
        field = "district"
    field = "department" if field == "agency" else field
    called = field in (*COUNT_FIELDS, PRESENCE) or plain(name).removesuffix("s") in _PERSONS
    return "name_of_person" if called and len(cells) and all(map(_may_be_name, cells)) else field


def _may_be_name(text: str) -> bool:
    """Tell whether a text has words alone, several of them, as a name of a person has."""
    words = len(text.split()) > 1 and not any(map(str.isdigit, text))
    return words and presence(text) is None and not kind_of(text)


def _under_names(
    sheet: Sheet,
    own: Mapping[tuple[str, int | str], int],
    keys: Sequence[tuple[str, int | str]],
    names: Mapping[tuple[str, int | str], str],
) -> Sheet:
    """Return a list with the columns of some names, blank where it has none."""
    blank = blank_column(sheet.cells.index)
    place_of = {own[key]: n for n, key in enumerate(keys) if key in own} | {-1: -1}
    said = _("{where}: its columns are read by what they are, as those of the other sheets.")
    return replace(
        sheet,
        notes=(*sheet.notes, said.format(where=sheet.where)),
        header=tuple(names[key] for key in keys),
        tags=("",) * len(keys),
        cells=pd.DataFrame({n: sheet.cells[own[key]] if key in own else blank
                            for n, key in enumerate(keys)}, index=sheet.cells.index),
        faults=sheet.faults.assign(position=sheet.faults["position"].map(place_of).fillna(-1).astype("int64")),
        over_rows={place_of[n]: rows for n, rows in sheet.over_rows.items() if n in place_of},
    )  # fmt: skip
