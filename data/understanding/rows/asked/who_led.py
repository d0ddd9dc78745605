"""Questions on persons of a list whose post is to lead trainings: whether they took part."""

import re

import pandas as pd

from data.records.distinct import by_text, those
from data.records.problems.of_rows import UNKNOWN_PART
from data.review.agencies.agencies import GIVERS, called_as
from data.review.decisions import COUNTED, LEFT_OUT, NUMBER, Decisions, led_key
from data.review.questions import Option, QueueItem
from data.sheets.admission import Admitted
from data.sheets.fields import PART, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.words.presence import HELPERS, LED, LED_ROW
from geo.words.catalogue import _

#: Of words for who led or helped, those that are also posts of whoever comes to be trained.
_POSTS = frozenset(
    ["organizer", "organiser", "organizing team", "organising team", "observer", "interpreter",
     "rapporteur", "support staff", "staff", "crew", "speaker", *HELPERS]
)  # fmt: skip
_LEADERS = LED - _POSTS
#: Where so many of a list lead trainings, it is they who were trained.
MOST_LEADERS = 0.5
_BESIDE = re.compile(r"[/,;()\[\]&]| - |–|—")
#: "Trainer", "Resource person from FIA", "IOM facilitator"; "vocational trainer" is a post.
_LEADER = re.compile(
    rf"(?:(?P<before>\S+(?: \S+){{0,3}}) )??(?P<word>{'|'.join(sorted(_LEADERS))})"
    r"(?: (?:of|from))?(?: (?P<behind>\S+(?: \S+){0,3}))?"
)
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")


def without_who_led(
    admitted: Admitted, sheet: Sheet, mapping: ColumnMapping, decisions: Decisions
) -> tuple[Admitted, tuple[QueueItem, ...]]:
    """Return rows without those who led, as somebody said, and the questions on the others.

    Somebody's post, or a bracket behind a name, says *Resource person* or *Chief guest*; one
    question for each such word. Until it is answered, the rows have a problem and count nobody.
    None is asked of a list with a column for who led, or of which most are called so.
    """
    if mapping.kind != PERSONS or mapping.positions(PART):
        return admitted, ()
    cells = those(sheet.cells, sheet.cells.index.isin(admitted.cells.index))
    called = _called(cells, mapping)
    called = called[called != ""]
    if called.empty or len(called) >= MOST_LEADERS * len(admitted.cells):
        return admitted, ()
    questions = []
    for word, rows in called.groupby(called, sort=False).groups.items():
        key = led_key([mapping.shape, *sheet.beside, str(word), *map(str, rows)])
        answer = decisions.answer(key)
        if answer == LEFT_OUT:
            admitted = admitted.without(rows, LED_ROW)
        elif answer != COUNTED:
            admitted = admitted.waiting(rows, UNKNOWN_PART)
            questions.append(_question(str(word), rows, key))
    return admitted, tuple(questions)


def _called(cells: pd.DataFrame, mapping: ColumnMapping) -> pd.Series:
    """Return of each row the word by which somebody is called who leads; blank where none is."""
    called = pd.Series("", cells.index, dtype="str")
    for place in mapping.positions("designation", "agency", "department"):
        called = called.mask(called == "", by_text(cells[place], _leader))
    for place in mapping.positions("name_of_person"):
        called = called.mask(called == "", by_text(cells[place], _leader_in_brackets))
    return called


def _leader(text: str) -> str:
    """Return the word for who led in a post, alone or beside an agency's name; else blank."""
    found = (_LEADER.fullmatch(plain(part)) for part in _BESIDE.split(text))
    return next((one["word"] for one in found if one and _are_bodies(one)), "")


def _are_bodies(leader: re.Match[str]) -> bool:
    beside = filter(None, (leader["before"], leader["behind"]))
    return all(name in GIVERS or called_as(name) for name in beside)


def _leader_in_brackets(name: str) -> str:
    return next((one for one in map(_leader, _IN_BRACKETS.findall(name)) if one), "")


def _question(word: str, rows: pd.Index, key: str) -> QueueItem:
    return QueueItem(
        kind=NUMBER,
        value=word,
        rows=tuple(map(int, rows)),
        candidates=(
            Option(LEFT_OUT, _("led the training: do not count")),
            Option(COUNTED, _("was trained: count")),
        ),
        key=key,
        reason=_("It is not told whether whoever is called so led the training or was trained."),
        participants=len(rows),
    )
