"""Women and men in one cell, or in columns of several groups, that are all who came."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from data.records.distinct import any_says, by_text, filled_texts
from data.records.model import UNTOLD_AGENCY
from data.records.personal_data import safe_name
from data.records.rules import in_latin_digits, whole_numbers
from data.records.sought_words import only_with
from data.review.agencies.agencies import called_as, find_agency
from data.sheets.field_names import field_of_name
from data.sheets.fields import CHILDREN, COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_columns import is_sum, sums_of_rows
from data.sheets.totals.total_rows import LARGEST, OF_ALL
from data.sheets.totals.total_words import is_total
from data.sheets.words.count_words import is_dash, number_spelt, word_of_number
from data.sheets.words.day_numbers import is_of_a_day
from data.sheets.words.names.name_words import counts_people, counts_plainly
from data.sheets.words.names.names_of_sexes import sex_counted
from data.sheets.words.names.names_of_who_came import is_of_who_came, is_planned
from data.understanding import contents
from data.understanding.layout.crossed.crossed_columns import crossed_columns
from geo.words.catalogue import _

#: What their sum is called, as "Grand Total" may be.
TOTAL = "Total participants"
#: Of one group, women and men have a column each already.
LEAST_GROUPS = 3
#: Those who were to come and those who came, in one cell.
_TWO = re.compile(r"\s*(\d{1,5})\s*[/|]\s*(\d{1,5})\s*")
#: Women and men in one cell, in the order of its column's name, and all of them perhaps.
_SEXES_OF_CELL = re.compile(r"\s*(\d{1,5})\s*[/|+]\s*(\d{1,5})\s*(?:[/|+=]\s*(\d{1,5})\s*)?")
#: How a text explains them: "men+women", "M / F".
_KEY = re.compile(r"(?<![^\W_])(?P<first>[^\W\d_]+)\s*(?P<sign>[/|+])\s*(?P<last>[^\W\d_]+)")
_SEXES = {"participants_f": "Female", "participants_m": "Male"}
_TOKENS = re.compile(r"\d{1,5}|[^\W\d_]+|[^\w\s()\[\]+,;:=/&|.-]")
_BROKEN = re.compile(r"\d[.,]\d")
#: Words beside a number of all, and between others.
_OF_ALL = frozenset(["total", "persons", "person", "participants", "participant", "people", "pax",
                     "in", "all", "attendees", "trainees", "individuals", "کل", "افراد",
                     "شرکاء"])  # fmt: skip
_BETWEEN = frozenset(["and", "incl", "including", "with", "اور"])


def with_one_number_a_cell(sheet: Sheet) -> Sheet:
    """Return a sheet whose cells of several numbers have one, as cells or columns say of which."""
    digits = _with_digits(sheet)
    return _with_told_sexes(_with_sexes_of_cells(_with_those_who_came(digits)))


def _with_digits(sheet: Sheet) -> Sheet:
    """Return a sheet with the digits alone of numbers that are spelt out too: "03 (three)".

    Among numbers a word alone is one: "One".
    """
    cells = {n: sheet.cells[n] for n in range(len(sheet.header))
             if _are_spelt_out(sheet.cells[n])}  # fmt: skip
    if not cells:
        return sheet
    whole = sheet.cells.copy()
    for n, own in cells.items():
        whole[n] = by_text(own, _digits)
    return replace(sheet, cells=whole)


def _are_spelt_out(cells: pd.Series) -> bool:
    """Tell whether a text is a number in digits and words, or a word among nothing but numbers."""
    if any_says(cells, _is_spelt_out):
        return True
    among_numbers = any_says(cells, str.isdecimal) and not any_says(cells, _is_no_number)
    return among_numbers and any_says(cells, lambda text: word_of_number(text) is not None)


def _is_no_number(text: str) -> bool:
    told = text.isdecimal() or not text.strip() or is_dash(text)
    return not told and word_of_number(text) is None


@only_with(r"\)$")
def _is_spelt_out(text: str) -> bool:
    return text.isascii() and text.endswith(")") and number_spelt(text) is not None


def _digits(text: str) -> str:
    number = number_spelt(text)
    number = word_of_number(text) if number is None else number
    return text if number is None else str(number)


def _with_those_who_came(sheet: Sheet) -> Sheet:
    """Return a sheet in which "Participants (planned/actual)" has those who came: of 25/22, 22."""
    for n, name in enumerate(sheet.header):
        words = plain(name).split()
        planned = [place for place, word in enumerate(words) if is_planned(word)]
        came = [place for place, word in enumerate(words) if is_of_who_came(word)]
        if len(planned) != 1 or len(came) != 1:
            continue
        texts = filled_texts(sheet.cells[n])
        if not texts or not all(map(_TWO.fullmatch, texts)):
            continue
        part = 1 if came[0] < planned[0] else 2
        numbers = by_text(sheet.cells[n], lambda text: _part_of(_TWO.fullmatch(text), part))  # noqa: B023
        taken = _("{where}: of the two numbers in {column}, those who came are taken.")
        said = taken.format(where=sheet.where, column=safe_name(name))
        rest = " ".join(word for place, word in enumerate(plain(name).split())
                        if place not in (*planned, *came))  # fmt: skip
        sheet = sheet.renamed({n: rest or "participants"}).with_texts(n, numbers, said)
    return sheet


def _with_sexes_of_cells(sheet: Sheet) -> Sheet:
    """Return a sheet in which "Participants (Male/Female)" has a column each: of 14/6, 14 men.

    So has a column of people whose cells are such as a text beside explains: "Key: men+women".
    """
    key, sign = _key_of_cells(sheet.beside)
    for n, name in enumerate(sheet.header):
        sexes, rest = _sexes_in_order(name)
        if not sexes and key and _may_have_pairs(sheet, n, sign):
            sexes = key
        if not sexes or is_planned(name):
            continue
        texts = filled_texts(sheet.cells[n])
        found = [_SEXES_OF_CELL.fullmatch(in_latin_digits(text)) for text in texts]
        told = dict(zip(texts, found, strict=True))
        if not texts or any(one is None or bool(one[3]) != (len(sexes) > 2) for one in found):
            continue
        # Not "Police (M/F)".
        of_all = counts_people(rest) and called_as(rest) in (None, UNTOLD_AGENCY)
        alone = of_all or counts_plainly(name) or is_of_who_came(rest)
        called = [sex if alone else f"{rest} {sex}" for sex in sexes]
        parts = [sheet.cells[n].map(lambda text: _part_of(told.get(text), part))  # noqa: B023
                 for part in range(1, len(sexes) + 1)]  # fmt: skip
        words = _("{where}: of the numbers in {column}, each is of the sex that its name says.")
        said = words.format(where=sheet.where, column=safe_name(name))
        more = [(one, own, "") for one, own in zip(called[1:], parts[1:], strict=True)]
        whole = sheet.renamed({n: called[0]}).with_texts(n, parts[0], said).with_columns(more)
        sheet = replace(whole, offered=sheet.offered)  # they stand in the file
    return sheet


def _key_of_cells(texts: Iterable[str]) -> tuple[list[str], str]:
    """Return in which order texts say that women and men stand in a cell, and what parts them."""
    said = (([_SEXES.get(field_of_name(one[word]) or "", "") for word in ("first", "last")],
             one["sign"]) for text in texts for one in _KEY.finditer(text))  # fmt: skip
    keys = [(sexes, sign) for sexes, sign in said if sorted(sexes) == ["Female", "Male"]]
    return keys[0] if keys and all(one == keys[0] for one in keys) else ([], "")


def _may_have_pairs(sheet: Sheet, n: int, sign: str) -> bool:
    """Tell whether a column counts people by two numbers a cell, with a sign between them."""
    name = sheet.header[n]
    counted = counts_people(name) or find_agency(name).agency or contents.is_district(name)
    return bool(counted) and n not in sheet.offered and any_says(
        sheet.cells[n], lambda text: sign in text)  # fmt: skip


def _sexes_in_order(name: str) -> tuple[list[str], str]:
    """Return "Male" and "Female" as a name has them one behind the other, and its other words.

    All of them may stand behind, "M/F/T"; none where a name has not both.
    """
    words = plain(name).split()
    told = [_SEXES.get(field_of_name(word) or "", "") for word in words]
    first = next((n for n, pair in enumerate(pairwise(told)) if all(pair)), None)
    if first is None or sorted(filter(None, told)) != ["Female", "Male"]:
        return [], name
    sexes, after = told[first : first + 2], first + 2
    if words[after : after + 1] in (["t"], ["total"]):
        sexes, after = [*sexes, "Total"], after + 1
    return sexes, " ".join((*words[:first], *words[after:]))


def _part_of(found: re.Match[str] | None, part: int) -> str:
    return found[part] if found else ""


def _with_told_sexes(sheet: Sheet) -> Sheet:
    """Return a sheet in which cells that say how many are of each sex have a column each.

    "18 (7 F + 11 M)", "26 (26 F)", "14 persons: 5 women 9 men": all cells of the column do, and
    where one says how many they are together, that is their sum.
    """
    for n, name in enumerate(sheet.header):
        first = sheet.cells[n].array[: contents.LOOKED_AT].tolist()
        if _told_by_all(first) is None:  # as of most columns, which may have many texts
            continue
        told = _told_by_all(sheet.cells[n].unique().tolist()) or {}
        several = any(min(one) for one in told.values())
        if not several or is_planned(name) or n in sheet.offered:
            continue
        agency = find_agency(name).agency
        group = f"{name} " if agency or contents.is_district(name) else ""
        words = _("{where}: the numbers of {column} are read as women and men, as its cells say.")
        said = words.format(where=sheet.where, column=safe_name(name))
        parts = [by_text(sheet.cells[n], lambda text: str((told.get(text) or ("", ""))[sex]))  # noqa: B023
                 for sex in (0, 1)]  # fmt: skip
        whole = sheet.renamed({n: f"{group}Female"}).with_texts(n, parts[0], said)
        whole = whole.with_columns([(f"{group}Male", parts[1], "")])
        sheet = replace(whole, offered=sheet.offered)  # they stand in the file
    return sheet


def _told_by_all(texts: Iterable[str]) -> dict[str, tuple[int, int]] | None:
    """Return the women and men that each text tells, but for totals; None where one does not."""
    told = {}
    for text in texts:
        if not text.strip() or is_total(text):
            continue
        if (sexes := _told_sexes(text)) is None:
            return None
        told[text] = sexes
    return told


def _told_sexes(text: str) -> tuple[int, int] | None:
    """Return the women and men that a cell tells, in numbers beside words; None of any other."""
    if _BROKEN.search(text):
        return None
    tokens = [token for token in _TOKENS.findall(in_latin_digits(text).casefold())
              if token not in _BETWEEN]  # fmt: skip
    kinds = "".join(map(_kind_of, tokens))
    numbers = [int(token) for token in tokens if token.isdecimal()]
    for pairs in ("(?:N[FM])", "(?:[FM]N)"):
        shape = re.fullmatch(rf"A*(?P<first>NA*)?(?P<pairs>{pairs}{{1,2}})A*(?P<last>N?)A*", kinds)
        if shape is None or len(numbers) != kinds.count("N") or (shape["first"] and shape["last"]):
            continue
        sexes = [one for one in shape["pairs"] if one in "FM"]
        counted = numbers[bool(shape["first"]) :][: len(sexes)]
        all_of_them = [numbers[0]] if shape["first"] else [numbers[-1]] if shape["last"] else []
        known = dict(zip(sexes, counted, strict=True))
        whole = len(known) > 1 if not all_of_them else all_of_them == [sum(counted)]
        if whole and len(known) == len(sexes):
            return known.get("F", 0), known.get("M", 0)
    return None


def _kind_of(token: str) -> str:
    """Return N of a number, F or M of a word for a sex, A of one for all, and ? of any other."""
    if token.isdecimal():
        return "N"
    for field in (contents.sex_of(token), field_of_name(token) or ""):
        if field in _SEXES:
            return _SEXES[field][0]
    return "A" if token in _OF_ALL else "?"


def with_whole_sexes(sheet: Sheet) -> Sheet:
    """Return a sheet in which women and men of several groups have a column each, which is said.

    "Girls", "Teachers (F)", "Mothers" and as many of men are all, where together they are the
    total of each row, and each of their cells is a number or blank. Not so those of agencies,
    districts or months.
    """
    sheet = _with_whole_group(_without_sums_with_children(sheet))
    sexes = {n: sex for n, name in enumerate(sheet.header) if (sex := sex_counted(name))
             and (sheet.cells[n].str.strip() != "").any()}  # fmt: skip
    groups = {sex: [n for n, own in sexes.items() if own == sex] for sex in ("Female", "Male")}
    known = all(field_of_name(sheet.header[n]) for n in sexes)
    if known or not all(groups.values()) or len(sexes) < LEAST_GROUPS:
        return sheet
    read = {n: whole_numbers(sheet.cells[n], LARGEST) for n in sexes}
    unread = any(wrong.any() for __, wrong in read.values())
    totals = [] if unread else _totals_of(sheet, [*sexes])
    # Of agencies or districts each number has a row of its own; whoever came on two days is one.
    by_days = any(is_of_a_day(sheet.header[n]) for n in sexes)
    if len(totals) != 1 or by_days or crossed_columns(sheet):
        return sheet
    sums = {sex: sums_of_rows([read[n][0] for n in own]) for sex, own in groups.items()}
    columns = [(sex, own.astype("string").fillna("").astype("str"), "")
               for sex, own in sums.items()]  # fmt: skip
    called = {totals[0]: TOTAL} | {n: f"of whom {sheet.header[n]}" for n in sexes}
    words = _("{where}: women and men of several groups are added up, as their total says.")
    return sheet.renamed(called).noted(words.format(where=sheet.where)).with_columns(columns)


def _without_sums_with_children(sheet: Sheet) -> Sheet:
    """Return a sheet without totals of one sex that are its adults and children in each row."""
    fields = sheet.fields
    sums = []
    for child, adult in CHILDREN.items():
        children, both = ([n for n, one in enumerate(fields) if one == field]
                          for field in (child, adult))  # fmt: skip
        if len(children) == 1 and len(both) > 1:
            sums += [n for n in reversed(both) for other in both
                     if n != other and is_sum(sheet.cells, n, [other, *children])][:1]  # fmt: skip
    if not sums:
        return sheet
    named = ", ".join(safe_name(sheet.header[n]) for n in sums)
    words = _("{where}: left out, as the numbers beside it are its parts: {names}.")
    said = words.format(where=sheet.where, names=named)
    kept = [n for n in range(len(sheet.header)) if n not in sums]
    left = sheet.sums | {sheet.header[n] for n in sums}
    return replace(sheet.only(kept), notes=(*sheet.notes, said), sums=left)


def _with_whole_group(sheet: Sheet) -> Sheet:
    """Return a sheet whose women and men of all groups are called so, where one is their sum.

    It is where its women are those of all others in each row, and its men, too.
    """
    groups: dict[str, dict[str, int]] = {}
    for n, name in enumerate(sheet.header):
        group, __, last = name.rpartition(" ")
        field = field_of_name(last) if group and not field_of_name(name) else None
        if field in _SEXES and not is_planned(name):
            groups.setdefault(group.strip(" -,/:"), {})[field] = n
    counted = {*sheet.fields} & {*COUNT_FIELDS} - {"participants_total"}
    if len(groups) < LEAST_GROUPS or counted or any(len(own) != 2 for own in groups.values()):
        return sheet
    whole = [group for group, own in groups.items() if all(
             is_sum(sheet.cells, own[sex], [one[sex] for name, one in groups.items()
                                            if name != group]) for sex in _SEXES)]  # fmt: skip
    if len(whole) != 1 or crossed_columns(sheet):
        return sheet
    called = {groups[whole[0]][field]: sex for field, sex in _SEXES.items()}
    words = _("{where}: those of {whole} are counted, as they are the sum of the others: {names}.")
    named = ", ".join(safe_name(name) for name in groups if name != whole[0])
    said = words.format(where=sheet.where, whole=safe_name(whole[0]), names=named)
    return sheet.renamed(called).noted(said)


def _totals_of(sheet: Sheet, parts: Sequence[int]) -> list[int]:
    """Return the columns that are in each row the sum of some, whatever they are called.

    Of several, those that are called a total.
    """
    wholes = [n for n in range(len(sheet.header))
              if n not in parts and is_sum(sheet.cells, n, parts)]  # fmt: skip
    called = [n for n in wholes if _is_called_total(sheet.header[n])]
    return called if len(wholes) > 1 else wholes


def _is_called_total(name: str) -> bool:
    of_all = field_of_name(plain(name).removeprefix("grand ")) == "participants_total"
    return of_all or is_total(name) or plain(name) in OF_ALL
