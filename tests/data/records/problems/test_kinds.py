import pandas as pd

from data.records.problems import of_rows, of_tables
from data.records.problems.kind import ProblemKind, in_sentences

ALL = {
    name: one
    for kinds in (of_rows, of_tables)
    for name, one in vars(kinds).items()
    if isinstance(one, ProblemKind)
}.values()


def test_each_kind_has_a_key_of_its_own_and_both_sentences():
    assert len({one.key for one in ALL}) == len(ALL)
    for one in ALL:
        assert one.key == one.key.lower().replace(" ", "-")
        assert one is of_rows.SAID_BEFORE or (one.reason and one.what_to_do)


def test_a_case_keeps_the_key_of_its_kind_and_has_its_values_in_words():
    case = of_rows.WRONG_TOTAL.of(said=1200, summed=900)
    assert case.key == of_rows.WRONG_TOTAL.key
    assert case.reason == "The row says 1,200, its rows sum to 900."


def test_problems_are_listed_in_sentences():
    problems = pd.DataFrame(
        {"row": [3, 2], "kind": [of_rows.BLANK, of_tables.SAME_ID]}, index=[7, 5]
    )
    listed = in_sentences(problems)
    assert list(listed) == ["row", "reason", "what_to_do"]
    assert listed["reason"].to_list() == [of_rows.BLANK.reason, of_tables.SAME_ID.reason]
    assert in_sentences(problems[:0]).empty
