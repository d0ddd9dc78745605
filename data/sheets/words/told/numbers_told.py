"""How many people, women and men texts beside a table say that came: read here, and nowhere else.

A number of days, of those invited or absent, of trainers, meals or a whole series is of no list.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
import pandas as pd

from data.records.rules import in_latin_digits
from data.sheets.totals.total_rows import say_total
from data.sheets.totals.total_words import PEOPLE
from data.sheets.words.count_words import count_in_words, with_digits
from data.sheets.words.names.names_of_who_came import is_planned

#: Of whom a number is told, and the number.
Told = tuple[str, int]
ALL, WOMEN, MEN = "people", "women", "men"
_WHO = rf"(?:{PEOPLE}|people|officials|شرکاء?|افراد|اہلکار)"
_CAME = (
    r"(?:(?:who )?(?:have |had |were |was )?"
    r"(?:attended|participated|trained|present|came|took part|joined)"
    r"(?: (?:in )?(?:the|this|our) (?:training|course|workshop|session|seminar|event))?"
    r"|in all|in total)"
)
_ALL_OF = r"(?:(?:grand |sub )?total|all|strength|number|kul|کل|کل تعداد|تعداد)"
_MORE = r"(?: (?:no\.?|number|strength|tadaa?d|تعداد))?(?: of)?"
#: Neither a day nor a part of a longer number, nor a number of anything else.
_NUMBER = (
    r"(?P<number>\d{1,4})(?!\d)(?![-/.–]\d|,\d{3})(?!\s*(?:st|nd|rd|th)\b)"
    r"(?! \w+\.?,? (?:19|20)\d\d\b)"
    r"(?!\s*(?:%|per ?cent|days?|hours?|sessions?|batch(?:es)?|districts?|trainings?|courses?)\b)"
    r"(?! ?(?:f|m|females?|males?|wom[ae]n|m[ae]n|ladies|gents|mard|aurat(?:ei?n|on)?|khawateen"
    r"|khwateen|ha[zd]rat)\b)(?! ?(?:خواتین|عورتیں|مرد))"
)
#: Where somebody has it from: "Total participants (as per attendance sheets): 46".
_FROM = (
    r"(?: \(?(?:as per|as (?:told|given|shown|stated)|acc(?:ording)? to|vide)\b[^:=()\d]{1,50}\)?)?"
)
_IS = rf"{_FROM}(?:\s*[:=-]+\s*| (?:is|was|were|comes to) )"
_BEGIN = r"(?:^|(?<=[(\[,،:–—-])\s*|(?<=[-–—,،] ))"
_LABELLED = re.compile(
    rf"{_BEGIN}(?:(?:the|correct(?:ed)?) ){{0,2}}(?:"
    rf"{_ALL_OF}{_MORE}(?: {_WHO})?(?: {_CAME})*{_IS}"
    rf"|{_ALL_OF}{_MORE} {_WHO}(?: {_CAME})* "
    rf"|no\.?(?: of)? {_WHO}(?: {_CAME})*{_IS}"
    rf"|{_WHO}(?: {_CAME})*(?: کی تعداد)?{_IS}"
    rf"|(?:حاضر|کل حاضر) شرکاء?{_IS}"
    rf"|strength )\(?{_NUMBER}",
    re.IGNORECASE,
)
#: "Members of the committee": of all who are together, and of no district or agency among them.
_OF_BODY = (
    r"(?: of (?:the )?(?:[\w-]+ ){0,4}(?:committees?|d?ahtcs?|group|batch|course|class)"
    r"(?:,? (?!not\b)[^\W\d]+){0,3}?)?"
)
_COUNTED = re.compile(
    rf"(?<![\d/.-]){_NUMBER} (?:{_WHO}|members){_OF_BODY} {_CAME}(?!\w)"
    r"|\b(?:attended by|in all|total(?: of)?|kul|کل|(?:list|roll|names) of(?: the)?"
    r"|(?:sheet|register|list|roll)s? (?:shows?|tells?|gives?|says?|has|have))"
    rf" (?P<behind>\d{{1,4}}) {_WHO}(?!\w)"
    rf"|{_BEGIN}(?P<alone>\d{{1,4}}) {_WHO}(?=\s*(?:$|[)\](,،.]))",
    re.IGNORECASE,
)
_ALL_WHO_CAME = re.compile(
    rf"(?:{_ALL_OF}{_MORE} )?(?:{_WHO}|حاضر)(?: {_CAME})*(?: \(p\))?", re.IGNORECASE
)
_SAYS_ALL = re.compile(r"\b(?:total|all|strength|kul|کل)\b", re.IGNORECASE)
#: Not at the point of "No. of participants".
_SENTENCE = re.compile(r"(?<!\bno)(?<!\bnos)\.\s+|[;|]", re.IGNORECASE)
#: Who is counted as male or female: "Male (men and boys): 89".
_OF_BOTH_AGES = re.compile(
    r"\s*[(\[](?:\s*(?:m[ae]n|wom[ae]n|boys|girls|adults?|gents|ladies|children|and|&|\+|/|,"
    r"|مرد|لڑکے|خواتین|لڑکیاں|اور))+\s*[)\]]",
    re.IGNORECASE,
)
#: All who came, of whom a bracket tells parts: "6 persons (4 nominated + 2 substitutes)".
_IN_PARTS = re.compile(
    r"(?<!\d)(?P<all>\d{1,4})(?P<who>(?: [^\W\d_]+){0,2}) \((?P<parts>[^()]{1,80})\)"
)
_PIECES = re.compile(r"[()\[\],،]")
_BEFORE_SEX = re.compile(
    r"\b(?:(?:grand )?total|(?:total )?(?:no\.?|number) of|of (?:which|whom|them|these)"
    r"|incl(?:uding|\.)|kul|کل|and|جن میں|بشمول)\b\s*[:=]?\s*",
    re.IGNORECASE,
)
#: What else than all of a list, or of a part of it, a number beside it may be of.
_OF_OTHERS = re.compile(
    r"\b(?:absent(?:ees)?|absence|(?:did|could|were|was) not|resource persons?|trainers?"
    r"|facilitators?|guests?|speakers?|organi[sz]ers?|drivers?|guards?|observers?|lunch|tea|meals?"
    r"|refreshments?|kits?|certificates?|forms?|seats?|capacity|minimum|maximum|at (?:least|most)"
    r"|so far|till|to date|since|cumulative|series|batches|trainings|(?<!as )per|each|every|daily"
    r"|ghair|gair)\b|\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|last) day\b"
    r"|\bday[ -]*\d|غیر|رخصت",
    re.IGNORECASE,
)
#: The same, where it stands outside brackets.
_QUALIFIED = re.compile(
    r"\b(?:not|leave|late|next|previous|earlier|later|last|another|others?|should|will)\b",
    re.IGNORECASE,
)


#: So many letters before and behind a number say of whom it is; more would be of other sentences.
_REACH = 400


def counts_told(texts: Iterable[str]) -> list[Told]:
    """Return of how many people, women and men texts say that it is: "Total participants: 22"."""
    return [
        told
        for text in map(with_digits, texts)
        if any(map(str.isdigit, text))
        for sentence in map(_without_planned_parts, _SENTENCE.split(_in_one_line(text)))
        if not is_planned(sentence)
        for told in dict.fromkeys((*_people_told(sentence.strip()), *_sexes_told(sentence)))
    ]


def _in_one_line(text: str) -> str:
    return " ".join(in_latin_digits(text).split())


def _without_planned_parts(sentence: str) -> str:
    """Return a sentence without brackets that tell how many of all who came were nominated."""

    def whole(found: re.Match[str]) -> str:
        parts = [int(one) for one in re.findall(r"\d{1,4}", found["parts"])]
        summed = len(parts) > 1 and sum(parts) == int(found["all"])
        return (
            f"{found['all']}{found['who']}" if summed and is_planned(found["parts"]) else found[0]
        )

    return _IN_PARTS.sub(whole, sentence) if "(" in sentence else sentence


def numbers_told(texts: Iterable[str]) -> list[int]:
    """Return of how many people, of both sexes, texts say that it is."""
    return [number for who, number in counts_told(texts) if who == ALL]


def tells_of_all(texts: Iterable[str]) -> bool:
    """Tell whether texts have one number of people, and it is that of all: "Total", "کل"."""
    told = [text for text in texts if numbers_told([text])]
    return len({*numbers_told(told)}) == 1 and any(map(_SAYS_ALL.search, told))


def counts_in_rows(
    cells: pd.DataFrame,
    counted: Sequence[int] = (),
    named: Collection[int] = (),
    days: Collection[int] = (),
) -> list[Told]:
    """Return what rows of a list tell of its people: "Total participants" beside 13.

    A total with a number in a column where people are ``counted`` is compared there.

    "Total" alone may be of what else the list has: of marks, or days; and so may be several numbers
    of which none is the sum of the others: how many were present on each day. One number below what
    persons are ``named`` by is of these. Those below the marks of ``days``, and their sum, are of
    none but whoever came on each.
    """
    totals = say_total(cells).to_numpy()
    if not totals.any():  # as of most lists
        return []
    told = []
    for place in np.flatnonzero(totals):
        filled = {n: text.strip() for n, text in cells.iloc[place].items() if text.strip()}
        of_days = [count for n in days if (count := read_count(filled.pop(n, ""))) is not None]
        if of_days:
            filled = {n: text for n, text in filled.items() if read_count(text) != sum(of_days)}
        if not filled:
            continue
        label, *behind = filled.values()
        if {*filled} & {*counted} or _are_of_parts(behind):
            continue
        text = f"{label.strip(' .:=-')}: {', '.join(behind)}" if behind else label
        own = counts_told([text])
        of_people = not behind or re.search(_WHO, label, re.IGNORECASE)
        of_people = of_people or (len(behind) == 1 and [*filled][1] in named)
        told += [one for one in own if one[0] != ALL or of_people]
    return told


def read_count(text: str) -> int | None:
    """Return the number that a cell holds and nothing else, else None."""
    bare = in_latin_digits(text).strip()
    return int(bare) if bare.isdecimal() else None


def is_of_who_came(label: str) -> bool:
    """Tell whether the label of a total is of all who came, and of no sex, day or part of them."""
    return _ALL_WHO_CAME.fullmatch(" ".join(label.strip(" .:=-–").split())) is not None


def _are_of_parts(texts: Sequence[str]) -> bool:
    """Tell whether there are several different numbers, none of which is the sum of the others."""
    numbers = [int(text) for text in map(in_latin_digits, texts) if text.isdecimal()]
    return len({*numbers}) > 1 and all(2 * one != sum(numbers) for one in numbers)


def _people_told(sentence: str) -> Iterator[Told]:
    for found in _LABELLED.finditer(sentence):
        if not _is_of_others(found[0], sentence[found.end() :]):
            yield ALL, int(found["number"])
    for found in _COUNTED.finditer(sentence):
        before = sentence[max(found.start() - _REACH, 0) : found.start()]
        if found["number"]:  # "two were absent, 12 participants attended"
            before = re.split(r"[,،]", before)[-1]
        if not _is_of_others(before + found[0], sentence[found.end() :]):
            yield ALL, int(found["number"] or found["behind"] or found["alone"])


def _is_of_others(text: str, behind: str) -> bool:
    """Tell whether a number is none of all who came, by its part of a sentence.

    And by a bracket behind it that has no other number.
    """
    going_on = re.split(r"[(),،]", behind[:_REACH], maxsplit=1)[0]
    inside = re.match(r"\([^()\d]*\)", behind[len(going_on) :])
    own = text + going_on
    return bool(_QUALIFIED.search(own) or _OF_OTHERS.search(own + (inside[0] if inside else "")))


def _sexes_told(sentence: str) -> Iterator[Told]:
    if any(says.search(sentence) for says in (_OF_OTHERS, _QUALIFIED)):
        return
    for piece in _PIECES.split(_OF_BOTH_AGES.sub("", sentence)):
        counted = count_in_words(_BEFORE_SEX.sub("", piece.strip(" .:*-–—")))
        if counted and counted.women is not None:
            yield WOMEN, counted.women
        if counted and counted.men is not None:
            yield MEN, counted.men
