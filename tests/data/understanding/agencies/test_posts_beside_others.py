"""Whose people are whom a column or a post alone does not tell, by the others beside them."""

import pytest

from data.sheets.field_names import field_of_name
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import read, summed, understood


def sessions(*columns: str, title: str = "Awareness sessions") -> bytes:
    header = ["Sr", "Date", "District", *columns]
    rows = [[title], header, [1, "2023-05-09", "Kasur", 20, 30, 2, 3][: len(header)],
            [2, "2023-06-14", "Okara", 10, 11, 1, 4][: len(header)]]  # fmt: skip
    return workbook_of({"Sessions": rows})


@pytest.mark.parametrize(
    ("columns", "agencies"),
    [
        (("Girls", "Boys", "Lady Nurses", "Male Nurses"), {"Not published": 71, "Health": 10}),
        (("Male Police", "Lady Police", "Mothers", "Fathers"), {"Not published": 10, "Police": 71}),
    ],
)  # fmt: skip
def test_women_and_men_of_a_post_beside_pupils_have_its_agency(
    columns: tuple[str, ...], agencies: dict[str, int]
) -> None:
    found = understood(sessions(*columns))
    assert summed(found, "agency") == agencies
    assert len(found.checked.trainings) == 2


def test_women_and_men_beside_a_post_may_be_all_of_them() -> None:
    assert isinstance(read(sessions("Women", "Men", "Lady Police", "Male Police")), Question)


LABOUR = "Labour Department Sindh: training on forced labour"
OFFICERS = ["Labour Officer", "Labour Inspector", "Labour Inspector", "Labour Officer"]


def of_posts(*posts: str, title: str = LABOUR, above: bool = True) -> bytes:
    """Return a list of persons with their posts under a title, or with it in a column."""
    header = ["Sr", "Officer", "Post", "Place of posting", "Gender", "Date", "Training"]
    rows = [[str(n), f"Zarqoon{n} Nobody", post, "Badin", "Male", "12-Nov-2024", title]
            for n, post in enumerate(posts, 1)]  # fmt: skip
    if not above:
        return text_of([header, *rows]).encode()
    return text_of(
        [[f"{title}, 12 November 2024"], header[:5], *(row[:5] for row in rows)]
    ).encode()


@pytest.mark.parametrize(("post", "above"), [("Inspector (Women)", True), ("DD", False)])
def test_a_post_alone_is_of_the_department_of_all_others_that_a_title_names(
    post: str, *, above: bool
) -> None:
    found = understood(of_posts(*OFFICERS, post, above=above))
    assert summed(found, "agency") == {"Labour Department": 5}


@pytest.mark.parametrize(
    ("posts", "title"),
    [
        ((*OFFICERS, "Sub Inspector"), LABOUR),  # the others are none with such below them
        (("Labour Officer",) * 4 + ("Inspector",), LABOUR),
        ((*OFFICERS, "DSP", "Assistant Director"), LABOUR),  # one of them is a guest
        ((*OFFICERS, "Assistant Director"), "Training on trafficking"),
        ((*OFFICERS, "Assistant Director"), "Joint training of Labour Department and committees"),
        (("DSP", "SHO", "SHO", "DSP", "Assistant Director"), "Punjab Police: training on referral"),
    ],
)
def test_a_post_alone_may_be_a_guest_s(posts: tuple[str, ...], title: str) -> None:
    found = read(of_posts(*posts, title=title))
    assert isinstance(found, Understood)
    assert [one.value for one in found.checked.queue] == [posts[-1]]


def test_a_post_of_a_woman_is_that_of_a_man() -> None:
    found = read(of_posts("SHO (Women)", "Constable (Female)", title="Training on referral"))
    assert isinstance(found, Understood)
    assert [one.value for one in found.checked.queue] == ["Constable (Female)"]
    assert [one.answer for one in found.checked.queue[0].candidates] == ["Police", "FIA"]


def with_ranks(*rows: tuple[str, str], names: tuple[str, str] = ("Department", "Office")) -> bytes:
    listed = [[str(n), f"Zarqoon{n} Nobody", *own, "Quetta", "Male"]
              for n, own in enumerate((*rows, ("Police", "Saddar Police Station"),
                                       ("Labour", "Provincial Directorate")), 1)]  # fmt: skip
    title = ["Officials who attended the briefing of 30 January 2025"]
    return text_of([title, ["Sr", "Name", *names, "District", "Gender"], *listed]).encode()


@pytest.mark.parametrize("names", [("Department", "Office"), ("Deptt", "PS / Office")])
def test_of_a_rank_in_the_place_of_an_agency_the_office_beside_it_tells_which(
    names: tuple[str, str],
) -> None:
    ranks = [("Inspector", "FIA AHTC Circle Quetta"), ("SI", "Police Station City"),
             ("Assistant Director", "FIA Zonal Office")]  # fmt: skip
    found = understood(with_ranks(*ranks, names=names))
    assert summed(found, "agency") == {"Labour Department": 1, "Police": 2, "FIA": 2}


def test_of_a_rank_whose_office_tells_none_of_its_agencies_it_is_asked() -> None:
    offices = ("Head Office", "Labour Office", "", "PS Saddar near FIA office",
               "Liaison with FIA Circle", "Lines opp. FIA office")  # fmt: skip
    found = read(with_ranks(*(("Inspector", office) for office in offices)))
    assert isinstance(found, Understood)
    [one] = found.checked.queue
    assert (one.value, len(one.rows)) == ("Inspector", len(offices))


@pytest.mark.parametrize(
    ("place", "remark"),
    [("Anti Corruption Badin", ""), ("Badin", "Guest"),
     ("Badin", "from FIA")],
)  # fmt: skip
def test_a_director_of_another_office_or_with_a_remark_may_be_a_guest(
    place: str, remark: str
) -> None:
    posts = [*OFFICERS, "Deputy Director"]
    rows = [[str(n), f"Zarqoon{n} Nobody", post, "Badin", "Male", ""]
            for n, post in enumerate(posts, 1)]  # fmt: skip
    rows[-1][3], rows[-1][5] = place, remark
    header = ["Sr", "Officer", "Post", "Place of posting", "Gender", "Remarks"]
    found = read(text_of([[f"{LABOUR}, 12 November 2024"], header, *rows]).encode())
    assert isinstance(found, Understood)
    assert [one.value for one in found.checked.queue] == ["Deputy Director"]


def test_a_rank_in_the_place_of_a_department_is_first_asked_about_as_none() -> None:
    rows = [["1", "Zarqoon Nobody", "Inspector", "Police", "Kasur"],
            ["2", "Zarak Nobody", "Inspector", "Inspector", "Kasur"],
            ["3", "Zarqoona Nobody", "Sub Inspector", "FIA", "Kasur"]]  # fmt: skip
    header = ["S.#", "Name", "Rank", "Department", "District"]
    found = read(text_of([["Training on referral held on 16 May 2023"], header, *rows]).encode())
    assert isinstance(found, Understood), found
    assert [one.value for one in found.checked.queue] == ["Inspector"]
    [first, *others] = found.checked.queue[0].candidates
    assert first.answer == "Not published"
    assert {one.answer for one in others} == {"Police", "FIA"}


@pytest.mark.parametrize("name", ["Designation in union", "Post in organisation"])
def test_a_post_in_a_body_is_a_post_and_no_body(name: str) -> None:
    assert field_of_name(name) == "designation"
    rows = [["1", "Zarqoon One", "M", "Civil society", "Kasur", "President"],
            ["2", "Zarqoon Two", "F", "Civil society", "Kasur", "Member"]]  # fmt: skip
    header = ["No", "Name", "M/F", "Sector", "District", name]
    above = ["Training on bonded labour held on 16 May 2023"]
    found = read(text_of([above, header, *rows]).encode())
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Civil society": 2}
