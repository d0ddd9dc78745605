"""What the rows of a sheet say of their trainings, in the columns and words of the model."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from data.records.distinct import (
    blank_column,
    by_text,
    filled_from,
    numbered,
    says,
    texts_of_numbers,
)
from data.records.model import NOT_PUBLISHED, TRAINING_COLUMNS, in_words
from data.records.personal_data import looks_personal
from data.records.rules import LONGEST_NAME, MOST_AHEAD
from data.sheets.admission import column
from data.sheets.fields import plain
from data.sheets.words.called_off import calls_off
from geo.words.catalogue import _, ngettext

_STATUSES = {
    **dict.fromkeys(("held", "completed", "complete", "conducted", "done", "delivered"), "held"),
    **dict.fromkeys(("ho gayi", "ho gai", "ho gaya", "mukammal", "munaqid hui", "مکمل"), "held"),
    **dict.fromkeys(("planned", "scheduled", "upcoming", "proposed", "plan"), "planned"),
    **dict.fromkeys(("to be held", "to be conducted", "yet to be held", "will be held"), "planned"),
    **dict.fromkeys(("cancelled", "canceled", "called off"), "cancelled"),
    **dict.fromkeys(("mansookh", "mansukh", "munsookh", "منسوخ"), "cancelled"),
}
#: What is said beside a status: "Completed; shifted by one week".
_BESIDE = re.compile(r"\s*[(\[;:,]|\s[-–—]\s")
_CAUSE = re.compile(r" (?:due to|because|owing to|on account of|as per|in view of) ")
_LEVELS = {
    **dict.fromkeys(("national", "national level", "federal"), "national"),
    **dict.fromkeys(("provincial", "provincial level", "province"), "provincial"),
    **dict.fromkeys(("district", "district level"), "district"),
    **dict.fromkeys(("several", "several levels", "all levels"), "several"),
    **dict.fromkeys(("not published", "not recorded"), NOT_PUBLISHED),
}


def is_status(text: str) -> bool:
    """Tell whether a word says what became of a training, and of no person."""
    return plain(text) in _STATUSES


def is_held(text: str) -> bool:
    """Tell whether a word says that a training was held, whatever is said beside it."""
    return _status(text) == "held"


def _status(text: str) -> str:
    """Return a status by its words, whatever is said to be its cause; other words as they are.

    What is said beside "held" may take it back: such words stay, too.
    """
    bare = _CAUSE.split(plain(_BESIDE.split(text, maxsplit=1)[0]), maxsplit=1)[0]
    said = _STATUSES.get(bare, text)
    return text if said == "held" and calls_off(text) else said


def trainings_told(
    cells: pd.DataFrame, days: pd.DataFrame, venues: pd.Series, venue_words: pd.Series
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return for each row what it says of its training, and sentences on what was taken for what.

    Parameters
    ----------
    cells
        By field.
    days
        ``date_start`` and ``date_end`` as 2023-05-09, blank where there is none.
    venues
        The P-code of the venue's district.
    venue_words
        The district as it was written; it stays where none was found.
    """
    blank = blank_column(cells.index)
    texts = {name: cells.get(name, blank) for name in TRAINING_COLUMNS}
    texts |= {"date_start": days["date_start"], "date_end": days["date_end"]}
    texts["venue_adm2_pcode"] = venues
    notes = []
    if "date_end" not in cells and "date_start" in cells:
        texts["date_end"] = filled_from(days["date_end"], days["date_start"])
        notes += _said_of_ends(days)
    if "level" not in cells:
        notes.append(_("No column gives a level: it is not published."))
    texts["level"] = by_text(texts["level"], lambda text: _LEVELS.get(plain(text), text))
    texts["status"] = by_text(texts["status"], _status)
    if "status" not in cells:
        notes.append(_("No column gives a status: a training that has ended was held."))
    if "training_id" not in cells:
        texts["title"] = _in_one_form(texts["title"])
        place = filled_from(texts["venue"], venue_words)
        texts["training_id"], several = _made_ids(texts["title"], texts["date_start"], place)
        if "title" in cells:
            without = _("No column gives a training ID: it is made of the date and the title.")
            with_venue = _(
                "No column gives a training ID: it is made of the date, the title and the venue."
            )
            notes.append(with_venue if several else without)
    if "title" not in cells:
        texts["title"] = texts["training_id"]
    # A district that was found says more than its words do.
    texts["venue"] = filled_from(texts["venue"], venue_words.mask(venues != "", ""))
    told = {name: texts[name] for name in TRAINING_COLUMNS}
    return pd.DataFrame(told, index=cells.index).astype("str"), tuple(notes)


def _in_one_form(titles: pd.Series) -> pd.Series:
    """Return titles as they are first written: capitals, hyphens and commas make no other one."""
    first: dict[str, str] = {}
    return by_text(titles, lambda title: first.setdefault(plain(title), title))


def _said_of_ends(days: pd.DataFrame) -> list[str]:
    """Say which trainings last one day where no column gives an end; nothing where none does."""
    dated = days["date_end"][days["date_start"] != ""]
    if dated.empty or (dated != "").all():
        return []
    if (dated == "").all():
        return [_("No column gives an end: a training lasts one day.")]
    return [_("No column gives an end: a training lasts one day, but where its date says several.")]


def completed(
    trainings: pd.DataFrame, cells: pd.DataFrame, today: date
) -> tuple[pd.DataFrame, list[str]]:
    """Return trainings with a level, and a status where no column of the sheet gives one.

    A training without a status is held if it has ended by today; a sentence tells of those that
    only the clock makes planned, where there are any. One too far ahead is refused, and does not
    count as planned.
    """
    level = by_text(trainings["level"], lambda text: text or NOT_PUBLISHED)
    trainings = trainings.assign(level=level)
    if "status" in cells:
        return trainings, []
    ended = says(trainings["date_end"], lambda day: "" < day <= today.isoformat())
    trainings["status"] = pd.Series(
        np.where(ended, "held", "planned"), trainings.index, dtype="str"
    )
    if ended.all():
        return trainings, []
    furthest = (pd.Timestamp(today) + MOST_AHEAD).date().isoformat()
    near = ~ended & says(trainings["date_start"], lambda day: day <= furthest)
    ids = trainings.loc[near, "training_id"].nunique()
    if not ids:
        return trainings, []
    words = ngettext(
        "{trainings:,} training ends after today ({day}) and counts as planned, not as held.",
        "{trainings:,} trainings end after today ({day}) and count as planned, not as held.",
        ids,
    )
    return trainings, [words.format(trainings=ids, day=in_words(today))]


def ids_of_titles(trainings: pd.DataFrame, same: Mapping[str, str]) -> dict[str, str]:
    """Return the training_id of each title that only one training has.

    ``same`` has, for one that is another over again, the id of that other.
    """
    bare = trainings["title"].map(plain)
    ids = trainings["training_id"].map(lambda one: same.get(one, one), na_action="ignore")
    alone = ids.groupby(bare).nunique() == 1
    first = ids.groupby(bare).first()
    return {str(title): str(one) for title, one in first[alone].items()}


def ids_by_title(cells: pd.DataFrame, ids: Mapping[str, str], same: Mapping[str, str]) -> pd.Series:
    """Return the training_id of each row: its own, or that of the one training of its title."""
    own = by_text(column(cells, "training_id"), lambda one: same.get(one, one))
    by_title = by_text(column(cells, "title"), lambda title: ids.get(plain(title), ""))
    return own.where(own != "", by_title).astype("str")


def _made_ids(titles: pd.Series, days: pd.Series, places: pd.Series) -> tuple[pd.Series, bool]:
    """Return a training_id a row, and whether some have their venue in it.

    Trainings of one title on one day at several venues are several.
    """
    told = {"title": titles, "day": days, "place": places}
    number = numbered(pd.DataFrame(told, titles.index))
    first = np.flatnonzero(~number.duplicated())
    rows = [*zip(*(own.array[first].tolist() for own in told.values()), strict=True)]
    venues: dict[tuple[str, str], set[str]] = defaultdict(set)
    for title, day, place in rows:
        venues[title, day] |= {place} - {""}
    several = {one for one, own in venues.items() if one[0] and len(own) > 1}
    made = []
    for title, day, place in rows:
        own = place if (title, day) in several else ""
        made.append(_made_id(day, title, own) if title else "")
    with_venue = any(place and (title, day) in several for title, day, place in rows)
    return texts_of_numbers(number, made), with_venue


def _made_id(day: str, title: str, place: str) -> str:
    """Return the id of one training, which looks like a person's data only where its words do.

    A long one is cut, and still the same each time the file is read.
    """
    words = [word for word in (day, title, place) if word]
    name, of_nobody = " ".join(words), not any(map(looks_personal, words))
    if of_nobody and looks_personal(name):  # "Course for SI" at "Wazir House"
        name = ", ".join(words)
    if len(name) <= LONGEST_NAME:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    cut = name[: LONGEST_NAME - 9]
    while of_nobody and " " in cut and looks_personal(f"{cut} {digest}"):
        cut = cut.rpartition(" ")[0]  # "Police Col" of a college is no colonel
    return f"{cut} {digest}"
