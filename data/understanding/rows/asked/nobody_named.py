"""One question on rows that name nobody, in a list that names its persons."""

import re
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from data.records.distinct import says, those
from data.records.problems.of_rows import NOBODY_NAMED
from data.records.sought_words import ENDS, any_of, only_with
from data.review.decisions import COUNTED, LEFT_OUT, NUMBER, Decisions, unnamed_key
from data.review.questions import Option, QueueItem
from data.sheets.admission import Admitted
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PERSONAL_FIELDS, PRESENCE, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.words.count_words import FIRST_OF_UNTOLD, tells_nothing
from geo.words.catalogue import _

#: Where fewer rows than this name somebody, one that names nobody is as others.
MOST_NAMED = 0.5
#: In the place of a name: nobody was in the post, or nobody was sent.
_VACANT = re.compile(
    r"(?:(?:the )?(?:post|seat|position)s? )?(?:(?:is|lying|currently) )*"
    r"(?:vacant|unfilled|khali|خالی)(?: post| seat)?|(?:not|no|none|nobody|no one|koi nahi\w*)"
    r"(?: (?:yet|was|been|officer|official|person|name|nominee))*"
    r"(?: (?:nominat\w+|deputed|sent|received|provided|nahi\w*))*"
    r"(?: (?:received|sent|yet|made))*|nil",
    re.IGNORECASE,
)
#: Who was to come is not known, nor whether anybody did.
_TO_BE_NAMED = re.compile(r"to be (?:nominated|decided|confirmed|named)|tb[acdn]", re.IGNORECASE)
VACANT_ROW = _("nobody is named: the post was vacant, or nobody was sent")


def without_nobody_named(
    admitted: Admitted, sheet: Sheet, mapping: ColumnMapping, decisions: Decisions
) -> tuple[Admitted, tuple[QueueItem, ...]]:
    """Return rows without those that name nobody, as they or somebody said, and the question.

    One that says *Vacant* or *Not nominated* in the place of a name is left out. One whose name is
    blank, in a list of which most have one, is asked about where it has a post or a place, and no
    sex, no number of a person and no mark of who came; until then it has a problem and counts
    nobody.
    """
    names = mapping.positions("name_of_person")
    if mapping.kind != PERSONS or not names or admitted.cells.empty:
        return admitted, ()
    cells = those(sheet.cells, sheet.cells.index.isin(admitted.cells.index))
    vacant = _all_say(cells, names, _says_vacant)
    unnamed = _all_say(cells, names, _names_nobody) & ~vacant
    if (vacant | unnamed).mean() > MOST_NAMED:
        return admitted, ()
    if vacant.any():
        admitted = admitted.without(vacant.index[vacant], VACANT_ROW)
    rest = cells[unnamed]
    others = mapping.positions(
        *(one for one in PERSONAL_FIELDS if one != "name_of_person"), "sex", PRESENCE, *COUNT_FIELDS
    )
    where = mapping.positions(*AGENCY_FIELDS, "district", "adm2_pcode")  # a note tells neither
    alone = ~_all_say(rest, where, _tells_nothing) & _all_say(rest, others, _tells_nothing)
    rows = alone.index[alone]
    if rows.empty:
        return admitted, ()
    key = unnamed_key([mapping.shape, *sheet.beside, str(len(cells)), *map(str, rows)])
    answer = decisions.answer(key)
    if answer == LEFT_OUT:
        return admitted.without(rows, VACANT_ROW), ()
    if answer == COUNTED:
        return admitted, ()
    return admitted.waiting(rows, NOBODY_NAMED), (_question(rows, key),)


def _all_say(cells: pd.DataFrame, places: Sequence[int], told: Callable[[str], bool]) -> pd.Series:
    """Tell of which rows each cell in some columns is blank, or says something."""
    each = [says(cells[n], told) for n in places] or [np.ones(len(cells), dtype=bool)]
    return pd.Series(np.logical_and.reduce(each), cells.index, dtype="bool")


def _tells_nothing(text: str) -> bool:
    return not text.strip(" -–—._/") or tells_nothing(text)


@only_with(rf"^[^a-z]*$|^[^a-z]*(?:{any_of(FIRST_OF_UNTOLD)}|tb[acdn]|to be){ENDS}")
def _names_nobody(text: str) -> bool:
    return _tells_nothing(text) or _TO_BE_NAMED.fullmatch(plain(text)) is not None


@only_with(rf"vacan|unfilled|khali|^[^a-z]*(?:not|no|none|nobody|nil|koi){ENDS}")
def _says_vacant(text: str) -> bool:
    return bool(text) and _VACANT.fullmatch(plain(text)) is not None


def _question(rows: pd.Index, key: str) -> QueueItem:
    return QueueItem(
        kind=NUMBER,
        value=_("(rows that name nobody)"),
        rows=tuple(map(int, rows)),
        candidates=(
            Option(LEFT_OUT, _("nobody came: leave out")),
            Option(COUNTED, _("a person each, whose name was not written: count")),
        ),
        key=key,
        reason=NOBODY_NAMED.reason,
        participants=len(rows),
    )
