"""Rows of women and men told apart in their own text: "Police (men)", "Police (women)"."""

import re
from itertools import chain

from data.records.distinct import any_says, by_text, different_texts
from data.records.personal_data import safe_name
from data.records.rules import LONGEST_NAME
from data.records.sought_words import BEGINS, ENDS, any_of, only_with
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PLACE_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_sexes import sex_counted
from data.sheets.words.names.names_of_who_came import SEXES
from data.understanding import contents
from geo.words.catalogue import _

SEX, OF_BOTH = "Sex", "Both"
_BOTH = {"Female", "Male"}
OF_BRANCHES = _(
    "It is read of {column}. Schools and offices may be called so by whom they are for: are they "
    "the sexes of those who came?"
)
_WORDS = "|".join(sorted(map(re.escape, SEXES), key=len, reverse=True))
_BEHIND = re.compile(rf"(?P<rest>.*\w.*?)(?:\s*[(\[,/:|_–-]+\s*|\s+)(?P<sex>{_WORDS})[)\].\s]*",
                     re.IGNORECASE)  # fmt: skip
_BEFORE = re.compile(rf"(?P<sex>{_WORDS})(?:\s*[,/:|_–-]+\s*|\s+)(?P<rest>.*\w.*)", re.IGNORECASE)
#: "College for women" is no women of a college.
_WHOSE = re.compile(r"\b(?:for|of|by|with|and|or|&)$", re.IGNORECASE)
#: What is called by whom it is for: "DEO (Female)" is an office of the schools of girls.
_FOR_ONE_SEX = re.compile(r"\b(?:edu\w*|schools?|colleges?|deo|ddeo|aeo|madras\w*|hostels?|wards?"
                          r"|jails?|prisons?|wings?|branch|stations?)\b|تعلیم|سکول|اسکول|کالج",
                          re.IGNORECASE)  # fmt: skip
#: Columns whose texts may say of whom a row is.
_FIELDS = {*AGENCY_FIELDS, *PLACE_FIELDS[:2], "designation"}


def with_sexes_of_groups(sheet: Sheet) -> Sheet:
    """Return a sheet with the sexes that the texts of one column tell in a column of their own.

    At least one group of it is there once with the word for women and once with that for men, or
    each text has one. A group that is there without any besides is of both. No other column tells
    a sex.
    """
    counted = {n for n, name in enumerate(sheet.header)
               if _field(name) in COUNT_FIELDS and _are_sexes(sheet, n)}  # fmt: skip
    others = [name for n, name in enumerate(sheet.header) if n not in counted]
    if any(_field(name) == "sex" or sex_counted(name) for name in others):
        return sheet
    if len(counted) == 1:  # "Participants" *Men*
        return sheet.renamed(dict.fromkeys(counted, SEX))
    found = [n for n in range(len(sheet.header)) if n not in sheet.offered and _tells(sheet, n)]
    return _split(sheet, found[0]) if len(found) == 1 else sheet


def _field(name: str) -> str | None:
    return field_of_name(name) or guessed_field(name)


def _are_sexes(sheet: Sheet, n: int) -> bool:
    return contents.contents_of(sheet.cells[n]) == contents.SEXES


def _tells(sheet: Sheet, n: int) -> bool:
    """Tell whether the texts of a column are groups of one sex each, or some of them are."""
    field = sheet.fields[n]
    known = field is None or field in _FIELDS
    if not known or not any_says(sheet.cells[n], tells_sex):
        return False
    sexes: dict[str, set[str]] = {}
    for text in different_texts(sheet.cells[n]):
        sex, group = sex_and_group(text)
        if field is None and not sex and text.strip() and not is_total(text):
            return False
        if text.strip() and not is_total(text):
            sexes.setdefault(plain(group), set()).add(sex)
    pairs = any(own >= _BOTH for own in sexes.values())
    alone = any("" in own and len(own) == 2 for own in sexes.values())  # of which women
    return not alone and (pairs or {*chain.from_iterable(sexes.values())} == _BOTH)


@only_with(lambda: f"{BEGINS}{any_of(SEXES)}{ENDS}")
def tells_sex(text: str) -> bool:
    """Tell whether a text is of a group of one sex: "Police (men)"."""
    return sex_and_group(text)[0] != ""


def sex_and_group(text: str) -> tuple[str, str]:
    """Return "Male" and "Police" of "Police (men)"; blank and the text of one that tells no sex."""
    bare = text.strip()
    short = bare if len(bare) <= LONGEST_NAME else ""
    found = _BEHIND.fullmatch(short) or _BEFORE.fullmatch(short)
    rest = found["rest"].strip() if found else ""
    if not found or _WHOSE.search(rest) or any(word in SEXES for word in plain(rest).split()):
        return "", bare
    rest += ")" * (rest.count("(") - rest.count(")"))  # "Police (Kasur, men)"
    return {"f": "Female", "m": "Male"}[SEXES[found["sex"].casefold()]], rest


def _split(sheet: Sheet, n: int) -> Sheet:
    texts = sheet.cells[n]
    sexes = by_text(texts, lambda text: sex_and_group(text)[0])
    groups = by_text(texts, lambda text: sex_and_group(text)[1])
    named = by_text(groups, plain)
    whole = (sexes == "") & named.isin(named[sexes != ""])
    column = safe_name(sheet.header[n])
    asked = any(map(_FOR_ONE_SEX.search, different_texts(texts[sexes != ""])))
    words = _("{where}: women and men are told apart by {column}.")
    told = sheet.with_texts(n, groups, words.format(where=sheet.where, column=column))
    why = OF_BRANCHES.format(column=column) if asked else ""
    return told.with_columns([(SEX, sexes.mask(whole, OF_BOTH), why)])
