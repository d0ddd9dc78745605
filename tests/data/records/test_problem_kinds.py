import pandas as pd

from data.records import problem_kinds as kinds
from data.records.problem_kind import ProblemKind, in_sentences

ALL = [one for one in vars(kinds).values() if isinstance(one, ProblemKind)]


def test_each_kind_has_a_key_of_its_own_and_both_sentences():
    assert len({one.key for one in ALL}) == len(ALL)
    for one in ALL:
        assert one.key == one.key.lower().replace(" ", "-")
        assert one is kinds.SAID_BEFORE or (one.reason and one.what_to_do)


def test_a_case_keeps_the_key_of_its_kind_and_has_its_values_in_words():
    case = kinds.WRONG_TOTAL.of(said=1200, summed=900)
    assert case.key == kinds.WRONG_TOTAL.key
    assert case.reason == "The row says 1,200, its rows sum to 900."


def test_problems_are_listed_in_sentences():
    problems = pd.DataFrame({"row": [3, 2], "kind": [kinds.BLANK, kinds.SAME_ID]}, index=[7, 5])
    listed = in_sentences(problems)
    assert list(listed) == ["row", "reason", "what_to_do"]
    assert listed["reason"].to_list() == [kinds.BLANK.reason, kinds.SAME_ID.reason]
    assert in_sentences(problems[:0]).empty
