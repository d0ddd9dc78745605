"""Of which agency people are: guests of another country, and all of a table by its title."""

import pytest

from data.review.agencies.agencies import CIVIL
from data.sheets.totals.total_words import is_total
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.understand import Question
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import listed, read, summed, understood
from tests.in_turn import in_turn

# --------------------------------------------------------------- guests of another country


@pytest.mark.parametrize("province", ["Zabul", "Zabul, Afghanistan"])
def test_whoever_lives_abroad_is_of_no_department_of_this_country(province: str) -> None:
    told = {
        "Border Police": "Border Police",
        "Police": "Police (of another country)",
        "Department of Labour, Zabul": "Department of Labour, Zabul",
        "Directorate of Social Affairs": "Directorate of Social Affairs",
        "NGO": "Civil society",
        "FIA": "FIA",
    }
    header = ["Agency", "Sex", "District", "Province"]
    rows = [["Levies", "M", "Kalat", "Balochistan"], ["Police", "M", "Kalat", "Balochistan"],
            ["Police", "F", "Quetta", "Balochistan"],
            *([one, "M", "Qalat", province] for one in told)]  # fmt: skip
    found = understood(listed(header, *rows))
    assert summed(found, "agency") == {"Levies": 1, "Police": 2, **dict.fromkeys(told.values(), 1)}


@pytest.mark.parametrize("post", ["DSP"])
def test_the_post_of_a_guest_is_of_no_department_of_this_country(post: str) -> None:
    rows = [[post, "M", "Kalat", "Balochistan"], [post, "M", "Qalat", "Zabul"]]
    found = understood(listed(["Designation", "Sex", "District", "Province"], *rows))
    told = summed(found, "agency")
    assert len(told) == 2
    assert set(told.values()) == {1}


# ------------------------------------------------- totals that say where they are taken from


@in_turn({
    "label":
    ["Total (as per attendance sheet)", "Sub-total: as given by the office",
     "Total no. of participants as per register"],
    "total, wrong": [("15", False), ("31", True)],
})  # fmt: skip
def test_a_total_that_says_where_it_is_from_is_held_against_its_rows(
    label: str, total: str, *, wrong: bool
) -> None:
    rows = [["AHTC Kasur, training on 6 June 2024: who attended", ""],
            ["Department", "No. of participants"], ["Police", "9"], ["Social Welfare", "4"],
            ["Labour", "2"], [label, total]]  # fmt: skip
    found = understood(text_of(rows).encode(), district="not recorded")
    assert summed(found, "agency") == {
        "Police": 9, "Social Welfare Department": 4, "Labour Department": 2
    }  # fmt: skip
    assert len(found.checked.problems) == wrong


@pytest.mark.parametrize("name", ["Totalitarian (Ali)", "Total Nobody (Kasur), 4 of 5"])
def test_a_name_with_brackets_is_no_total(name: str) -> None:
    assert not is_total(name)


# ------------------------------------------------------------------ all of one agency, by a title


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Labour Officers / Labour Inspectors trained on trafficking", "Labour Department"),
        ("Labour Officers and Labour Inspectors trained on trafficking", "Labour Department"),
        ("Police officers & police officials who attended", "Police"),
        ("One-day classes on human trafficking for the district police; all of one district",
         "Police"),
        ("Classes on human trafficking for Levies, Quetta", "Levies"),
        ("Labour Officers and Social Welfare Officers trained", ""),
        ("Labour Officers, Labour Inspectors and Teachers trained", ""),
        ("Police officers / Levies personnel trained", ""),
        ("Classes on human trafficking for the district police and Levies", ""),
    ],
)  # fmt: skip
def test_two_posts_of_one_agency_are_of_it(title: str, agency: str) -> None:
    assert group_above([title]) == agency


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("List of union members (civil society) who attended the training at Lahore", CIVIL),
        ("List of trade union members who attended the training at Lahore", CIVIL),
        ("List of Bar Association members who attended, 3 May 2023", "Bar"),
        ("List of members of Bar Association who attended", "Bar"),
        ("Volunteers (NGO) trained at Kasur, 3 May 2023", CIVIL),
        ("List of members of AHTC (civil society) who attended", ""),
        ("List of union members (civil society) and police officials who attended", ""),
        ("List of trade union members who attended, police officials beside", ""),
        ("List of Police officials and Bar Association members who attended", ""),
        ("List of union members who attended the training of FIA", ""),
        ("List of members (on leave) who attended", ""),
        ("List of members of Kasur who attended", ""),
    ],
)  # fmt: skip
def test_whose_members_a_list_is_of_tells_the_agency_of_all(title: str, agency: str) -> None:
    assert group_above([title]) == agency


def test_a_list_of_members_without_a_column_of_agencies_is_of_theirs() -> None:
    title = "List of union members (civil society) who attended, Kasur, 9 May 2023"
    rows = [["Sr", "Name", "Unit (District)"], ["1", "Zarqoon Nobody", "Kasur"],
            ["2", "Palwasha Nobody", "Okara"]]  # fmt: skip
    found = understood(
        text_of([["PAKISTAN BHATTA MAZDOOR UNION (Regd.)"], [title], *rows]).encode()
    )
    assert summed(found, "agency") == {CIVIL: 2}


# ---------------------------------------------- names, posts and places in one cell of a letter


LETTER = "To: Director {whom}. The following attended the training held at Kasur on 30 May 2024:"


@pytest.mark.parametrize("whom", ["FIA Lahore Zone", "Labour, Punjab"])
def test_to_whom_a_letter_goes_tells_no_agency_of_those_whom_it_names(whom: str) -> None:
    posts = ["Inspector, SSP Office Kasur (Police)", "Sub-Inspector, Police Station Saddar, Kasur",
             "Assistant Director, Labour Department, Kasur", "Member, Nowhere NGO, Kasur",
             "Assistant Sub-Inspector, FIA Kasur", "Keeper, DC Office Kasur",
             "Inspector, Okara"]  # fmt: skip
    rows = [[str(n), f"Zarqoon Nobod{chr(96 + n)}, {post}"] for n, post in enumerate(posts, 1)]
    above = [[LETTER.format(whom=whom)], ["S.No.", "Name, designation and place of posting"]]
    found = read(text_of([*above, *rows]).encode())
    assert not isinstance(found, Question)
    told = summed(found, "agency")
    assert "Nobod" not in repr(found)
    assert told.pop("Not published", 1) == 1
    assert told == {"Police": 2, "Labour Department": 1, "Civil society": 1, "FIA": 1,
                    "District Administration": 1}  # fmt: skip
