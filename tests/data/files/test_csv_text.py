"""Encodings and separators of the field."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.files.csv_text import csv_text
from data.records.errors import ReadingError
from tests.data.sheets_made import GROUP, GROUPS, checked, counts, text_of, understood

TEXT = text_of([GROUPS, GROUP])
USUAL = [("T1", "PK634", "Police", 2, 5)]


def refused(content: bytes) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        csv_text(content, "The file")
    return caught.value


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_mark_of_a_text_says_its_encoding(codec: str) -> None:
    found = understood(TEXT.encode(codec))
    assert [row[:5] for row in counts(found.checked)] == USUAL
    assert any("UTF-16" in note for note in found.notes) == (codec == "utf-16")


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf_16_in_both_orders(order: str) -> None:
    mark = "\ufeff".encode(f"utf-16-{order}")
    assert checked(mark + TEXT.encode(f"utf-16-{order}")).tables["attendance"].rows_accepted == 1


def test_windows_1252_is_read_and_said() -> None:
    found = understood(TEXT.replace("Referral", "Réferral – “two”").encode("cp1252"))
    assert found.checked.trainings["title"].item() == "Réferral – “two”"
    assert any("Windows-1252" in note for note in found.notes)


def test_urdu_in_utf_8_is_never_taken_for_western_letters() -> None:
    urdu = TEXT.replace("Sialkot", "سیالکوٹ").replace("Police", "پولیس")
    assert [row[:5] for row in counts(checked(urdu.encode()))] == USUAL
    damaged = urdu.encode()[:-20] + b"\xd8" + urdu.encode()[-20:]
    error = refused(damaged)
    assert "UTF-8" in error.what
    assert "line 2" in error.where


def test_another_alphabet_is_refused_not_guessed() -> None:
    assert "cannot be told" in refused(TEXT.replace("Referral", "تدريب").encode("cp1256")).what


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_windows_1256_is_read_where_it_has_known_words_of_urdu(sign: str) -> None:
    """So with a title above that says whose officers they are, in the ye of Arabic."""
    rows = [["پنجاب پوليس کے افسران کي تربيت - 11/06/2023 تا 13/06/2023"],
            ["ضلع", "مرد", "خواتين", "کل تعداد"],
            ["لاہور", "9", "4", "13"],
            ["سيالکوٹ", "12", "3", "15"]]  # fmt: skip
    found = understood(text_of(rows, sign).encode("cp1256"), date_format="dmy")
    assert [row[1:5] for row in counts(found.checked)] == [
        ("PK617", "Police", 4, 9),
        ("PK634", "Police", 3, 12),
    ]
    assert any("Windows-1256" in note for note in found.notes)


def test_one_known_word_of_urdu_is_no_proof_of_an_encoding() -> None:
    assert "cannot be told" in refused(TEXT.replace("Referral", "ضلع").encode("cp1256")).what
    with pytest.raises(ReadingError, match="Windows-1256"):
        understood(TEXT.replace("Referral", "ضلع").encode("cp1256"))
    with pytest.raises(ReadingError, match="Windows-1256"):  # Cyrillic
        understood(TEXT.replace("Referral", "Обучение сотрудников").encode("cp1251"))


@pytest.mark.parametrize(("sign", "word"), [(";", "semicolons"), ("\t", "tabs"), ("|", "bars")])
def test_separators_are_detected_and_said(sign: str, word: str) -> None:
    found = understood(text_of([GROUPS, GROUP], sign).encode())
    assert [row[:5] for row in counts(found.checked)] == USUAL
    assert any(word in note for note in found.notes)


def test_commas_inside_cells_do_not_mislead() -> None:
    row = list(GROUP)
    row[1] = "Referral, identification, care, return, law, practice, follow-up, rights"
    found = understood(text_of([GROUPS, row, row], ";").encode())
    assert found.checked.trainings["title"].item() == row[1]


def test_a_line_that_names_the_separator() -> None:
    found = understood(b"sep=;\n" + text_of([GROUPS, GROUP], ";").encode())
    assert found.checked.tables["attendance"].file_rows.tolist() == [3]


def test_a_quotation_mark_that_is_not_closed() -> None:
    text = csv_text(TEXT.encode() + b'"open', "The file")
    with pytest.raises(ReadingError, match="quotation mark"):
        list(text.rows("The file"))


@pytest.mark.parametrize("content", [b"", b" \n", b"\xef\xbb\xbf\n", b"a\0b", b"%PDF-1.7", b"<x>"])
def test_what_is_no_text_of_rows(content: bytes) -> None:
    refused(content)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    with suppress(ReadingError):
        list(csv_text(content, "The file").rows("The file"))


def test_a_line_drawn_between_bars_is_no_row_and_a_row_of_dashes_is_one() -> None:
    text = "| District | Women |\n|:-------|----:|\n| Swat | 3 |\n| - | - |\n"
    rows = [row for _, row in csv_text(text.encode(), "it").rows("it")]
    assert rows == [["", "District", "Women", ""], [], ["", "Swat", "3", ""], ["", "-", "-", ""]]


def test_signs_of_how_words_between_bars_are_to_look_are_none_of_them() -> None:
    text = "## Update\n|District|Women|\n|---|---:|\n| *Swat* | 3* |\n| **All** | **3** |\n"
    rows = [row for _, row in csv_text(text.encode(), "it").rows("it")]
    assert rows == [["Update"], ["", "District", "Women", ""], [], ["", "Swat", "3*", ""],
                    ["", "All", "3", ""]]  # fmt: skip


# --------------------------------------------------------------------------- letters and mails

SUBJECT = "Subject: Training of police officers on trafficking, two trainings"
FIRST, SECOND = "1. Training dated 9 May 2023, Kasur", "2. Training dated 16 May 2023, Okara"


def letter(*lines: str) -> bytes:
    """Return a letter on two trainings, of which the first one has the lines."""
    return "\n".join([SUBJECT, "", FIRST, *lines, "", SECOND, "Okara: 1 woman, 4 men"]).encode()


@pytest.mark.parametrize(
    "lines",
    [
        ["Kasur: 2 women, 5 men"],
        ["- Kasur: 5 male and 2 female officers."],
        ["Kasur - 2 women, 5 men;", "Total: 2 women, 5 men"],
        ["قصور: 2 خواتین، 5 مرد"],
    ],
)
def test_lines_of_a_letter_that_count_women_and_men_are_rows(lines: list[str]) -> None:
    found = understood(letter(*lines))
    assert any("women and men are read of its lines" in note for note in found.notes)
    assert [row[1:5] for row in counts(found.checked)] == [
        ("PK614", "Police", 2, 5),
        ("PK626", "Police", 1, 4),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Kasur: 2 women, 5 men (and 3 men of Okara)",
        "Besides, 3 men of Okara came.",
        "Kasur: 2 women, 5 women",
        "Participants: 2 women, 5 men",
    ],
)
def test_a_letter_is_no_table_where_a_line_of_it_would_be_lost_or_is_of_all(line: str) -> None:
    with pytest.raises(ReadingError):
        checked(letter(line))


@pytest.mark.parametrize("sentence", [
    ["The training was held on 9 May 2023 at Lahore, and all the participants",
     "were from District Kasur."],
    ["All the participants were from District Kasur, and the training was held from",
     "09.05.2023 to 11.05.2023 in the committee room."],
])  # fmt: skip
def test_a_sentence_that_goes_on_in_the_next_line_is_one(sentence: list[str]) -> None:
    wrapped = [*sentence, "", "Department|Men|Women", "Police|3|4", "FIA|2|1"]
    [first, *__] = [row for __, row in csv_text("\n".join(wrapped).encode(), "The file").rows("")]
    assert first == [" ".join(wrapped[:2])]
    assert [row[1] for row in counts(understood("\n".join(wrapped).encode()).checked)] == [
        "PK614"
    ] * 2
