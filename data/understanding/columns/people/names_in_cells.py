"""Persons named in cells: one in each, or several, who are no person and whom a number counts."""

import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from data.records.distinct import by_text, filled_texts
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import may_be_name, safe_name
from data.records.rules import whole_numbers
from data.review.agencies.agencies import agencies_of_post, called_as
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    PERSONAL_FIELDS,
    PRESENCE,
    RUNNING_NUMBER,
    plain,
)
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.name_words import guessed_field, names_somebody
from data.sheets.words.names.names_of_who_came import is_of_several
from data.understanding import contents
from data.understanding.columns.evidence.evidence import NO_NUMBERS, are_of_one_sex
from data.understanding.columns.people.sexes_in_names import address, tell_sexes
from geo.words.catalogue import _
from geo.words.listing import listing

#: What stands between names in a cell: a new line, a number or a semicolon.
_BETWEEN = re.compile(r"\s*(?:[\n;]\s*(?:\(?\d{1,3}[.)]\s*)?|\s\(?\d{1,3}[.)]\s)\s*")
_NUMBERED = re.compile(r"\(?(\d{1,3})\s*[.)]\s*(?=[^\W\d])")
#: The same between names of which each has a form of address.
_LISTED = re.compile(r"\s*(?:[\n;,&]|\band\b)\s*(?:\(?\d{1,3}[.)]\s*)?", re.IGNORECASE)
NUMBER = "Number of those named"
SEVERAL_IN_ONE = _(
    "Some of its cells seem to name several persons, and each row is counted as one."
)
MORE_NAMED = _("Its cells seem to name several persons, of whom only one sex is counted.")
HOW_MANY = _("{numbers} persons seem to be named in its cells, row by row: did so many come?")
ONE_A_LINE = _("Not each line of a cell is plainly a person's name; is each one participant?")
#: By what a column of them is called, how those are addressed whom it counts.
_SEXES = {
    "Women of those named": ["Female"],
    "Men of those named": ["Male"],
    "Sex not recorded of those named": ["neither", ""],
}
#: What columns are called that count those of one cell.
NAMED_TOGETHER = frozenset([NUMBER, *_SEXES])
_NUMBERS = (contents.NUMBERS, contents.RUNNING)
_OF_FATHER = re.compile(r"[swd]\s*/\s*o\b|(?:son|daughter|wife|widow) of\b", re.IGNORECASE)
#: Whose son somebody is may stand in a line of its own: it names nobody besides.
_FATHER_BELOW = re.compile(rf"\s*[\n;,]\s*(?={_OF_FATHER.pattern})", re.IGNORECASE)
#: Several in one line, or others who are not named.
AND_MORE = re.compile(r"[,&/+]|\b(?:and|or|others?|etc|plus|with)\b", re.IGNORECASE)
#: What stands between a name and a post.
_BEHIND = re.compile(r"\s*[,،(\[]\s*|\s+[-–—]\s*")
#: So many different texts tell of what a column is.
LOOKED_AT = 200
#: How many of the cells name several persons where a column does.
MOST = 0.5
_COMMAS = re.compile(r"\s*(?:[,،&]|\band\b)\s*", re.IGNORECASE)
_ABSENT = re.compile(r"\babsent|\bnot\b|\bghair|حاضر|نہیں", re.IGNORECASE)
#: What else may stand between two names of a row, and what says that more came with one.
_SEVERAL_NAMES = re.compile(
    r"\s*(?:[,،;&\n]|(?<=\w{3})\s*/\s*(?=\w{3})|\band\b|(?<=\s)اور(?=\s))\s*", re.IGNORECASE
)
_OFFICERS = r"(?:constables|officials|officers|guards|sa+thi)\b"
_PEOPLE = rf"(?:{_OFFICERS}|(?:persons|members|participants)\b)"
_WITH_OTHERS = re.compile(
    r"(?:\b(?:and|plus|with|alongwith|aur)|[&+,])\s*(?:(?:\w+ )?others?|(?:\w+ ){0,2}(?:team|party"
    rf"|staff|colleagues?|{_PEOPLE}))\b|\+ ?\d{{1,2}}\b|\b(?:and|plus|aur) \d{{1,2}}\b"
    # "2 persons" says how many stand above.
    rf"|^\W*\d{{1,2}} {_OFFICERS}|\b{_OFFICERS}\W{{1,3}}\d{{1,2}}\b|\betc\b|\bmr\.? (?:&|and) mrs\b"
    r"|وغیرہ|دیگر|^\W*1\W*[.)][^\n]*\n\W*2\W*[.)]",  # "1. …" and under it "2. …"
    re.IGNORECASE,
)


def with_numbered_names(sheet: Sheet) -> Sheet:
    """Return a sheet with the number of those who are named in each cell, where each is marked.

    "1. … 2. …" in one cell are two, and so are "Mr. …, Ms. …", who tell their sexes besides, and
    the lines of a cell under "Participants". Names that stand apart in another way, as by commas
    all through, are asked about. Nothing is done where a cell is not such, or a column
    may count them; but where its numbers are as many, it has the sexes beside it.
    """
    fields = sheet.fields
    named = [n for n, one in enumerate(fields) if _may_list(sheet.header[n], one, fields)
             and contents.contents_of(sheet.cells[n]) in NO_NUMBERS]  # fmt: skip
    counted = {one for n, one in enumerate(fields) if n not in named}
    numbers = [n for n, one in enumerate(fields) if one != RUNNING_NUMBER
               and contents.contents_of(sheet.cells[n]) in _NUMBERS]  # fmt: skip
    told = counted & {*COUNT_FIELDS, "sex", PRESENCE}
    if len(named) != 1 or len(numbers) > 1 or told - {"participants_total"}:
        return sheet
    cells = sheet.cells[named[0]]
    lines = not numbers and _are_listed(sheet.header[named[0]], fields)
    names, why = _names_by_cell(cells, in_lines=lines)
    if not names and not numbers and _may_be_all_who_came(sheet.header[named[0]], fields):
        names, why = _names_asked(cells)
    size = by_text(cells, lambda text: len(names.get(text, ())), "int64")
    if size.max() < 2 or (told and not numbers):
        return sheet
    words = _("{where}: those who are named in one cell of {column} are counted.")
    columns = [(NUMBER, size.astype("string").where(size > 0, ""), why)]
    if not why and tell_sexes([address(name) for text in cells for name in names[text]]):
        words = _(
            "{where}: those who are named in one cell of {column} are counted, their sexes by Mr, "
            "Ms and the like."
        )
        columns = [(name, _addressed(cells, names, sexes), "") for name, sexes in _SEXES.items()]
    beside = [sheet.cells[n][size > 0] for n in numbers]
    if beside and (len(columns) < 2 or not _are_as_many(beside[0], size[size > 0])):
        return sheet
    said = words.format(where=sheet.where, column=safe_name(sheet.header[named[0]]))
    return sheet.with_columns(columns).noted(said)


def _names_by_cell(cells: pd.Series, *, in_lines: bool) -> tuple[dict[str, list[str]], str]:
    """Return who is named in each cell, and why it is asked about; nobody where one has others."""
    names = {text: _names_of(text, in_lines=in_lines) for text in cells.unique().tolist()}
    filled = [text for text in names if text.strip() and not is_total(text)]
    if all(names[text] for text in filled):
        return names, ""
    names = {text: _lines_of(text) for text in names}
    of_persons = in_lines and all(map(names.get, filled)) and _are_mostly_persons(names.values())
    return (names, ONE_A_LINE) if of_persons else ({}, "")


def _may_be_all_who_came(name: str, fields: Sequence[str | None]) -> bool:
    """Tell whether each cell of a column may name all who came to a training.

    It is called by several, and no column tells more of one person.
    """
    several = is_of_several(name) or "names" in plain(name).split()
    told = {"designation", *PERSONAL_FIELDS} - {"name_of_person"}
    return several and bool({"title", "training_id"} & {*fields}) and not told & {*fields}


def _names_asked(cells: pd.Series) -> tuple[dict[str, list[str]], str]:
    """Return who stands apart in each cell of trainings, and with how many it is asked about.

    Nobody where a cell has others, or few name several.
    """
    if not name_several(cells):
        return {}, ""
    names = {text: [] if is_total(text) else names_apart(text) for text in cells.unique().tolist()}
    filled = [text for text in names if text.strip() and not is_total(text)]
    size = [len(names[text]) for text in cells.tolist() if names[text]]
    if not all(map(names.get, filled)):
        return {}, ""
    return names, HOW_MANY.format(numbers=listing(map(str, size), 10))


def name_several(cells: pd.Series, most: int = 2) -> bool:
    """Tell whether more than half of the cells name several, and one so many at least.

    Of a long column the first ``LOOKED_AT`` different texts tell it.
    """
    size = [len(names_apart(text)) for text in filled_texts(cells, LOOKED_AT) if not is_total(text)]
    return sum(n > 1 for n in size) > MOST * len(size) and max(size) >= most


def names_apart(text: str) -> list[str]:
    """Return the names of a cell in which each is set apart; none where one may be no person.

    They are numbered, or addressed, or stand in a line each; or commas are between all of them.
    """
    names = _names_of(text, in_lines=True)
    if names or re.search(r"[\n;]", text.strip()):
        return names
    parts = [part for part in _COMMAS.split(text.strip(" ,.\n")) if part]
    return parts if all(map(_may_be_person, parts)) else []


def _may_list(name: str, field: str | None, fields: Sequence[str | None]) -> bool:
    """Tell whether a column may list people: it names them, counts them, or is called by them."""
    return field in ("name_of_person", *COUNT_FIELDS) or (
        field is None and _are_of_training(name, fields)
    )


def _are_of_training(name: str, fields: Sequence[str | None]) -> bool:
    return is_of_several(name) and bool({"title", "date_start"} & {*fields})


def _are_listed(name: str, fields: Sequence[str | None]) -> bool:
    """Tell whether each line of a cell is one of those who came, by its name and others.

    Beside what one person is known by, a second line is of the same person.
    """
    of_person = {"designation", *AGENCY_FIELDS, *PERSONAL_FIELDS} - {"name_of_person"}
    return _are_of_training(name, fields) and not of_person & {*fields}


def _addressed(
    cells: pd.Series, names: Mapping[str, Sequence[str]], sexes: Sequence[str]
) -> pd.Series:
    """Return how many of those who are named in each cell are addressed so; blank where nobody."""
    numbers = {text: str(sum(address(name) in sexes for name in own)) if own else ""
               for text, own in names.items()}  # fmt: skip
    return by_text(cells, numbers)


def _names_of(text: str, *, in_lines: bool) -> list[str]:
    """Return the names of a cell that lists persons, with ``in_lines`` one a line; no offices."""
    text = _FATHER_BELOW.sub(" ", text)
    parts = [part.strip(" ,.") for part in re.split(r"[\n;]", text) if part.strip(" ,.")]
    told = [_NUMBERED.match(part) for part in parts]
    names = [_without_rank(part[one.end() :]) for part, one in zip(parts, told, strict=True) if one]
    if [int(one[1]) for one in told if one] != list(range(1, len(parts) + 1)):
        names = [part for part in _LISTED.split(text) if part.strip()]
        if {"", "none"} & {*map(address, names)}:
            return parts if in_lines and all(map(_may_be_person, parts)) else []
    return names if all(" " in one and may_be_name(one) for one in names) else []


def _without_rank(text: str) -> str:
    """Return a name without the post that alone stands behind it: "..., ASI", "... (ASI)"."""
    name, *behind = _BEHIND.split(text.strip(" .)]"))
    ranked = len(behind) == 1 and agencies_of_post(behind[0]) and not called_as(behind[0])
    return name if ranked else text


def _lines_of(text: str) -> list[str]:
    return [line for part in text.split("\n") if (line := part.strip(" ,.;"))]


def _are_mostly_persons(listed: Iterable[Sequence[str]]) -> bool:
    """Tell whether most lines may name persons, and none has a number or leaves others out."""
    lines = [line for own in listed for line in own]
    if any(map(AND_MORE.search, lines)):
        return False
    persons = sum(map(_may_be_person, lines))
    return persons > MOST * len(lines) and not any(map(str.isdigit, "".join(lines)))


def _may_be_person(text: str) -> bool:
    """Tell whether a text may name a person, and is neither a post nor the name of a father."""
    other = _OF_FATHER.match(text) or AND_MORE.search(text) or agencies_of_post(text)
    return " " in text and may_be_name(text) and not (other or _ABSENT.search(text))


def with_names_in_cells(
    sheet: Sheet, fields: Sequence[str | None], holds: Sequence[str]
) -> list[str | None]:
    """Return the fields of columns: of names that stand several in a cell, and of their number.

    A column of numbers whose name says nothing, or "Number", counts those who are named where each
    of its numbers is as many.
    """
    told = list(fields)
    named = [n for n, one in enumerate(fields)
             if _holds_names(one, holds[n]) or (one is None and holds[n] in NO_NUMBERS
             and (names_somebody(sheet.header[n]) or _are_listed(sheet.header[n], fields)
                  or guessed_field(sheet.header[n]) in COUNT_FIELDS))]  # fmt: skip
    marked = bool({sheet.header[n] for n in sheet.offered} & NAMED_TOGETHER)
    numbers = {n: by_text(sheet.cells[n], _names_in, "int64") for n in named}
    # The sexes that the names themselves tell are no number beside them.
    counted = {*COUNT_FIELDS} & {one for n, one in enumerate(fields) if n not in named
                                 and sheet.header[n] not in NAMED_TOGETHER}  # fmt: skip
    of_one_sex = are_of_one_sex(counted)  # "How many" beside "Women"
    free = [] if counted and not of_one_sex else [
        n for n, one in enumerate(holds)
        if one in _NUMBERS and (fields[n] is None or _may_be_how_many(sheet, n, fields[n]))
    ]  # fmt: skip
    for n, one in numbers.items():
        beside = one[one > 0]  # a row of the total names nobody
        with_commas = by_text(sheet.cells[n], lambda text: len(_named_apart(text)), "int64")
        counts = [place for place in free for own in (one, with_commas) if (own > 1).any()
                  and _are_as_many(sheet.cells[place][one > 0], own[one > 0])]  # fmt: skip
        if counts or marked or (beside > 1).mean() > MOST or _are_counted(sheet, told, n):
            told[n] = "other_personal"
        if counts and "participants_total" not in told:
            told[counts[0]] = "participants_total"
    return told


def _may_be_how_many(sheet: Sheet, n: int, field: str | None) -> bool:
    """Tell whether "No." or "Number" may be how many are named, as it does not count the rows."""
    called = {*plain(sheet.header[n]).split()}
    if field != RUNNING_NUMBER or not called or called - {"no", "nos", "number"}:
        return False
    texts = [text for text in sheet.cells.loc[~say_total(sheet.cells), n].str.strip() if text]
    return texts != [str(place) for place in range(1, len(texts) + 1)]


def hold_several_persons(cells: pd.Series) -> bool:
    """Tell whether some cells plainly name several persons, or one and others."""
    return any(
        len(_named_apart(text, _SEVERAL_NAMES)) > 1 or _WITH_OTHERS.search(text)
        for text in cells.unique().tolist()
    )


def _named_apart(text: str, between: re.Pattern[str] = _COMMAS) -> list[str]:
    """Return the parts of a text, none where one of several may be a post and no person.

    What is one is not looked at: whatever it names is one.
    """
    parts = [part for part in between.split(text.strip(" ,.\n")) if part]
    return parts if len(parts) < 2 or all(map(_may_be_person, parts)) else []


def _are_counted(sheet: Sheet, fields: Sequence[str | None], n: int) -> bool:
    """Tell whether a cell names, with commas between, as many as the total or the sexes beside."""
    named = by_text(sheet.cells[n], lambda text: len(_COMMAS.split(text)), "int64")
    read = {one: whole_numbers(sheet.cells[place], LARGEST)[0]
            for place, one in enumerate(fields) if one in COUNT_FIELDS and place != n}  # fmt: skip
    sexes = [read[one] for one in COUNT_COLUMNS[:2] if one in read]
    both = [sexes[0] + sexes[1]] if len(sexes) == 2 else []
    told = [one for one in (read.get("participants_total"), *both) if one is not None]
    listed = (sheet.cells[n].str.strip() != "") & (named > 0)
    return any(bool((one == named)[listed].all()) and (named[listed] > 1).any() for one in told)


def _holds_names(field: str | None, holds: str) -> bool:
    return field == "name_of_person" or (field in COUNT_FIELDS and holds in NO_NUMBERS)


def _names_in(text: str) -> int:
    """Count the persons of a cell; a bare number in front of the first is no person."""
    parts = _BETWEEN.split(f"\n{text}")
    return sum(any(map(str.isalpha, part)) for part in parts)


def _are_as_many(cells: pd.Series, named: pd.Series) -> bool:
    counted, _unread = whole_numbers(cells, LARGEST)
    return bool(counted.notna().any() and (counted == named)[counted.notna()].all())
