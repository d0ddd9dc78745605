"""Names of columns that stand over others: two or three rows of names -> one name a column."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from data.records.model import COUNT_COLUMNS
from data.sheets.field_names import field_of_name, heads_training
from data.sheets.fields import COUNT_FIELDS, OF_PEOPLE, OF_VENUE, VENUE_FIELDS, plain
from data.sheets.words.cell_values import has_numbers, has_values, heads_days, kind_of, tells_day
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_who_came import is_planned

#: Of which words a name is that heads the columns of the training, or of its participants.
_OF_HEADS = OF_VENUE | OF_PEOPLE | {
    "about", "basic", "data", "detail", "details", "info", "information", "of", "particulars",
    "personal", "profile", "the", "trainings", "s", "کی", "کے", "کا", "تفصیل", "تفصیلات", "کوائف",
}  # fmt: skip

_PARTED = r"(?:break[- ]?(?:up|down)|distribution|division)"
#: By what those who are counted are divided, and not whom: "Participants by department".
_DIVIDED = re.compile(
    rf"\s*\(?\b(?:(?:{_PARTED} )?by (?:the )?(?:department|deptt?|agency|organi[sz]ation)s?"
    rf"|(?:department|deptt?|agency|organi[sz]ation)[ -]?wise(?: {_PARTED})?)\b\.?\)?",
    re.IGNORECASE,
)


def heads_people(over: str) -> bool:
    """Tell whether a name that heads others is of the participants: "Participant details"."""
    return bool(OF_PEOPLE & {*plain(over).split()})


def is_divided(over: str) -> bool:
    """Tell whether a name says that those under it divide by agencies what it counts."""
    return _DIVIDED.search(over) is not None


def over_two(above: list[str], names: Sequence[str]) -> tuple[str, ...]:
    """Join a row to the names of two rows under it; one that only counts people adds nothing."""
    times = Counter(plain(name) for name in names if name)
    both, over = [], ""
    for top, name in zip_longest(trimmed(above), names, fillvalue=""):
        over = top or (over if name else "")
        alone = name and times[plain(name)] == 1 and field_of_name(over) in COUNT_FIELDS
        both.append(name if alone else f"{over} {name}".strip())
    return tuple(both)


def joined(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """Join two rows of names; a name above stands over all cells up to the next one."""
    both, under_names, over = [], [], ""
    for top, under in zip_longest(trimmed(above), trimmed(below), fillvalue=""):
        # A name that stands over nothing is a column's own and does not reach to the next.
        over = top or (over if under else "")
        alone = over == under or _says_all(under, over)
        both.append(under if alone else _together(over, under))
        under_names.append(under)
    # "Participants" over "Female": either name alone, or both, may be the one that is known; but
    # under "FIA" and "Police" the same name comes again, and both are needed to tell them apart.
    times = Counter(plain(under) for under in under_names if under)
    return tuple(
        whole if field_of_name(whole) or not field_of_name(under) or times[plain(under)] > 1
        or is_planned(whole) else under
        for whole, under in zip(both, under_names, strict=True)
    )  # fmt: skip


def _together(over: str, under: str) -> str:
    """Return both names as one, without words of the one above by what it is divided alone.

    A place under "Details of training" is in a group of this.
    """
    over = _DIVIDED.sub("", over).strip() if under else over
    whole, grouped = f"{over} {under}".strip(), f"{over}/{under}"
    of_venue = heads_training(over, under) and field_of_name(grouped) in VENUE_FIELDS
    return grouped if of_venue and not field_of_name(whole) else whole


def _says_all(under: str, over: str) -> bool:
    """Tell whether a name says all that its column is, and not what stands over it.

    So does a place under "Home district of participants", and a day under "Attendance".
    """
    if kind_of(under) == "place":
        return (field_of_name(over) or guessed_field(over)) == "district"
    days = tells_day(under) or (len(under) < 3 and under.isdecimal())
    return days and heads_days(over)


def heads_counts(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row stands over counts of the same names, again and again, with words too.

    So do ages, or quarters and the year that sums them up, over women and men.
    """
    lowest = [cell for cell in below[-1] if cell] if below else []
    times = Counter(field_of_name(cell) for cell in lowest)
    again = [times[one] for one in COUNT_COLUMNS[:2]]
    worded = bool(row) and any(any(map(str.isalpha, cell)) for cell in row)
    return worded and min(again) > 1 and 2 * sum(again) > len(lowest) and not has_values(lowest)


def heads_both(row: Sequence[str]) -> bool:
    """Tell whether a row has names of groups alone: those of the training, and of participants."""
    named = [cell for cell in row if cell]
    if any({*plain(cell).split()} - _OF_HEADS for cell in named):
        return False  # "Training on referral" is a title
    of_training, of_people = (sum(map(heads, named)) for heads in (heads_training, heads_people))
    return bool(of_training and of_people) and of_training + of_people == len(named)


def with_women(row: list[str]) -> list[str]:
    """Return names of columns in which W beside each M is F, as it is women there."""
    women, men = row.count("W"), row.count("M")
    week = row.count("T") > women  # M, T, W, T
    if not women or women != men or week or "F" in row or has_numbers(row):
        return row
    meant = {"W": "F", "W+M": "Total", "M+W": "Total", "W + M": "Total", "M + W": "Total"}
    return [meant.get(cell, cell) for cell in row]


def trimmed(row: Sequence[str]) -> tuple[str, ...]:
    """Return a row without the blanks behind its last cell."""
    last = max((n for n, cell in enumerate(row, start=1) if cell), default=0)
    return tuple(row[:last])
