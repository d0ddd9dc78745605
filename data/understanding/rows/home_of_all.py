"""One question on the home district of a whole table, of which neither a row nor a text tells it.

Nobody's home is unknown unless somebody says so: else a district of which people came would stand
among those of which nobody did.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from data.checking.problems import RowFaults
from data.records.distinct import filled_texts
from data.records.problems.of_rows import NO_HOME_TOLD
from data.review.decisions import (
    DISTRICT,
    IN_ITS_OWN,
    NO_DISTRICT,
    Decisions,
    home_of_all_key,
)
from data.review.questions import Option, QueueItem
from data.sheets.admission import column
from data.sheets.fields import LONGEST_NAME, PLACE_FIELDS
from geo.districts import gazetteer
from geo.names.by_name import districts_among
from geo.words.catalogue import _

#: What is asked; texts that name a district may say where it was held, or who wrote.
OF_NONE = _(
    "No row tells in which district its people serve, nor does a text for certain. In which one do"
    " all of them? A district that a text names may be only where they were trained, or who wrote."
)
#: What is said where a text says itself that no home was written down.
OF_NONE_RECORDED = _(
    "Nobody's home district was recorded, as a text says: people are counted without one."
)
_OF_HOMES = r"(?:districts?|(?:duty )?stations?|places? of (?:posting|duty))"
_BREAKDOWN = r"(?:break[- ]?ups?|break[- ]?downs?|details?|figures?|data|records?)"
_NOT_RECORDED = re.compile(
    rf"\b(?<!police )(?:(?:home |their )?{_OF_HOMES}(?:[- ]wise (?:{_BREAKDOWN}))?"
    r"(?: of (?:posting|(?:the )?(?:participants|trainees)))?"
    r" (?:(?:was|were|is|are|has|have)(?: been)? )?not (?:been )?"
    rf"|no (?:home )?{_OF_HOMES}(?:[- ]wise {_BREAKDOWN})? (?:(?:was|were|is|are) )?"
    rf"|no {_BREAKDOWN} (?:by|per|of) (?:their |the )?(?:home )?{_OF_HOMES}"
    r" (?:(?:was|were|is|are) )?)"
    r"(?:recorded|noted|kept|maintained|taken down|collected|written|available|captured|compiled)\b"
    r"(?!\s*(?:,|\b(?:for|of|by|in|against|where|if|yet|till|until|so far|at|with|on|to)\b))",
    re.IGNORECASE,
)
#: So many districts that texts name are offered before all others.
MOST_OFFERED = 6


@dataclass(frozen=True, eq=False)
class RowsOfNoHome:
    """The rows of a table that tells nobody's home, and what is asked or was answered of them.

    Attributes
    ----------
    people
        Of how many people each row is.
    venues
        The P-code of the district that the venue or title of the training of each names, else
        blank.
    texts
        What stands round the table, and the titles and venues of its rows.
    form
        What tells this table from others: an answer is of these trainings alone.
    decisions, faults
        What was decided before, and where the problems of rows go that are asked about.
    """

    people: pd.Series
    venues: pd.Series
    texts: Sequence[str]
    form: Iterable[str]
    decisions: Decisions
    faults: RowFaults

    def told(self) -> tuple[pd.Series, tuple[QueueItem, ...]]:
        """Return the P-codes of the homes of all rows as it was answered, else what is asked."""
        key = home_of_all_key(self.form)
        answer = self.decisions.answer(key)
        rows = self.people.index
        if answer == IN_ITS_OWN:
            return self.venues.loc[rows], ()
        if answer:
            home = "" if answer == NO_DISTRICT else answer
            return pd.Series(home, index=rows, dtype="str"), ()
        self.faults.add(rows, "", "", NO_HOME_TOLD)
        question = QueueItem(
            kind=DISTRICT,
            rows=tuple(map(int, rows)),
            candidates=self._options(),
            key=key,
            reason=OF_NONE,
            participants=int(self.people.sum()),
        )
        return pd.Series("", index=rows, dtype="str"), (question,)

    def _options(self) -> tuple[Option, ...]:
        """Return the districts that texts and venues name, and last that none is known.

        Each training's own comes first, where those of all are known, and differ.
        """
        names = gazetteer.names()
        named = (code for text in self.texts if len(text) <= LONGEST_NAME
                 for code in sorted(districts_among([text])))  # fmt: skip
        venues = {*self.venues.loc[self.people.index]}
        each = len(venues) > 1 and "" not in venues
        likely = [code for code in dict.fromkeys([*sorted(venues - {""}), *named])
                  if not (each and code in venues)]  # fmt: skip
        words = _("{district}: all of them")
        options = [Option(code, words.format(district=names[code]))
                   for code in likely[:MOST_OFFERED]]  # fmt: skip
        if each:
            own = _("each in the district of its venue or title")
            options.insert(0, Option(IN_ITS_OWN, own))
        return (*options, Option(NO_DISTRICT, _("not known: count without a district")))


def say_none_is_recorded(texts: Iterable[str]) -> bool:
    """Tell whether a text says that nobody's home district was recorded, and not of some."""
    return any(map(_NOT_RECORDED.search, texts))


def tell_no_home(cells: pd.DataFrame) -> bool:
    """Tell whether no row says anything of where its people serve."""
    return not any(filled_texts(column(cells, field), 1) for field in PLACE_FIELDS)
