"""Rows of single persons -> who each is counted as."""

from collections.abc import Sequence
from difflib import get_close_matches

import pandas as pd

from data.checking.problems import RowFaults
from data.records.distinct import by_text
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import HIDDEN, HIDDEN_TEXT
from data.records.problems import of_rows
from data.review.decisions import NUMBER, Decisions, sexes_key
from data.review.questions import Option, QueueItem
from data.sheets.admission import column
from data.sheets.fields import CHILDREN, plain
from data.sheets.mapping import BLANK
from data.sheets.words.presence import CROSSES, NO_SIGNS, mark
from data.understanding.contents import sex_of
from geo.words.catalogue import _

_SEXES = ("female", "male")
#: Fewer rows than this do not tell that two words are no names.
LEAST_ROWS = 5
WOMEN_FIRST, MEN_FIRST = "women, men", "men, women"
#: What two words are, in the order of the alphabet, by the answer to the question on them.
_ANSWERS = {WOMEN_FIRST: _SEXES, MEN_FIRST: _SEXES[::-1], BLANK: ("", "")}


def sexes_told(
    cells: pd.DataFrame, decisions: Decisions
) -> tuple[pd.DataFrame, tuple[QueueItem, ...]]:
    """Return rows with what somebody said that the two unknown words of their sexes are.

    They are asked about once where they are all that a column of sexes holds, each several times,
    as no name is. Which is which is in no word of them.
    """
    written = by_text(column(cells, "sex"), plain)
    times = written[written != ""].value_counts()
    words = sorted(map(str, times.index))
    known = any(sex_of(word) or _shown_sex(word) != HIDDEN for word in words)
    if known or len(words) != len(_SEXES) or not all(map(str.isalpha, words)):
        return cells, ()
    if times.sum() < LEAST_ROWS or times.min() < 2:
        return cells, ()
    key = sexes_key(words)
    if (answer := decisions.answer(key)) in _ANSWERS:
        said = dict(zip(words, _ANSWERS[answer], strict=True))
        return cells.assign(sex=by_text(written, lambda text: said.get(text, ""))), ()
    return cells, (_question(words, key, written[written != ""]),)


def _question(words: Sequence[str], key: str, written: pd.Series) -> QueueItem:
    """Ask which word is which by a row that has each: the words may be names all the same."""
    first, second = (int(written.index[written == word][0]) for word in words)
    both = _("as in row {women}: women; as in row {men}: men")
    options = (
        Option.naming(WOMEN_FIRST, both, women=first, men=second),
        Option.naming(MEN_FIRST, both, women=second, men=first),
        Option(BLANK, _("they are no sexes: not recorded")),
    )
    return QueueItem(
        kind=NUMBER,
        value=HIDDEN_TEXT,
        rows=tuple(map(int, written.index)),
        candidates=options,
        key=key,
        reason=of_rows.UNKNOWN_SEX.reason,
        participants=len(written),
    )


def people_counted(cells: pd.DataFrame, faults: RowFaults) -> pd.DataFrame:
    """Count each row of a list of persons as one, by its sex.

    Where the sex is not recorded, women and men are blank and not 0.
    """
    ticked = [name for name in (*COUNT_COLUMNS[:2], *CHILDREN) if name in cells]
    field = _ticked(cells, ticked, faults) if ticked else _sexes(cells, faults)
    unspecified = field == "participants_unspecified"
    counts = {name: (field == name).astype("Int64") for name in COUNT_COLUMNS}
    for name in COUNT_COLUMNS[:2]:
        counts[name] = counts[name].mask(unspecified)
    return pd.DataFrame(counts, index=cells.index)


def _sexes(cells: pd.DataFrame, faults: RowFaults) -> pd.Series:
    """Return the column of counts that the sex of each row is of; blank where it is unknown."""
    written = column(cells, "sex")
    field = by_text(written, sex_of)
    unknown = field == ""
    # A word that is no sex may be a name, in a shifted row: only one that is nearly a sex is shown.
    wrong = by_text(written[unknown], _shown_sex)
    faults.add(wrong.index, "sex", wrong, of_rows.UNKNOWN_SEX)
    return field


def _shown_sex(text: str) -> str:
    near = get_close_matches(plain(text), _SEXES, n=1, cutoff=0.75)
    words = _("{text} (is {likely} meant?)")
    return words.format(text=text, likely=near[0]) if near and len(text) < 10 else HIDDEN


def _ticked(cells: pd.DataFrame, ticked: Sequence[str], faults: RowFaults) -> pd.Series:
    """Return the sex that is ticked in each row; a row with two, or with a number, is none.

    Girls are women, and boys men.
    """
    marks = {name: by_text(cells[name], _tick) for name in ticked}
    wrong = pd.concat([one == "?" for one in marks.values()], axis=1).any(axis=1)
    if not any((one == "yes").any() for one in marks.values()):  # a sign for no is the only one
        marks = {name: one.mask(cells[name].str.strip().isin(list(NO_SIGNS)), "yes")
                 for name, one in marks.items()}  # fmt: skip
    each = pd.DataFrame({name: one == "yes" for name, one in marks.items()})
    yes = each.T.groupby(lambda name: CHILDREN.get(name, name)).any().T
    wrong |= yes.sum(axis=1) > 1
    faults.add(cells.index[wrong], "", "", of_rows.TWO_SEXES)
    field = pd.Series("participants_unspecified", index=cells.index, dtype="str")
    for name in yes.columns:
        field = field.mask(yes[name] & ~wrong, name)
    return field


def _tick(text: str) -> str:
    """Return whether a cell is ticked ("yes"), is not (""), or holds something else ("?")."""
    bare = text.strip()
    if not bare:
        return ""
    if bare.casefold() in (*CROSSES, "p", "f", "m"):
        return "yes"
    says = mark(bare)
    return "?" if says is None else "yes" if says else ""
