"""Encodings and separators of the field."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.files.csv_text import csv_text
from data.records.errors import ReadingError
from tests.data.sheets_made import GROUP, GROUPS, checked, counts, text_of, understood
from tests.data.understanding.readings import read, unsure

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
        "Okara: 4 (all men)",
    ],
)
def test_a_letter_is_no_table_where_a_line_of_it_would_be_lost_or_is_of_all(line: str) -> None:
    with pytest.raises(ReadingError):
        checked(letter(line))


@pytest.mark.parametrize(
    ("headings", "homes"),
    [
        (["District Kasur:", "District Okara:"], ["PK614", "PK614", "PK626"]),
        (["- From Kasur", "- From Okara"], ["PK614", "PK614", "PK626"]),
        (["District Kasur:", "District Kasur:"], None),
        (["District Kasur:", "Besides:"], None),
        (["Police Kasur:", "Police Okara:"], None),
    ],
)
def test_districts_over_lines_that_count_are_the_homes_of_these(
    headings: list[str], homes: list[str] | None
) -> None:
    held = "The training on trafficking was held on 9 May 2023 at the Chamber Hall, Kasur."
    lines = [held, "", headings[0], "- FIA: 5 men, 2 women", "- Police: 4 men", "", headings[1],
             "- Labour Department: 3 men, 1 woman", "", "In all 12 men and 3 women."]  # fmt: skip
    [*rows] = (row for __, row in csv_text("\n".join(lines).encode(), "The file").rows(""))
    assert (["Department", "Female", "Male", "District"] in rows) == (homes is not None)
    if homes:
        found = understood("\n".join(lines).encode())
        assert [row[1] for row in counts(found.checked)] == homes
        assert not found.checked.queue


def test_districts_over_lines_that_a_text_names_may_be_where_trainings_were_held() -> None:
    held = "Trainings on trafficking were held on 9 May 2023 in Kasur and Okara:"
    lines = [held, "", "Kasur:", "- FIA: 5 men", "- Police: 4 men", "", "Okara:", "- FIA: 3 men"]
    assert unsure(read("\n".join(lines).encode())) == {"Where (heading)": "district"}


@pytest.mark.parametrize("sentence", [
    ["The training was held on 9 May 2023 at Lahore, and all the participants",
     "were from District Kasur."],
    ["All the participants were from District Kasur, and the training was held from",
     "09.05.2023 to 11.05.2023 in the committee room."],
    ["The training was held on 9 May 2023 at Lahore, and there came officers of",
     "District Kasur and nobody else."],
])  # fmt: skip
def test_a_sentence_that_goes_on_in_the_next_line_is_one(sentence: list[str]) -> None:
    wrapped = [*sentence, "", "Department|Men|Women", "Police|3|4", "FIA|2|1"]
    [first, *__] = [row for __, row in csv_text("\n".join(wrapped).encode(), "The file").rows("")]
    assert first == [" ".join(wrapped[:2])]
    assert [row[1] for row in counts(understood("\n".join(wrapped).encode()).checked)] == [
        "PK614"
    ] * 2


# ------------------------------------------------------------ persons and trainings in letters

ATTENDED = (
    "The following officers of district Kasur attended the training on trafficking on 9 May 2023:"
)
PERSONS = [
    "1. Mr Zarqoon1 Nobody, ASI, Police",
    "2. Ms Zarqoon2 Nobody, Social Welfare Officer, Social Welfare Department",
    "3. Mr Zarqoon3 Nobody, Labour Inspector, Labour Department",
]
OF_EACH = [
    ("PK614", "Police", 0, 1),
    ("PK614", "Social Welfare Department", 1, 0),
    ("PK614", "Labour Department", 0, 1),
]


def lines_of(*lines: str) -> bytes:
    return "\n".join(["Subject: Report", "", *lines]).encode()


@pytest.mark.parametrize(
    "lines",
    [
        [ATTENDED, "", *PERSONS],
        [ATTENDED, *PERSONS, "", "Copy to:", "1. Mr Zarqoon4 Nobody, PS to Secretary", "2. DC"],
        [ATTENDED, "", *(line.replace(". ", ") ", 1) for line in PERSONS), "Kul: 3"],
        [ATTENDED, "", *(line.replace(", ", " (", 1) + ")" for line in PERSONS)],
        [ATTENDED, "", *(line.replace(",", " -") for line in PERSONS)],
        [ATTENDED, "", *(f"{line}, 0300-1234567" for line in PERSONS)],
        [ATTENDED, "", *PERSONS[:2], "3. Mr Zarqoon3 Nobody, Labour Inspector,",
         "   Labour Department"],
        ["9 May 2023 ko training hui. Zila Kasur ke darj zail afsaran hazir thay:", "",
         "(i) Janab Zarqoon1 Nobody, ASI, Police",
         "(ii) Mohtarma Zarqoon2 Nobody, Officer, Mehkma Social Welfare",
         "(iii) Janab Zarqoon3 Nobody, Inspector, Mehkma Labour"],
        ["Report of 9 May 2023:", "1. The training was held on 9 May 2023.",
         "2. It was attended by the following officers of district Kasur:",
         *(f"   a) {line[3:]}" for line in PERSONS), "3. It went well."],
        [ATTENDED, "", *(line[3:] for line in PERSONS)],
        [f"> {line}" for line in (ATTENDED, *PERSONS)],
        [ATTENDED, "", *(f"{line} - present" for line in PERSONS),
         "4. Mr Zarqoon4 Nobody, ASI, Police - absent"],
        ["مورخہ 9 مئی 2023 کو تربیت ہوئی\u06d4 ضلع قصور کے درج ذیل افسران نے شرکت کی:", "",
         "\u06f1\u06d4 جناب زرقون نوبڈی، سب انسپکٹر، پولیس",
         "\u06f2\u06d4 محترمہ زرقونہ نوبڈی، افسر، محکمہ سماجی بہبود",
         "\u06f3\u06d4 جناب زرقان نوبڈی، انسپکٹر، محکمہ محنت"],
        ["The training was held on 9 May 2023. All participants are of district Kasur.", "",
         "Police:", "- Mr Zarqoon1 Nobody, ASI", "", "Social Welfare Department:",
         "- Ms Zarqoon2 Nobody, Officer", "", "Labour Department:", "- Mr Zarqoon3 Nobody, Clerk"],
        [ATTENDED.replace(" of district Kasur", ""), "",
         *(f"• {line[3:]}, district Kasur" for line in PERSONS)],
    ],
)  # fmt: skip
def test_persons_whom_lines_of_a_letter_list_are_rows(lines: list[str]) -> None:
    found = understood(lines_of(*lines))
    assert [row[1:5] for row in counts(found.checked)] == OF_EACH
    assert "Zarqoon" not in repr(found)
    assert "زرقون" not in repr(found)


@pytest.mark.parametrize(
    "lines",
    [
        [ATTENDED.replace("attended", "could not attend"), "", *PERSONS],
        [ATTENDED.replace("attended", "are nominated for"), "", *PERSONS],
        ["Copy of the report on the training of 9 May 2023 to:", "", *PERSONS],
        [ATTENDED, "", *PERSONS, "4. and five constables of Police"],
        [ATTENDED, "", *PERSONS, "4. Mr Zarqoon4 Nobody, ASI, Police - absent"],
        [ATTENDED, "", *PERSONS, "4. Mr Zarqoon4 Nobody, ASI, Police on leave"],
        [ATTENDED, "", *PERSONS, "4 Mr Zarqoon4 Nobody, Inspector, FIA"],
        [ATTENDED, "", *PERSONS, "Mr Zarqoon4 Nobody, FIA"],
        [ATTENDED, "", *PERSONS, "5. Mr Zarqoon4 Nobody, Inspector, FIA"],
        [ATTENDED, "", *PERSONS, "4. Mr Zarqoon4 Nobody | Inspector | FIA"],
        [ATTENDED, "", *PERSONS, "", "The following were absent:", "1. Mr Zarqoon4 Nobody, FIA"],
    ],
)
def test_persons_of_whom_a_letter_does_not_say_that_they_came_are_no_rows(lines: list[str]) -> None:
    assert "Zarqoon" not in str(refused_whole(lines_of(*lines)))


def refused_whole(content: bytes) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        checked(content)
    return caught.value


HELD = "Subject: Trainings on trafficking held in May 2023"


@pytest.mark.parametrize(
    "lines",
    [
        ["- 9 May 2023: 7 participants from the Police, district Kasur (2 women, 5 men)",
         "- 16-17 May 2023: 5 participants from Labour, district Okara (1 woman, 4 men)"],
        ["1) Kasur, 9 May 2023: Police, 7 (2F, 5M)",
         "2) Okara, 16-17 May 2023: Labour, 5 (1F, 4M)"],
        ["1. 9 May 2023 - zila Kasur - Police - khawateen 2, mard 5",
         "2. 16-17 May 2023 - zila Okara - Mehkma Labour - khawateen 1, mard 4"],
        ["\u06f1\u06d4 9 مئی 2023: ضلع قصور، پولیس، 2 خواتین، 5 مرد",
         "\u06f2\u06d4 16-17 مئی 2023: ضلع اوکاڑہ، محکمہ محنت، 1 خاتون، 4 مرد"],
        ["- On 9 May 2023, 7 police officers of district Kasur (2 women and 5 men) were trained.",
         "- On 16-17 May 2023, 5 labour officers of district Okara (1 woman and",
         "  4 men) were trained."],
    ],
)  # fmt: skip
def test_trainings_that_lines_of_a_letter_list_are_rows(lines: list[str]) -> None:
    found = understood(lines_of(HELD, "", *lines))
    assert [str(day)[:10] for day in found.checked.trainings["date_end"]] == [
        "2023-05-09", "2023-05-17"]  # fmt: skip
    assert [row[1:5] for row in counts(found.checked)] == [
        ("PK614", "Police", 2, 5), ("PK626", "Labour Department", 1, 4)]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "- 16 May 2023: 5 participants from the FIA, district Okara (1 woman, 4 men, 2 boys)",
        "- 16 May 2023: 5 participants, district Okara (1 woman, 4 men)",
        "- 16 May 2023: 3 women and 2 men of FIA, district Okara, and 4 men of Police",
        "- 16 May 2023: 5 participants from the FIA, district Okara (1 woman, 4 men) planned",
        "16 May 2023: 5 participants from the FIA, district Okara (1 woman, 4 men)",
    ],
)
def test_no_line_is_a_training_where_one_tells_more_than_the_others(line: str) -> None:
    first = "- 9 May 2023: 7 participants from the Police, district Kasur (2 women, 5 men)"
    refused_whole(lines_of(HELD, "", first, line))


def test_a_table_set_out_by_spaces_is_no_list_though_its_rows_are_numbered() -> None:
    rows = ["Sr   Rank        Name", "1.   Inspector   Mr. Zarqoon1 Nobody",
            "2.   ASI         Ms. Zarqoon2 Nobody",
            "3.   ASI         Mr. Zarqoon3 Nobody"]  # fmt: skip
    found = csv_text(lines_of(ATTENDED, "", *rows), "The file")
    assert "columns are told apart by spaces" in " ".join(found.notes)
