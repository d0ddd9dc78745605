"""Names of columns of those who came, who were to come, or who did not."""

import re
from collections.abc import Sequence

from data.sheets.fields import plain, words_of

#: Words beside which M and F are of people.
BESIDE_SEX = frozenset(["actual", "planned", "target", "participants", "attended", "trained",
                        "total", "no", "nos", "number", "persons", "officials", "achieved",
                        "reached", "trainees"])  # fmt: skip
PLAIN_COUNTS = (BESIDE_SEX - {"planned", "target"}) | {
    "m", "f", "t", "n", "male", "males", "female", "females", "men", "women", "gents", "ladies",
    "of", "pax", "participant", "people"}  # fmt: skip
SEXES = {
    **dict.fromkeys(("m", "male", "males", "men", "gents", "مرد", "مردوں"), "m"),
    **dict.fromkeys(("f", "female", "females", "women", "ladies", "lady", "خواتین", "عورتیں"), "f"),
}
#: Words of who is counted, or of their being so.
_COUNTED_PEOPLE = PLAIN_COUNTS - {"m", "f", "t", "n", "male", "males", "female", "females", "men",
                                  "women", "gents", "ladies", "of"} | {
    "officers", "teachers", "members", "govt", "students", "individuals"}  # fmt: skip
COUNTED = _COUNTED_PEOPLE | {"officials", "شرکاء"}
#: Words of a column that says who came, beside one of those who were to come.
CAME = frozenset(["actual", "actually", "attended", "achieved", "present", "came", "trained",
                  "joined", "participated", "reached", "achievement", "achievements",
                  "achvd", "achv", "ach", "accomplished"])  # fmt: skip
#: Words of some of those who came.
_OF_THEM = frozenset(["passed", "pass", "qualified", "failed", "fail"])
#: Words of a column that says who was to come, and not who came.
_PLANNED = frozenset(["planned", "plan", "target", "targeted", "expected", "proposed", "invited",
                      "nominated", "nominations", "tentative", "scheduled", "registered",
                      "registrations", "enrolled", "enrolment", "seat", "seats", "slots", "quota",
                      "sanctioned", "allocated", "allotted", "called", "summoned",
                      "booked"])  # fmt: skip
_TO_COME = re.compile(
    r"\b(?:to|will|shall) be (?:held|conducted|organi[sz]ed|arranged|trained)\b|\bupcoming\b"
    r"|\bas per (?:\w+ )?(?:calendar|schedule)\b"
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
PEOPLE = frozenset(["participant", "participants", "trainee", "trainees", "attendee", "attendees",
                    "officer", "officers", "official", "officials", "person", "persons",
                    "employee", "student", "students", "worker", "workers", "beneficiary",
                    "trainer", "trainers", "member", "members", "councillor", "councillors",
                    "teacher", "teachers", "advocate", "advocates", "volunteer", "volunteers",
                    "journalist", "journalists", "delegate", "delegates"])  # fmt: skip
#: Who are several by the name of their column.
_SEVERAL = frozenset(["participants", "names", "attendees", "trainees", "attended", "officers",
                      "officials", "members", "trained"])  # fmt: skip
_BESIDE = frozenset(["list", "of", "the", "all", "who", "and", "detail", "details"])
#: Who serves, and of whom an office has so many.
STAFF = frozenset(["staff", "personnel", "employees", "workers", "police", "levies"])
#: Whom a column names of which each row is one.
_ONE_WHO = frozenset(["officer", "official", "participant", "nominee", "person", "substitute",
                      "attendee", "employee", "representative", "member", "trainee"])  # fmt: skip
_ATTENDING = frozenset(
    ["day", "attendance", "attended", "present", "session", "date", "confirmed", "confirmation",
     "completed", "participated", "joined", "came", "trained", "selected", "check", "checkin", "دن"]
)  # fmt: skip
#: What half of a day is called, by no other word.
_HALVES = frozenset(["forenoon", "afternoon", "morning", "evening", "fn", "an", "first", "second",
                     "half", "before", "after", "pre", "post", "lunch", "tea"])  # fmt: skip


def is_of_check_in(name: str) -> bool:
    """Tell whether a name is of when a person was checked in at the door."""
    words = set(words_of(name))
    return bool(words & {"checked", "check", "checkin", "scanned", "scan"}) and "out" not in words


def may_tell_who_came(name: str) -> bool:
    """Tell whether a name is of a day, half of one or a session, or has a word for coming to it."""
    words = set(words_of(name))
    return bool(_ATTENDING & words) or bool(words and words <= _HALVES)


def is_planned(name: str) -> bool:
    """Tell whether a name says that a column is of those who were to come."""
    said = _TO_COME.search(name) or _STILL_TO.search(plain(name))
    return bool(_PLANNED & set(words_of(name)) or said)


def is_of_strength(name: str) -> bool:
    """Tell whether a name is that of how many an office has, whoever of them came."""
    words = set(words_of(name))
    came = words & (CAME - {"present", "actual"})
    return bool(words & _STRENGTH and words & _OF_OFFICES) and not came


def is_confirmed(name: str) -> bool:
    """Tell whether a name says of persons that they said, or were told, that they would come."""
    words = set(words_of(name))
    told = words & {"confirmed", "confirmation", "selected", "rsvp"}
    return bool(told) and not words & (CAME | {"attendance"})


def is_of_who_came(name: str) -> bool:
    """Tell whether a name says that a column is of those who came, beside one of others."""
    words = set(words_of(name))
    return bool(CAME & words) and "not" not in words and not _STILL_TO.search(plain(name))


def is_of_one_who_came(name: str) -> bool:
    """Tell whether a name is that of who came in each row: "Officer who attended"."""
    words = set(words_of(name))
    return len(words & _ONE_WHO) == 1 and bool(words & CAME) and not words & _PLANNED


def is_of_some(name: str) -> bool:
    """Tell whether a name is of those who passed or failed, or of those who did not come."""
    return bool(_OF_THEM & set(words_of(name))) or is_of_absent(name)


def is_of_absent(name: str) -> bool:
    """Tell whether a name is of those who did not come."""
    words = set(words_of(name))
    return bool(words & ({"absent", "absentees"} | (CAME if "not" in words else set())))


def counts_who_came(name: str) -> bool:
    """Tell whether a name says that a column is the number of all people who came."""
    words = set(words_of(name))
    nos = {"nos"} if words <= COUNTED | CAME else set()  # "Nos reached here" may be of anything
    of_all = words & ({"total", "no", "number", "people"} | nos | PEOPLE) and not words & {*SEXES}
    return bool(of_all and words & CAME and words & COUNTED) and "days" not in words


def counts_only_who_came(name: str) -> bool:
    """Tell whether a name has no word but of people and of their coming: "Levies trained"."""
    words = set(words_of(name))
    said = words <= COUNTED | CAME | PEOPLE | STAFF | {"no", "nos", "number", "of", "strength"}
    return said and bool(words & CAME)


def has_twin(name: str, header: Sequence[str]) -> bool:
    """Tell whether two columns of one name are of those who were to come and of those who came.

    "Planned M" and "Actual M" are twins; of "Actual" alone nobody knows what it counts.
    """
    own, planned = set(words_of(name)), is_planned(name)
    if not planned and not own & CAME:
        return False
    rest = own - (_PLANNED if planned else CAME)
    other = CAME if planned else _PLANNED
    others = (set(words_of(one)) for one in header)
    return bool(rest) and any(one & other and one - other == rest for one in others)


def is_of_several(name: str) -> bool:
    """Tell whether a column is called by those who came together: "Officers who attended"."""
    words = {*plain(name).split()}
    return bool(words & _SEVERAL) and words <= _SEVERAL | _BESIDE
