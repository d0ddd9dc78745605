"""Columns whose names are misspelt, or ask who did what for whom, taken for what is meant."""

import re
from collections import Counter

from data.records.distinct import filled_texts
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name, is_of_those_who_came
from data.sheets.sheet import Sheet
from data.sheets.words.names.day_words import is_of_another_day
from data.sheets.words.names.misspelt_names import known_name, with_sex_spelt
from data.understanding import contents
from data.understanding.layout.titles.blocks import TRAINING
from geo.words.catalogue import _

#: What a column holds whose name is misspelt.
_HELD_BY = {"designation": (contents.TEXTS, contents.AGENCIES), "department": (contents.AGENCIES,),
            "sex": (contents.SEXES,), "district": (contents.DISTRICTS,),
            "date_start": (contents.DAYS,), "title": (contents.TEXTS,),
            "name_of_person": (contents.TEXTS,)}  # fmt: skip
#: What a table of who did what for whom calls its columns: "WHERE (venue district)", "When: Start".
_ASKED = re.compile(
    r"(?P<asks>who|what|where|when|(?:for )?whom)\b[\s:(–-]*(?P<rest>[^()]*)\)?", re.I
)
_ANSWERED = {"who": "Delivered by", "what": "Title of training", "whom": "Department"}
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


def with_answers_named(sheet: Sheet) -> Sheet:
    """Return a sheet of who did what for whom, and where or when, whose columns say what they are.

    Of a table in which one did something else than a training, nothing is said so.
    """
    asked = {n: found for n, name in enumerate(sheet.header)
             if (found := _ASKED.fullmatch(" ".join(name.split())))}  # fmt: skip
    questions = [found["asks"].casefold().removeprefix("for ") for found in asked.values()]
    if not _ANSWERED.keys() <= {*questions} or not {"where", "when"} & {*questions}:
        return sheet
    named = {}
    for (n, found), question in zip(asked.items(), questions, strict=True):
        name = _ANSWERED.get(question, found["rest"].strip())
        if questions.count(question) > 1 and question in _ANSWERED:
            return sheet
        if question == "what" and not all(map(TRAINING.search, filled_texts(sheet.cells[n]))):
            return sheet
        if question == "whom" and contents.contents_of(sheet.cells[n]) != contents.AGENCIES:
            continue
        field = field_of_name(name)
        if field == "district" and not is_of_those_who_came(name):
            continue  # "Where (District)" may be where it was
        named |= {n: name} if field else {}
    words = _("{where}: {column} is read as “{name}”.")
    said = [words.format(where=sheet.where, column=safe_name(sheet.header[n]), name=name)
            for n, name in named.items()]  # fmt: skip
    return sheet.renamed(named).noted(*said)


def _holds(sheet: Sheet, n: int, field: str | None) -> bool:
    """Tell whether a column has what its field has, and is not of a day of something else."""
    of_other = field == "date_start" and is_of_another_day(sheet.header[n])
    held = _HELD_BY.get(field or "", ())
    return bool(held) and not of_other and contents.contents_of(sheet.cells[n]) in held
