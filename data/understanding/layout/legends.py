"""Codes whose meaning a file gives itself ("1 = Male, 2 = Female") -> the words they stand for.

A legend stands in the name of its column, above the table or in a note below it. Nothing is
replaced where a cell of the column is no code of it.
"""

import re
from collections.abc import Collection, Iterable, Mapping

import pandas as pd

from data.records.distinct import by_text, filled_cells
from data.records.personal_data import safe_name
from data.records.rules import in_latin_digits
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, PLACE_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.absence import says_absent
from data.sheets.words.presence import PRESENT, UNCLEAR, presence
from data.understanding import contents
from data.understanding.layout.explained_letters import with_letters
from geo.words.catalogue import _

_CODE = re.compile(
    r"(?<![^\W_])(?P<code>\d{1,2}|[^\W\d_](?:[/.&][^\W\d_]){1,3}\.?|[^\W\d_]|[^\W\d_]{2,3}(?=\s*[=:])|[✓✔√✗✘×])"
    r"\s*(?:[=:–)-]|\bfor\b|\bmeans\b|\bis\b|(?= (?i:present|absent|attended|on leave|late)\b))\s*"
    r"(?=[^\W\d_]{2})"
)
#: What the words of a legend are, and the fields of a column that one elsewhere can be of.
_FIELDS = {
    contents.SEXES: ("sex",),
    contents.AGENCIES: AGENCY_FIELDS,
    contents.DISTRICTS: PLACE_FIELDS,
    contents.PRESENCE: ("presence",),
}
#: What a column of kinds of organisations is called, whose codes may be those of agencies: one of
#: the first words, alone or among the others.
_KINDS = frozenset(["type", "kind", "category", "sector", "nature", "قسم", "نوعیت"])
_OF_KINDS = frozenset(["of", "the", "org", "orgn", "organization", "organisation", "agency",
                       "institution", "body", "employer", "stakeholder", "sector", "participant",
                       "participants", "ادارہ", "ادارے", "تنظیم", "کی"])  # fmt: skip
#: "Sex code", "Code of dept", "dept_code".
_CALLED_CODE = re.compile(r"(?:^|(?<=[\W_]))codes?(?: of| for)?(?=$|[\W_])[ _]*", re.IGNORECASE)
#: What is said behind a word of who came: "on leave (did not attend)".
_BEHIND = re.compile(r"[(\[.;]")
#: What a file says of a text that stands among districts, and is none.
_NO_DISTRICT = re.compile(
    r"\bno (?:home |duty |known )?district\b|\bwithout (?:a )?(?:home )?district\b"
    r"|\bnot (?:\w+ )?(?:in|of|from) any district\b"
    r"|\bdistrict (?:is |was )?(?:not|un) ?(?:recorded|known|told|given|written|available"
    r"|applicable|mentioned)\b",
    re.IGNORECASE,
)
UNTOLD = "N/A"
#: An answer that is none of those offered, and what a column is called that says which it is.
_OTHER = frozenset(["other", "others", "any other", "other specify", "other please specify",
                    "others specify", "others please specify", "دیگر", "digar"])  # fmt: skip
_OF_OTHERS = frozenset(["other", "others", "if", "please", "specify", "specified", "name", "of",
                        "the", "any", "state", "mention", "دیگر", "digar"])  # fmt: skip
#: What a file says of a column: "Organization = who reports the training".
_OF_COLUMN = re.compile(
    r"\s*(?:(?:please )?notes?\b\W*|n\.? ?b\.?\W+|نوٹ\W*)?(?:the )?(?:column )?"
    r"(?P<name>\w[\w ./()-]{1,40}?)(?: column)?\s*"
    r"(?:[=:–]|\s(?:means|is|are|refers to|shows|tells|سے مراد|کا مطلب)\b)\s*(?P<meaning>.+)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|nor|never|or)\b|نہیں", re.IGNORECASE)
#: What a meaning begins with, and no value: "District: Kasur, where …" is none.
_DEFINES = re.compile(
    r"(?:(?:that|those|the|an?|home|duty|of) )*?(?:(?:district|place|city|one|location|agency"
    r"|organi[sz]ation|department|body|office)s? )?(?:of|where|in which|from (?:which|where)|who"
    r"|to which|which|that|whoever|home|venue|reporting|employers?|جہاں|جس|مقام)\b",
    re.IGNORECASE,
)
_OF_THOSE_WHO_CAME = re.compile(
    r"\b(?:(?:of|from) (?:the |each )*(?:participant|trainee|attendee|nominee|officer|official)s?"
    r"|posted|posting|serv(?:e|es|ing)|home|resid\w+|live|works?|employ\w+|c[oa]mes? from)\b"
    r"|شرکاء? کا|تعینات|رہائش",
    re.IGNORECASE,
)
_OF_VENUE = re.compile(
    r"\b(?:venue|took place|(?:was|were|is|has been) (?:held|conducted|organi[sz]ed|given)"
    r"|train(?:ing|ed)|sessions?|workshops?|events?|attended)\b|تربیت|منعقد",
    re.IGNORECASE,
)
_OF_GIVER = re.compile(
    r"\b(?:report(?:s|ed|ing)?|organi[sz](?:es|ed|ing|er)|conduct(?:s|ed|ing)|implement\w*"
    r"|deliver(?:s|ed|ing)|(?:held|gave|gives) (?:it|them|the))\b",
    re.IGNORECASE,
)
#: What a column of a field is called then: of the training, as its meaning has one of these words,
#: or of those who came.
_EXPLAINED = {
    "district": (_OF_VENUE, "Venue district", "District of participants"),
    "province": (_OF_VENUE, "Venue province", ""),
    "department": (_OF_GIVER, "Reporting organization", "Participants organization"),
    "agency": (_OF_GIVER, "Reporting organization", "Participant agency"),
}
#: What a column is called that has nothing but its legend for a name.
_CALLED = {contents.SEXES: "Sex"}


def with_legends(sheet: Sheet) -> Sheet:
    """Return a sheet with words in place of the codes that it explains, which is said."""
    alone = _alone(sheet)
    last = ("".join(sheet.cells.loc[row]) for row in sheet.cells.index[alone])
    texts_beside = dict.fromkeys((*sheet.above, *last))
    beside = [one for one in map(_legend, texts_beside) if one]
    alone |= say_total(sheet.cells) if beside else False  # sums of codes are no codes
    records = sheet.cells.index[~alone]
    for n, name in enumerate(sheet.header):
        own, rest = _legend(name), _CODE.split(name)[0].strip(" (:-[")
        rest = rest or _CALLED.get(_kind(own), "") if own else rest
        legends = [own] if own and rest else []
        if not (legends or beside):  # as in most tables
            continue
        own_cells = sheet.cells.loc[records, n] if alone.any() else sheet.cells[n]
        legends = legends or [one for one in beside if _may_explain(one, name, own_cells)]
        if not legends:
            continue
        texts = {text.strip() for text in own_cells.unique()} - {""}
        fits = [one for one in legends if texts and _explains(one, texts)]
        if len(fits) != 1:
            continue
        legend = fits[0]
        cells = sheet.cells.copy()
        words_of = by_text(own_cells, lambda text: legend.get(_code(text), text))  # noqa: B023
        cells.loc[records, n] = words_of
        called = rest if own else _without_code(name, sheet.header)
        listed = ", ".join(f"{code} = {word}" for code, word in legend.items())
        words = _("{where}: codes in {column} are read as the file explains them: {listed}.")
        said = words.format(where=sheet.where, column=safe_name(called), listed=listed)
        sheet = sheet.renamed({n: called}).with_cells(cells, said)
    texts = [*texts_beside, *sheet.below]
    told = with_letters(_without_districts(sheet, texts), texts)
    return with_others_named(_with_columns_explained(told, texts))


def _with_columns_explained(sheet: Sheet, texts: Iterable[str]) -> Sheet:
    """Return a sheet whose columns are called what the file says that they are of.

    "District: of the venue" is one of venues, "Organization = who reports" one of givers. Where a
    text says what a column is not, or two say otherwise, it is as it was.
    """
    called: dict[int, set[str]] = {}
    for text in dict.fromkeys(texts):
        for sentence in re.split(r"[.;\n\u06d4](?:\s|$)", text):
            one = _OF_COLUMN.fullmatch(sentence)
            if one and _DEFINES.match(one["meaning"]) and not _NOT.search(one["meaning"]):
                for n, name in enumerate(sheet.header):
                    if n not in sheet.offered and plain(name) == plain(one["name"]):
                        called.setdefault(n, set()).add(_meant(name, one["meaning"]))
    told = {n: name for n, own in called.items() if len(own) == 1 and (name := min(own))}
    words = _("{where}: {column} is read as “{name}”, as a text beside the table says.")
    said = [words.format(where=sheet.where, column=safe_name(sheet.header[n]), name=name)
            for n, name in told.items()]  # fmt: skip
    return sheet.renamed(told).noted(*said)


def _meant(name: str, meaning: str) -> str:
    """Return what a column is called as its meaning is told; blank where that tells neither."""
    of, of_training, of_people = _EXPLAINED.get(field_of_name(name) or "", (None, "", ""))
    told, came = of and of.search(meaning), _OF_THOSE_WHO_CAME.search(meaning)
    if of is None or bool(told) == bool(came):
        return ""
    return of_training if told else of_people


def _without_districts(sheet: Sheet, texts: Iterable[str]) -> Sheet:
    """Return a sheet without the texts among its districts of which it says that they are none.

    "Federal HQ = posted at headquarters, no district" is such; what is a district stays one.
    """
    parts = [part for text in texts for part in re.split(r"[;\n]", text)]
    halves = [re.split(r"\s*[=:]\s*|\s+(?:means|is|are)\s+", part, maxsplit=1) for part in parts]
    none = {plain(one[0]) for one in halves if len(one) == 2 and _NO_DISTRICT.search(one[1])}
    for n, name in enumerate(sheet.header if none else ()):
        if field_of_name(name) != "district":
            continue
        own = [text for text in sheet.cells[n].unique().tolist()
               if plain(text) in none and not contents.is_district(text)]  # fmt: skip
        if not own:
            continue
        cells = sheet.cells[n].where(~sheet.cells[n].isin(own), UNTOLD)
        words = _("{where}: read as no district told, as the file says: {texts}.")
        said = words.format(where=sheet.where, texts=", ".join(sorted(map(safe_name, own))))
        sheet = sheet.with_texts(n, cells, said)
    return sheet


def with_others_named(sheet: Sheet) -> Sheet:
    """Return a sheet with what is meant by each "Other" of a column, as one beside it names it.

    "If other, specify" is of the column before it, "agency_other" and "Other department" of the
    one they name. One that is filled beside another answer is left as it is.
    """
    for n, name in enumerate(sheet.header):
        words = plain(name).split()
        if not {"other", "others", "specify", "دیگر"} & {*words}:
            continue
        rest = " ".join(word for word in words if word not in _OF_OTHERS)
        before = [n - 1] if n else []
        places = [place for place, own in enumerate(sheet.header) if plain(own) == rest] or before
        [place] = places if len(places) == 1 else [n]
        filled = sheet.cells[n].str.strip() != ""
        others = sheet.cells[place].map(plain).isin(list(_OTHER))
        if field_of_name(sheet.header[place]) not in (*AGENCY_FIELDS, "district") or place == n:
            continue
        named = others & sheet.cells[n].str.contains(r"[^\W\d]", regex=True)
        if not filled.any() or (filled & ~named).any():
            continue
        cells = sheet.cells[place].mask(filled, sheet.cells[n])
        told = _("{where}: “other” in {column} is what {beside} names.")
        said = told.format(where=sheet.where, column=safe_name(sheet.header[place]),
                           beside=safe_name(name))  # fmt: skip
        kept = [own for own in range(len(sheet.header)) if own != n]
        return with_others_named(sheet.with_texts(place, cells, said).only(kept))
    return sheet


def is_of_kinds(name: str) -> bool:
    """Tell whether a column is called as one of kinds of organisations is: "Org. type"."""
    words = {*plain(name).split()}
    return words == {"stakeholder"} or (bool(words & _KINDS) and words <= _KINDS | _OF_KINDS)


def _without_code(name: str, header: Collection[str]) -> str:
    """Return what a column is called once its codes are words: "Sex code" is "Sex"."""
    bare = " ".join(_CALLED_CODE.sub(" ", name).split())
    return bare if field_of_name(bare) and bare not in header else name


def _may_explain(legend: Mapping[str, str], name: str, cells: pd.Series) -> bool:
    """Tell whether a legend may be that of a column: by its name, or as it holds who came."""
    field, kind = field_of_name(_CALLED_CODE.sub(" ", name).strip()), _kind(legend)
    marks = (contents.PRESENCE, contents.TICKS)  # a day on which nobody was absent has ticks
    lettered = any(any(map(str.isalpha, text)) for text in cells.unique().tolist())
    came = kind == contents.PRESENCE and (lettered or contents.contents_of(cells) in marks)
    of_kinds = kind == contents.AGENCIES and is_of_kinds(name)
    return field in _FIELDS[kind] or of_kinds or (field is None and came)


def _explains(legend: Mapping[str, str], texts: Collection[str]) -> bool:
    """Tell whether each text is a code of a legend, or an agency beside others that are.

    "Police" needs none beside "S/W", nor a tick beside "X".
    """
    others = [text for text in texts if _code(text) not in legend]
    kind = _kind(legend) if len(others) < len(texts) else ""
    if kind == contents.PRESENCE and len(legend) == 1:
        return all(presence(text) is not None for text in others)
    return not others or (kind == contents.AGENCIES and all(map(contents.is_agency, others)))


def _kind(legend: Mapping[str, str]) -> str:
    """Return what the words of a legend are; blank where they are not of one known kind."""
    known = (kind for kind in _FIELDS if all(map(contents.PREDICATES[kind], legend.values())))
    return next(known, "")


def _alone(sheet: Sheet) -> pd.Series:
    """Tell which rows hold one text and nothing else: notes, and who signed."""
    return filled_cells(sheet.cells).sum(axis=1) == 1


def _legend(text: str) -> dict[str, str]:
    """Return known words by their codes; nothing where a text has fewer than two pairs.

    A sign of which nobody knows else what it says needs no other: "X = did not come".
    """
    codes = list(_CODE.finditer(text))
    ends = [*(one.start() for one in codes[1:]), len(text)][: len(codes)]
    words = [text[one.end() : end] for one, end in zip(codes, ends, strict=True)]
    bare = [_without_more(word.strip(" ,;.،؛|/&()[]").removesuffix(" and")) for word in words]
    found = {_code(one["code"]): word for one, word in zip(codes, bare, strict=True)}
    kind = _kind(found)
    enough = len(found) > 1 or (kind == contents.PRESENCE and {*found} <= UNCLEAR)
    return found if len(codes) == len(found) and enough and kind else {}


def mean_another(codes: Collection[str], texts: Iterable[str]) -> bool:
    """Tell whether a text says of a code that it is something else than who came: "P = Paid"."""
    for text in texts:
        for one in _CODE.finditer(text):
            word = plain(text[one.end() :]).partition(" ")[0]
            if one["code"].casefold() in codes and presence(word) is None:
                return True
    return False


def _without_more(word: str) -> str:
    """Return a word of who came without what is said behind it, where that says nothing else."""
    first, *more = _BEHIND.split(word, maxsplit=1)
    came = presence(first)
    if not more or came is None or presence(word) is not None:
        return word
    absent = says_absent(more[0])
    told = absent or bool(PRESENT & {*plain(more[0]).split()})
    return word if told and absent is came else first.strip()


def _code(text: str) -> str:
    return in_latin_digits(text).strip().casefold()
