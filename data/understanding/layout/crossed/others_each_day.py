"""Texts that say of days, or of batches, that nobody who came to one of them came to another."""

import re
from collections.abc import Iterable

_DAY = (
    r"(?:days?|dates?|weeks?|batch(?:es)?|times?|roz|din"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_EACH = rf"(?:each|every|all (?:two|three|four|five|\d)|har) (?:one |two |three )?{_DAY}"
_WHO = (
    r"(?:participants?|persons?|people|officers?|officials?|trainees?|attendees?|staff|members?"
    r"|faces|batch|group|lot|shuraka|log|afraa?d|afsr?an|ahal ?kaar)"
)
_TRAINING = r"(?:(?:one[- ]day )?(?:training|workshop|course))"
#: Words between, and no "separate room for participants".
_WORDS = r"(?:(?!(?:for|of|in|with|by|to|and|at|on)\b)[\w-]+ ){0,2}?"
_NEW = r"(?:separate|new|different|fresh|another|naye|naya|nai|alag)"
#: Others who came; "police and other officers" are the same ones.
_OTHER = rf"others?\b(?: {_WHO})?"
_NOBODY = r"(?:nobody|none|no (?:one|participant|officer|official|person|trainee)|koi)"
_NOBODY_AGAIN = (
    rf"\b{_NOBODY}\b[^.;]*\b(?:twice|again|repeated|more than once"
    r"|(?:both|two|all) (?:days|dates|batches)|more than one (?:day|date|batch)|dobara)\b"
)
_NO_REPEATER = re.compile(_NOBODY_AGAIN, re.IGNORECASE)
_OTHERS_CAME = re.compile(
    rf"\b{_EACH}\b[^.;]*\b{_NEW} {_WORDS}{_WHO}\b"
    rf"|\b{_EACH}(?: (?:a|is|was|had|has|with|came|for|by|of|the))* {_OTHER}"
    rf"|\b{_EACH}\b[^.;]*\b(?:separate|own|another|new|alag) {_WORDS}{_TRAINING}\b"
    r"(?! (?:hall|room|topic|module|venue|material|session)s?\b)"
    rf"|\b{_EACH}\b[^.;]*\b{_TRAINING} (?:of|on) its own\b"
    rf"|\b{_NEW} {_WHO}\b[^.;]*\b(?:each|every|per|har) {_DAY}\b"
    rf"|\b(?:two|three|four|five|several|\d) batch(?:es)?\b[^.;]*\b{_NEW} {_WHO}\b"
    rf"|(?:^|[(:;,.–—-]\s*){_OTHER} (?:(?:came|in|on|at|for|were|trained|attended) )*"
    rf"(?:each|every) {_DAY}\b"
    rf"|\b{_EACH}\b[^.;]*\b{_NEW} (?:set|lot|group)s? of (?:\w+ )?{_WHO}\b"
    rf"|\b(?:each|every) {_WHO} (?:attended|came to|joined|took part in)(?: only)? (?:one|a single)"
    rf" (?:{_DAY}|session|training|workshop)(?: (?:only|alone))?(?=\s*(?:$|[.;,)]))"
    rf"|{_NOBODY_AGAIN}"
    r"|ہر (?:روز|دن|تاریخ|بیچ)[^؛]*(?:نئے|نیا|الگ|مختلف|دوسرے) (?:شرکاء?|افراد|لوگ|افسران|اہلکار"
    r"|بیچ|گروپ)",
    re.IGNORECASE,
)
#: Those who came, in a text that says so.
_PEOPLE = re.compile(rf"\b(?:{_WHO}|{_NOBODY}|others?)\b|شرکاء?|افراد|لوگ|افسران|اہلکار|بیچ|گروپ",
                     re.IGNORECASE)  # fmt: skip
#: A training that was given again, and nobody who came again by it.
_GIVEN_AGAIN = re.compile(
    r"\b(?:training|course|workshop|session|programme|module)s? (?:was |were |is )?repeated"
    r"(?: twice| thrice| again)?\b"
    r"|\bsame (?:[\w-]+ ){0,2}?(?:training|course|workshop|session|programme|contents?|module|venue"
    r"|hall|place|time|agenda|trainers?)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:same|no(?! (?:one|participant|officer|official|person|trainee)\b)|not|nahin?"
    r"|repeat(?:ed|ers)?|also (?:came|attended)|returned|twice|again|more than (?:once|one)"
    r"|dobara)\b|نہیں|وہی",
    re.IGNORECASE,
)


def texts_of_others(texts: Iterable[str]) -> list[str]:
    """Return the texts that say so, without what they say of a training that was given again.

    None where one of them may also say that somebody came again.
    """
    told = [_GIVEN_AGAIN.sub(" ", _NO_REPEATER.sub("others", text))
            for text in texts if _OTHERS_CAME.search(text)]  # fmt: skip
    return [] if any(map(_SAME.search, told)) else told


def name_people(text: str) -> bool:
    """Tell whether a text that says so speaks of those who came, and not of trainings alone."""
    return _PEOPLE.search(text) is not None
