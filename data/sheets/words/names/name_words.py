"""Words in the name of a column that no list has, and what they say of what it may be."""

import re
from difflib import get_close_matches

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from data.records.calendar.months import MONTHS
from data.sheets.field_names import is_share
from data.sheets.fields import COUNT_FIELDS, IGNORED, PRESENCE, names, plain, words_of
from data.sheets.words.names.day_words import is_called_a_day
from data.sheets.words.names.held_where import TRAININGS, held_where
from data.sheets.words.names.names_of_who_came import (
    BESIDE_SEX,
    CAME,
    COUNTED,
    PEOPLE,
    PLAIN_COUNTS,
    STAFF,
    counts_who_came,
    is_planned,
)
from geo.names.remembered import once_a_reading

# Words in a name that is not known, and the field that it may be; the first that fits.
_HINTS = (
    (("girls", "لڑکیاں", "بچیاں"), "participants_girls"),
    (("boys", "لڑکے"), "participants_boys"),
    (("female", "females", "women", "ladies", "خواتین", "عورتیں"), "participants_f"),
    (("male", "males", "men", "gents", "مرد", "مردوں"), "participants_m"),
    (("participants", "attendees", "trainees", "persons", "trained", "pax"), "participants_total"),
    (("district", "districts", "distt", "zila"), "district"),
    (("province",), "province"),
    (("department", "organization", "organisation", "company"), "department"),
    (("designation", "rank"), "designation"),
    (("gender", "sex"), "sex"),
    (("attendance", "present", "attend", "attended", "presence", "haazri"), PRESENCE),
    (("date",), "date_start"),
    (("venue",), "venue"),
    (("training", "workshop"), "title"),
    (("donor", "funded"), "donor"),
)
#: What is said of people that is no name of theirs, nor their number.
_KINDS = frozenset(["level", "levels", "category", "categories", "type", "types", "kind", "cadre",
                    "class", "grade", "rank", "ranks", "scale"])  # fmt: skip
#: Whoever reports on a training: "Organization (reporting)".
_BODIES = frozenset(["organization", "organisation", "org", "ngo", "partner"])
#: Where people are from, and not how many they are: "Participants belong to UC / Village".
_BELONGING = frozenset(["belong", "belongs", "belonging", "belonged"])
#: Of a group of a form, and short for participants in it: "grp_part/part_female".
_IN_FORMS = frozenset(["grp", "group", "part", "section", "sec"])
_ADDED_UP = frozenset(["cumulative", "cum", "running", "progressive", "accumulated"])
_UP_TO_NOW = re.compile(
    r"\b(?:up ?to|till|to) ?date\b|\bso far\b|\bsince (?:\d|[a-z]+ \d|(?:the )?(?:start"
    r"|beginning|inception|launch|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|\balready reported\b|\bab tak\b|اب تک|\b(?:up ?to|till) (?:the )?"
    r"(?:end of )?(?:the |this )?(?:month|quarter|period)\b"
)
_MONTH = "|".join(["sept", *MONTHS, *(month[:3] for month in MONTHS)])
_BEFORE = re.compile(
    r"\b(?:up ?to|till|until) (?:the )?(?:end of )?(?:the )?(?:last|previous|preceding) \w+"
    r"|\b(?:last|previous|preceding) (?:months?|quarters?|periods?|year|fortnight|week)\b"
    r"|\bbrought forward\b|\b(?:previously|already|earlier) (?:trained|covered)\b"
    r"|\b(?:sabi?qa|guzashta|guzishta)\b|سابقہ|گزشتہ"
    # "Trained up to 30-06-2024", and no "children up to 18".
    rf"|\b(?:up ?to|till|until) (?:the )?(?:\d{{1,2}} \d{{1,2}} (?:20)?\d\d\b|20\d\d\b"
    rf"|(?:\d{{1,2}}(?: ?(?:st|nd|rd|th))? )?(?:{_MONTH})\b)"
)
_OTHERS = frozenset(["trainer", "trainers", "facilitator", "facilitators", "population", "absent",
                     "absentees"])  # fmt: skip
_PERSONAL = frozenset(["cnic", "phone", "mobile", "contact", "email", "passport", "father",
                       "whatsapp", "signature", "husband"])  # fmt: skip
_REMARKS = frozenset(["reason", "reasons", "remarks", "remark", "comments", "comment", "notes",
                      "note", "rmks", "rmk", "kaifiyat", "kaifiat", "کیفیت"])  # fmt: skip
_RANKS = frozenset(["rank", "ranks", "designation", "parentage", "father", "belt"])
#: "Name (as on certificate)".
_NAME_AS = frozenset(["name", "full", "as", "on", "per", "in", "for", "the", "certificate", "cnic",
                      "card", "badge", "id", "block", "capital", "letters", "english", "urdu",
                      "written", "print", "printed", "to", "be", "it", "should", "appear",
                      "appears"])  # fmt: skip
#: "Name & father's name", where somebody is told from others of the name by the father.
_WITH_FATHER = re.compile(
    r"(?:full )?names?(?: of (?:the )?(?:officers?|officials?|participants?|trainees?|persons?))?"
    r"(?: (?:and|with))?(?: (?:s|d|w) (?:o|d)(?: (?:d|w) o)*| (?:father|fathers|husband|husbands"
    r"|parentage)(?: husbands?)?)(?: s)?(?: names?)?"
)
_WITH_NAMES = frozenset(["name", "names", "and", "with", "s", "of", "no", "full", "their"])
#: Words of who is beside a training, and is not its title.
_LEADERS = frozenset(["coordinator", "focal", "organizer", "organiser", "manager", "incharge", "by",
                      "facilitator", "contact", "participant", "participants", "trainee",
                      "trainees", "attendee", "attendees", "officer", "officers", "official",
                      "person", "persons", "trainer", "trainers", "lead", "leader"])  # fmt: skip
# Numbers that count no people, by words of their column's name.
_OTHER_NUMBERS = frozenset(
    ["age", "marks", "score", "scores", "cost", "budget", "amount", "rs", "rupees", "pkr", "per",
     "expenditure", "duration", "hours", "days", "year", "bps", "grade", "scale", "latitude",
     "longitude", "lat", "lon", "population", "trainers", "facilitators", "code", "id", "phase",
     "batch", "week", "bill", "voucher", "cheque", "invoice", "receipt", "usd", "variance", "ref",
     "reference", "uid", "key", "difference", "balance", "shortfall", "gap",
     "deficit", "shortage", "farq", "فرق", "rating", "rate", "useful",
     "satisfaction", "satisfied", "belt", "council", "councils", "village", "villages", "school",
     "schools", "households", "ucs", "mean", "average", "avg", "gain", "pre", "post", "output",
     "outputs", "outcome", "indicator", "hour", "hrs", "minutes", "minute", "mins", "seconds",
     "spent", "disbursed"]
)  # fmt: skip
#: Cases of an office, and nobody who came: "TIP cases referred in the quarter", "No. of cases".
_OF_CASES = re.compile(
    r"(?:(?:total|no|nos|number|of|new|tip|aht|som|trafficking|smuggling|child|abuse) )*cases?"
    r"(?: (?:referred|registered|reported|received|handled|identified|disposed|of|pending|filed"
    r"|resolved|closed|investigated))*"
    r"(?: (?:in|during) (?:the |this )?(?:quarter|month|year|period))?"
)
#: So old, or so long in service; a column of "18 to 29 years" is of people.
_YEARS = frozenset(["years", "yrs", "yr", "umr", "عمر"])
#: How like a known name must be that a name may mean, from 0 to 1.
NEARLY = 0.84
#: Short forms of posts, "IOs", "DDs", have at most so many letters; one more is misspelt.
LONGEST_SHORT = 3


def says_what_kind(name: str) -> bool:
    """Tell whether a name is of what those are who came: "Level of participants"."""
    return not _KINDS.isdisjoint(words_of(name))


@once_a_reading
def guessed_field(name: str) -> str | None:
    """Return the field that a name may mean; but for what is personal, somebody must confirm it."""
    bare = plain(name)
    words = set(words_of(name))
    if ("name" in words and words <= _NAME_AS) or is_with_father(name):
        return "name_of_person"
    if words & _PERSONAL:
        return "other_personal"
    if words & {"name", "names"} and words & _RANKS and words <= _RANKS | _WITH_NAMES:
        return "name_of_person"
    if "name" in words and words & TRAININGS and not words & _LEADERS:
        return "title"
    if "name" in words:
        return "name_of_person" if words & PEOPLE else "other_personal"
    if is_called_a_day(name):
        return "date_start"
    if where := held_where(words):
        return where
    if len(words & {"m", "f"}) == 1 and words & (BESIDE_SEX | CAME):
        sex = "participants_m" if "m" in words else "participants_f"
        return IGNORED if is_planned(name) else sex
    if "lady" in words and words & (COUNTED | STAFF):
        return "participants_f"
    if counts_who_came(name):
        return "participants_total"
    if words & _BODIES and "reporting" in words:
        return "delivered_by"
    no_number = is_share(name) or bool(words & _BELONGING)
    for hints, hinted in _HINTS:
        if words & set(hints) and not (hinted in COUNT_FIELDS and no_number):
            return IGNORED if is_planned(name) and hinted in COUNT_FIELDS else hinted
    if is_share(name):
        return None
    if words & _OTHERS:  # a trainer is no trainee, however alike the words
        return "other_personal" if words <= _LEADERS | _WITH_NAMES else None
    near = _nearest(bare) if 3 < len(bare) < 40 else None
    field = names().fields[near] if near else None
    if field == "name_of_person" and "members" in words:
        return None  # "Member" names one, "Committee members of" says from where several are
    if field in COUNT_FIELDS and (is_of_no_people(name) or _has_other_letters(bare, near or "")):
        return None  # "Total Rs." is written like "Total girls", "No. of IOs" like that of boys
    return IGNORED if field in COUNT_FIELDS and is_planned(name) else field


def _has_other_letters(name: str, known: str) -> bool:
    """Tell whether a short word of a name is none of a known one, and may be a short form."""
    return any(1 < len(word) <= LONGEST_SHORT for word in {*name.split()} - {*known.split()})


def _nearest(name: str) -> str | None:
    """Return the known name that is most like another, if one is very like it."""
    # No two are more alike to the one than to the other, which is the quicker.
    known, least = [*names().fields], 100 * NEARLY - 1
    # pyrefly: ignore[no-matching-overload]  # a scorer may be a function of several forms
    some = extract(name, known, scorer=ratio, score_cutoff=least, limit=None)
    near = get_close_matches(name, [one[0] for one in some], n=1, cutoff=NEARLY)
    return near[0] if near else None


def is_with_father(name: str) -> bool:
    """Tell whether a column has names of persons, and whose son or daughter each is."""
    return _WITH_FATHER.fullmatch(plain(name)) is not None


def names_somebody(name: str) -> bool:
    """Tell whether a name is "Name of ..." somebody who leads nothing, and no parent or husband."""
    words = set(words_of(name))
    return "name" in words and not words & _LEADERS and not words & _PERSONAL


def names_training(name: str) -> bool:
    """Tell whether a word for a training stands in a name."""
    return bool(TRAININGS & set(words_of(name)))


def counts_plainly(name: str) -> bool:
    """Tell whether a name has no word but of sexes and of those who came, or of its group."""
    return set(words_of(name)) <= PLAIN_COUNTS | _IN_FORMS


def is_of_no_people(name: str) -> bool:
    """Tell whether a name says that its numbers are of something else than people."""
    words = set(words_of(name))
    of_years = words & _YEARS and not any(map(str.isdigit, name))
    return bool(words & _OTHER_NUMBERS or of_years) or _OF_CASES.fullmatch(plain(name)) is not None


def is_of_others(name: str) -> bool:
    """Tell whether a name says that a column counts others than participants."""
    words = set(words_of(name))
    return bool(words & _OTHERS) and not words & CAME


def counts_people(name: str) -> bool:
    """Tell whether a name is that of the number of some people: "No. of officials"."""
    words = set(words_of(name))
    of_some = bool(words & (COUNTED | PEOPLE | STAFF)) and not words & _OTHERS
    return of_some and words <= {"no", "nos", "number", "of"} | COUNTED | PEOPLE | STAFF


def is_of_remarks(name: str) -> bool:
    """Tell whether a name is that of a column of remarks."""
    return bool(_REMARKS & set(words_of(name)))


_FROM_WHERE = frozenset(["from", "where", "they"])
#: Words beside people, of whom a column tells whose they are.
_OF_WHOM = frozenset(["of", "the", "which", "trained", "participating", "attending", "committee",
                      "committees", "ahtc", "ahtcs"])  # fmt: skip
#: Who gave a training, or did not come, beside them.
_OF_OTHERS = frozenset(["trainer", "trainers", "by", "absent"])
#: "For staff of", where "Training for" may be of a topic; and "Kahan se aye": it is asked of
#: persons, and of no training.
_FOR_WHOM = re.compile(
    r"(?:(?:trainings?|sessions?|courses?|workshops?) )?for"
    r" (?:the )?(?:staff|officers|officials|personnel|members) of"
)
_FROM_WHERE_IN_URDU = re.compile(
    r"(?:kahan|kahaan|kidhar|kis (?:zil[ae]y?|zill[ae]|sheh?r)) s(?:e|ay)"
    r"(?: (?:aa?y[ae]|hain?|hai|taa?l+uq))*"
    r"|(?:کہاں|کس (?:ضلع|ضلعے|شہر)) سے(?: (?:آئے|آیا|ہیں|ہے|تعلق))*"
)


def says_from_where(name: str) -> bool:
    """Tell whether a name asks from where, or of whom, the participants came: "Officials of"."""
    words = set(words_of(name))
    of_people = bool(words & (PEOPLE | STAFF)) and not words & _OF_OTHERS
    # "Trained by officials of" tells who gave it, "Absent officials of" who did not come.
    whose = words_of(name)[-1:] == ["of"] and words <= PEOPLE | STAFF | _OF_WHOM
    asked = any(how.fullmatch(plain(name)) for how in (_FROM_WHERE_IN_URDU, _FOR_WHOM))
    return (
        asked or (of_people and whose) or ("from" in words and (words <= _FROM_WHERE or of_people))
    )


def is_cumulative(name: str) -> bool:
    """Tell whether a name says that a column adds up the rows, or the periods, before."""
    bare = plain(name)
    return bool(_ADDED_UP & set(bare.split())) or _UP_TO_NOW.search(bare) is not None


def is_before(name: str) -> bool:
    """Tell whether a name says that a column is of the periods before that of the table."""
    return _BEFORE.search(plain(name)) is not None
