"""What is said of the agencies of rows: how many have none and why, and what is taken as what."""

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from data.records.distinct import says
from data.review.agencies.agencies import CIVIL, agencies_named
from data.review.agencies.agency_lists import listed_agencies
from data.review.agencies.civil_society import OF_JOURNALISTS
from data.sheets.admission import column
from data.sheets.fields import AGENCY_FIELDS
from geo.words.catalogue import _, ngettext

#: Names that a note lists.
MOST_NAMED = 20
#: What is said of bodies that are counted as civil society, and what these are called.
_OF_CIVIL = {
    _("clubs and unions of journalists in a column of organisations are counted as civil society."):
        OF_JOURNALISTS,
    _("unions of those who work are counted as civil society."): re.compile(
        r"\b(?:unions?(?! councils?| of (?:\w+ )?journalists)|federation|ittehad|mazdoor)\b|یونین",
        re.IGNORECASE),
}  # fmt: skip


def untold_said(cells: pd.DataFrame, untold: pd.Series, people: pd.Series) -> list[str]:
    """Return the note on rows of which no agency is told: how many they are, and why."""
    rows = int(untold.sum())
    if not rows:
        return []
    own = pd.DataFrame({one: column(cells, one)[untold] != "" for one in AGENCY_FIELDS})
    blank = int((~own.any(axis=1)).sum())
    posts = int((own["designation"] & ~own["agency"] & ~own["department"]).sum())
    reasons = [
        (blank, _("{rows:,} without a text")),
        (posts, _("{rows:,} with a post that tells none")),
        (rows - blank - posts, _("{rows:,} called others, or unknown")),
    ]
    why = "; ".join(text.format(rows=number) for number, text in reasons if number)
    said = ngettext(
        "{rows:,} row of {all:,} tells no agency ({why}): not published of {people:,} people.",
        "{rows:,} rows of {all:,} tell no agency ({why}): not published of {people:,} people.",
        rows,
    )
    counted = int(people.loc[untold.index[untold]].sum())
    return [said.format(rows=rows, all=len(untold), people=counted, why=why)]


def kept_said(agencies: Iterable[str]) -> list[str]:
    """Return the note on agencies that no list has, the first of them by the alphabet."""
    known = listed_agencies()
    names = sorted({one for one in agencies if one and one not in known})
    if not names:
        return []
    listed = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more > 0:
        listed = _("{names}; and {number} more").format(names=listed, number=more)
    return [_("kept as names of agencies that no list has: {letters}.").format(letters=listed)]


def written_out_said(agencies: Mapping[str, str]) -> list[str]:
    """Return a note on each of the letters that are an agency's, as a text beside says."""
    words = _("{letters} is counted as {agency}, as a text beside the table writes it out.")
    return [words.format(letters=one, agency=agencies[one]) for one in sorted(agencies)]


def unions_said(words: pd.DataFrame, agencies: pd.Series) -> list[str]:
    """Return notes that unions of those who work, and press clubs, are civil society, if any is."""
    of_civil = says(agencies, CIVIL.__eq__)
    if not of_civil.any():
        return []
    civil = words.loc[of_civil, list(AGENCY_FIELDS[:2])].drop_duplicates()
    texts = [text for own in civil.to_numpy() for text in own]
    return [note for note, called in _OF_CIVIL.items() if any(map(called.search, texts))]


def posts_said(cells: pd.DataFrame) -> list[str]:
    """Return the notes on posts and postings that tell which of several agencies a text means."""
    notes = []
    if "designation" in cells and _name_several(column(cells, "department").unique()):
        notes.append(_("Where a text names several agencies, the post beside tells which."))
    if "district" in cells and not {"agency", "department"} & {*cells}:
        notes.append(_("Where several agencies have a post, its posting tells which."))
    return notes


def _name_several(texts: Iterable[str]) -> bool:
    """Tell whether one of some texts names several agencies, of which a post may tell one."""
    return any(len(agencies_named([text])) > 1 for text in texts)
