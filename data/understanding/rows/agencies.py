"""What the rows of a sheet say of agencies, and what they leave open."""

from collections.abc import Iterable

import pandas as pd

from data.checking.problems import RowFaults
from data.records.distinct import by_text
from data.records.problems import of_rows
from data.review.agencies import OF_POST, agency_in_posting, find_agency, shown_agency
from data.review.decisions import AGENCY, Decisions, agency_key
from data.review.questions import Option, QueueItem
from data.sheets.admission import Admitted, column
from data.sheets.fields import AGENCY_FIELDS
from geo.words.catalogue import _


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
    field_of = waiting.map({place: field for place, (_agency, field, _more) in unknown.items()})
    questions: dict[str, tuple[str, list[int], tuple[Option, ...]]] = {}
    for field, own in waiting.groupby(field_of, sort=False):
        where, written = admitted.name_of(str(field)), column(cells, str(field))
        blank = written.loc[own.index] == ""
        faults.add(own.index[blank], where, "", of_rows.NO_AGENCY)
        open_rows = own[~blank]
        values = by_text(written.loc[open_rows.index], shown_agency)
        faults.add(open_rows.index, where, values, of_rows.UNKNOWN_AGENCY)
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
            reason=of_rows.UNKNOWN_AGENCY.reason,
            participants=int(people.loc[rows].sum()),
        )
        for key, (written, rows, candidates) in questions.items()
    )
    agencies = dict(enumerate(one[0] for one in readings))
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
    words = _("{agency}: by another column")
    others = tuple(Option(a, words.format(agency=a), 80.0) for a in dict.fromkeys(more) if a)
    return "", field, others + first.candidates
