"""Whose people they are, asked once: heads over numbers, bodies of members, titles of trainings."""

from datetime import UTC, datetime

import pytest

from data.review.agencies.agencies import CIVIL
from data.review.decisions import Decisions
from data.review.questions import QueueItem, settle
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.layout.titles.agencies.agencies_perhaps import (
    agencies_perhaps,
    one_of_title,
)
from data.understanding.layout.titles.agencies.forces_above import force_above
from data.understanding.understand import Answers, Understood, understand
from tests.data.sheets_made import TODAY, text_of
from tests.data.understanding.readings import summed, understood
from tests.in_turn import in_turn

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WELFARE, LABOUR = "Social Welfare Department", "Labour Department"
NUMBERS = [["District", "Women", "Men"], ["Kasur", "7", "2"], ["Okara", "5", "1"]]


def table(*above: str, rows: list[list[str]] | None = None) -> bytes:
    return text_of([*([text] for text in above), *(rows or NUMBERS)]).encode()


def asked(content: bytes) -> list[QueueItem]:
    return [*understood(content).checked.queue]


def answered(content: bytes, *answers: str, of: list[QueueItem] | None = None) -> Understood:
    told = dict(zip(of or asked(content), answers, strict=True))
    found = understand([content], TODAY, decisions=settle(Decisions(), told, "Nobody", NOW))
    assert isinstance(found, Understood)
    return found


# ------------------------------------------------------------------ what heads numbers


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("Social Welfare Department, Government of the Punjab", WELFARE),
        ("نمونہ کرائسس سینٹر — محکمہ سماجی بہبود", WELFARE),
        ("Nowhere Shelter Home - Social Welfare Department", WELFARE),
        ("FIA Punjab Zone", "FIA"),
        ("FIA and IOM", ""),
        ("With support of Social Welfare Department", ""),
        ("Organized by Police Department", ""),
        ("Venue: FIA Academy", ""),
        ("Nowhere Rights Forum (NGO)", CIVIL),
    ],
)
def test_a_department_that_heads_numbers_is_asked_about(head: str, agency: str) -> None:
    texts = (head, "Training on referral", "Date: 12 March 2024")
    assert agencies_perhaps(texts) == ((agency,) if agency else ())
    if head in ("Nowhere Rights Forum (NGO)", "Organized by Police Department"):
        assert [one.value for one in asked(table(*texts))] == [agency]


# --------------------------------------------------------------------- bodies of members

UNION = "Nowhere Brick Kiln Workers' Union"


@pytest.mark.parametrize(
    ("heads", "agencies"),
    [
        ([UNION, "List of union members trained on safe migration"], (CIVIL,)),
        ([f"{UNION} (civil society partner)", "Members trained"], (CIVIL,)),
        (["Nowhere Bar Association", "Bar members trained on the law"], ("Bar",)),
        ([UNION, "List of officials trained"], (CIVIL,)),
        ([UNION, "List of representatives trained on the law"], (CIVIL,)),
        ([UNION, "Training on the law, Kasur, 9 May 2023"], (CIVIL,)),
        (["Nowhere Bar Association", "Attendance"], ("Bar",)),
        ([UNION, "Session with students"], (CIVIL,)),
        (["Venue: hall of Nowhere Workers' Union"], ()),
        (["Attendance, in association with FIA"], ()),
        (["European Union", "Attendance"], ()),
        (["Nowhere Union Council", "Members trained"], ("Local Government",)),
        ([UNION, "Nowhere Bar Association", "Members trained"], ("Bar", CIVIL)),
        ([UNION, "Members of the committee"], ()),
    ],
)
def test_of_a_body_of_members_these_may_be_the_people(
    heads: list[str], agencies: tuple[str, ...]
) -> None:
    assert agencies_perhaps(heads) == agencies


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("List of union representatives trained on bonded labour, held on 9 May 2023", CIVIL),
        ("List of union members and police officials trained on bonded labour", ""),
        ("List of union representatives of FIA", ""),
    ],
)
def test_under_its_name_the_people_of_a_union_are_its_own(title: str, agency: str) -> None:
    assert group_above([UNION, title]) == agency
    assert group_above([title]) == ""


@pytest.mark.parametrize(
    ("title", "agencies"),
    [
        ("Nowhere Welfare Society – sessions with community groups (civil society)", (CIVIL,)),
        ("Village committee members (civil society) trained on safe migration", (CIVIL,)),
        ("Nowhere Welfare Society – sessions with groups (April)", (CIVIL,)),
    ],
)
def test_brackets_tell_whose_groups_came(title: str, agencies: tuple[str, ...]) -> None:
    assert agencies_perhaps([title]) == agencies


def test_children_beside_women_and_men_leave_it_to_be_asked() -> None:
    title = "NGO Partner: Nowhere Society – training sessions with community groups (civil society)"
    rows = [["Date", "District", "Men", "Women", "Boys", "Girls"],
            ["2024-08-05", "Kasur", "5", "4", "13", "10"]]  # fmt: skip
    assert [one.value for one in asked(table(title, rows=rows))] == [CIVIL]
    title = "Training of civil society members (community volunteers) on migration and trafficking"
    assert summed(understood(table(title, rows=rows)), "agency") == {CIVIL: 32}


# ------------------------------------------------------------------- titles of trainings


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Workshop for Social Welfare Department", WELFARE),
        ("Training for the Labour Department on bonded labour, Kasur", LABOUR),
        ("Training organized by FIA for the Labour Department", LABOUR),
        ("Orientation for local NGOs", CIVIL),
        ("Sessions for civil society members / youth on migration", CIVIL),
        ("Training of volunteers of local CSOs", CIVIL),
        ("Training of CSO volunteers (IOM, in collaboration with FIA) on trafficking", CIVIL),
        ("Sessions by community volunteers", ""),
        ("Training of union council members", "Local Government"),
        ("Session with police on victim support", "Police"),
        ("Training for Police and FIA", ""),
        ("Training for FIA and IOM", ""),
        ("Training by FIA", ""),
        ("FIA training on evidence", "FIA"),
        ("Training with support of FIA", ""),
        ("Training for strengthening police response", "Police"),
        ("Training of trainers", ""),
        ("Training of police on trafficking", "Police"),
        ("Training of police, FIA and levies", ""),
        ("", ""),
    ],
)
def test_a_title_may_say_for_whom_a_training_was(title: str, agency: str) -> None:
    assert one_of_title(title) == agency


CALENDAR = [["FIA Sindh staff – PTIP Act", "2024-01-22", "23"],
            ["Sindh Police – investigation of TIP", "2024-02-13", "28"],
            ["Prosecutors", "2024-05-07", "21"]]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "others", "agencies"),
    [("Training for", [], ["FIA", "Police", "Prosecution"]),
     ("Title", [], ["Police"]),  # the others call their people
     ("Title", [["Role of Police – a dialogue", "2024-05-08", "9"]], ["Police"])],
)  # fmt: skip
def test_titles_that_each_begin_with_an_agency_are_asked_about(
    name: str, others: list[list[str]], agencies: list[str]
) -> None:
    content = text_of([[name, "Date", "Pax"], *CALENDAR, *others]).encode()
    answers = Answers({name: "title"}, {"district": "not recorded"}, kind="groups")
    found = understand([content], TODAY, answers=answers)
    assert isinstance(found, Understood)
    assert [one.value for one in found.checked.queue] == agencies
    assert summed(found, "agency").get("Not published", 0) == (0 if agencies else 37)


@pytest.mark.parametrize("who", ["Police IOs"])
def test_a_title_calls_people_of_a_force_by_the_letters_of_their_posts(who: str) -> None:
    rows = [["Activity", "Date", "District", "Male", "Female"],
            [f"Training of {who}, batch 1", "2024-02-10", "Lahore", "19", "4"],
            [f"Training of {who}, batch 2", "2024-02-24", "Kasur", "21", "3"]]  # fmt: skip
    assert summed(understood(table(rows=rows)), "agency") == {who.split()[0]: 47}


HEADER = ["Training", "Start", "End", "City", "Female", "Male"]
OF_LABOUR = ["Workshop for Labour Department", "2024-07-22", "2024-07-23", "Lahore", "4", "22"]
OF_BOTH = ["Training for Police and FIA", "2024-07-25", "2024-07-26", "Lahore", "2", "8"]
OF_FIA = ["ToT for FIA officers", "2024-06-03", "2024-06-07", "Islamabad", "5", "13"]
AGAIN = ["Seminar for Labour Department", "2024-08-22", "2024-08-23", "Lahore", "1", "9"]


@pytest.mark.parametrize("beside", [[OF_BOTH], [OF_BOTH, OF_FIA]])
def test_trainings_for_one_agency_are_one_question(beside: list[list[str]]) -> None:
    content = table(rows=[HEADER, OF_LABOUR, *beside, AGAIN])
    [one] = asked(content)
    assert (one.value, one.participants, len(one.rows)) == (LABOUR, 36, 2)
    assert [option.answer for option in one.candidates] == [LABOUR, "Not published"]
    others = {"Not published": 10} | ({"FIA": 18} if OF_FIA in beside else {})
    told = answered(content, LABOUR)
    assert not told.checked.queue
    assert summed(told, "agency") == {LABOUR: 36, **others}
    said = [note for note in told.notes if "not published of" in note and "agency" in note]
    assert all("of 10 people" in note for note in said)


def test_rows_that_tell_their_agency_leave_nothing_to_ask() -> None:
    header = ["Training", "Date", "Agency", "District", "Male"]
    rows = [["Workshop for Labour Department", "2024-07-22", "Police", "Kasur", "4"],
            ["Workshop for Labour Department", "2024-07-22", "Others", "Okara", "5"]]  # fmt: skip
    found = understood(table(rows=[header, *rows]))
    assert not found.checked.queue
    assert summed(found, "agency") == {"Police": 4, "Not published": 5}


# ------------------------------------------------------------------- what is asked, and said


@in_turn({
    "answer": [WELFARE, "Not published"],
    "title": ["Training on referral", f"Workshop for {WELFARE}"],
})  # fmt: skip
def test_the_answer_holds_and_may_leave_it_open(answer: str, title: str) -> None:
    content = table("Social Welfare Department, Nowhere", f"{title}, 12 March 2024")
    found = answered(content, answer)
    assert not found.checked.queue
    assert summed(found, "agency") == {answer: 15}


def test_the_question_says_from_which_text_it_is_read() -> None:
    [one] = asked(table("Social Welfare Department, Nowhere", "Training of 12 March 2024"))
    assert "“Social Welfare Department, Nowhere”" in one.reason
    [one] = asked(table(rows=[HEADER, OF_LABOUR, OF_BOTH]))
    assert "“Workshop for Labour Department”" in one.reason


def test_a_text_that_may_name_a_person_is_not_repeated() -> None:
    head = "Social Welfare Department, Nowhere, Mr. Zarqoon Nobody"
    [one] = asked(table(head, "Training of 12 March 2024"))
    assert one.value == WELFARE
    assert "Zarqoon" not in one.reason


# ------------------------------------------------------ who gave it, and posts of some alone

DELIVERED = ["by IOM/FIA", "(by FIA)", "with the support of FIA",
             "in collaboration with FIA and IOM", "(In collaboration with IOM & FIA)",
             "in partnership with FIA",
             "under IOM-FIA programme", "under the FIA project"]  # fmt: skip


def test_whoever_gave_a_training_is_no_second_agency() -> None:
    texts = [f"Staff trained {by}" for by in DELIVERED]
    assert [one for one in texts if agencies_perhaps([one])] == []


@pytest.mark.parametrize("by", [DELIVERED[0], DELIVERED[3], DELIVERED[6]])
def test_whoever_gave_a_training_is_not_asked_about_beside_whose_people_came(by: str) -> None:
    found = understood(table(f"Nowhere Police – Police officers trained {by}, 12 March 2024"))
    assert not found.checked.queue
    assert summed(found, "agency") == {"Police": 15}


def posts(*above: str, told: tuple[str, ...], place: str = "District") -> bytes:
    rows = [[str(n), f"Zarqoon{n} Nobody", "F", post, "Kasur"] for n, post in enumerate(told)]
    return table(*above, rows=[["S#", "Name", "Sex", "Post", place], *rows])


@pytest.mark.parametrize("by", DELIVERED)
def test_ranks_are_of_the_force_that_is_named_and_not_of_whoever_helped(by: str) -> None:
    above = ("Nowhere Police Training School", f"Course on referral {by}", "Date: 12 March 2024")
    ranks = ("ASI", "SI", "Inspector")
    assert force_above(ranks, above) == "Police"
    if by == DELIVERED[0]:
        found = understood(posts(*above, told=ranks))
        assert not found.checked.queue
        assert summed(found, "agency") == {"Police": 3}


CENTRES = ("Nowhere Centres for Women (Social Welfare Department)",
           "Training on referral by IOM/FIA", "Date: 12 March 2024")  # fmt: skip
OF_CENTRES = ("Psychologist", "Lady Medical Officer", "Manager", "Case Worker")


def test_a_post_that_tells_its_agency_does_not_stop_the_question_on_others() -> None:
    content = posts(*CENTRES, told=OF_CENTRES)
    [one] = asked(content)
    assert (one.value, len(one.rows), one.participants) == (WELFARE, 3, 3)
    assert "though others do" in one.reason
    left = answered(content, "Not published", of=[one])
    assert not left.checked.queue
    assert summed(left, "agency") == {"Health": 1, "Not published": 3}


def test_a_training_for_a_department_leaves_it_to_be_asked_whose_the_other_posts_are() -> None:
    content = posts(f"Workshop for {WELFARE}", "Date: 12 March 2024", told=OF_CENTRES)
    [one] = asked(content)
    assert (one.value, len(one.rows)) == (WELFARE, 3)
    assert summed(answered(content, WELFARE), "agency") == {"Health": 1, WELFARE: 3}


@pytest.mark.parametrize(("others", "number"), [((WELFARE, ""), 1), ((WELFARE, "Others"), 0),
                                                (("Police", ""), 0)])  # fmt: skip
def test_persons_without_an_agency_beside_those_of_the_one_above_are_asked_about(
    others: tuple[str, str], number: int
) -> None:
    rows = [[str(n), f"Zarqoon{n} Nobody", "F", one, "Kasur"]
            for n, one in enumerate((WELFARE, *others))]  # fmt: skip
    content = table(*CENTRES, rows=[["S#", "Name", "Sex", "Department", "District"], *rows])
    questions = asked(content)
    assert [one.participants for one in questions] == [1] * number
    if number:
        assert summed(answered(content, WELFARE, of=questions), "agency") == {WELFARE: 3}
        left = answered(content, "Not published", of=questions)
        assert any("1 row of 3 tells no agency" in note for note in left.notes)


@pytest.mark.parametrize("place", ["District", "Centre (district)"])
def test_staff_that_others_trained_are_of_the_department_that_heads_them(place: str) -> None:
    head, _title, day = CENTRES
    found = understood(posts(head, "Staff trained by IOM/FIA", day, told=OF_CENTRES, place=place))
    assert not found.checked.queue
    assert summed(found, "agency") == {WELFARE: 4}


def test_where_no_text_names_an_agency_it_is_asked_of_posts_that_tell_none() -> None:
    found = understood(posts("Staff trained by IOM/FIA", "Date: 12 March 2024", told=OF_CENTRES))
    assert [(one.value, one.participants) for one in found.checked.queue] == [("", 3)]
    assert summed(found, "agency") == {"Health": 1}


def test_an_agency_behind_a_title_may_be_whose_people_came() -> None:
    assert one_of_title("Identification of victims – Police") == "Police"
