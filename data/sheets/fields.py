"""What the columns of a file may be: the fields, and the lists of names and tags they go by."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.records.model import COUNT_COLUMNS, TRAINING_COLUMNS
from data.records.spreadsheet_text import as_written
from data.sheets.roman_urdu import in_english
from geo.names.remembered import once_a_reading

FILE = Path(__file__).with_name("column_names.toml")

PLACE_FIELDS = ("district", "adm2_pcode", "province")
VENUE_FIELDS = ("venue_district", "venue_adm2_pcode", "venue_province")
_BEFORE_VENUE = TRAINING_COLUMNS.index("venue_adm2_pcode")
TRAINING_FIELDS = (
    *TRAINING_COLUMNS[:_BEFORE_VENUE],
    *VENUE_FIELDS,
    *TRAINING_COLUMNS[_BEFORE_VENUE + 1 :],
)
#: What tells one training from another.
TOLD_BY = ("training_id", "title", "date_start")
AGENCY_FIELDS = ("agency", "department", "designation")
#: The column of the agencies that postings tell; a posting that tells none stands as it is.
AGENCY_OF_POSTING = "Agency of the posting"
#: Children that are counted beside women and men, and added to them.
CHILDREN = {"participants_girls": "participants_f", "participants_boys": "participants_m"}
#: People of one of several groups, a column each, which are added up.
ADDED = "participants_part"
COUNT_FIELDS = (*COUNT_COLUMNS, *CHILDREN, "participants_total", ADDED)
#: What a person is known by; never more than dropped.
PERSONAL_FIELDS = ("name_of_person", "identity", "passport", "phone", "email", "other_personal")
#: Whether the person of a row came; a column a day.
PRESENCE = "presence"
#: Whether the person of a row took part, or led the training.
PART = "part"
#: Fields that several columns may hold.
MANY_FIELDS = (*PERSONAL_FIELDS, PRESENCE, ADDED)
IGNORED = ""
LONGEST_NAME = 1_000
RUNNING_NUMBER = "running_number"
#: What a training is called of which nothing tells a title.
UNTITLED = "Training"
FIELDS = (
    *TRAINING_FIELDS,
    *PLACE_FIELDS,
    *AGENCY_FIELDS,
    *COUNT_FIELDS,
    "sex",
    PRESENCE,
    PART,
    RUNNING_NUMBER,
    *PERSONAL_FIELDS,
)

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u064b-\u0652]")
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_WORDS = re.compile(r"[^A-Za-z0-9]+")
_TAG = re.compile(r"#[A-Za-z][\w]*(\s*\+\s*[A-Za-z][\w]*)*")
# Arabic letters that a keyboard writes where Urdu has its own.
_LETTERS = str.maketrans(
    "\u064a\u0649\u0643\u0647\u0629\u0623\u0625",
    "\u06cc\u06cc\u06a9\u06c1\u06c1\u0627\u0627",
)
# Where a group of columns is of the training, a district in it is that of the venue.
OF_VENUE = frozenset(["venue", "training", "event", "workshop", "activity", "تربیت", "ورکشاپ"])
# But not one whose own name says that people are of it.
OF_PEOPLE = frozenset(["participant", "participants", "trainee", "trainees", "attendee",
                        "attendees", "home", "residence", "posting", "posted", "duty", "service",
                        "serving", "work", "working", "workplace", "شرکاء", "شرکا"])  # fmt: skip


@dataclass(frozen=True)
class Names:
    """The names of ``column_names.toml``: fields by plain name, and tags in order."""

    fields: dict[str, str]
    tags: tuple[tuple[str, frozenset[str], str], ...]
    collector_marks: frozenset[str]
    collector_own: frozenset[str]


@lru_cache(maxsize=1)
def names() -> Names:
    """Read ``column_names.toml``."""
    listed = tomllib.loads(FILE.read_text(encoding="utf-8"))
    fields = {plain(field): field for field in FIELDS}
    for field, known in listed["names"].items():
        fields |= {plain(name): field for name in known}
    tags = [(*_parts(one["tag"]), one["field"]) for one in listed["tags"]]
    collector = listed["collector"]
    return Names(
        fields,
        tuple(tags),
        frozenset(name.casefold() for name in collector["marks"]),
        frozenset(name.casefold() for name in collector["own"]),
    )


@once_a_reading
def plain(text: str) -> str:
    """Return a text without what does not tell words apart: capitals, marks, unseen signs.

    "DateStart", "date_start" and "Date (start)" are one. What is longer than any name keeps its
    letters as they are composed, since composing takes the square of the number of marks.
    """
    text = as_written(text)
    if text.isascii():  # as most are: nothing to compose
        parted = text if text.islower() else _CAPITAL.sub(" ", text)
        return " ".join(_NO_WORDS.sub(" ", parted).lower().split())
    if len(text) <= LONGEST_NAME:
        text = unicodedata.normalize("NFKC", text)
    text = _UNSEEN.sub("", text)
    text = _CAPITAL.sub(" ", text).translate(_LETTERS).casefold()
    kept = (c if unicodedata.category(c)[0] in "LNM" else " " for c in text)
    return " ".join("".join(kept).split())


def words_of(name: str) -> list[str]:
    """Return the words of a name, those for who is counted in English."""
    return in_english(plain(name)).split()


def field_of_tag(tag: str) -> str | None:
    """Return the field of a tag, ``""`` for one that is known and not taken in, or None."""
    name, attributes = _parts(tag)
    for known, needed, field in names().tags:
        if name == known and needed <= attributes:
            return field
    return None


def is_of_any_organisation(tag: str) -> bool:
    """Tell whether a tag is of an organisation, and does not say what that did: ``#org+name``."""
    name, attributes = _parts(tag)
    return name == "#org" and attributes <= {"name", "code", "id", "acronym", "en"}


def is_tag(text: str) -> bool:
    """Tell whether a cell is a tag, such as ``#adm2+name``."""
    return _TAG.fullmatch(text.strip()) is not None


def is_from_collector(header: tuple[str, ...]) -> bool:
    """Tell whether a header has columns that only a collecting application adds."""
    known = names()
    return any(name.strip().casefold() in known.collector_marks for name in header)


def is_collectors_own(name: str) -> bool:
    """Tell whether a column is one that a collecting application adds by itself."""
    name = name.strip()
    return name.startswith("_") or name.casefold() in names().collector_own


def _parts(tag: str) -> tuple[str, frozenset[str]]:
    name, *attributes = (part.strip().casefold() for part in tag.split("+"))
    return name, frozenset(attributes)
