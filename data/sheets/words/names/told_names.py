"""Names of columns that no row has, and the text above a list tells in their order."""

import re
from collections.abc import Sequence

from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, RUNNING_NUMBER
from data.sheets.words.names.name_words import guessed_field

#: So many columns and rows a list has at least whose names are told in a text.
LEAST_COLUMNS, LEAST_ROWS = 3, 2
#: Of whom the columns are: "Names, sex and district of those who attended the training at ...".
_OF_WHOM = re.compile(
    r"\s+(?:of|for)\s+(?:(?:all|the|those|persons|people|officers|officials|participants|trainees"
    r"|attendees|members)\b)|\s+(?:jo|who)\s|\s+کے\s|[:(]",
    re.IGNORECASE,
)
#: That these were the participants of what was held; any list may have other persons in it.
_WHO_CAME = re.compile(
    r"(?:(?:of|for|all|the|those|other|persons|people|officers|officials|members|who)\s+|[:(]\s*)*"
    r"(?:participants|trainees|attendees|attended|participated|were trained|received training)\b"
    r"|jo\s+(?:aa?ye|sharee?k hue)\b|کے\s+(?:جو|جنہوں نے)\b.*(?:تربیت (?:حاصل کی|لی)|شرکت کی|آئے)",
    re.IGNORECASE,
)
#: Others than these, too: "of participants who did not come", "participants of the next one".
_OTHERS = re.compile(
    r"\b(?:not|never|absent\w*|un(?:able|willing)|nominat\w+|invit\w+|expected|proposed|planned"
    r"|selected|confirmed|will|shall|to be|to attend|upcoming|next|future|waiting|reserve|trainers?"
    r"|facilitators?|organi[sz]ers?|resource|nah(?:i|in|ein)|namzad\w*)\b|نہیں|نامزد|مدعو|متوقع",
    re.IGNORECASE,
)
_LIST = re.compile(r"^(?:the )?(?:list (?:of|with)|showing|columns?:?)\s+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:[,;،]|\b(?:and|aur|اور)\b|&)\s*(?:(?:and|aur|اور)\s+)?", re.IGNORECASE
)
#: Whose own it is that stands in a column.
_OWN = re.compile(r"^(?:their|own|his/her|his or her)\s+(?:own\s+)?", re.IGNORECASE)


def with_names_told(rows: Sequence[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Return the filled rows of a sheet, by their numbers, with a row of names that a text tells.

    The text stands alone in the row above the list, each row of which has as many cells as it
    names columns, all known and one of persons. The row of names has the number of the text's.
    """
    cells = [[cell.strip() for cell in row] for __, row in rows]
    alone = [sum(map(bool, row)) == 1 for row in cells]
    place = next((n for n, one in enumerate(alone) if not one), 0)
    names = _names_in(next(filter(None, cells[place - 1]))) if place else []
    under = [row for row, one in zip(cells[place:], alone[place:], strict=True) if not one]
    filled = [[bool(cell) for cell in row] for row in under]
    whole = all(own[: len(names)] == [True] * len(names) == [one for one in own if one]
                for own in filled)  # fmt: skip
    # "Male" is of a person there, as any other known name of a column is not.
    headed = bool(under) and bool({*map(field_of_name, under[0])} - {None, *COUNT_FIELDS})
    if not names or headed or not whole or len(under) < LEAST_ROWS:
        return [*rows]
    return [*rows[:place], (rows[place - 1][0], names), *rows[place:]]


def _names_in(text: str) -> list[str]:
    """Return the names of columns with which a text begins; none where one of them is unknown.

    None of a list of others than participants. A number behind the names may be of anything.
    """
    found = _OF_WHOM.search(text)
    if not found or not _WHO_CAME.match(text[found.start() :].strip()) or _OTHERS.search(text):
        return []
    told = _LIST.sub("", text[: found.start()])
    names = [_OWN.sub("", one.strip()) for one in _BETWEEN.split(told)]
    fields = [field_of_name(name) or guessed_field(name) for name in names if name]
    whole = len(names) == len({*fields} - {None}) >= LEAST_COLUMNS
    whole &= RUNNING_NUMBER not in fields[1:]
    return names if whole and "name_of_person" in fields else []
