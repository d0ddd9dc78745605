"""Texts that name somebody or have a number of a person, and those that only look like it."""

import pytest

from data.records.personal_data import (
    HIDDEN_TEXT,
    looks_personal,
    shown_number,
    tells_of_person,
)


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("ASI WPS", False),
        ("SI CIA", False),
        ("Inspector AHTC", False),
        ("HC PTS", False),
        ("DSP HQrs Charsadda", False),
        ("DSP Hqrs Zarqoon Nobody", True),
        ("SI WPS Kasur", False),
        ("Dr DHQ", False),
        ("ASI Zarqoon", True),
        ("ASI ZARQOON", True),
        ("SI Z. Nobody", True),
        ("SI WPS Zarqoon", True),
        ("ASI PHP Zarqoon Nobody", True),
        ("SI MK Nobody", True),
        ("Training at Hafiz Abad", False),
        ("DPO HAFIZ ABAD, Punjab", False),
        ("Hafiz Abad, SI Zarqoon", True),
        ("Hafiz Zarqoon", True),
    ],
)
def test_a_rank_names_somebody_but_before_a_unit(text: str, *, personal: bool) -> None:
    assert looks_personal(text) is personal


@pytest.mark.parametrize(
    "text",
    [
        "Workshop \u06f0\u06f3\u06f0\u06f0\u06f0\u06f0\u06f0\u06f0\u06f0\u06f0\u06f1",
        "Workshop 00000\u20110000000\u20111",
        "00000/0000000/1 workshop",
        "00000 - 0000000 - 1",
        "00000\u22120000000\u22121",
        "\uff10\uff10\uff10\uff10\uff10-0000000-1",
        "0300\u200b0000001",
        "0300_0000001",
        "0300/0000001",
        "Workshop +92(0)300 000 0001",
        "zarqoon.nobody (at) example.org",
        "zarqoon [at] example [dot] org",
        "zarqoon\uff20example.org",
        "Passport AB0000001 workshop",
        "passport no. ab 0000001",
        "AB0000001 refresher",
        "Refresher (trainer: Zarqoon Nobody)",
        "Facilitators = Zarqoon",
        "Refresher, trainer Zarqoon Khan",
        "Training by Zarqoon Khan at the Academy",
    ],
)
def test_a_person_is_found_in_signs_of_any_kind(text: str) -> None:
    assert tells_of_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Shaheed Benazir Bhutto University",
        "Dr. Ruth Pfau Hospital",
        "Dr. A. Q. Khan Hospital",
        "Training by FIA",
        "Training by Blue Veins",
        "by Social Welfare Department",
        "Training by Begum Nusrat Bhutto Hospital",
        "Training by Rahim Yar Khan Police",
        "trainer: FIA Academy",
        "Trainers: two men",
        "Trainers: psychologists",
        "Trainers: TBC",
        "Training of trainers: Counselling Skills",
        "Training (at) PC Hotel. Lahore",
        "Letter 0123/2023-4567",
        "Room 0123",
        "25\u201309\u20132023 to 27\u201309\u20132023",
        "\u06f2\u06f5-\u06f0\u06f9-\u06f2\u06f0\u06f2\u06f3",
        "0900\u20131700 hrs, 5 May 2023",
        "KP2023001 Refresher",
        "Training on passport fraud 2023",
    ],
)
def test_an_organisation_a_subject_or_another_number_is_nobody(text: str) -> None:
    assert not tells_of_person(text)


@pytest.mark.parametrize(
    "post",
    ["Brick Kilns", "Mines", "Weights and Measures", "Minimum Wages", "Sales Tax", "Dog Squad"],
)
def test_an_office_or_a_trade_behind_a_rank_is_nobody(post: str) -> None:
    assert not looks_personal(f"Inspector {post}")
    assert looks_personal(f"Inspector Zarqoon, {post}")


@pytest.mark.parametrize("post", ["Constable Driver", "ASI Investigation", "Head Constable Cook"])
def test_a_post_behind_a_rank_is_nobody(post: str) -> None:
    assert not looks_personal(post)


@pytest.mark.parametrize(
    "text",
    [
        "Ahmad Khan Zarqoon",
        "House of Zarqoon Ahmad Khan",
        "As Zarqoon Ahmad Khan told us the victims wait",
        "Muhammad Ali Zarqoon wants a shelter in Multan",
        "muhammad ali zarqoon was counted twice",
        "Deputy Director Zarqoon Ahmad Khan",
        "Inspector Zarqoon Ahmad Khan of Lahore says no forms",
        "TRAINING WITH MUHAMMAD ALI ZARQOON",
        "محمد علی نے بتایا",
        "Ayesha Bibi case",
    ],
)
def test_two_names_beside_each_other_are_a_person(text: str) -> None:
    assert looks_personal(text)


@pytest.mark.parametrize(
    "text",
    [
        "House of Peace",
        "Edhi Foundation",
        "Sarim Burney Trust",
        "Muhammad Ali Trust",
        "Jinnah Hall",
        "Iqbal Auditorium",
        "LIAQAT ALI HALL",
        "Allama Iqbal Open University",
        "Akhtar Hameed Khan Resource Centre",
        "Shah Faisal Colony, Karachi",
        "Village Ghulam Hussain Mengal",
        "Kot Ghulam Hussain",
        "PS Malik Ali, Sukkur",
        "Saleem Raza Associates",
        "Police Lines Dera Ismail Khan",
        "Tando Muhammad Khan Circle",
        "Dera Murad Jamali",
        "Rahim Yar Khan",
        "محمد علی روڈ",
    ],
)
def test_a_body_or_a_place_that_is_named_after_people_is_nobody(text: str) -> None:
    assert not looks_personal(text)


@pytest.mark.parametrize(
    "text",
    ["25-30 approx.", "about 20", "20+", "taqreeban 25", "20 se ziyada", "more than 30", "over 12",
     "~15", "30 tak", "at least 10 persons", "10 men and 2 women", "تقریباً 25"],
)  # fmt: skip
def test_a_number_with_words_of_how_sure_it_is_is_shown(text: str) -> None:
    assert shown_number(text) == text


@pytest.mark.parametrize(
    "text", ["Zarqoon 25", "approx. Zarqoon", "about", "more", "25 Nobody approx."]
)
def test_another_word_beside_a_number_may_be_a_name(text: str) -> None:
    assert shown_number(text) == HIDDEN_TEXT
