"""What the rows of a sheet say of numbers of people, and what they leave open."""

from dataclasses import replace

import pandas as pd

from data.checking.problems import RowFaults
from data.records.distinct import by_text, says
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import HIDDEN, shown_number
from data.records.problems import of_rows
from data.records.rules import COUNT, FEW, MOST_IN_A_ROW, whole_numbers
from data.review.decisions import NUMBER, dash_key
from data.review.questions import Option, QueueItem
from data.sheets.admission import Admitted, column
from data.sheets.fields import CHILDREN, COUNT_FIELDS
from data.sheets.mapping import BLANK, ZERO
from data.sheets.words.count_words import count_in_words, is_dash, one_number
from data.understanding.contents import sex_of
from geo.words.catalogue import _

_PARTS_IN_WORDS = {
    "participants_f": "women",
    "participants_m": "men",
    "participants_total": "total",
}
_OTHER_SEX = {"participants_f": "men", "participants_m": "women"}
#: The most that is held for review of one number.
LARGEST = 10**9


def dashes_asked(rows: pd.Index, people: pd.Series, shape: str) -> tuple[QueueItem, ...]:
    """Ask once what a dash among counts means; nothing where no row waits for it."""
    open_rows = tuple(sorted(set(rows.tolist()) & set(people.index)))
    if not open_rows:
        return ()
    return (
        QueueItem(
            kind=NUMBER,
            value="-",
            rows=open_rows,
            candidates=(Option(ZERO, _("nobody: 0")), Option(BLANK, _("not recorded: blank"))),
            key=dash_key(shape),
            reason=of_rows.DASH.reason,
            participants=int(people.loc[list(open_rows)].sum()),
        ),
    )


def numbers_counted(admitted: Admitted, faults: RowFaults) -> pd.DataFrame:
    """Read the counts of rows of groups; a total that its parts do not sum to is a problem.

    Where only women are told beside a total, the others are men; where only men are, the others
    are unspecified: women are counted only where they are told.
    """
    one_sex = _one_sex(admitted)
    admitted, in_words = _spelled_out(admitted)
    cells = admitted.cells
    counts = {field: _numbers(admitted, field, faults) for field in COUNT_FIELDS}
    frame = pd.DataFrame(counts, index=cells.index)
    for children, adults in CHILDREN.items():
        if children not in cells:  # as in most tables
            continue
        both = frame[[adults, children]]
        frame[adults] = both.sum(axis=1, min_count=1).astype("Int64")
    if "sex" in cells:
        frame = _by_sex(cells, frame, faults)
    parts, total = frame[list(COUNT_COLUMNS)], frame["participants_total"]
    recorded = parts.notna().any(axis=1)
    parts = _with_the_others(parts, total, in_words | one_sex)
    differs = recorded & total.notna() & (parts.sum(axis=1) != total.fillna(-1))
    where = admitted.name_of("participants_total")
    written = column(cells, "participants_total")
    if differs.any():
        wrong = by_text(written[differs], shown_number)
        faults.add(wrong.index, where, wrong, of_rows.SUM_DIFFERS)
    unspecified = parts["participants_unspecified"].where(recorded, total)
    return parts.assign(participants_unspecified=unspecified)


def others_said(admitted: Admitted, where: str) -> tuple[str, ...]:
    """Say what the others of a total are taken for where only one sex stands beside it."""
    one_sex = _one_sex(admitted)
    admitted, in_words = _spelled_out(admitted)
    written = {field: column(admitted.cells, field) != "" for field in _PARTS_IN_WORDS}
    women, men, total = written.values()
    alone = (in_words | one_sex) & total & (women != men)
    notes = (
        (women, _("{where}: only the women of a total are told: the others are taken for men.")),
        (men, _("{where}: only the men of a total are told: the sex of the others is unknown.")),
    )
    return tuple(words.format(where=where) for told, words in notes if (alone & told).any())


def _one_sex(admitted: Admitted) -> bool:
    return len({*COUNT_COLUMNS[:2]} & set(admitted.cells)) == 1


def _with_the_others(parts: pd.DataFrame, total: pd.Series, told: pd.Series) -> pd.DataFrame:
    """Fill in the others of a total beside which one number stands, in the rows that are told."""
    if not (told & total.notna()).any():  # in most tables
        return parts
    others = (total - parts.sum(axis=1)).where(told & (parts.notna().sum(axis=1) == 1))
    women = parts["participants_f"].notna()
    men = others.where(women & (others >= 0))
    unknown = others.where(parts["participants_m"].notna() & (others > 0))
    return parts.assign(
        participants_m=parts["participants_m"].fillna(men),
        participants_unspecified=parts["participants_unspecified"].fillna(unknown),
    )


def _spelled_out(admitted: Admitted) -> tuple[Admitted, pd.Series]:
    """Return the sheet with totals such as "12 (3 F)" in the columns that they tell of.

    And for each row, whether its total was such. What a column of its own says stays.
    """
    cells = admitted.cells
    written = column(cells, "participants_total")
    told = {text: count_in_words(text) for text in written.unique()}
    known = {text: one for text, one in told.items() if one}
    if not known:
        return admitted, pd.Series(False, index=cells.index)
    filled = {}
    for field, part in _PARTS_IN_WORDS.items():
        says = {text: getattr(one, part) for text, one in known.items()}
        texts = {text: "" if number is None else str(number) for text, number in says.items()}
        own = column(cells, field)
        own = own.mask(own.isin(list(known)), "") if field == "participants_total" else own
        filled[field] = own.where(own != "", by_text(written, lambda text: texts.get(text, "")))  # noqa: B023
    return replace(admitted, cells=cells.assign(**filled)), written.isin(list(known))


def _numbers(admitted: Admitted, field: str, faults: RowFaults) -> pd.Series:
    written, where = column(admitted.cells, field), admitted.name_of(field)
    other = _OTHER_SEX.get(field)
    read = by_text(written, lambda text: one_number(text, other)) if other else written
    numbers, unread = whole_numbers(read, LARGEST)
    many = numbers.to_numpy("int64", na_value=0) > MOST_IN_A_ROW
    unread = unread.to_numpy()
    dashes = says(written, is_dash) if unread.any() else unread
    dashes = dashes & unread
    for wrong, kind in ((unread & ~dashes, COUNT.kind), (dashes, of_rows.DASH), (many, FEW.kind)):
        if wrong.any():
            values = by_text(written[wrong], shown_number)
            faults.add(values.index, where, values, kind)
    return numbers


def _by_sex(cells: pd.DataFrame, counts: pd.DataFrame, faults: RowFaults) -> pd.DataFrame:
    """Read rows that give one number and the sex that it is of."""
    words = column(cells, "sex")
    field = by_text(words, sex_of)
    alone = counts[list(COUNT_COLUMNS)].isna().all(axis=1)
    faults.add(cells.index[(field == "") & alone], "sex", HIDDEN, of_rows.NO_SEX)
    total = counts["participants_total"]
    by_sex = {name: counts[name].where(~alone | (field != name), total) for name in COUNT_COLUMNS}
    return counts.assign(**by_sex)
