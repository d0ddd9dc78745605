"""Known agencies whose names are like a text, and agencies as answers of a question."""

import re
from collections.abc import Mapping

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from data.review.agencies.agency_lists import listed_names, telling_words
from data.review.questions import Option
from geo.words.catalogue import _

AT_MOST = 5
LONGEST = 80  # a longer text is a sentence, and like no name
#: An unknown text is at least so like a known name to have its agency among the candidates.
LEAST_LIKENESS = 70.0
#: Fewer letters than this stand for a name, however they are written.
FEW_LETTERS = 4
#: Letters that stand for a name, and are like those of any other: "PCSW"; but not "Polce".
_SHORT = re.compile(r"[^\W\d_]{2,5}")


def alike_agencies(written: str, bare: str, *, posts: bool, texts: bool) -> tuple[Option, ...]:
    """Return agencies of which a name of ``texts``, or of ``posts``, is like it, likest first."""
    letters = _SHORT.fullmatch(bare) and (written.isupper() or len(bare) < FEW_LETTERS)
    if len(bare) > LONGEST or letters:
        return ()
    known = listed_names()
    telling = telling_words(bare)
    first = 0 if texts else known.of_texts
    names = known.telling[first : None if posts else known.of_texts]
    # pyrefly: ignore[no-matching-overload]  # a scorer may be a function of several forms
    likest = extract(telling, names, scorer=ratio, score_cutoff=LEAST_LIKENESS, limit=None)
    best: dict[str, float] = {}
    for name, likeness, place in likest if telling else ():
        if _differ_in_a_word(telling, name):
            continue
        agency = known.agencies[first + place]
        best[agency] = max(best.get(agency, 0.0), likeness)
    ranked = sorted(best.items(), key=lambda pair: -pair[1])[:AT_MOST]
    return offered(_("{agency}: written alike"), dict(ranked))


def _differ_in_a_word(one: str, other: str) -> bool:
    """Tell whether two names have words in common, and others that are not alike.

    One may be short for another that begins as it does: "Local Gov".
    """
    words, others = one.split(), other.split()
    own = " ".join(word for word in words if word not in others)
    rest = " ".join(word for word in others if word not in words)
    shared = bool({*words} & {*others})
    return (
        shared and own[:1] != rest[:1] and bool(own and rest) and ratio(own, rest) < LEAST_LIKENESS
    )


def offered(words: str, scores: Mapping[str, float]) -> tuple[Option, ...]:
    """Return agencies as answers, each in some words with its score."""
    return tuple(Option(one, words.format(agency=one), score) for one, score in scores.items())
