"""Codes whose meaning a file gives itself ("1 = Male, 2 = Female") -> the words they stand for.

A legend stands in the name of its column, above the table or in a note below it. Nothing is
replaced where a cell of the column is no code of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.records.distinct import by_text
from data.records.personal_data import safe_name
from data.records.rules import in_latin_digits
from data.sheets.fields import AGENCY_FIELDS, PLACE_FIELDS, field_of_name
from data.sheets.sheet import Sheet
from data.understanding import contents
from geo.words.catalogue import _

_CODE = re.compile(
    r"(?<![^\W_])(?P<code>\d{1,2}|[^\W\d_])\s*(?:[=:–)-]|\bfor\b|\bmeans\b|\bis\b)\s*(?=[^\W\d_]{2})"
)
#: What the words of a legend are, and the fields of a column that one elsewhere can be of.
_FIELDS = {
    contents.SEXES: ("sex",),
    contents.AGENCIES: AGENCY_FIELDS,
    contents.DISTRICTS: PLACE_FIELDS,
    contents.PRESENCE: ("presence",),
}
#: What a column is called that has nothing but its legend for a name.
_CALLED = {contents.SEXES: "Sex"}


def with_legends(sheet: Sheet) -> Sheet:
    """Return a sheet with words in place of the codes that it explains, which is said."""
    texts_beside = dict.fromkeys((*sheet.above, *_last_texts(sheet)))
    beside = [one for one in map(_legend, texts_beside) if one]
    for n, name in enumerate(sheet.header):
        own, rest = _legend(name), _CODE.split(name)[0].strip(" (:-[")
        rest = rest or _CALLED.get(_kind(own), "") if own else rest
        legends = [own] if own and rest else []
        legends = legends or [one for one in beside if _may_explain(one, sheet, n)]
        texts = {in_latin_digits(text).strip() for text in sheet.cells[n].unique()} - {""}
        fits = [one for one in legends if texts and {t.casefold() for t in texts} <= {*one}]
        if len(fits) != 1:
            continue
        legend = fits[0]
        cells = sheet.cells.copy()
        cells[n] = by_text(cells[n], lambda text: legend.get(_code(text), ""))  # noqa: B023
        header = list(sheet.header)
        header[n] = rest if own else name
        listed = ", ".join(f"{code} = {word}" for code, word in legend.items())
        words = _("{where}: codes in {column} are read as the file explains them: {listed}.")
        said = words.format(where=sheet.where, column=safe_name(header[n]), listed=listed)
        sheet = replace(sheet, header=tuple(header)).with_cells(cells, said)
    return sheet


def _may_explain(legend: Mapping[str, str], sheet: Sheet, n: int) -> bool:
    """Tell whether a legend may be that of a column: by its name, or as it holds who came."""
    field, kind = field_of_name(sheet.header[n]), _kind(legend)
    came = kind == contents.PRESENCE and contents.contents_of(sheet.cells[n]) == kind
    return field in _FIELDS[kind] or (field is None and came)


def _kind(legend: Mapping[str, str]) -> str:
    """Return what the words of a legend are; blank where they are not of one known kind."""
    known = (kind for kind in _FIELDS if all(map(contents.PREDICATES[kind], legend.values())))
    return next(known, "")


def _last_texts(sheet: Sheet) -> Sequence[str]:
    """Return the texts of rows that hold nothing else: notes."""
    filled = sheet.cells.map(str.strip) != ""
    alone = filled.index[filled.sum(axis=1) == 1]
    return ["".join(sheet.cells.loc[row]) for row in alone]


def _legend(text: str) -> dict[str, str]:
    """Return known words by their codes; nothing where a text has fewer than two pairs."""
    codes = list(_CODE.finditer(text))
    ends = [*(one.start() for one in codes[1:]), len(text)][: len(codes)]
    words = [text[one.end() : end] for one, end in zip(codes, ends, strict=True)]
    bare = [word.strip(" ,;.،؛|/&()[]").removesuffix(" and") for word in words]
    found = {_code(one["code"]): word for one, word in zip(codes, bare, strict=True)}
    return found if len(codes) == len(found) > 1 and _kind(found) else {}


def _code(text: str) -> str:
    return in_latin_digits(text).strip().casefold()
