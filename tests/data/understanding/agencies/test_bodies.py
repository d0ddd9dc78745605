"""Bodies, letters, ranks and kinds in columns of agencies: kept, explained, or asked about once."""

from collections import Counter
from pathlib import Path

import pytest

from data.__main__ import main
from data.records.personal_data import names_body
from data.review.agencies.agencies import find_agency, listed_names
from data.review.agencies.letters import letters_of_none
from data.review.agencies.post_words import MOST_WORDS
from data.review.decisions import AGENCY, Decision, Decisions, agency_key
from data.understanding.understand import understand
from geo.names.known_names import names_within
from tests.data.sheets_made import TODAY, checked, csv_of, groups, text_of
from tests.data.understanding.readings import (
    ABOVE,
    DAY,
    figures,
    listed,
    read,
    summed,
    understood,
    unsure,
)

NAMES = ("ALI", "ASIF", "SARA", "BUSHRA", "ASGHAR", "KHWAJA", "ISHRAT", "Zarqoon Quddoosi",
         "Nadeem Gujjar", "ZARQOON")  # fmt: skip


def of(*departments: str, above: tuple[list[str], ...] = (ABOVE,)) -> bytes:
    rows = [[one, "Kasur", "M"] for one in departments]
    return listed(["Organization / Department", "District", "Gender"], *rows, above=above)


def test_letters_near_to_none_that_are_known_stay_a_name_and_it_is_said() -> None:
    found = understood(of("RWMC", "RWMC", "Police"))
    assert summed(found, "agency") == {"RWMC": 2, "Police": 1}
    assert any("RWMC" in note for note in found.notes)
    assert not found.checked.queue


@pytest.mark.parametrize(
    "written", [*NAMES, "HRCQ", "PPA", "PPP", "LDC", "MALE", "PRESENT", "DSP", "FIA", "LHC", "MBBS"]
)
def test_no_name_mark_degree_or_rank_is_letters_of_a_body(written: str) -> None:
    assert not letters_of_none(written)


def test_a_name_where_a_department_should_be_is_asked_about() -> None:
    found = understood(of(*NAMES, *NAMES, "Police"))
    assert summed(found, "agency") == {"Police": 1}
    assert [item.kind for item in found.checked.queue] == ["agency"] * len(NAMES)
    assert not any(map(names_body, NAMES))


def test_letters_behind_a_name_above_the_rows_are_that_body() -> None:
    head = ["Sindh Rural Support Initiative (SRSI)"]
    found = understood(of("SRSI", "Police", above=(head, ABOVE)))
    assert summed(found, "agency") == {"Civil society": 1, "Police": 1}
    assert any("SRSI = Sindh Rural Support Initiative" in note for note in found.notes)
    # Nobody's name is taken for a body, and nothing is read where nothing explains it.
    named = understood(of("SRQ", "Police", above=(["Sana Rehman Quddoosi (SRQ)"], ABOVE)))
    assert "Sana" not in repr((named.notes, summed(named, "agency")))
    assert summed(understood(of("SRSI", "Police")), "agency") == {"Police": 1}  # SRSP is near


def test_a_body_that_no_list_has_keeps_its_name() -> None:
    bodies = ["Roshni Welfare", "Women Action Circle", "Ujala Shelter", "Panah Ghar",
              "Hope Helpline"]  # fmt: skip
    told = dict.fromkeys(bodies, 2) | {"Police": 1}
    assert summed(understood(of(*bodies, *bodies, "Police")), "agency") == told
    assert not any(find_agency(body, Decisions()).candidates for body in bodies)


def test_a_word_in_common_is_not_alike() -> None:
    assert not find_agency("Roshni Welfare", Decisions()).candidates
    for written, agency in (("Social Wolfare", "Social Welfare Department"),
                            ("Locall Gov Dept", "Local Government")):  # fmt: skip
        assert find_agency(written, Decisions()).candidates[0].answer == agency


@pytest.mark.parametrize("kind", ["Org. type", "ادارے کی قسم"])
def test_a_column_of_kinds_tells_the_agency_of_bodies_that_are_not_known(kind: str) -> None:
    header = ["Organization", kind, "District", "Gender"]
    rows = [["Women Police Station", "Police", "Kasur", "F"], ["Ujala Sansar", "NGO", "Okara", "F"],
            ["Ujala Sansar", "NGO", "Okara", "M"]]  # fmt: skip
    found = understood(listed(header, *rows))
    assert summed(found, "agency") == {"Police": 1, "Civil society": 2}
    assert any(f"{kind} is read as the agency" in note for note in found.notes)


def test_kinds_that_say_another_agency_or_name_bodies_tell_of_neither() -> None:
    header = ["Organization", "Type", "District", "Gender"]
    other = understood(listed(header, ["Women Police Station", "FIA", "Kasur", "F"],
                              ["Ujala Sansar", "NGO", "Okara", "F"],
                              ["Ujala Sansar", "NGO", "Okara", "M"]))  # fmt: skip
    assert summed(other, "agency") == {"Police": 1}
    other = understood(listed(header, ["Women Police Station", "Police", "Kasur", "F"],
                              ["Ujala Sansar", "Ujala Sansar", "Okara", "M"]))  # fmt: skip
    assert "Civil society" not in summed(other, "agency")


def test_the_sector_in_which_bodies_work_is_no_agency_of_theirs() -> None:
    header = ["Organization", "Sector", "District", "Gender"]
    found = understood(listed(header, ["Ujala Sansar", "Health", "Okara", "F"],
                              ["Roshni Ghar", "Labour", "Kasur", "M"]))  # fmt: skip
    assert not {"Health", "Labour Department"} & {*summed(found, "agency")}
    rows = [["University of Wombatabad", "Education", "Okara", "F"],
            ["Social Welfare Department", "Social Welfare", "Kasur", "M"]]  # fmt: skip
    known = understood(listed(header, *rows))
    assert summed(known, "agency") == {"Education": 1, "Social Welfare Department": 1}


def test_more_words_of_agencies_are_known() -> None:
    agencies = {
        "غیر سرکاری تنظیم": "Civil society",
        "محکمہ پراسیکیوشن": "Prosecution",
        "ضلعی انتظامیہ لاہور": "District Administration",
        "دار الامان": "Social Welfare Department",
        "سول جج": "Judiciary",
        "DCPU": "Child Protection",
        "Teachers": "Education",
        "این جی او": "Civil society",
        "Zilai Intezamia": "District Administration",
        "Samaji Behbood": "Social Welfare Department",
        "Women CBO Wombatabad": "Civil society",
        "Jungle RSO": "Civil society",
        "Wombat Group (INGO)": "Civil society",
    }
    assert summed(understood(of(*agencies)), "agency") == dict(Counter(agencies.values()))


def test_a_body_that_no_list_has_is_what_the_name_of_its_column_says() -> None:
    rows = [["Wombat Literacy Council", "M"], ["Rescue 1122", "M"], ["Population Welfare", "F"]]
    found = understood(listed(["Name of NGO / CBO", "Sex"], *rows), district="not recorded")
    assert summed(found, "agency") == {
        "Civil society": 1, "Rescue 1122": 1, "Population Welfare Department": 1}  # fmt: skip


def test_a_post_of_two_posts_is_of_the_agency_that_has_both() -> None:
    assert find_agency("SST Teacher", Decisions(), post=True).agency == "Education"
    assert find_agency("SHO Inspector", Decisions(), post=True).agency is None


def test_no_place_and_no_post_of_the_lists_has_more_words_than_are_sought_in_a_text() -> None:
    longest = max((*names_within(), *listed_names().posts), key=lambda text: len(text.split()))
    assert len(longest.split()) < MOST_WORDS  # with an office behind a place


def test_councillors_are_of_local_government_and_no_counsellor_is_like_them() -> None:
    for post in ("Councillor", "Lady Councillor"):
        assert find_agency(post, Decisions(), post=True).agency == "Local Government"
    assert not find_agency("Counsellor", Decisions(), post=True).candidates


def test_circles_that_are_all_of_one_agency_tell_it() -> None:
    rows = [["AHTC", "Kasur", "M"], ["CBC", "Okara", "F"], ["AHTC", "Okara", "M"]]
    head = ["Place: FIA Academy, Multan"]
    found = understood(listed(["Circle", "District", "Sex"], *rows, above=(head, ABOVE)))
    assert summed(found, "agency") == {"FIA": 3}
    alone = understood(listed(["Circle", "District", "Sex"], *rows))
    assert summed(alone, "agency") == {}


RANKS = (["Constable", "Kasur", "M"], ["ASI", "Okara", "F"], ["Constable", "Okara", "M"])


def test_ranks_that_the_same_agencies_have_are_asked_about_once() -> None:
    content = listed(["Rank", "District", "Gender"], *RANKS)
    [asked] = understood(content).checked.queue
    assert (asked.value, len(asked.rows)) == ("ASI, Constable", 3)
    assert {one.answer for one in asked.candidates} == {"Police", "FIA"}
    decided = Decisions({asked.key: Decision(AGENCY, asked.value, "Police")})
    again = understand([content], TODAY, decisions=decided)
    assert summed(again, "agency") == {"Police": 3}  # type: ignore[arg-type]
    behind = [["Constable, Zarqoon Nobody", *RANKS[0][1:]], *RANKS[1:]]
    [same] = understood(listed(["Rank", "District", "Gender"], *behind)).checked.queue
    assert same.value == "ASI, Constable"
    # A rank that was decided by itself before is asked about no more.
    one = Decisions({agency_key("ASI"): Decision(AGENCY, "ASI", "FIA")})
    [rest] = understand([content], TODAY, decisions=one).checked.queue  # type: ignore[union-attr]
    assert rest.value == "Constable"


def test_a_posting_of_the_one_force_above_that_all_others_are_of_needs_no_question() -> None:
    rows = [["PS Railways Lahore", "M"], ["SHO PS Railways Multan", "M"],
            ["Help Desk Railway Station Sialkot", "F"]]  # fmt: skip
    head = ["PAKISTAN RAILWAYS POLICE"]
    found = understood(listed(["Place of Posting", "Sex"], *rows, above=(head, ABOVE)))
    assert summed(found, "agency") == {"Police": 3}
    alone = understood(listed(["Place of Posting", "Sex"], *rows))
    assert [item.rows for item in alone.checked.queue if item.kind == "agency"]


CODED = [["Code", "Course", "Date", "District", "Male", "Female"],
         ["TIP-01", "Training on referral", DAY, "Kasur", "3", "4"],
         ["TIP-02", "Training on screening", "16 May 2023", "Okara", "2", "1"]]  # fmt: skip


def test_a_code_of_each_title_is_that_of_a_training_and_of_no_district() -> None:
    found = understood(text_of(CODED).encode(), agency="not published")
    assert sorted(found.checked.trainings["training_id"]) == ["TIP-01", "TIP-02"]
    header, *rows = CODED
    letters = [["A1", *rows[0][1:]], ["A2", *rows[1][1:]]]
    found = understood(csv_of(*letters, header=header), agency="not published")
    assert sorted(found.checked.trainings["training_id"]) == ["A1", "A2"]
    again = [["A1", *rows[0][1:], "Police"], ["A1", *rows[0][1:], "NGO"]]
    assert figures(understood(csv_of(*again, header=[*header, "Agency"]))) == (1, 14)
    numbered = [["1.1", *rows[0][1:]], ["1.2", *rows[1][1:]]]
    assert figures(understood(csv_of(*numbered, header=header), agency="not published")) == (2, 10)
    places = [["PK614", *rows[0][1:]], ["PK626", *rows[1][1:]]]
    words = [["Zarqoon", *rows[0][1:]], ["Zarqoona", *rows[1][1:]]]
    for others in (places, words):
        assert unsure(read(csv_of(*others, header=header))) == {"Code": "adm2_pcode"}


def test_who_signed_below_the_titles_is_not_named() -> None:
    signed = text_of([*CODED, [], ["", "Registrar: Zarqoon Quddoosi"]]).encode()
    found = understood(signed, agency="not published")
    assert found.checked.problems.empty
    assert "Zarqoon" not in repr(found)


def test_one_kind_of_all_organisations_is_their_agency_where_a_known_one_agrees() -> None:
    header = ["Sr.", "Name", "Gender", "Organisation", "Type", "District"]
    rows = [["1", "Zarqoon One", "F", "Roshni Welfare Trust", "NGO", "Kasur"],
            ["2", "Zarqoon Two", "M", "Umeed Legal Aid Cell", "NGO", "Okara"]]  # fmt: skip
    found = understood(text_of([[f"Session on referral, {DAY}"], header, *rows]).encode())
    assert summed(found, "agency") == {"Civil society": 2}


def test_a_bank_is_a_body_under_its_own_name() -> None:
    found = understood(of("State Bank of Pakistan", "Police"))
    assert summed(found, "agency") == {"State Bank of Pakistan": 1, "Police": 1}


def test_ranks_at_a_school_of_the_police_are_its_own_beside_remarks_on_their_officers() -> None:
    header = ["Name", "Gender", "Rank", "District", "Remarks"]
    rows = [["Zarqoon One", "F", "ASI", "Kasur", ""],
            ["Zarqoon Two", "M", "HC", "Okara", "informed DPO"]]  # fmt: skip
    above = [["Workshop on referral"], [f"PTS Lahore, {DAY}"]]
    found = understood(text_of([*above, header, *rows]).encode())
    assert summed(found, "agency") == {"Police": 2}


@pytest.mark.parametrize(
    ("body", "agency"),
    [("LG&RD Hunza", "Local Government"), ("LG & RDD, Kasur", "Local Government"),
     ("Local Govt (Punjab)", "Local Government"), ("Kasur Bar", "Bar"), ("High Court Bar", "Bar"),
     ("Peshawar High Court Bar Association", "Bar"), ("Peshawar High Court", "Judiciary"),
     ("Social Welfare & Women Development", "Social Welfare Department")],
)  # fmt: skip
def test_a_body_with_its_place_beside_it_is_of_its_agency(body: str, agency: str) -> None:
    assert find_agency(body, Decisions()).agency == agency


@pytest.mark.parametrize(
    ("short", "agency"),
    [("Edu Deptt", "Education"), ("Educ Dept.", "Education"), ("Edn Deptt Okara", "Education"),
     ("Edu", "Education"), ("Dte of Edu", "Education"), ("Distt Edu Office", "Education"),
     ("Hlth", "Health"), ("Hlth Deptt", "Health"), ("Loc Govt", "Local Government"),
     ("Soc. Welf. Deptt", "Social Welfare Department"), ("Soc Wel", "Social Welfare Department"),
     ("Lab Deptt", "Labour Department"), ("Local Gov Deptt", "Local Government"),
     ("Distt Admin", "District Administration"), ("Prosec Deptt", "Prosecution"),
     ("Judl", "Judiciary"), ("Women Devt Deptt", "Women Development Department"),
     ("Pop Welf Deptt", "Population Welfare Department"), ("Civil Def", "Civil Defence"),
     ("Inf Deptt", "Inf Deptt"), ("Pol Deptt", "Police"), ("Min Deptt", "Min Deptt"),
     ("For Deptt", "For Deptt"), ("Lab", None), ("Zarqoon Wel", None)],
)  # fmt: skip
def test_a_short_form_that_fits_one_agency_alone_is_of_it(short: str, agency: str | None) -> None:
    assert find_agency(short, Decisions()).agency == agency


@pytest.mark.parametrize(
    ("body", "agency"),
    [("Kiln workers union", "Civil society"), ("Bhatta Mazdoor Union", "Civil society"),
     ("Brick kiln workers' union Okara", "Civil society"), ("Labour Union", "Civil society"),
     ("All Pakistan Labour Federation", "Civil society"), ("Trade Union", "Civil society"),
     ("Punjab Union of Journalists", "Media"), ("Kasur Press Club", "Media"),
     ("District Bar Association", "Bar"), ("Kiln Owners Association", "Kiln Owners Association"),
     ("Chamber of Commerce", "Chamber of Commerce"), ("Traders Association",
     "Traders Association"), ("Employers Federation", "Employers"),
     ("Union Council 5", "Local Government"), ("Labour Department", "Labour Department")],
)  # fmt: skip
def test_those_who_work_are_civil_society_and_other_associations_are_their_own(
    body: str, agency: str
) -> None:
    assert find_agency(body, Decisions()).agency == agency


@pytest.mark.parametrize("both", ["Police, FIA", "Social Welfare / Police", "Police Labour"])
def test_of_two_agencies_in_one_text_none_is_the_place_of_the_other(both: str) -> None:
    assert find_agency(both, Decisions()).agency is None


@pytest.mark.parametrize(
    ("post", "agency"),
    [("Psychologist, CPWB", "Child Protection"), ("Warden, Model Children Home",
     "Social Welfare Department"), ("DHO", "Health"), ("Tapedar", "Revenue Department"),
     ("Deputy DEO (W-EE) Murree", "Education"), ("DEO", None),
     ("Khateeb, Jamia", None),
     ("Inspector, BPS", None), ("Psychologist, Cpwb", None)],
)  # fmt: skip
def test_letters_or_a_home_behind_a_post_tell_whose_it_is(post: str, agency: str | None) -> None:
    assert find_agency(post, Decisions(), post=True).agency == agency


def test_why_some_rows_have_no_agency_and_which_names_no_list_has_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = ["Department", "Designation", "District", "Gender"]
    rows = [["Police", "", "Kasur", "F"], ["", "", "Kasur", "F"],
            ["", "Wombat keeper", "Okara", "M"], ["Others", "", "Okara", "M"],
            ["Kiln workers union", "", "Okara", "M"], ["Wombat Board", "", "Okara", "M"],
            ]  # fmt: skip
    content = listed(header, *rows)
    found = understood(content)
    said = (
        "3 rows of 6 tell no agency (1 without a text; 1 with a post that tells none; "
        "1 called others, or unknown): not published of 3 people.",
        "kept as names of agencies that no list has: Wombat Board.",
        "unions of those who work are counted as civil society.",
    )
    assert all(any(text in note for note in found.notes) for text in said)
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    for options in ([], ["--json"]):
        main(["check", str(path), *options])
        told = capsys.readouterr().out
        assert all(text in told for text in said)


@pytest.mark.parametrize("called", ["Employer", "Name of employer"])
def test_whom_somebody_works_for_is_no_federation_of_employers(called: str) -> None:
    rows = [[one, "Kasur", "M"] for one in ("Airblue", "PIA", "Zarqoon Mills", "Police")]
    found = understood(listed([called, "District", "Gender"], *rows, above=(ABOVE,)))
    assert summed(found, "agency") == {"Airblue": 1, "PIA": 1, "Police": 1}
    assert [item.kind for item in found.checked.queue] == ["agency"]


def test_the_office_of_a_tehsil_is_the_districts_administration() -> None:
    offices = ["Tehsil Office Matta", "Matta Tehsil Office", "Taluka Office, Rohri",
               "Mukhtiarkar Office Kotri", "Tehsil Administration Matta",
               "Tehsil Office Matta, Swat", "تحصیل آفس"]  # fmt: skip
    others = ("Police", "TMA Matta", "Tehsil Municipal Administration")
    found = understood(of(*offices, *others))
    told = {"District Administration": len(offices), "Police": 1, "Local Government": 2}
    assert summed(found, "agency") == told
    assert not found.checked.queue


@pytest.mark.parametrize("office", ["Tehsil Office Nowhereabad", "Taluka Headquarters Nowhereabad"])
def test_the_office_of_a_tehsil_that_no_list_has_is_asked_about(office: str) -> None:
    found = understood(of(office, office, "Police"))
    assert summed(found, "agency") == {"Police": 1}
    [question] = found.checked.queue
    assert [one.answer for one in question.candidates] == ["District Administration"]


@pytest.mark.parametrize(
    ("office", "agency"),
    [("Tehsil Education Office Matta", "Education"), ("Tehsil Office Social Welfare Department",
      "Social Welfare Department"), ("Tehsil Headquarters Hospital Matta", "Health")],
)  # fmt: skip
def test_an_office_of_a_department_in_a_tehsil_is_that_departments(
    office: str, agency: str
) -> None:
    assert find_agency(office, Decisions()).agency == agency


def test_names_where_agencies_should_be_are_hidden_and_asked_about() -> None:
    names = ("Zarqoon Ahmad Khan", "Deputy Director Zarqoon Ahmad Khan")
    found = checked(groups({}, *({"Department": name, "District": "Lahore"} for name in names)))
    assert (found.participants_accepted, found.participants_in) == (7, 21)
    assert [one.candidates[0].answer for one in found.queue] == ["Not published"] * 2
    told = f"{found.problems.to_dict()} {found.queue}".casefold()
    assert not any(name.casefold() in told for name in names)
