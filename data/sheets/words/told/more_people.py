"""People of whom a text beside rows tells: others than those of the rows, or a part of all."""

import re
from collections.abc import Iterator, Sequence

from data.records.rules import in_latin_digits

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve"), start=1)
}  # fmt: skip
#: Neither a day nor a part of a longer number.
_NUMBER = (
    r"(?<![\d/.,-])(?P<{name}>\d{{1,3}}(?![\d/]|[.,-]\d|(?:st|nd|rd|th)\b)"
    rf"|\b(?:{'|'.join(_NUMBERS)})\b)\)?"
)
_SOME = r"\b(?:some|several|(?:a )?few|many|kuchh?|chand)\b|کچھ|چند"
_WHO = (
    r"(?:(?:members?|participants?|persons?|people|officers?|officials?|women|men|ladies|gents"
    r"|lawyers?|advocates?|representatives?|trainees?|attendees?|teachers?|students?|doctors?"
    r"|constables?|inspectors?|journalists?|workers?|log|afraa?d|arkaa?n|khawateen|afsaraa?n)\b"
    r"|(?:ارکان|افراد|لوگ|نمائندے|نمائندوں|خواتین|اہلکار|افسران|ممبران)(?!\w))"
)
_CAME = (
    r"(?:\b(?:attended|came|joined|participated|took part|sat (?:in|through)"
    r"|(?:was|were|are) (?:present|trained|there)|(?:share+k|ha+zir) (?:th[aei]\w*|hu\w*|rah\w*)"
    r"|shirkat ki)\b"
    r"|(?:شریک|حاضر) (?:ہوئے|ہوئیں|تھے|تھیں|رہے)|شرکت کی(?!\w))"
)
_BESIDE = (
    r"(?:\b(?:in addition|besides|apart from (?:these|those|them|the above)|ke ilaa?wa)\b|علاوہ)"
)
_TOO = r"(?:also|too|as well|bhi|بھی)"
_MORE = r"(?:more|further|additional|other|others|mazee?d|aur|مزید|اور|دیگر)"
#: Somebody by name, up to a sign: "Mr … of FIA".
_NAMED = r"\b(?:mrs?|ms|miss|janab|mohtarma)\b\.? [^\W\d][^.;,]{0,60}?"
_ONE, _ANY = _NUMBER.format(name="n"), rf"(?:{_NUMBER.format(name='any')}|{_SOME})"
_UP_TO = r"[^.;]{0,60}?"
#: "In addition, 6 members of civil society attended", "4 police officers also came", "Civil society
#: members (6) were present as well", "Two more participants joined", "Plus 3 from Labour".
_TELLS_OF_MORE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BESIDE}[^.;]{{0,80}}?{_ANY}{_UP_TO}{_WHO}{_UP_TO}{_CAME}",
        rf"{_ANY}{_UP_TO}{_WHO}{_UP_TO}(?:\b{_TOO} {_CAME}|\b(?:was|were) also present\b"
        rf"|{_CAME}{_UP_TO} {_TOO}(?!\w))",
        rf"{_WHO} \({_ANY}{_UP_TO}(?:\b{_TOO} {_CAME}|{_CAME}{_UP_TO} {_TOO}(?!\w))",
        rf"{_ANY} {_MORE}(?!\w){_UP_TO}{_WHO}{_UP_TO}{_CAME}",
        rf"^\W*also,? {_ANY}{_UP_TO}{_WHO}{_UP_TO}{_CAME}",
        rf"^\W*(?:plus|\+) ?{_ANY} ",
        rf"^\W*(?:and|aur|اور|&|along ?with) {_ANY}(?: [^\W\d]+)?? {_MORE}(?!\w)",
        rf"{_BESIDE},? {_NAMED}{_CAME}|{_NAMED}(?:\b{_TOO} {_CAME}|{_CAME}{_UP_TO} {_TOO}(?!\w))",
    )
)
#: "6 officers of the Labour Department attended", "attended by 3 members of the bar".
_OF_SOME = (
    re.compile(rf"{_ONE} (?:[^\W\d]+ ){{0,4}}?{_WHO}{_UP_TO}{_CAME}", re.IGNORECASE),
    re.compile(rf"\b(?:attended|joined) by {_ONE} (?:[^\W\d]+ ){{0,4}}?{_WHO}", re.IGNORECASE),
)
#: "Civil Society: 6", "Labour Department - 4 officers".
_LABELLED = re.compile(
    rf"\W*(?P<label>[^\d:=]{{3,60}}?)\s*[:=–-]+\s*(?P<n>\d{{1,3}})(?:\s+{_WHO})?\W*", re.IGNORECASE
)
#: Who is there and is not trained.
_NOT_TRAINED = re.compile(
    r"\b(?:resource|trainers?|facilitators?|speakers?|guests?|observers?|organi[sz]ers?|media"
    r"|journalists?|drivers?|support staff|absent\w*|(?:did|could) not|iom|unodc|ilo|donors?)\b",
    re.IGNORECASE,
)
#: Who is to come; who was invited, or nominated, may have.
_STILL_TO = re.compile(r"\b(?:will|shall|would|to be|yet to|still to|next)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?<!\bno)(?<!\bnos)(?<!\bmr)(?<!\bms)(?<!\bmrs)\.\s+|[;|\u06d4]", re.IGNORECASE
)


def tells_of_more(text: str) -> bool:
    """Tell whether a text says that others came beside those of the rows, who were trained."""
    return any(_were_trained(*one) for one in _found(_TELLS_OF_MORE, text))


def numbers_of_some(text: str) -> list[tuple[str, int]]:
    """Return whom a text says that they came, who may be a part of all, and how many it says.

    "Civil Society: 6" counts, too.
    """
    if labelled := _labelled(text):
        return [labelled]
    return [
        (one[0], _NUMBERS.get(one["n"].lower()) or int(one["n"]))
        for sentence, one in _found(_OF_SOME, text)
        if _were_trained(sentence, one)
    ]


def counts_people(text: str) -> bool:
    """Tell whether a text says in itself how many came, or that some did, whoever they are."""
    return any(_found((*_TELLS_OF_MORE, *_OF_SOME), text)) or _labelled(text) is not None


def _labelled(text: str) -> tuple[str, int] | None:
    found = _LABELLED.fullmatch(" ".join(in_latin_digits(text).split()))
    return (found["label"], int(found["n"])) if found else None


def _found(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what patterns find in a text, each with its sentence."""
    for sentence in _SENTENCE.split(" ".join(in_latin_digits(text).split())):
        for pattern in patterns:
            yield from ((sentence, one) for one in pattern.finditer(sentence))


def _were_trained(sentence: str, found: re.Match[str]) -> bool:
    """Tell whether people were trained, as is said up to a bracket or a comma behind them."""
    clause = found[0] + re.split(r"[(),]", sentence[found.end() :], maxsplit=1)[0]
    return not (_NOT_TRAINED.search(clause) or _STILL_TO.search(clause))
