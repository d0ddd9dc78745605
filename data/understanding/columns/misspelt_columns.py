"""Columns whose names are misspelt, taken for what is meant before anything else is read."""

from collections import Counter

from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.sheet import Sheet
from data.sheets.words.names.day_words import is_of_another_day
from data.sheets.words.names.misspelt_names import known_name, with_sex_spelt
from data.understanding import contents
from geo.words.catalogue import _

#: What a column holds whose name is misspelt.
_HELD_BY = {"designation": (contents.TEXTS, contents.AGENCIES), "department": (contents.AGENCIES,),
            "sex": (contents.SEXES,), "district": (contents.DISTRICTS,),
            "date_start": (contents.DAYS,), "title": (contents.TEXTS,),
            "name_of_person": (contents.TEXTS,)}  # fmt: skip
_COUNTS = (contents.NUMBERS, contents.RUNNING, contents.ONES)


def with_names_spelt(sheet: Sheet) -> Sheet:
    """Return a sheet whose misspelt names of columns are those that are meant: "Distict".

    The cells of each are as it says, and no other column is that field. Else a title would be
    taken for the posting of all, beside the districts of each.
    """
    known = sheet.fields
    near = {n: found for n, name in enumerate(sheet.header)
            if known[n] is None and (found := known_name(name))}  # fmt: skip
    meant = {n: field_of_name(name) for n, name in near.items()}
    fields = Counter([*known, *meant.values()])
    spelt = {n: near[n] for n, field in meant.items()
             if fields[field] == 1 and _holds(sheet, n, field)}  # fmt: skip
    spelt |= {n: right for n, name in enumerate(sheet.header)
              if n not in spelt and (right := with_sex_spelt(name)) != " ".join(name.split())
              and contents.contents_of(sheet.cells[n]) in _COUNTS}  # fmt: skip
    if not spelt:
        return sheet
    words = _("{where}: {column} is read as “{name}”.")
    said = [words.format(where=sheet.where, column=safe_name(sheet.header[n]), name=name)
            for n, name in spelt.items()]  # fmt: skip
    return sheet.renamed(spelt).noted(*said)


def _holds(sheet: Sheet, n: int, field: str | None) -> bool:
    """Tell whether a column has what its field has, and is not of a day of something else."""
    of_other = field == "date_start" and is_of_another_day(sheet.header[n])
    held = _HELD_BY.get(field or "", ())
    return bool(held) and not of_other and contents.contents_of(sheet.cells[n]) in held
