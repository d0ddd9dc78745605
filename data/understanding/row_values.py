"""What the rows of a sheet say of days, agencies, sexes and numbers, and what they leave open."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

import pandas as pd

from data.checking.problems import RowFaults
from data.records import problem_kinds as kinds
from data.records.dates import MONTH_DAYS, ORDERS, Day, read_day
from data.records.distinct import by_text
from data.records.model import COUNT_COLUMNS, in_words
from data.records.personal_data import HIDDEN, shown_day, shown_number
from data.records.rules import COUNT, FEW, MOST_IN_A_ROW, whole_numbers
from data.review.agencies import OF_POST, agency_in_posting, find_agency, shown_agency
from data.review.decisions import (
    AGENCY,
    DATE,
    NUMBER,
    Decisions,
    agency_key,
    dash_key,
    date_key,
    month_key,
)
from data.review.questions import Option, QueueItem
from data.sheets.admission import Admitted
from data.sheets.count_words import count_in_words, is_dash
from data.sheets.fields import AGENCY_FIELDS, CHILDREN, COUNT_FIELDS, plain
from data.sheets.mapping import BLANK, ZERO, ColumnMapping
from data.sheets.presence import mark
from data.understanding.contents import SEX_WORDS

_PARTS_IN_WORDS = {
    "participants_f": "women",
    "participants_m": "men",
    "participants_total": "total",
}
#: The most that is held for review of one number.
LARGEST = 10**9


def column(cells: pd.DataFrame, field: str) -> pd.Series:
    """Return a column, blank where the sheet has none."""
    return cells[field] if field in cells else pd.Series("", index=cells.index, dtype="str")


def days_of(
    admitted: Admitted,
    mapping: ColumnMapping,
    day_zero: date | None,
    people: pd.Series,
    faults: RowFaults,
) -> tuple[pd.DataFrame, tuple[QueueItem, ...]]:
    """Read the columns of days; list what is no day, and ask about what can be read two ways."""
    cells = admitted.cells
    read: dict[str, pd.Series] = {}
    asked: dict[str, dict[int, str]] = {kinds.TWO_DATES.key: {}, kinds.MONTH_ALONE.key: {}}
    only = {"dmy": 0, "mdy": 0}
    told = (mapping.date_format, day_zero, mapping.month_day)
    for field in ("date_start", "date_end"):
        written = column(cells, field)
        days = {text: read_day(text, *told) for text in written.unique()}
        read[field] = by_text(written, {text: day.iso for text, day in days.items()})
        for text, times in written.value_counts().items():
            _count_only(str(text), days[str(text)], int(times), only)
        if field == "date_start":  # a cell of several days says the last one, too
            last = by_text(written, {text: day.end for text, day in days.items()})
        wrong = {text: day.problem for text, day in days.items() if day.problem}
        bad = written[written.isin(list(wrong))]
        for kind, rows in bad.groupby(bad.map(wrong), sort=False):
            faults.add(rows.index, admitted.name_of(field), by_text(bad, shown_day), kind)
        for row, text in zip(bad.index.tolist(), bad.tolist(), strict=True):
            if days[text].readings:
                asked[wrong[text].key].setdefault(row, text)
    read["date_end"] = read["date_end"].where(read["date_end"] != "", last)
    two_ways, months = asked.values()
    queue = _date_question(two_ways, _orders(two_ways, only), date_key(mapping.shape), people)
    queue += _date_question(months, _month_days(months), month_key(mapping.shape), people)
    return pd.DataFrame(read), queue


def _count_only(text: str, day: Day, times: int, only: dict[str, int]) -> None:
    """Count the dates that can be read in one order only: they speak for that order."""
    if day.iso and not read_day(text, "iso").iso:
        fits = [order for order in only if read_day(text, order).iso]
        if len(fits) == 1:
            only[fits[0]] += times


def _orders(asked: dict[int, str], only: dict[str, int]) -> tuple[Option, ...]:
    """Return the orders in which dates can be read, that of most other dates first."""
    options = []
    for order in sorted(only, key=lambda one: -only[one]) if asked else ():
        iso = read_day(example := asked[min(asked)], order).iso
        day = f": {example} is {in_words(date.fromisoformat(iso))}" if iso else ""
        words = f"{ORDERS[order]}{day}; {only[order]:,} other dates can only be read so"
        options.append(Option(order, words, 100.0 * only[order] / (1 + sum(only.values()))))
    return tuple(options)


def _month_days(asked: dict[int, str]) -> tuple[Option, ...]:
    """Return the days that can stand for a month; neither is likelier."""
    if not asked:
        return ()
    # The latest shows it best where what seems to be a year is none.
    example = max(asked.values(), key=lambda text: read_day(text).readings)
    days = [in_words(date.fromisoformat(iso)) for iso in read_day(example).readings]
    both = zip(MONTH_DAYS, days, strict=True)
    return tuple(Option(one, f"its {one} day: {example} is {day}") for one, day in both)


def _date_question(
    asked: dict[int, str], options: tuple[Option, ...], key: str, people: pd.Series
) -> tuple[QueueItem, ...]:
    """Ask once, for all rows, how what they say of days is to be read; nothing without a row."""
    if not asked:
        return ()
    rows = tuple(sorted(asked))
    reason = kinds.MONTH_ALONE if options[0].answer in MONTH_DAYS else kinds.TWO_DATES
    return (
        QueueItem(
            kind=DATE,
            value=shown_day(asked[rows[0]]),
            rows=rows,
            candidates=options,
            key=key,
            reason=reason.reason,
            participants=int(people.loc[list(rows)].sum()),
        ),
    )


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
            candidates=(Option(ZERO, "nobody: 0"), Option(BLANK, "not recorded: blank")),
            key=dash_key(shape),
            reason=kinds.DASH.reason,
            participants=int(people.loc[list(open_rows)].sum()),
        ),
    )


def agencies_of(
    admitted: Admitted, decisions: Decisions, people: pd.Series, faults: RowFaults
) -> tuple[pd.Series, tuple[QueueItem, ...]]:
    """Find the agency of each row; list those of which it is not known, and ask about them."""
    cells = admitted.cells
    words = pd.DataFrame({field: column(cells, field) for field in AGENCY_FIELDS})
    # Where only a post is given, the posting beside it may tell of which agency it is.
    only_post = "designation" in cells and not {"agency", "department"} & set(cells)
    words["posting"] = column(cells, "district") if only_post else ""
    number = words.groupby(list(words), sort=False, dropna=False).ngroup()
    different = words.drop_duplicates()
    readings = [_one_agency(texts, decisions) for texts in different.itertuples(index=False)]
    unknown = {place: one for place, one in enumerate(readings) if not one[0]}
    waiting = number[number.isin(unknown)]
    field_of = waiting.map({place: field for place, (_, field, _) in unknown.items()})
    questions: dict[str, tuple[str, list[int], tuple[Option, ...]]] = {}
    for field, own in waiting.groupby(field_of, sort=False):
        where, written = admitted.name_of(str(field)), column(cells, str(field))
        blank = written.loc[own.index] == ""
        faults.add(own.index[blank], where, "", kinds.NO_AGENCY)
        open_rows = own[~blank]
        values = by_text(written.loc[open_rows.index], shown_agency)
        faults.add(open_rows.index, where, values, kinds.UNKNOWN_AGENCY)
        texts = written.loc[open_rows.index].tolist()
        for row, place, text in zip(open_rows.index, open_rows.tolist(), texts, strict=True):
            known = questions.setdefault(agency_key(text), (text, [], unknown[place][2]))
            known[1].append(int(row))
    queue = tuple(
        QueueItem(
            kind=AGENCY,
            value=shown_agency(written),
            rows=tuple(sorted(rows)),
            candidates=candidates,
            key=key,
            reason=kinds.UNKNOWN_AGENCY.reason,
            participants=int(people.loc[rows].sum()),
        )
        for key, (written, rows, candidates) in questions.items()
    )
    agencies = dict(enumerate(agency for agency, _, _ in readings))
    return number.map(agencies).astype("str"), queue


def _one_agency(texts: Iterable[str], decisions: Decisions) -> tuple[str, str, tuple[Option, ...]]:
    """Return the agency, the field that decides, and candidates; the first filled field decides.

    What the other columns say of one that is not known are candidates, and never more; but of a
    post that several agencies have, the posting tells which.
    """
    *own, posting = texts
    written = [(field, text) for field, text in zip(AGENCY_FIELDS, own, strict=True) if text]
    if not written:
        return "", "department", ()
    field, text = written[0]
    first = find_agency(text, decisions, post=field == "designation")
    if first.agency:
        return first.agency, field, ()
    told = agency_in_posting(posting) if posting else None
    if told and told in {option.answer for option in first.candidates if option.score == OF_POST}:
        return told, field, ()
    more = [find_agency(t, decisions, post=f == "designation").agency for f, t in written[1:]]
    others = tuple(Option(a, f"{a}: by another column", 80.0) for a in dict.fromkeys(more) if a)
    return "", field, others + first.candidates


def people_counted(cells: pd.DataFrame, faults: RowFaults) -> pd.DataFrame:
    """Count each row of a list of persons as one, by its sex.

    Where the sex is not recorded, women and men are blank and not 0.
    """
    ticked = [name for name in COUNT_COLUMNS[:2] if name in cells]
    field = _ticked(cells, ticked, faults) if ticked else _sexes(cells, faults)
    unspecified = field == "participants_unspecified"
    counts = {name: (field == name).astype("Int64") for name in COUNT_COLUMNS}
    for name in COUNT_COLUMNS[:2]:
        counts[name] = counts[name].mask(unspecified)
    return pd.DataFrame(counts, index=cells.index)


def _sexes(cells: pd.DataFrame, faults: RowFaults) -> pd.Series:
    """Return the column of counts that the sex of each row is of; blank where it is unknown."""
    written = column(cells, "sex")
    field = by_text(written, lambda text: SEX_WORDS.get(plain(text), ""))
    unknown = field == ""
    # A word that is no sex may be a name, in a shifted row: only one that is nearly a sex is shown.
    wrong = by_text(written[unknown], _shown_sex)
    faults.add(wrong.index, "sex", wrong, kinds.UNKNOWN_SEX)
    return field


def _shown_sex(text: str) -> str:
    near = get_close_matches(plain(text), ("male", "female"), n=1, cutoff=0.75)
    return f"{text} (is {near[0]} meant?)" if near and len(text) < 10 else HIDDEN


def _ticked(cells: pd.DataFrame, ticked: Sequence[str], faults: RowFaults) -> pd.Series:
    """Return the column that is ticked in each row; a row with two, or with a number, is none."""
    marks = {name: by_text(cells[name], _tick) for name in ticked}
    wrong = pd.concat([one == "?" for one in marks.values()], axis=1).any(axis=1)
    yes = pd.concat([one == "yes" for one in marks.values()], axis=1)
    wrong |= yes.sum(axis=1) > 1
    faults.add(cells.index[wrong], "", "", kinds.TWO_SEXES)
    field = pd.Series("participants_unspecified", index=cells.index, dtype="str")
    for name, place in zip(ticked, yes.columns, strict=True):
        field = field.mask(yes[place] & ~wrong, name)
    return field


def _tick(text: str) -> str:
    """Return whether a cell is ticked ("yes"), is not (""), or holds something else ("?")."""
    bare = text.strip()
    if not bare:
        return ""
    if bare.casefold() in ("x", "p", "f", "m"):
        return "yes"
    says = mark(bare)
    return "?" if says is None else "yes" if says else ""


def numbers_counted(admitted: Admitted, faults: RowFaults) -> pd.DataFrame:
    """Read the counts of rows of groups; a total that its parts do not sum to is a problem.

    Where only women, or only men, are told beside a total, the others are unspecified.
    """
    one_sex = len({*COUNT_COLUMNS[:2]} & set(admitted.cells)) == 1
    admitted, in_words = _spelled_out(admitted)
    cells = admitted.cells
    counts = {field: _numbers(admitted, field, faults) for field in COUNT_FIELDS}
    frame = pd.DataFrame(counts, index=cells.index)
    for children, adults in CHILDREN.items():
        both = frame[[adults, children]]
        frame[adults] = both.sum(axis=1, min_count=1).astype("Int64")
    if "sex" in cells:
        frame = _by_sex(cells, frame, faults)
    parts, total = frame[list(COUNT_COLUMNS)], frame["participants_total"]
    recorded = parts.notna().any(axis=1)
    # Of a total and the women in it, the others are of a sex that is not recorded.
    rest = (total - parts.sum(axis=1)).where(
        (in_words | one_sex) & (parts.notna().sum(axis=1) == 1) & recorded
    )
    filled = parts["participants_unspecified"].isna() & (rest > 0).fillna(False)
    parts = parts.assign(
        participants_unspecified=parts["participants_unspecified"].where(~filled, rest)
    )
    differs = recorded & total.notna() & (parts.sum(axis=1) != total.fillna(-1))
    where = admitted.name_of("participants_total")
    written = column(cells, "participants_total")
    wrong = by_text(written[differs], shown_number)
    faults.add(wrong.index, where, wrong, kinds.SUM_DIFFERS)
    unspecified = parts["participants_unspecified"].where(recorded, total)
    return parts.assign(participants_unspecified=unspecified)


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
    numbers, unread = whole_numbers(written, LARGEST)
    many = (numbers > MOST_IN_A_ROW).fillna(False).to_numpy("bool")
    dashes = unread & by_text(written, is_dash, "bool")
    for wrong, kind in ((unread & ~dashes, COUNT.kind), (dashes, kinds.DASH), (many, FEW.kind)):
        values = by_text(written[wrong], shown_number)
        faults.add(values.index, where, values, kind)
    return numbers


def _by_sex(cells: pd.DataFrame, counts: pd.DataFrame, faults: RowFaults) -> pd.DataFrame:
    """Read rows that give one number and the sex that it is of."""
    words = column(cells, "sex")
    field = by_text(words, lambda text: SEX_WORDS.get(plain(text), ""))
    alone = counts[list(COUNT_COLUMNS)].isna().all(axis=1)
    faults.add(cells.index[(field == "") & alone], "sex", HIDDEN, kinds.NO_SEX)
    total = counts["participants_total"]
    by_sex = {name: counts[name].where(~alone | (field != name), total) for name in COUNT_COLUMNS}
    return counts.assign(**by_sex)
