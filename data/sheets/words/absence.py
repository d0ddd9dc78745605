"""Remarks that somebody of a list, or some of them, did not come."""

import re

from data.records.rules import in_latin_digits
from data.records.sought_words import BETWEEN, any_of, longest_words, only_with
from data.sheets.fields import plain
from data.sheets.words.count_words import word_of_number

ABSENT = frozenset(
    ["a", "absent", "ab", "abs", "leave", "on leave", "not attended", "did not attend",
     "no show", "noshow", "not checked in", "not arrived", "did not show", "did not show up",
     "dnr", "dna", "did not report", "not reported", "did not join", "not joined",
     "did not come", "did not participate", "not participated", "not present",
     "cancelled", "canceled", "withdrawn", "withdrew", "ghair hazir", "gair hazir",
     "ghair haazir", "gair haazir", "rukhsat", "chutti", "rukhsat par", "chutti par",
     "not trained", "untrained", "pending", "nominated", "غیر حاضر", "غیرحاضر", "رخصت"]
)  # fmt: skip
#: "Nahin aaye", "na aa sake", "shareek nahin hue", "حاضر نہیں ہوئے".
CAME_NOT = (
    r"(?:\b(?:na(?:h(?:i|in|een|ein))?|نہ(?:یں)?) (?:aa?y[aei]|aa?yin|aae|aa? sak[aei]n?"
    r"|آئے|آیا|آئی|آئیں|آ سک[ےای]\w?|پہنچ\w*(?: سک[ےای]\w?)?)"
    r"|(?<!ghair )(?<!gair )(?<!غیر )(?:sharee?k|ha+zir|shirkat|شریک|حاضر|شرکت)"
    r" (?:nah(?:i|in|een|ein)|نہیں)(?: (?:hu[aei]|huay|huwe|th[aei]|rah[aei]|ki|kar sak[aei]"
    r"|ho sak[aei]|ہوئے|ہوا|ہوئی|تھے|تھا|تھی|رہے|رہا|رہی|کی|کر سکے|ہو سکے))?)"
)
_ABSENT = re.compile(
    CAME_NOT + r"|\b(?:absent|absence|(?:did ?n(?:o| )t|could ?n(?:o| )t|failed to)"
    r" (?:attend|come|join|report|appear|participate|turn up)"
    r"|not (?:attended|present|reported|joined|appeared)"
    r"|no show)\b"
    r"|غیر ?حاضر"
)
#: Why somebody was away on all days of a training, and nothing else.
_ON_LEAVE = re.compile(
    r"(?:(?:was |is )?on )?(?:short|sick|medical|casual|earned|maternity|paternity|annual|long|hajj"
    r"|umrah|ex pakistan) leave(?: (?:due to|for|because of) (?:\w+ ){0,3}\w+)?"
)
#: Why somebody was away, behind a word that says that he was.
_WHY_AWAY = re.compile(
    r"(?:(?:was|is|on|due to|because of|he|she) )*(?:sick|ill|illness|unwell|leave|busy|transferred"
    r"|posted out|retired|hospitali[sz]ed|in hospital|(?:personal|family) reasons?|duty"
    r"|(?:election|court|official|emergency|security|muharram|polio|field|other|vip|night)"
    r" (?:duty|duties|work|engagements?|commitments?)|bimar|chutti(?: par)?"
    rf"|رخصت(?: پر)?|چھٹی(?: پر)?|بیمار)|{_ON_LEAVE.pattern}"
)
#: Running numbers, as a note below a list has them.
_NUMBERED = re.compile(
    r"\b(?:s(?:r|l|er)?\.? ?nos?\.?|s(?:r|l|er)?\.? ?#|s(?:r|l|er)s?\.?|serials?(?: nos?\.?)?)"
    r"\s*((?:\d{1,4}(?:\s*(?:,|&|and|to|-|–)\s*)?)+)",
    re.IGNORECASE,
)
#: A sentence on somebody who did not come, and no legend of marks.
_DID_NOT_COME = re.compile(
    r"\b(?:did ?n(?:o|')t|could not|failed to) (?:attend|come|join|report|participate|appear)\b"
    r"|\b(?:was|were|remained|found) absent\b"
    r"|\b(?:ghair|gair)[ -]?ha+zir (?:tha|thay|the|thi|thin|rah[aei]|rahay)\b"
    r"|غیر ?حاضر (?:تھے|تھا|تھی|تھیں|رہے|رہا|رہی|رہیں)",
    re.IGNORECASE,
)
#: What a mark says of those who have it, or have none.
_EXPLAINS = re.compile(
    r"[=:]\s*did not|\b(?:marks?|ticks?|those without|denotes?|key)\b", re.IGNORECASE
)
#: Words of a remark on some of the days alone, or on somebody else who may have come.
_PARTLY = re.compile(
    r"\b(?:days?|first|second|third|last|one|two|half|morning|afternoon|partly|session|till|until"
    r"|after|before|\d+|substitutes?|replace(?:d|ment)|instead|behalf|proxy|place|din|roz|pehl[aei]"
    r"|d(?:o+|u)sr[aei]|aa?khri|jagah|badle|but|came|joined|later|initially|baad|phir|gay[aei]|no"
    r"|on time|opening|closing|inaugur\w+|lunch|lekin|magar|بعد|پھر|گئے|گیا|گئی|لیکن|مگر"
    r"|دن|روز|پہلے|پہلا|دوسرے|دوسرا|آخری|جگہ|بجائے)\b"
)
_AND = re.compile(r"[,;/()]|\s[-–—]+\s|\band\b")
#: What became of the payment of somebody who did not come, beside the words for that.
_UNPAID = re.compile(
    r"(?:(?:cheque|check|chq|payment|amount|dsa|ta|da|ta da|voucher|certificate|allowance)s?"
    r"(?: no)?(?: \d+)? )?(?:was |is )?(?:returned|not paid|withheld|refunded|recovered|not issued"
    r"|not payable|nil)"
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|without|nobody|none)(?: \w+)? absen(?:t|ce)\b"
    r"|غیر ?حاضر نہیں|\b(?:ghair|gair) ?ha+zir nah(?:i|in|een|ein)\b"
)


#: Nobody at all, or on one of the days alone: "Nobody was absent", "Not present on day 2".
_OF_NONE = re.compile(
    r"\b(?:nobody|no ?one|none|nil|zero|no (?:\w+ )?(?:officers?|officials?|participants?|trainees?"
    r"|absen\w+|persons?|members?)|koi (?:bhi )?(?:na|gh?a))|کوئی"
    r"|\b(?:day|session|din)[ -]?\d|\b(?:first|second|third|last|1st|2nd|3rd) (?:day|session)\b",
    re.IGNORECASE,
)


#: One of these stands in each remark that says it, but for letters as marks.
_SOUGHT = (
    f"{any_of(longest_words(one for one in ABSENT if len(one) > 2))}|absen"
    rf"|na{BETWEEN}aa?(?:y|e|{BETWEEN}sak)|nah(?:i|ee|ei)"
    rf"|(?:did{BETWEEN}n|could{BETWEEN}n|failed{BETWEEN}to)"
    rf"|not{BETWEEN}(?:attend|present|report|join|appear)|no{BETWEEN}show"
)
#: A letter for it, or two, between signs or beside an "and".
_MARKS = rf"(?:^|[,;/()-]|and){BETWEEN}ab?{BETWEEN}(?:$|[,;/()-]|and)"


#: Before a word that says that somebody did not come: "Nominated but did not attend".
_WAS_TO_COME = re.compile(
    r"^(?:(?:he|she|was|had|name) )*"
    r"(?:nominated|invited|registered|selected|confirmed|called|listed)"
    r" (?:but|and|however|yet) (?:he |she |was |has )*"
)
#: "One was absent", "2 officers did not attend".
_SO_MANY = re.compile(
    r"\b(\d{1,3}|[a-z]+)(?: (?:of them|officers?|officials?|persons?|participants?|members?"
    r"|trainees?|nominees?))? (?:was|were|remained|did ?n(?:o|')t|could not|failed to)"
    r" (?:absent|attend|come|join|report|participate|appear)\b",
    re.IGNORECASE,
)
_NOT_AMONG = re.compile(
    r"(?:(?:in|on|from|as|the|name|nomination|was|is|only|just) )*"
    r"(?:wait(?:ing)? list(?:ed)?|waiting|reserved? (?:list|candidate|nominee)|reserve|stand ?by"
    r"|nominated(?: only)?|nominee(?: only)?|cancel+ed|withdrawn|withdrew|dropped(?: out)?"
    r"|struck (?:off|out))(?: (?:from|off|by)(?: \w+){1,3})?"
)


@only_with(_SOUGHT)
def says_absent(text: str) -> bool:
    """Tell whether a remark says that somebody did not come, in a word and not by a letter."""
    bare = plain(text)
    return (len(bare) > 2 and bare in ABSENT) or (
        _ABSENT.search(bare) is not None and _NEGATED.search(bare) is None
    )


@only_with("wait|reserve|stand ?-?by|nomin|cancel|withdr|drop|struck")
def says_not_among(text: str) -> bool:
    """Tell whether a remark says that somebody was to come, or was taken off the list, and no more.

    "Waiting list", "Only nominated", "Name withdrawn": nobody knows whether they came after all.
    """
    return _NOT_AMONG.fullmatch(plain(text)) is not None


@only_with("did ?n|could not|failed to|absent|ha+zir")
def says_some_absent(text: str) -> bool:
    """Tell whether a sentence says that somebody did not come, and explains no mark."""
    return _DID_NOT_COME.search(text) is not None and not _EXPLAINS.search(text)


@only_with(f"{_SOUGHT}|{_MARKS}")
def is_absent(text: str) -> bool:
    """Tell whether a remark says that somebody did not come, and nothing else."""
    bare = _WAS_TO_COME.sub("", plain(text))
    if (len(bare) > 2 and bare in ABSENT) or _ON_LEAVE.fullmatch(bare):
        return True
    if _NEGATED.search(bare):
        return False
    parts = [part for part in map(plain, _AND.split(text)) if part]
    away = [part for part in parts if part in ABSENT or _ABSENT.fullmatch(part)]
    if len(parts) > 1 and away and all(part in away or _UNPAID.fullmatch(part) for part in parts):
        return True  # "on leave, did not attend", "absent - cheque returned"
    found = _ABSENT.match(bare)
    return found is not None and not _PARTLY.search(bare[found.end() :])


def says_why_away(text: str) -> bool:
    """Tell whether a text says why somebody was away, and nothing else: "election duty"."""
    return _WHY_AWAY.fullmatch(plain(text)) is not None


def numbers_absent(text: str) -> frozenset[str]:
    """Return the running numbers of those of whom a note says that they did not come.

    "Officers at Sr. No. 5 and 9 did not attend": 5 and 9; nothing of another text, nor of one that
    has numbers of others, or two with more between them.
    """
    listed = _NUMBERED.findall(in_latin_digits(text))
    if len(listed) != 1 or re.search(r"\d\s*(?:to|[-–])", listed[0]) or not says_absent(text):
        return frozenset()
    return frozenset(re.findall(r"\d+", listed[0]))


def number_absent(text: str) -> int | None:
    """Return how many did not come, as a sentence says: "one was absent"; else None."""
    told = {word_of_number(one) if one.isalpha() else int(one)
            for one in _SO_MANY.findall(in_latin_digits(text))}  # fmt: skip
    return told.pop() if len(told) == 1 else None


def is_of_none(text: str) -> bool:
    """Tell whether a text on absence may say that nobody was absent, or some on one day alone."""
    return _OF_NONE.search(text) is not None
