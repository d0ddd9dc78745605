"""Headings of participants, and of others than participants: "Resource persons", "Absentees"."""

import re

from data.sheets.words.absence import is_of_none
from geo.words.catalogue import _

#: A heading between the rows of a list under which others than its participants stand.
_OTHERS = re.compile(
    r"\b(?:wait(?:ing)? list|absent(?:ees?)?|did not (?:attend|come|join|report|participate)"
    r"|not (?:attended|present)|reserves?|nominees|resource persons?|facilitators?|trainers?"
    r"|organi[sz]ers?|support staff|(?:ghair|gair|gher)[ -]?ha+zir"
    r"|(?:shareek|sharik|hazir|haazir) nah(?:i|in|een))\b|غیر ?حاضر|(?:شریک|حاضر) نہیں",
    re.IGNORECASE,
)
#: "The following members could not attend:", "Apologies": a heading, where it says no more.
_AWAY = re.compile(
    r"\W*(?:\w{1,3}[).:]\s+)?(?:(?:list|names?|details?) of (?:the )?)?"
    r"(?:(?:the )?(?:(?:following|those|invited|nominated|other)\b\s*)*"
    r"(?:members?|officers?|officials?|participants?|nominees?|persons?|invitees?|trainees?)?\s*"
    r"(?:(?:who|that|which) )?(?:(?:were|was|had been|is|are) )?"
    r"(?:(?:could not|couldn[\u2019']t|did not|failed to|unable to|not able to) (?:attend|come|join"
    r"|participate|report|turn up|be present)|absent)"
    r"(?: (?:in )?(?:the |this |said )*(?:meetings?|trainings?|sessions?|workshops?|courses?"
    r"|orientations?|events?))*"
    r"|(?:with )?apolog(?:y|ies)(?: for absence)?(?: (?:received|tendered|accepted))?(?: from)?"
    r"|(?:leave of absence|regrets)(?: (?:received|granted))?(?: (?:from|to))?)"
    r"\W*(?:\([^()]*\)\W*)?",
    re.IGNORECASE,
)
#: "B. Victims rescued", "Accused arrested in May": those whom an office cares for, or catches.
_SERVED = re.compile(
    r"\W*(?:\w{1,3}[).:]\s+)?(?:(?:list|number|no\.?|details?) of (?:the )?)?"
    r"(?:victims?|survivors?|accused|(?:proclaimed )?offenders?|traffickers?|smugglers?|agents?"
    r"|deportees|beggars|children|passengers|inmates|complainants|bonded labou?rers)"
    r"(?: (?:of|in) (?:human )?(?:traffick\w+|smuggl\w+|gbv|violence|cases))?"
    r"(?:\s+(?:and|persons?)|\s*[&,])*(?:\s+(?:rescued|recovered|identified|assisted|referred"
    r"|arrested|apprehended|detained|convicted|repatriated|sheltered|offloaded|deported|challaned"
    r"|released|supported|served)(?:\s+and|\s*[&,])*)+"
    r"(?: (?:in|during|from|by|since|till|up to|under|to) [\w ,.'’/-]+)?\W*",
    re.IGNORECASE,
)
#: Who led, and words beside it in a heading of their list; any other may be one's name.
_LED = re.compile(
    r"\b(?:resource persons?|facilitators?|trainers?|organi[sz]ers?|support staff)\b", re.IGNORECASE
)
_BESIDE_LED = re.compile(
    r"\b(?:list|names?|details?|of|the|and|staff|team|guest|master|lead|co|external|internal)\b"
    r"|\([^()]*\)|[\W\d_]|\b[^\W\d_]\b",
    re.IGNORECASE,
)
#: A note, or a label with names behind it.
_NOTED = re.compile(
    r"^\W*(?:notes?|n\.?b|remarks?)\b(?!.*(?:following|below|:\W*$))|^\W*\*|(?:absent(?:ees?)?|ha+zir|list|حاضر)\s*[:=]\W*[^\W\d_]",
    re.IGNORECASE,
)
#: "2 officers did not attend", "Absentees (4)", "Absent: 2".
_OF_SO_MANY = re.compile(r"(?:^|[(:=]|- )\s*(?P<number>\d{1,3})(?=\)?\W*$| [^\W\d_]{4})")
#: "Drivers (not participants)".
NOT_OF_THEM = re.compile(
    r"(?:^\W*|[(\[–—,-]\s*)(?:not (?:the |to be |as )?(?:participants?|trainees?|trained|counted)"
    r"|non[ -]?participants?|other than (?:the )?participants?|شرکاء? نہیں)\b",
    re.IGNORECASE,
)
#: A heading of participants, beside one of those who led.
_OF_PARTICIPANTS = re.compile(
    r"\W*(?:\w{1,3}[).:]\s*)?(?:list of )?(?:the )?(?:participants?|trainees|attendees|shuraka"
    r"|شرکاء?|walk[ -]?ins?|(?:on[ -]?(?:the[ -]?)?)?spot registrations?|late (?:comers|arrivals)"
    r"|(?:additional|other|more|late) (?:participants|trainees|attendees|entries|registrations))"
    r"\W*(?:\([^()]*\)\W*)?",
    re.IGNORECASE,
)
#: A heading of those who came, beside one of those who did not.
OF_THOSE_WHO_CAME = re.compile(
    r"\W*(?:\w{1,3}[).:]\s*)?(?:list of )?(?:the )?(?:those )?(?:who )?(?:\w+ )?"
    r"(?:present|attended|came|ha+zir|حاضر)(?: \w+)?\W*(?:\([^()]*\)\W*)?",
    re.IGNORECASE,
)
#: Who was to come, and may be whom a list is of.
_EXPECTED = re.compile(r"\b(?:nominees|reserves?)\b", re.IGNORECASE)
#: A heading of more words is a sentence.
MOST_WORDS = 8
OF_OTHERS = _("under a heading of others than participants, or of trainings not held")


def is_of_no_participants(text: str) -> bool:
    """Tell whether others than participants stand under a heading, as it says."""
    said = _OTHERS.search(text) or NOT_OF_THEM.search(text) or _SERVED.fullmatch(text)
    return bool(said) or is_of_absent(text)


def is_of_absent(text: str) -> bool:
    """Tell whether those stand under a heading who did not come, and it says no more."""
    return _AWAY.fullmatch(text) is not None


def is_of_participants(text: str) -> bool:
    """Tell whether participants, or those who came, stand under a heading, and it says no more."""
    return bool(_OF_PARTICIPANTS.fullmatch(text) or OF_THOSE_WHO_CAME.fullmatch(text))


def is_plainly_of_no_participants(text: str, rows: int) -> bool:
    """Tell whether a heading over so many rows says no more than that these are no participants.

    A sentence says more, as of whom the list above is without.
    """
    sentence = len(text.split()) > MOST_WORDS or text[-1:] in ".\u06d4"
    if not is_of_no_participants(text) or (sentence and not is_of_absent(text)):
        return False
    expected = _EXPECTED.search(text) and not NOT_OF_THEM.search(text)
    return not expected and not may_head_none(text, rows)


def may_head_none(text: str, rows: int) -> bool:
    """Tell whether a text over so many rows may be a note of others, and no heading of theirs."""
    # It says more of who led, as a name, that nobody was absent, or how many, and others follow.
    told = _OF_SO_MANY.search(text)
    if _NOTED.search(text) or is_of_none(text) or (told and int(told["number"]) != rows):
        return True
    led = _LED.search(text) and not NOT_OF_THEM.search(text)
    return bool(led and _BESIDE_LED.sub("", _LED.sub("", text.strip(" ()[]"))))
