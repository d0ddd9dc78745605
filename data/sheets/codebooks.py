"""Codes of columns whose meaning a sheet beside them tells, as a codebook or a list of lookups."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from data.files.workbooks import SheetRows, SheetTitle
from data.records.calendar.dates import is_day
from data.records.distinct import by_text
from data.records.personal_data import safe_name
from data.records.rules import in_latin_digits
from data.sheets.field_names import field_of_name
from data.sheets.fields import PERSONAL_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.sheets_together import explains
from data.sheets.totals.total_rows import say_total
from data.sheets.words.absence import says_absent
from data.sheets.words.presence import presence
from geo.words.catalogue import _

#: By the name of a column, what each of its codes means.
Codebook = Mapping[str, Mapping[str, str]]
#: A longer sheet lists something else.
LONGEST = 1_000
LONGEST_CODE = 12
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
_VARIABLES = frozenset(["variable", "variables", "variable name", "field", "field name", "column",
                        "column name", "item", "question", "list", "list name", "code list",
                        "parameter"])  # fmt: skip
_CODES = frozenset(["code", "codes", "value", "values", "number", "no", "key", "option"])
_MEANINGS = frozenset(["meaning", "meanings", "label", "labels", "value label", "description",
                       "stands for", "definition", "name", "text", "matlab", "decode",
                       "explanation", "category", "code label", "option label"])  # fmt: skip
#: Beside these, the name of a choice is its code, as forms of surveys have them.
_LABELS = frozenset(["label", "labels"])
#: "1 = Male; 2 = Female" in a cell beside the name of a column.
_PAIR = re.compile(r"(?P<code>[^\W_]{1,6})\s*=\s*(?P<meaning>[^=;\n]+?)"
                   r"(?=\s*[;,\n]\s*[^\W_]{1,6}\s*=|\s*;?\s*$)")  # fmt: skip
#: Words of a column of codes that are none of the name of what these mean.
_OF_CODES = frozenset(["code", "codes", "coded", "id", "no"])
#: What a column of trainings is called whose texts hold their days.
_WITH_DAYS = "Training and date"


def codebook_of(listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]) -> Codebook:
    """Return what the codes of columns mean, as the sheets that explain others say.

    A table of columns, codes and meanings has a row of each code; the column may be named once
    over several. A code with two meanings leaves its column as it is.
    """
    book: dict[str, dict[str, str]] = {}
    unsure = set()
    for title in listed:
        rows = read(title.name).rows if explains(title.name) and not title.hidden else []
        for variable, code, meaning in _triples(rows) if len(rows) <= LONGEST else ():
            own = book.setdefault(plain(variable), {})
            if own.setdefault(_code(code), meaning) != meaning:
                unsure.add(plain(variable))
    return {name: own for name, own in book.items() if name not in unsure
            and (len(own) > 1 or all(map(_holds_day, own.values())))}  # fmt: skip


def _triples(rows: Sequence[Sequence[str]]) -> list[tuple[str, str, str]]:
    """Return the column, the code and the meaning of each row under their names."""
    places: tuple[int, ...] | None = None
    found, variable = [], ""
    for row in rows:
        cells = [cell.strip() for cell in row]
        if places is None:
            places = _places(cells)
            found += _pairs([cell for cell in cells if cell])
            continue
        name, code, meaning = (cells[n] if n < len(cells) else "" for n in places)
        variable = name or variable
        if variable and code and meaning:
            found.append((variable, code, meaning))
    return found or _without_names(rows)


def _without_names(rows: Sequence[Sequence[str]]) -> list[tuple[str, str, str]]:
    """Return them of a table of three columns that none names: "AGY", "P", "Police".

    A column may be explained behind its name: "DIST (where the person serves)".
    """
    found, variable = [], ""
    for row in rows:
        cells = [cell.strip() for cell in row]
        name, code, meaning = (*cells, "", "", "")[:3]
        if any(cells[3:]) or bool(code) is not bool(meaning) or len(code) > LONGEST_CODE:
            return []
        variable = name or variable
        if code != "" and variable:
            found.append((_BRACKET.sub("", variable), code, meaning))
    return found if len({name for name, __, __ in found}) > 1 else []


def _pairs(cells: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return what a row of a name and of pairs of a code and its meaning tells: "1 = Male"."""
    if len(cells) != 2:
        return []
    pairs = list(_PAIR.finditer(cells[1]))
    whole = cells[1].count("=") == len(pairs) > 1
    return [(cells[0], one["code"], one["meaning"]) for one in pairs] if whole else []


def _places(cells: Sequence[str]) -> tuple[int, ...] | None:
    """Return where the names of columns, the codes and their meanings stand, each in one place."""
    bare = [plain(cell.partition("::")[0]) for cell in cells]  # "label::English"
    codes = _CODES if _CODES & {*bare} or not _LABELS & {*bare} else {"name"}
    own = [[n for n, one in enumerate(bare) if one in kind]
           for kind in (_VARIABLES, codes, _MEANINGS - codes)]  # fmt: skip
    return tuple(one[0] for one in own) if all(len(one) == 1 for one in own) else None


def with_meanings(sheets: Sequence[Sheet], book: Codebook) -> list[Sheet]:
    """Return sheets with the meanings in place of the codes that a sheet beside it explains.

    Nothing is replaced in a column with a cell that is no code of it.
    """
    return [_explained(one, book) for one in sheets] if book else list(sheets)


def _explained(sheet: Sheet, book: Codebook) -> Sheet:
    told = []
    for n, name in enumerate(sheet.header):
        meant = book.get(plain(name), {})
        alone = [plain(one) for one in sheet.header].count(plain(name)) == 1
        if not meant or not alone or field_of_name(name) in PERSONAL_FIELDS:
            continue
        cells = sheet.cells[n][~say_total(sheet.cells)]
        codes = {_code(text) for text in cells.unique().tolist()} - {""}
        if not codes or not codes <= {*meant}:
            continue
        sheet = _replaced(sheet, n, _without_more(meant))
        told.append(safe_name(name))
    words = _("{where}: codes in {columns} are read as a sheet beside it explains them.")
    said = words.format(where=sheet.where, columns=", ".join(told))
    return sheet.noted(said) if told else sheet


def _replaced(sheet: Sheet, n: int, meant: Mapping[str, str]) -> Sheet:
    """Return a sheet with meanings in a column; the codes of trainings stay, with their titles."""
    name = sheet.header[n]
    texts = by_text(sheet.cells[n], lambda text: meant.get(_code(text), text))
    if field_of_name(name) in ("training_id", "title"):
        dated = all(map(_holds_day, meant.values()))
        return replace(sheet.with_columns([(_WITH_DAYS if dated else "Training", texts, "")]),
                       offered=sheet.offered)  # fmt: skip
    rest = " ".join(word for word in plain(name).split() if word not in _OF_CODES)
    cells = sheet.cells.copy()
    cells[n] = texts
    return replace(sheet.renamed({n: rest or name}), cells=cells)


def _holds_day(text: str) -> bool:
    """Tell whether a text ends or begins with a day, behind or before a title."""
    words = text.replace(",", " ").split()
    parts = (" ".join(own) for n in range(1, len(words)) for own in (words[n:], words[:n]))
    return any(is_day(part.strip(" ()[]:;–-")) for part in parts)


def _without_more(meant: Mapping[str, str]) -> Mapping[str, str]:
    """Return words of who came without what is said of them in brackets, where all are such."""
    first = {code: text.partition("(")[0].strip() for code, text in meant.items()}
    came = {code: presence(text) for code, text in first.items()}
    against = any(says_absent(text.partition("(")[2].strip(" )")) and came[code]
                  for code, text in meant.items())  # fmt: skip
    return meant if None in came.values() or against else first


def _code(text: str) -> str:
    bare = in_latin_digits(text).strip().casefold().removesuffix(".0")
    return str(int(bare)) if bare.isdecimal() else bare
