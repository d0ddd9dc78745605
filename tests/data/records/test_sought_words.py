"""What is sought in a long column is found in each text of which its rule is true."""

import re
import sys
from collections.abc import Iterator
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import data.understanding.understand
from data.records import sought_words
from data.records.distinct import LONG, any_says, says
from data.records.person_names import person_words
from data.records.sought_words import may_be_true
from data.sheets.totals import totals_of_places

assert data.understanding.understand, "whose rules are looked at"
RULES = sorted(sought_words._SOUGHT, key=lambda rule: f"{rule.__module__}.{rule.__name__}")
_URDU = re.compile(r"[^\x00-\x7f]+")
ASCII = st.characters(max_codepoint=126)
BETWEEN = [" ", " ", ", ", "-", "_", "", ". ", " (", ") ", ": ", " - ", " and ",
           "\t", "\n", "\x0b", "/", " 5 ", "'", "\xa0", "، "]  # fmt: skip
CASES = [str, str, str.lower, str.upper, str.title, str.capitalize]
#: What no list of a rule's own has, and may stand beside its words.
LOOSE = [
    *["a", "ab", "A", "in", "of", "the", "training", "was", "5", "12", "7 total", "day 2", "(all)"],
    *["Total", "0300-1234567", "+92 (0)300 1234567", "35202-1234567-1", "a(at)b.pk", "AB1234567"],
    *[
        "03 (three)",
        "8 present and 1 on leave",
        "Present: 8, Absent: 1",
        "Strength: 5",
        "on leave?",
    ],
    *[
        "mein se",
        "na aaye",
        "na aa sake",
        "to(of all)tal",
        "s/o",
        "nahin aaye",
        "hazir nahi hue",
        "did not come",
        "could not be reached",
    ],
    *["passport no AB 123456", "0300(dot)1234567", "x@y.pk", "۱۲", "?", "%", '"', "do"],
]


def constants(rule: sought_words.Rule) -> Iterator[object]:
    """Yield what the module of a rule, and those it takes words from, has: lists and patterns."""
    own = vars(sys.modules[rule.__module__]).values()
    yield from own
    if "person" in rule.__name__:
        yield from vars(sys.modules["data.records.person_names"]).values()
    yield totals_of_places._provinces()


def phrases_of(rule: sought_words.Rule) -> list[str]:
    listed = [one for one in constants(rule) if isinstance(one, (frozenset, tuple))]
    words = {word for one in listed for word in one if isinstance(word, str)}
    patterns = {one.pattern for one in constants(rule) if isinstance(one, re.Pattern)}
    words |= {word for one in patterns for word in re.findall(r"[a-z]{2,}", one)}
    named = person_words()["common_in_names"] | person_words()["also_in_names"]
    return sorted(words | (named if "person" in rule.__name__ else set()))


def texts_of(rule: sought_words.Rule) -> st.SearchStrategy[list[str]]:
    """Return lists of texts: a few that patterns of a rule match, and many of its words.

    Those of words are put together by chance from a seed: hypothesis takes many times as long
    to draw each part.
    """
    patterns = {one.pattern for one in constants(rule) if isinstance(one, re.Pattern)}
    plainly = [re.compile(_URDU.sub("zz", one), re.IGNORECASE) for one in sorted(patterns)]
    anything = st.text(ASCII, max_size=6)
    matched = [st.from_regex(one, fullmatch=True, alphabet=ASCII) for one in plainly]
    some = st.lists(st.one_of(*matched or [anything]), min_size=1, max_size=2)
    phrases = phrases_of(rule) + LOOSE

    def joined(drawn: tuple[int, list[str], str]) -> list[str]:
        seed, told, loose = drawn
        chance = Random(seed)  # noqa: S311 - no secret
        return [*told, *(_joined(chance, phrases, [*told, loose]) for _ in range(40))]

    return st.tuples(st.integers(0, 2**32), some, anything).map(joined)


def _joined(chance: Random, phrases: list[str], others: list[str]) -> str:
    """Return one to four phrases, of which one in four is another text, with anything between."""
    told = [chance.choice(others if chance.random() < 0.25 else phrases)
            for _ in range(chance.randint(1, 4))]  # fmt: skip
    return "".join(chance.choice(CASES)(one) + chance.choice(BETWEEN) for one in told)


def missed(rule: sought_words.Rule, texts: list[str]) -> list[str]:
    """Return the texts of which a rule is true, and in which nothing that it seeks is found."""
    found = may_be_true(pd.Series(texts, dtype="str"), rule)
    assert found is not None
    return [text for text, may in zip(texts, found.tolist(), strict=True) if not may and rule(text)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_what_is_sought_is_in_each_text_of_the_words_of_a_rule(rule: sought_words.Rule) -> None:
    phrases = phrases_of(rule) + LOOSE
    forms = ("{}", "{}.", " {} 5", "({})", "the {}", "{}: 5", "5 {}", "{}, a", "{}?", "{} par",
             "{} Lahore", "{0}, {0}", "{0} 3, {0} 4", "Ali {}", "{} Ali", "'={}", "{} hui",
             "was {}", "{} Division", "Ali 3, {} 4", "Ali 3 and {} 4", "3 Ali/4 {}",
             "could not {}", "failed to {}", "will {}", "not {}", "to be {}")  # fmt: skip
    texts = [form.format(case(phrase)) for phrase in phrases for form in forms
             for case in (str, str.upper, str.title)]  # fmt: skip
    assert missed(rule, texts) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_what_is_sought_is_in_any_text_of_which_a_rule_is_true(rule: sought_words.Rule) -> None:
    @settings(max_examples=40, deadline=None)
    @given(texts_of(rule))
    def of_any(texts: list[str]) -> None:
        assert missed(rule, texts) == []

    of_any()


def test_only_texts_that_hold_what_is_sought_are_asked_about() -> None:
    asked: list[str] = []

    @sought_words.only_with("absent")
    def rule(text: str) -> bool:
        asked.append(text)
        return text.endswith("ABSENT")

    others = [f"came {number}" for number in range(LONG)]
    column = pd.Series([*others, "was ABSENT", "absent?", "آئے", "was ABSENT"], dtype="str")
    assert says(column, rule).tolist() == [False] * LONG + [True, False, False, True]
    assert asked == ["was ABSENT", "absent?", "آئے"]
    asked.clear()
    assert any_says(column, rule)
    assert asked == ["was ABSENT"], "and no other once one is found"
    del sought_words._SOUGHT[rule]
