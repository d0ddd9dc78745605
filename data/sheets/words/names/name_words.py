"""Words in the name of a column that no list has, and what they say of what it may be."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from data.sheets.fields import COUNT_FIELDS, IGNORED, PRESENCE, is_share, names, plain, words_of
from data.sheets.words.names.day_words import is_called_a_day
from data.sheets.words.names.held_where import TRAININGS, held_where

# Words in a name that is not known, and the field that it may be; the first that fits.
_HINTS = (
    (("girls", "لڑکیاں", "بچیاں"), "participants_girls"),
    (("boys", "لڑکے"), "participants_boys"),
    (("female", "females", "women", "ladies", "خواتین", "عورتیں"), "participants_f"),
    (("male", "males", "men", "gents", "مرد", "مردوں"), "participants_m"),
    (("participants", "attendees", "trainees", "persons", "trained"), "participants_total"),
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
#: Words beside which M and F are of people.
_BESIDE_SEX = frozenset(["actual", "planned", "target", "participants", "attended", "trained",
                         "total", "no", "nos", "number", "persons", "officials", "achieved",
                         "reached", "trainees"])  # fmt: skip
_PLAIN_COUNTS = (_BESIDE_SEX - {"planned", "target"}) | {
    "m", "f", "t", "n", "male", "males", "female", "females", "men", "women", "gents", "ladies",
    "of", "pax", "participant", "people"}  # fmt: skip
#: Of a group of a form, and short for participants in it: "grp_part/part_female".
_IN_FORMS = frozenset(["grp", "group", "part", "section", "sec"])
_SEXES = {
    **dict.fromkeys(("m", "male", "males", "men", "gents", "مرد", "مردوں"), "m"),
    **dict.fromkeys(("f", "female", "females", "women", "ladies", "lady", "خواتین", "عورتیں"), "f"),
}
_FAMILIES = {"girls": "f", "mothers": "f", "sisters": "f", "wives": "f", "widows": "f",
             "boys": "m", "fathers": "m", "brothers": "m", "husbands": "m"}  # fmt: skip
#: Words of who is counted, or of their being so.
_COUNTED_PEOPLE = _PLAIN_COUNTS - {"m", "f", "t", "n", "male", "males", "female", "females", "men",
                                   "women", "gents", "ladies", "of"} | {
    "officers", "teachers", "members", "govt", "students", "individuals"}  # fmt: skip
_STAFF = frozenset(["staff", "personnel", "employees", "workers", "police", "levies"])
_COUNTED = _COUNTED_PEOPLE | {"officials", "شرکاء"}
_ADDED_UP = frozenset(["cumulative", "cum", "running", "progressive", "accumulated"])
_UP_TO_NOW = re.compile(
    r"\b(?:up ?to|till|to) ?date\b|\bso far\b|\bsince (?:\d|[a-z]+ \d)|\b(?:up ?to|till) (?:the )?"
    r"(?:end of )?(?:the |this )?(?:month|quarter|period)\b"
)
_BEFORE = re.compile(
    r"\b(?:up ?to|till|until) (?:the )?(?:end of )?(?:the )?(?:last|previous|preceding) \w+"
    r"|\b(?:last|previous|preceding) (?:months?|quarters?|periods?|year|fortnight|week)\b"
    r"|\bbrought forward\b"
)
#: Words of a column that says who came, beside one of those who were to come.
_CAME = frozenset(["actual", "actually", "attended", "achieved", "present", "came", "trained",
                   "joined", "participated", "reached", "achievement", "achievements",
                   "achvd", "achv", "ach", "accomplished"])  # fmt: skip
#: Words of some of those who came.
_OF_THEM = frozenset(["passed", "pass", "qualified", "failed", "fail"])
_OTHERS = frozenset(["trainer", "trainers", "facilitator", "facilitators", "population", "absent",
                     "absentees"])  # fmt: skip
#: Words of a column that says who was to come, and not who came.
_PLANNED = frozenset(["planned", "plan", "target", "targeted", "expected", "proposed", "invited",
                      "nominated", "nominations", "tentative", "scheduled", "registered",
                      "registrations", "enrolled", "enrolment", "seat", "seats", "slots", "quota",
                      "sanctioned", "allocated", "allotted", "called", "summoned",
                      "booked"])  # fmt: skip
_TO_COME = re.compile(
    r"\b(?:to|will|shall) be (?:held|conducted|organi[sz]ed|arranged|trained)\b|\bupcoming\b"
    r"|\bdates? (?:fixed|decided|agreed|set)\b|\b(?:fixed|decided|agreed|notified) dates?\b",
    re.IGNORECASE,
)
#: Words of how many posts an office has, or people in them.
_STRENGTH = frozenset(["strength", "nafri", "نفری", "posts", "manpower"])
_OF_OFFICES = frozenset(["present", "actual", "existing", "current", "working", "available",
                         "posted", "sanctioned", "authorised", "authorized", "approved", "held",
                         "vacant", "filled", "total", "committee", "موجودہ", "mojooda",
                         "کل"])  # fmt: skip
#: "Remaining to be trained".
_STILL_TO = re.compile(r"\b(?:to be|yet to|remaining|untrained|not yet|still to|baqi|باقی)\b")
_PERSONAL = frozenset(["cnic", "phone", "mobile", "contact", "email", "passport", "father",
                       "whatsapp", "signature", "husband"])  # fmt: skip
_REMARKS = frozenset(["reason", "reasons", "remarks", "remark", "comments", "comment", "notes",
                      "note", "rmks", "rmk", "kaifiyat", "kaifiat", "کیفیت"])  # fmt: skip
_RANKS = frozenset(["rank", "ranks", "designation", "parentage", "father", "belt"])
#: "Name (as on certificate)".
_NAME_AS = frozenset(["name", "full", "as", "on", "per", "in", "for", "the", "certificate", "cnic",
                      "card", "badge", "id", "block", "capital", "letters", "english", "urdu",
                      "written", "print", "printed"])  # fmt: skip
_WITH_NAMES = frozenset(["name", "names", "and", "with", "s", "of", "no", "full", "their"])
#: Words of who is beside a training, and is not its title.
_LEADERS = frozenset(["coordinator", "focal", "organizer", "organiser", "manager", "incharge", "by",
                      "facilitator", "contact", "participant", "participants", "trainee",
                      "trainees", "attendee", "attendees", "officer", "officers", "official",
                      "person", "persons", "trainer", "trainers", "lead", "leader"])  # fmt: skip
_PEOPLE = frozenset(["participant", "participants", "trainee", "trainees", "attendee", "attendees",
                     "officer", "officers", "official", "officials", "person", "persons",
                     "employee", "student", "students", "worker", "workers", "beneficiary",
                     "trainer", "trainers", "member", "members", "councillor", "councillors",
                     "teacher", "teachers", "advocate", "advocates", "volunteer", "volunteers",
                     "journalist", "journalists", "delegate", "delegates"])  # fmt: skip
#: Whom a column names of which each row is one.
_ONE_WHO = frozenset(["officer", "official", "participant", "nominee", "person", "substitute",
                      "attendee", "employee", "representative", "member", "trainee"])  # fmt: skip
# Numbers that count no people, by words of their column's name.
_OTHER_NUMBERS = frozenset(
    ["age", "marks", "score", "scores", "cost", "budget", "amount", "rs", "rupees", "pkr", "per",
     "expenditure", "duration", "hours", "days", "year", "bps", "grade", "scale", "latitude",
     "longitude", "lat", "lon", "population", "trainers", "facilitators", "code", "id", "phase",
     "batch", "week", "bill", "voucher", "cheque", "invoice", "receipt", "usd", "variance", "ref",
     "reference", "uid", "key", "difference", "balance", "shortfall", "rating", "rate", "useful",
     "satisfaction", "satisfied", "belt", "council", "councils", "village", "villages", "school",
     "schools", "households", "ucs", "mean", "average", "avg", "gain", "pre", "post", "output",
     "outputs", "outcome", "indicator"]
)  # fmt: skip
#: So old, or so long in service; a column of "18 to 29 years" is of people.
_YEARS = frozenset(["years", "yrs", "yr", "umr", "عمر"])
_ATTENDING = frozenset(
    ["day", "attendance", "attended", "present", "session", "date", "confirmed", "confirmation",
     "completed", "participated", "joined", "came", "trained", "selected", "check", "checkin", "دن"]
)  # fmt: skip
#: How like a known name must be that a name may mean, from 0 to 1.
NEARLY = 0.84


def guessed_field(name: str) -> str | None:
    """Return the field that a name may mean; but for what is personal, somebody must confirm it."""
    bare = plain(name)
    words = set(words_of(name))
    if "name" in words and words <= _NAME_AS:
        return "name_of_person"
    if words & _PERSONAL:
        return "other_personal"
    if words & {"name", "names"} and words & _RANKS and words <= _RANKS | _WITH_NAMES:
        return "name_of_person"
    if "name" in words and words & TRAININGS and not words & _LEADERS:
        return "title"
    if "name" in words:
        return "name_of_person" if words & _PEOPLE else "other_personal"
    if is_called_a_day(name):
        return "date_start"
    if where := held_where(words):
        return where
    if len(words & {"m", "f"}) == 1 and words & (_BESIDE_SEX | _CAME):
        sex = "participants_m" if "m" in words else "participants_f"
        return IGNORED if is_planned(name) else sex
    if "lady" in words and words & (_COUNTED | _STAFF):
        return "participants_f"
    if counts_who_came(name):
        return "participants_total"
    for hints, hinted in _HINTS:
        if words & set(hints) and not (hinted in COUNT_FIELDS and is_share(name)):
            return IGNORED if is_planned(name) and hinted in COUNT_FIELDS else hinted
    if is_share(name):
        return None
    if words & _OTHERS:  # a trainer is no trainee, however alike the words
        return "other_personal" if words <= _LEADERS | _WITH_NAMES else None
    near = _nearest(bare) if 3 < len(bare) < 40 else None
    field = names().fields[near] if near else None
    if field in COUNT_FIELDS and is_of_no_people(name):
        return None  # "Total Rs." is written like "Total girls"
    return IGNORED if field in COUNT_FIELDS and is_planned(name) else field


def _nearest(name: str) -> str | None:
    """Return the known name that is most like another, if one is very like it."""
    # No two are more alike to the one than to the other, which is the quicker.
    known, least = [*names().fields], 100 * NEARLY - 1
    # pyrefly: ignore[no-matching-overload]  # a scorer may be a function of several forms
    some = extract(name, known, scorer=ratio, score_cutoff=least, limit=None)
    near = get_close_matches(name, [one[0] for one in some], n=1, cutoff=NEARLY)
    return near[0] if near else None


def names_somebody(name: str) -> bool:
    """Tell whether a name is "Name of ..." somebody who leads nothing, and no parent or husband."""
    words = set(words_of(name))
    return "name" in words and not words & _LEADERS and not words & _PERSONAL


def names_training(name: str) -> bool:
    """Tell whether a word for a training stands in a name."""
    return bool(TRAININGS & set(words_of(name)))


def counts_plainly(name: str) -> bool:
    """Tell whether a name has no word but of sexes and of those who came, or of its group."""
    return set(words_of(name)) <= _PLAIN_COUNTS | _IN_FORMS


def is_of_no_people(name: str) -> bool:
    """Tell whether a name says that its numbers are of something else than people."""
    words = set(words_of(name))
    of_years = words & _YEARS and not any(map(str.isdigit, name))
    return bool(words & _OTHER_NUMBERS or of_years)


def is_of_check_in(name: str) -> bool:
    """Tell whether a name is of when a person was checked in at the door."""
    words = set(words_of(name))
    return bool(words & {"checked", "check", "checkin", "scanned", "scan"}) and "out" not in words


def may_tell_who_came(name: str) -> bool:
    """Tell whether a name is of a day or session, or has a word for coming to it."""
    return bool(_ATTENDING & set(words_of(name)))


def is_planned(name: str) -> bool:
    """Tell whether a name says that a column is of those who were to come."""
    said = _TO_COME.search(name) or _STILL_TO.search(plain(name))
    return bool(_PLANNED & set(words_of(name)) or said)


def is_of_strength(name: str) -> bool:
    """Tell whether a name is that of how many an office has, whoever of them came."""
    words = set(words_of(name))
    came = words & (_CAME - {"present", "actual"})
    return bool(words & _STRENGTH and words & _OF_OFFICES) and not came


def is_confirmed(name: str) -> bool:
    """Tell whether a name says of persons that they said, or were told, that they would come."""
    words = set(words_of(name))
    told = words & {"confirmed", "confirmation", "selected", "rsvp"}
    return bool(told) and not words & (_CAME | {"attendance"})


def is_of_who_came(name: str) -> bool:
    """Tell whether a name says that a column is of those who came, beside one of others."""
    words = set(words_of(name))
    return bool(_CAME & words) and "not" not in words and not _STILL_TO.search(plain(name))


def is_of_one_who_came(name: str) -> bool:
    """Tell whether a name is that of who came in each row: "Officer who attended"."""
    words = set(words_of(name))
    return len(words & _ONE_WHO) == 1 and bool(words & _CAME) and not words & _PLANNED


def is_of_others(name: str) -> bool:
    """Tell whether a name says that a column counts others than participants."""
    words = set(words_of(name))
    return bool(words & _OTHERS) and not words & _CAME


def is_of_some(name: str) -> bool:
    """Tell whether a name is of those who passed or failed, or of those who did not come."""
    return bool(_OF_THEM & set(words_of(name))) or is_of_absent(name)


def is_of_absent(name: str) -> bool:
    """Tell whether a name is of those who did not come."""
    words = set(words_of(name))
    return bool(words & ({"absent", "absentees"} | (_CAME if "not" in words else set())))


def counts_who_came(name: str) -> bool:
    """Tell whether a name says that a column is the number of all people who came."""
    words = set(words_of(name))
    nos = {"nos"} if words <= _COUNTED | _CAME else set()  # "Nos reached here" may be of anything
    of_all = words & ({"total", "no", "number"} | nos | _PEOPLE) and not words & {*_SEXES}
    return bool(of_all and words & _CAME and words & _COUNTED) and "days" not in words


def counts_people(name: str) -> bool:
    """Tell whether a name is that of the number of some people: "No. of officials"."""
    words = set(words_of(name))
    of_some = bool(words & (_COUNTED | _PEOPLE | _STAFF)) and not words & _OTHERS
    return of_some and words <= {"no", "nos", "number", "of"} | _COUNTED | _PEOPLE | _STAFF


def is_of_remarks(name: str) -> bool:
    """Tell whether a name is that of a column of remarks."""
    return bool(_REMARKS & set(words_of(name)))


_FROM_WHERE = frozenset(["from", "where", "they"])


def says_from_where(name: str) -> bool:
    """Tell whether a name asks from where, or from whom, the participants came."""
    words = set(words_of(name))
    of_people = bool(words & (_PEOPLE | _STAFF)) and not words & {"trainer", "trainers"}
    return "from" in words and (words <= _FROM_WHERE or of_people)


def is_cumulative(name: str) -> bool:
    """Tell whether a name says that a column adds up the rows, or the periods, before."""
    bare = plain(name)
    return bool(_ADDED_UP & set(bare.split())) or _UP_TO_NOW.search(bare) is not None


def is_before(name: str) -> bool:
    """Tell whether a name says that a column is of the periods before that of the table."""
    return _BEFORE.search(plain(name)) is not None


def has_twin(name: str, header: Sequence[str]) -> bool:
    """Tell whether two columns of one name are of those who were to come and of those who came.

    "Planned M" and "Actual M" are twins; of "Actual" alone nobody knows what it counts.
    """
    own, planned = set(words_of(name)), is_planned(name)
    if not planned and not own & _CAME:
        return False
    rest = own - (_PLANNED if planned else _CAME)
    other = _CAME if planned else _PLANNED
    others = (set(words_of(one)) for one in header)
    return bool(rest) and any(one & other and one - other == rest for one in others)


def without_sex(name: str) -> str:
    """Return a name without its word for one sex: "judges" of "Female judges"; else blank."""
    sexes, rest = _sexes_and_rest(words_of(name))
    return " ".join(rest) if len(sexes) == 1 else ""


def has_other_sex(name: str, header: Sequence[str], *, of_people: bool = False) -> bool:
    """Tell whether a column is named as this one but for its sex: "Trained (M)", "Trained (F)".

    ``of_people``: whether it is known that its other words are of people.
    """
    own = words_of(name)
    sexes, rest = _sexes_and_rest(own)
    if len(sexes) != 1 or not (of_people or {*own} & (_COUNTED | _CAME)):
        return False
    others = [_sexes_and_rest(words_of(one)) for one in header]
    return sum(rest == words and len(told) == 1 and told != sexes for told, words in others) == 1


def sex_counted(name: str) -> str:
    """Return the sex of whom a column counts by its name: "Female" of mothers, else blank."""
    sexes, __ = _sexes_and_rest(words_of(name))
    sexes += [_FAMILIES[word] for word in words_of(name) if word in _FAMILIES]
    return {"f": "Female", "m": "Male"}[sexes[0]] if len(sexes) == 1 else ""


def _sexes_and_rest(words: Sequence[str]) -> tuple[list[str], list[str]]:
    rest = [word for word in words if word not in _SEXES]
    return [_SEXES[word] for word in words if word in _SEXES], rest
