"""The lines above a table, of which the subject of a letter may take two."""

import pytest

from data.sheets.tables.tables_of_sheet import texts_above


@pytest.mark.parametrize(
    ("subject", "rest", "joined"),
    [
        ("TRAINING OF THE ANTI-HUMAN", "TRAFFICKING COMMITTEE, KASUR", True),
        ("Report on the two-day training on", "Trafficking in Persons", True),
        ("Training of police officers", "held at Kasur", True),
        ("Training of police officers", "Kindly find the report of the training", False),
        ("TRAINING OF POLICE OFFICERS", "LIST OF PARTICIPANTS", False),
        ("TRAINING OF POLICE OFFICERS", "DATE: 5 MAY 2023", False),
    ],
)
def test_a_subject_goes_on_in_the_row_below(subject: str, rest: str, joined: bool) -> None:
    whole = f"Subject: {subject}"
    texts = (f"{whole} {rest}",) if joined else (whole, rest)
    assert texts_above([(4, ["Subject:", subject]), (5, ["", rest])]) == texts
    assert texts_above([(4, [whole, ""]), (5, [rest, ""])]) == texts
    assert texts_above([(4, [whole, ""]), (6, [rest, ""])]) == (whole, rest)
    assert texts_above([(4, [subject]), (5, [rest])]) == (subject, rest)
