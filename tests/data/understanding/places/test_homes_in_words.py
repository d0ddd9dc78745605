"""Homes that a text beside a table tells, and texts of other places, which tell none."""

import pytest

from data.records.problems.of_rows import NO_HOME_TOLD
from data.understanding.layout.titles.places.homes_above import are_of_same_district, home_told
from data.understanding.understand import Question, Understood
from geo.districts import gazetteer
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import DAY, figures, homes_of, read, summed, understood
from tests.in_turn import in_turn

DAY_OF_COURSE = "Course on referral of police officers, 16 May 2023"
HOMES = [
    ("Zila Kasur ki anti human trafficking committee ke members ki training, Lahore", "Kasur"),
    ("Zila Kasur ke darj zail afsaran hazir thay", "Kasur"),
    ("Zila Kasur ke darj zail mehkmon ke afsaran ne training mein shirkat ki", "Kasur"),
    ("تربیت اراکین ضلعی کمیٹی برائے انسداد انسانی سمگلنگ، ضلع قصور", "Kasur"),
    ("District Kasur – participants of the committee training, Okara", "Kasur"),
    ("District of participants: Wazirabad", "Gujranwala"),  # in which it is counted
    ("Training of school teachers of Tehsil Chunian, District Kasur on safe schools", "Kasur"),
    ("Members of UC Kot Nobody, Tehsil Chunian, District Kasur", "Kasur"),
    ("Staff of DC Office, Kasur", "Kasur"),
    ("District Attock: committee members trained in their own district", "Attock"),
    ("All participants are from: Kasur", "Kasur"),
    ("All participants work in: Karachi, District Malir", "Malir"),
    ("All trainees are posted in District South, Karachi", "Karachi South"),
    ("Officers of Karachi, Distt. Central", "Karachi Central"),
    ("List of officials of DPO Office Kasur who attended", "Kasur"),
    ("ضلع پولیس لکی مروت کے ملازمان جنہوں نے کورس میں شرکت کی", "Lakki Marwat"),
    ("تربیت برائے ضلع قصور کے اساتذہ", "Kasur"),
    ("قصور پولیس کے اہلکاران کی تربیت", "Kasur"),
    ("تمام شرکاء کا تعلق ضلع قصور سے ہے", "Kasur"),
    ("No. of officials of District Rahim Yar Khan trained on TIP (July - Dec 2023)",
     "Rahim Yar Khan"),
    ("MONTHLY PROGRESS REPORT - TRAININGS OF POLICE STAFF ON TRAFFICKING, DISTRICT FAISALABAD, "
     "YEAR 2023", "Faisalabad"),
    ("Lectures delivered to investigation staff of police stations of District Faisalabad",
     "Faisalabad"),
    ("Participants: officials and volunteers of District Swat", "Swat"),
    ("Subject: One day training of officers of District Thatta on prevention", "Thatta"),
    ("Trainings attended by police officers of Investigation Wing, District Faisalabad, 2024",
     "Faisalabad"),
    ("Community sessions with residents of District Sialkot - Project 'Safar' - October 2023",
     "Sialkot"),
    ("Participation in one day training, Jirga Hall Khar. All participants are from District "
     "Bajaur.", "Bajaur"),
    ("Community sessions with residents of Islamabad (ICT) on migration", "Islamabad"),
    ("All participants are residents of Islamabad district (ICT).", "Islamabad"),
    ("Detail of courses attended by officers of District Police Faisalabad, Year 2022",
     "Faisalabad"),
    ("NOMINAL ROLL OF LEVIES PERSONNEL DISTRICT DERA BUGTI", "Dera Bugti"),
    ("TRAININGS CONDUCTED BY THIS OFFICE FOR POLICE OFFICIALS OF DISTRICT MARDAN (Q1 2023)",
     "Mardan"),
    ("19 & 20 June 2023, Wadudia Hall (all participants belong to District Swat)", "Swat"),
    ("Committee, Okara (all officers posted in District Kasur)", "Kasur"),
    ("List of Secretaries Union Councils of District Attock who attended a training", "Attock"),
    ("For residents of villages of Tehsil Jiwani, District Gwadar, November 2023", "Gwadar"),
    ("All trainees were from Kasur.", "Kasur"),
    ("All participants belong to Distt. Sialkot. Different persons were called to each session.",
     "Sialkot"),
    ("Officers of Distt: Kasur who attended", "Kasur"),
    ("Training of officers of Dist. Kasur on referral", "Kasur"),
    ("Training, Police Lines Charsadda - all participants of Charsadda Police", "Charsadda"),
    ("Course at PTS Hangu (all trainees from Karak police)", "Karak"),
    ("All participants serve in District Okara", "Okara"),
    ("All trainees came from Kasur.", "Kasur"),
    ("Home district: Okara", "Okara"),
    ("Employees of Labour Department, District Mianwali trained on forced labour", "Mianwali"),
    ("Training for members of District Vigilance Committee Sialkot held at Lahore", "Sialkot"),
    ("1. Members of DAHTC Swat - trained on 6 Feb 2024", "Swat"),
    ("Orientation of DAHTC members of Okara held at Lahore", "Okara"),
    ("Training of DAHTC Kasur members at Lahore", "Kasur"),
    ("AHTC members trained – District Swat", "Swat"),
    ("Annex 4: committee members trained, District Swat", "Swat"),
    ("DAHTC members (District Buner)", "Buner"),
    ("AHTC members who attended, District Shangla", "Shangla"),
    ("List of members of AHTC, District Swat", "Swat"),
    ("Members of the AHTC Okara trained at Lahore", "Okara"),
    ("Training 1: Referral, for members of District ATC Okara, 9 May 2023", "Okara"),
    ("AHTC Okara members trained at Lahore", "Okara"),
    ("Staff of District Jail Kasur trained", "Kasur"),
    ("District Police Mianwali: officials trained on TIP, 2023", "Mianwali"),
    ("District Education Authority Kasur - Teachers trained on child trafficking", "Kasur"),
    ("Training of officers of Kasur Police, May 2023", "Kasur"),
    ("Officers of District Lodhran trained at Police Training School Multan", "Lodhran"),
    ("District Kasur police officials trained by FIA Lahore", "Kasur"),
    ("RANK WISE TRAINING OF GHOTKI DISTRICT POLICE IN ANTI HUMAN TRAFFICKING COURSES", "Ghotki"),
    ("Courses for District Police Kasur held at Lahore", "Kasur"),
    ("Session 1, Social Welfare Office Turbat, 12 June 2023 (participants: District Kech)", "Kech"),
    ("Session at DC Office Panjgur for District Kech participants", "Kech"),
    ("District: Vehari (all participants are posted in this district)", "Vehari"),
    ("Agency-wise participation, District Vehari (participants are from District Vehari)",
     "Vehari"),
    ("Trainings held in district Dadu, participants of the same district", "Dadu"),
    ("Training held in District Dadu, participants from the district itself", "Dadu"),
    ("Training held in District Dadu; all participants were from within the district", "Dadu"),
    ("District: Vehari (all posted here)", "Vehari"),
    ("All participants are local (District Vehari)", "Vehari"),
    ("Participants are working in District Vehari", "Vehari"),
    ("Workshop held at Lahore; participants were from Vehari district only", "Vehari"),
    ("Participants are domiciled in Vehari", "Vehari"),
    ("The participants were nominated from District Vehari", "Vehari"),
    ("Participants from Vehari", "Vehari"),
    ("Participants from all tehsils of District Vehari", "Vehari"),
    ("Participants: all from Vehari", "Vehari"),
    ("All participants: Vehari", "Vehari"),
    ("(participants: Vehari district)", "Vehari"),
    ("Everyone is from District Vehari", "Vehari"),
    ("All belong to District Vehari", "Vehari"),
    ("All from Vehari", "Vehari"),
    ("Note: all are from Vehari district", "Vehari"),
    ("Vehari district officers", "Vehari"),
    ("Training of Vehari district officers", "Vehari"),
    ("Home District of all participants: Vehari", "Vehari"),
    ("Place of posting of all participants: Vehari", "Vehari"),
    ("Duty district: Vehari", "Vehari"),
    ("تمام شرکاء ضلع وہاڑی سے ہیں", "Vehari"),
    ("تمام شرکاء کا تعلق ضلع وہاڑی سے ہے", "Vehari"),
    ("شرکاء ضلع وہاڑی میں تعینات ہیں", "Vehari"),
    ("شرکاء کا ضلع: وہاڑی", "Vehari"),
    ("Tamam shurka zila Vehari se hain", "Vehari"),
    ("Maqam: Community Hall Kotli. Tamam shuraka zila Kotli ke mehkmon se hain.", "Kotli"),
    ("Venue: Community Hall Lahore. All participants belong to District Kasur.", "Kasur"),
    ("Statement of members of the District Vigilance Committee, Kasur, trained in May", "Kasur"),
    ("Members of the District Anti-Human Trafficking Committee (DAHTC), Kasur", "Kasur"),
    ("Roll of members of District Anti-Trafficking Committee of District Swat", "Swat"),
    ("Members DAHTC Layyah", "Layyah"),
    ("Two-day workshop for DAHTC Mardan", "Mardan"),
    ("Capacity building of the District Anti-Human Trafficking Committee (DAHTC) Mardan", "Mardan"),
    ("Capacity building of DAHTC Lower Dir, 12th & 13th May 2025", "Lower Dir"),
    ("Refresher training for members of the DAHTC of Dera Ghazi Khan", "Dera Ghazi Khan"),
    ("تربیتی ورکشاپ برائے ممبران ضلعی انسداد انسانی اسمگلنگ کمیٹی ساہیوال", "Sahiwal"),
    ("تربیتی نشست برائے ممبران ضلعی کمیٹی انسداد انسانی اسمگلنگ، ضلع بدین", "Badin"),
    ("ضلع بدین کے درج ذیل اہلکاران نے شرکت کی", "Badin"),
    ("ضلعی کمیٹی برائے انسداد انسانی سمگلنگ ضلع بدین کے اراکین کی تربیت", "Badin"),
    ("ڈی سی آفس لاہور میں ضلع بدین کی کمیٹی کے ممبران کے لیے ایک روزہ تربیت", "Badin"),
    ("Tarbiyat baraye mimbran DAHTC zila Kasur", "Kasur"),
    ("Training 1: 18 May 2023, Lahore, for members of the Kasur committee", "Kasur"),
    ("تربیت برائے اراکین ضلعی کمیٹی انسدادِ انسانی سمگلنگ ساہیوال", "Sahiwal"),
    ("تربیت برائے ممبران ڈسٹرکٹ اینٹی ہیومن ٹریفکنگ کمیٹی ضلع وہاڑی", "Vehari"),
    ("District Abbottabad - Anti-Human Trafficking Committee members", "Abbottabad"),
    ("District Haripur - DAHTC members trained", "Haripur"),
    ("DAHTC Kasur - participants of one-day refresher, Municipal Hall Lahore", "Kasur"),
    ("DAHTC Kasur - 3 Day Training, Attendance Register", "Kasur"),
    ("Nominations for training dated 22.10.2025 – DAHTC Kasur", "Kasur"),
    ("Attendance of Members, District Anti Human Trafficking Committee Toba Tek Singh",
     "Toba Tek Singh"),
    ("Hazri list - training DAHTC Kasur, 30 April 2025", "Kasur"),
    ("Hazri Sheet - Zila Committee Insdad-e-Insani Smuggling, Zila Layyah", "Layyah"),
    ("Training of DAHTC members, District Kasur - held on 2 October 2025", "Kasur"),
    ("Zila Kasur - DAHTC arakeen ki training", "Kasur"),
    ("9 May ko DAHTC Kasur ke members ki training DC Office Lahore mein hui", "Kasur"),
    ("Zila Dera Ghazi Khan ki committee baraye insidad-e-insani smuggling ke arkaan ki training",
     "Dera Ghazi Khan"),
    ("Zilai committee Rahim Yar Khan ke members ki do roza tarbiyat", "Rahim Yar Khan"),
    ("Sensitisation sessions for departments of district Vehari", "Vehari"),
    ("Sab log zila Vehari hi ke thay.", "Vehari"),
    ("District of participants Islamabad", "Islamabad"),
    ("Batch I, officers serving in Islamabad", "Islamabad"),
    ("رپورٹ: ضلعی انسداد انسانی اسمگلنگ کمیٹی راولپنڈی کے ارکان کی دو روزہ تربیت", "Rawalpindi"),
    ("فہرست شرکاء تربیتی ورکشاپ، ضلعی کمیٹی برائے انسداد انسانی سمگلنگ، ضلع ملتان", "Multan"),
    ("ضلع بھکر — ضلعی کمیٹی برائے انسداد انسانی سمگلنگ کے اراکین کی تربیت", "Bhakkar"),
    ("ضلع لیہ کے محکمہ جات کے اہلکاران کی دو روزہ تربیت", "Layyah"),
    ("انسداد انسانی سمگلنگ کمیٹی ضلع جھنگ کے ارکان کی ایک روزہ تربیت", "Jhang"),
    ("ضلعی انسدادِ انسانی اسمگلنگ کمیٹی ضلع قصور کے ارکان کی تربیتی ورکشاپ", "Kasur"),
    ("مورخہ 24 ستمبر 2025 کو ممبران ضلع پاکپتن کی تربیت منعقد ہوئی", "Pakpattan"),
]  # fmt: skip
ELSEWHERE = [
    "Refresher for three DAHTCs, Dera Ghazi Khan",
    "Training for DAHTC, Dera Ghazi Khan",
    "Training of DAHTCs Kasur, Okara",
    "Training of DAHTC Kasur and Okara",
    "Workshop for DAHTC members, Lahore",
    "Training of AHTC Lahore",
    "Training by DAHTC Kasur",
    "Attendance sheet of the training at the office of DAHTC Kasur",
    "Attendance, training arranged by DAHTC Kasur",
    "List of participants nominated by DAHTC Kasur",
    "Attendance of DAHTC Kasur and Okara",
    "DAHTC Kasur - participants from District Okara",
    "DAHTC Kasur - Quarterly training",
    "Officers serving in Kasur and Okara",
    "ضلعی کمیٹی راولپنڈی کے ارکان نے تربیت دی",
    "Secretary DAHTC Kasur",
    "ممبران ضلعی کمیٹی قصور اور اوکاڑہ",
    "ضلع قصور کی کمیٹی کے اراکین نے تربیت دی",
    "ضلع قصور اور ضلع اوکاڑہ کی کمیٹی کے اراکین کی تربیت",
    "Training of teachers of Tehsil Chunian, Districts Kasur and Okara",
    "Training of teachers at Tehsil Chunian, District Kasur",
    "Training of police officers - District Kasur, May 2023",
    "Participants: District Council members of Kasur",
    "Participants: District Swat and Buner",
    "SCHOOL FAISALABAD  (Participants: officers of District Police, Faisalabad Region)",
    "Note: All participants belong to District Police of Larkana Range.",
    "DISTRICT POLICE SARGODHA - TRAINING BRANCH",
    "Trainings arranged under District Administration Hyderabad (January to June 2023)",
    "Attendance - Training on TIP/SOM, District Bannu, March 2023",
    "MONTHLY PROGRESS REPORT ON TRAININGS, LABOUR DEPARTMENT DISTRICT MIANWALI",
    "Training of police officers, Police Lines, District Kasur, 5 May 2023",
    "Training of police officers held at District Council Hall Kasur",
    "Officers trained at District Kasur",
    "Training of officers of Punjab, District Kasur, 5 May 2023",
    "Training of teachers, District Kasur, 12 May 2023",
    "Trained by officers of District Police Kasur, Lahore",
    "Resource persons: officers of District Police Kasur",
    "Training in collaboration with officials of District Administration Swat",
    "Officers of FIA Circle Gujrat trained",
    "Officers of Multan Region, District Vehari",
    "Zone wise statement of staff of Islamabad Zone, District Courts Islamabad",
    "Officers of districts Kasur, Okara and Pakpattan",
    "Officers of District Kasur, Okara and Pakpattan",
    "Officers of District Kasur and Okara",
    "Most participants were from District Kasur",
    "All participants except two are from District Kasur",
    "Participants of District Kasur training, 2023",
    "All participants are from Karachi",
    "All participants are from Malakand Division",
    "Statement of District Police officials trained by FIA AHTC Rahim Yar Khan",
    "Copy to all officers of District Kasur",
    "District Police Training School Faisalabad - officers trained in 2023",
    "Officers of Punjab Police trained at Kasur",
    "Venue: Police Lines, all officers of District Kasur",
    "Officers of Karachi Police",
    "Officers of Hyderabad Range Police",
    "Members of District Council Hall Kasur",
    "Training for District Police Training School Kasur",
    "Training of District Police Faisalabad Region",
    "Workshop by Kasur District Police",
    "Members of District Vigilance Committees Sialkot and Kasur",
    "All members of District Vigilance Committee, Faisalabad Region",
    "All participants from Kasur, Okara and Pakpattan",
    "Training for staff working in other districts, District Kasur",
    "Orientation of police officers from various districts, held in District Swat",
    "District: Kasur",
    "District Committees – participants of the training, Kasur",
    "Training of DAHTC members held at Lahore",
    "Training of AHTC members – District Swat",
    "Workshop for the AHTC members, District Swat",
    "AHTC members trained – District Council Hall Swat",
    "AHTC members trained – Districts Swat and Buner",
    "FIA AHTC members trained – District Swat",
    "Provincial committee members trained – District Swat",
    "Training of committee members – District Swat",
    "Members of FIA AHTC Lahore",
    "Members of DAHTC Kasur and Okara",
    "Members of the Kasur and Okara committees",
    "Members of the District Anti-Trafficking Committee, Kasur and Okara",
    "Members of the District Vigilance Committee, Kasur Hotel",
    "Training of members of the District Committee, trained at Kasur",
    "Training by members of the District Anti-Trafficking Committee, Kasur",
    "Members of DAHTCs Kasur, Okara",
    "All participants are from Kasur and Okara",
    "All from Multan Region",
    "All trainings from Kasur",
    "Resource persons were from District Kasur",
    "Training held in district Kasur for participants from other districts",
    "Participants belong to the same district. Districts Kasur and Okara",
    "District: Kasur, District: Okara (participants of the same district)",
    "All participants are from the same district",
    "One training in each district (participants are of the same district)",
    "Trainings were held in district Kasur. Participants: 25",
    "All participants work in: Karachi",
    "Trainers from: Kasur",
    "Participants from: Kasur, Okara",
    "Participants were trained in Kasur",
    "Participants came from Kasur and other districts",
    "Trained by Kasur district officers",
    "شرکاء ضلع قصور اور ضلع اوکاڑہ سے ہیں",
    "زیادہ تر شرکاء ضلع قصور سے ہیں",
    "تربیت ضلع قصور میں ہوئی",
    "Staff of DC Office Kasur and Okara",
    "ضلع قصور اور اوکاڑہ کے افسران",
    "ضلع پولیس قصور اور ضلع پولیس اوکاڑہ کے ملازمان",
    "ضلع پولیس قصور کے زیر اہتمام تربیت",
    "ضلع قصور کے افسران اور دیگر",
    "Zila Kasur ki anti human trafficking committee ke members ne training di",
    "Zila Kasur ke afsaran ne training di",
]


@pytest.mark.parametrize(("text", "home"), HOMES)
def test_a_text_says_of_which_one_district_people_are(text: str, home: str) -> None:
    assert gazetteer.names().get(home_told([text])) == home


@pytest.mark.parametrize("text", ELSEWHERE)
def test_where_a_training_was_or_a_region_is_no_home(text: str) -> None:
    assert not home_told([text])


def test_two_districts_are_none_and_below_a_table_all_must_be_meant() -> None:
    both = ["Officers of District Kasur", "All participants are from District Okara"]
    assert not home_told(both)
    assert not home_told([], ["Officers of District Kasur may please be informed"])
    for below in (
        "Certified that all above officials belong to District Police Pishin",
        "Certified that all the above are serving in District Pishin.",
        "Who has no tick did not come. All are members of DAHTC Pishin.",
        "Those who led are not to be counted. Trained: 7 (all members from Pishin)",
    ):
        assert gazetteer.names()[home_told([], [below])] == "Pishin"
    assert not home_told([], ["All are members of DAHTC Pishin, but not two of them"])
    same = ["All participants belong to this district."]
    assert gazetteer.names()[home_told(["District: Pishin"], same)] == "Pishin"
    assert not home_told(["District: Pishin", "DC Office Kech"], same)


def test_this_district_is_that_of_the_office_that_heads_the_letter() -> None:
    letter = ["OFFICE OF THE DISTRICT POLICE OFFICER, RAHIM YAR KHAN", "To: FIA Circle, Multan",
              "The following officers / officials of this district attended the training held on "
              "17 June 2024 at Multan."]  # fmt: skip
    assert gazetteer.names()[home_told(letter)] == "Rahim Yar Khan"
    assert not home_told([*letter[1:], letter[0]])  # to whom it is written
    assert not home_told([*letter[:2], "Officers who attended the training at Multan"])
    posts = ["SHO PS Saddar Khanpur", "Reader to DPO", "Incharge AHT Cell"]  # Khanpur is in two
    rows = [["Rank & Name", "Present Posting"], *([f"SI Person {n}", one]
                                                  for n, one in enumerate(posts))]  # fmt: skip
    found = understood(text_of([*([one] for one in letter), *rows], "\t").encode())
    assert figures(found) == (1, 3)
    assert {*found.checked.attendance["adm2_pcode"].map(gazetteer.names())} == {"Rahim Yar Khan"}
    assert summed(found, "agency") == {"Police": 3}  # whose cell it is, under their letterhead
    rows.append(["SI Person 4", "DPO Office Lodhran"])
    elsewhere = read(text_of([*([one] for one in letter), *rows], "\t").encode())
    assert isinstance(elsewhere, Understood)
    assert [item.value for item in elsewhere.checked.queue] == posts


BY_MONTH = [["No. of officials of District Kasur trained on trafficking (Jan - Feb 2023)"],
            ["Department", "01-2023", "02-2023", "Total"],
            ["Police", "12", "8", "20"], ["FIA", "-", "3", "3"]]  # fmt: skip
SESSIONS = [["Community sessions with residents of District Kasur - May 2023"],
            ["Session No.", "Village", "Date", "Women", "Men"],
            ["1", "Rangpura", DAY, "20", "5"], ["2", "Ugoki", "16 May 2023", "18", "5"],
            ["3", "Satrah", "26 May 2023", "10", "2"]]  # fmt: skip


@pytest.mark.parametrize(("rows", "came"), [(BY_MONTH, 23), (SESSIONS, 60)])
def test_all_that_a_table_counts_are_of_the_district_of_its_title(rows: list, came: int) -> None:
    found = understood(workbook_of({"Sheet1": rows}), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK614": came}


def test_a_title_among_the_rows_that_is_of_others_speaks_against_the_one_above() -> None:
    rows = [["Trainings of officers of District Kasur"], ["Training", "Date", "Venue", "Male"],
            ["Course for officers of District Okara", DAY, "Hall One", "4"],
            ["Refresher", "16 May 2023", "Hall Two", "3"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 7)
    assert summed(found, "adm2_pcode") == {"": 7}


def test_titles_or_remarks_that_each_speak_of_people_of_a_district_tell_their_homes() -> None:
    header = ["Training", "Date", "Venue", "Male", "Remarks"]
    titles = ["Course for officers of District Kasur", "Course for officers of District Okara"]
    rows = [[titles[0], DAY, "Hall One, Lahore", "4", ""],
            [titles[1], "16 May 2023", "Hall Two", "3", ""]]  # fmt: skip
    remarks = [["A", DAY, "Hall One", "4", "All participants were from District Kasur"],
               ["B", "16 May 2023", "Hall Two", "3", "some from District Okara"]]  # fmt: skip
    assert isinstance(read(text_of([header, *remarks]).encode()), Question)
    remarks[1][4] = "all from District Okara"
    for told in (rows, remarks):
        found = understood(text_of([header, *told]).encode(), agency="not published")
        assert summed(found, "adm2_pcode") == {"PK614": 4, "PK626": 3}


@pytest.mark.parametrize(("text", "told"), [
    ("Each session was attended by the members of the committee of that district only.", True),
    ("Only officers of the departments of that very district came", True),
    ("All participants were members of the committee of the district named", True),
    ("No members of that district came", False),
    ("Members of the committee of that district and others came", False),
    ("Members of the committee of some district came", False),
    ("Members of the committee of that district and of Sukkur came", False),
    ("Members of that district came. Officers of Sukkur joined as guests.", False),
    ("Members of the committee of that district were resource persons", False),
    ("It was hosted by members of that district", False),
    ("Only members of that district were to attend", False),
    ("Were participants of the same district?", False),
    ("Participants of that district ke ilawa log bhi aye", False),
    ("All participants are residents of the district shown (committees and clubs).", True),
    ("Participants belong to the districts mentioned against each session", True),
    ("All participants were from the district where the training was held", True),
    ("تمام شرکاء کا تعلق متعلقہ ضلع سے ہے", True),
    ("Not all participants are residents of the district shown", False),
    ("All participants but two are residents of the district shown", False),
    ("All participants are residents of the district shown and its neighbours", False),
    ("تمام شرکاء کا تعلق متعلقہ ضلع سے نہیں", False),
    ("Campaign; in each district the participants were of the same district", True),
    ("All trainees were from their own district", True),
    ("Only members posted in the district were invited", True),
    ("All participants were posted in the district of the training", True),
    ("Not only members posted in the district were invited", False),
    ("Only members posted in the district headquarters were invited", False),
    ("Most participants were of the same district", False),
    ("Participants were from the same district or others", False),
    ("All participants are from the named district or its neighbours", False),
    ("No participants from the named district came", False),
    ("All resource persons are from the district named", False),
    ("Campaign in the same district", False),
    ("Resource persons trained in their own district", False),
])  # fmt: skip
def test_a_text_says_that_people_are_of_the_district_beside_it(text: str, *, told: bool) -> None:
    assert are_of_same_district([text]) is told


def test_the_district_above_each_block_is_the_home_where_a_text_says_so() -> None:
    said = "In each training only members of the named district took part"
    blocks = [[[], [f"Training No. {n} - Town Hall, {day}"], [f"District: {name}"],
               ["Category", "Male", "Female"], ["Police", "9", "1"], ["Labour", "2", str(n)]]
              for n, (day, name) in enumerate([("10 October 2024", "Larkana"),
                                               ("17 October 2024", "Shikarpur")])]  # fmt: skip
    rows = [[said], *(row for block in blocks for row in block)]
    assert summed(understood(workbook_of({"Oct": rows})), "adm2_pcode") == {
        "PK713": 12, "PK720": 13}  # fmt: skip
    guests = [*rows, ["Police (Sukkur)", "1", "1"]]
    assert homes_of(understood(workbook_of({"Oct": guests})))[0] == "own"
    several = [[said], ["Two officers of Sukkur joined as guests"], *rows[1:]]
    assert homes_of(understood(workbook_of({"Oct": several})))[:2] == ["own", "PK723"]


@pytest.mark.parametrize(
    ("title", "labels", "homes"),
    [
        ("Training for members of the District Committee", ["Venue: DC Office"], True),
        ("Training on referral", [], True),
        ("Training on referral", ["Venue: DC Office"], False),
        ("Training for members of the District Committee and other officers", ["Venue: H"], False),
    ],
)
def test_a_label_of_a_district_over_agencies_is_their_home_where_they_are_of_its_committee(
    title: str, labels: list[str], *, homes: bool
) -> None:
    sheets = {name: [[title], ["District:", name], ["Date:", day], *([one] for one in labels), [],
                     ["Department", "Women", "Men"], ["Police", "1", "2"], ["FIA", "0", "3"]]
              for name, day in (("Kasur", "14-03-2024"), ("Okara", "19-03-2024"))}  # fmt: skip
    found = homes_of(understood(workbook_of(sheets)))
    if homes:
        assert found == {"PK614": 6, "PK626": 6}
    else:
        assert (found[0], found[-1]) == ("own", "none")


def test_officers_of_a_body_are_of_its_agency() -> None:
    rows = [["Participation of officers of Labour Department (district of posting), 2023"],
            ["Training", "Date", "Kasur", "Okara"], ["Inspection", DAY, "8", "3"],
            ["Child labour", "16 May 2023", "6", "2"]]  # fmt: skip
    assert summed(understood(workbook_of({"Sheet1": rows})), "agency") == {"Labour Department": 19}
    for other in ("Labour Department and Police", "Police Welfare Society", "a trust with Police"):
        rows[0] = [f"Participation of officers of {other}, 2023"]
        agencies = summed(understood(workbook_of({"S": rows})), "agency")
        assert not {"Labour Department", "Police"} & {*agencies}


# ------------------------------------------------------------------- homes of several trainings

COUNTS = [
    ["Department", "Male", "Female", "Total"],
    ["Police", "4", "3", "7"],
    ["FIA", "6", "0", "6"],
]
BLOCKS = (
    "Session 1: Referral, Turbat, 12 June 2023{}",
    "Session 2: Referral, Panjgur, 15 June 2023{}",
)


@pytest.mark.parametrize(
    ("ends", "homes"),
    [
        ((" (participants: District Kech)", " (participants: District Panjgur)"),
         {"PK211": 13, "PK224": 13}),
        ((" (participants: District Kech)", ""), {"PK211": 13, "": 13}),
        (("", " for officers of District Kech"), {"": 13, "PK211": 13}),
    ],
)  # fmt: skip
def test_what_heads_one_training_says_nothing_of_another(
    ends: tuple[str, str], homes: dict[str, int]
) -> None:
    rows = [row for text, end in zip(BLOCKS, ends, strict=True)
            for row in ([text.format(end)], *COUNTS, [])]  # fmt: skip
    assert summed(understood(workbook_of({"Sessions": rows})), "adm2_pcode") == homes


OF_SAME = "Campaign; in each district the participants were of the same district"
HELD = [["Date", "{}", "Venue", "Session", "Male", "Female"],
        ["2023-09-11", "Astore", "Degree College", "Safe migration", "3", "4"],
        ["2023-11-12", "Diamer", "Degree College", "Safe migration", "5", "6"]]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "called", "told"),
    [
        (OF_SAME, "District", True),
        ("Trainings", "Duty District", True),
        ("Campaign in the same district", "District", False),
    ],
)
def test_a_text_or_a_name_tells_that_people_are_of_the_district_beside_a_venue(
    above: str, called: str, *, told: bool
) -> None:
    rows = [[above], [name.format(called) for name in HELD[0]], *HELD[1:]]
    found = understood(workbook_of({"Campaign": rows}), agency="not published")
    assert summed(found, "adm2_pcode") == ({"PK301": 7, "PK302": 11} if told else {"": 18})


def test_a_district_beside_the_venue_of_an_agency_is_theirs_where_a_text_says_so() -> None:
    rows = [["Sessions for police officials of the same district"],
            ["No", "Title", "Date", "Venue", "District", "Agency", "Participants"],
            ["1", "On law", "2023-09-11", "Town Hall", "Kasur", "Police", "24 (incl. 06 female)"],
            ["2", "On law", "2023-09-12", "Hall", "Okara", "Police", "13 (all male)"]]  # fmt: skip
    found = understood(workbook_of({"S": rows}))
    assert summed(found, "adm2_pcode") == {"PK614": 24, "PK626": 13}
    assert found.checked.attendance["participants_f"].tolist() == [6, 0]
    rows[0] = ["Sessions for police officials"]
    assert isinstance(read(workbook_of({"S": rows})), Question)


def list_under(*headings: str, totals: tuple[str, ...] = ()) -> bytes:
    """Return a numbered list of persons under headings in the column of names, two under each."""
    rows = [["Training on referral, 18 October 2022"], ["Sr", "Name", "Rank", "Sex", "Agency"]]
    for place, heading in enumerate(headings):
        rows += [["", heading, "", "", ""]] if heading else []
        rows += [[str(2 * place + n), f"Zarqoon{place}{n} Nobody", "Sepoy", "M", "Levies"]
                 for n in (1, 2)]  # fmt: skip
        rows += [["", total, "", "", ""] for total in totals[place : place + 1]]
    return workbook_of({"Roll": rows})


@in_turn({
    "headings": [("DISTRICT ZHOB", "DISTRICT SHERANI"), ("Zhob District", "Sherani District"),
     ("ضلع ژوب", "ضلع شیرانی"), ("Zhob", "Sherani")],
    "totals": [(), ("Sub-total Zhob: 2", "Sub-total Sherani: 2")],
})  # fmt: skip
def test_a_district_over_persons_in_the_column_of_their_names_is_their_home(
    headings: tuple[str, ...], totals: tuple[str, ...]
) -> None:
    found = understood(list_under(*headings, totals=totals))
    assert not len(found.checked.problems)
    assert figures(found) == (1, 4)
    assert summed(found, "adm2_pcode") == {"PK231": 2, "PK227": 2}


def in_blocks(first: str, second: str, *, dated: bool = True) -> bytes:
    """Return two trainings whose officers stand under their districts, two under each."""
    header = ["S.No", "Name of officer", "Rank", "Department", "Gender"]
    rows = [["KASUR RANGE - COURSES OF OFFICERS"]]
    for n, title in enumerate([first, second], 1):
        held = f", held at Lahore on {n} May 2023" if dated else ""
        rows += [[f"Training {n}: {title}{held}"], header]
        for place in ("District Okara", "District Kashmore @ Kandhkot"):
            rows += [[place], *[[str(k), f"Zarqoon {n}{place[9]}{k} Nobody", "SI", "Police", "Male"]
                                for k in (1, 2)]]  # fmt: skip
    return text_of(rows).encode()


def test_districts_within_each_of_several_trainings_are_the_homes_of_those_under_them() -> None:
    found = understood(in_blocks("Referral of victims", "Investigation"))
    assert figures(found) == (2, 8)
    assert summed(found, "adm2_pcode") == {"PK626": 4, "PK710": 4}
    assert found.checked.trainings["venue_adm2_pcode"].tolist() == ["", ""]
    assert isinstance(read(in_blocks("Referral", "Screening", dated=False)), Question)


@pytest.mark.parametrize(
    ("men", "women"),
    [("MALE TRAINEES", "LADY TRAINEES"), ("A. Male officers", "B. Lady officers (2)"),
     ("Gents", "Ladies"), ("مرد شرکاء", "خواتین شرکاء")],
)  # fmt: skip
def test_a_heading_of_men_or_of_women_is_the_sex_of_those_under_it(men: str, women: str) -> None:
    rows = [[DAY_OF_COURSE], ["Sr", "Rank", "Name", "District"], [men],
            ["1", "ASI", "Zarqoon One", "Kasur"], [women], ["2", "ASI", "Zarqoon Two", "Okara"],
            ["3", "SI", "Zarqoon Three", "Okara"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    counts = found.checked.attendance
    assert (int(counts["participants_f"].sum()), int(counts["participants_m"].sum())) == (2, 1)


def test_a_name_alone_within_a_list_that_may_be_a_district_is_no_heading() -> None:
    found = understood(list_under("", "Sherani"))
    assert homes_of(found) == ["none"]
    problems = found.checked.problems
    assert problems.loc[problems["reason"] != NO_HOME_TOLD.reason, "row"].tolist() == [5]


@pytest.mark.parametrize(
    ("names", "numbers"),
    [(["Participants (Badin district) Male", "Participants (Badin district) Female", "Total"],
      [4, 3, 7]),
     (["No. of participants from Badin", "of which women"], [7, 3]),
          (["Men (from Badin)", "Women (from Badin)"], [4, 3]),
     (["Participants of Badin district", "Female"], [7, 3])],
)  # fmt: skip
def test_a_district_in_the_names_of_the_columns_that_count_is_the_home(
    names: list[str], numbers: list[int]
) -> None:
    rows = [["Training", "Date", "Venue", *names], ["On TIP", "2023-05-04", "Matli", *numbers]]
    found = understood(workbook_of({"Log": rows}), agency="not published")
    assert figures(found) == (1, 7)
    assert summed(found, "adm2_pcode") == {"PK701": 7}


@pytest.mark.parametrize(
    ("names", "numbers"),
    [(["Total participants", "Participants from Badin"], [9, 2]),
     (["Male from Badin", "Female from Badin", "Others"], [4, 3, 2]),
     (["Participants in Badin"], [7]), (["Participants from Police"], [7])],
)  # fmt: skip
def test_columns_that_may_count_others_too_tell_no_home(
    names: list[str], numbers: list[int]
) -> None:
    rows = [["Training", "Date", "Venue", *names], ["On TIP", "2023-05-04", "Matli", *numbers]]
    found = read(workbook_of({"Log": rows}))
    assert isinstance(found, Question) or "PK701" not in summed(found, "adm2_pcode")


REGIONAL = "Two-day regional training held at Mingora on 27-28 Feb 2023"
OF_COMMITTEE = ["#", "Name", "Designation", "Department", "Gender"]


@pytest.mark.parametrize(
    ("titles", "homes"),
    [(["AHTC members trained – District {}", REGIONAL], True),
     (["List of participants", REGIONAL], False),
     (["District {} – participants of the committee training, Mingora, 27-28 Feb 2023"], True)],
)  # fmt: skip
def test_a_sheet_for_each_district_has_the_members_of_its_committee_or_is_asked_about(
    titles: list[str], *, homes: bool
) -> None:
    persons = [["1", "Zarqoon Nobody", "SI", "Police", "Female"],
               ["2", "Babar Nobody", "SWO", "Police", "Male"]]  # fmt: skip
    sheets = {name: [*([title.format(name)] for title in titles), [], OF_COMMITTEE,
                     *([*one[:1], f"{one[1]} {name}", *one[2:]] for one in persons)]
              for name in ("Swat", "Buner")}  # fmt: skip
    found = read(workbook_of(sheets))
    if homes:
        assert not isinstance(found, Question)
        assert summed(found, "adm2_pcode") == {"PK505": 2, "PK532": 2}
        assert len(found.checked.trainings) == 1
    else:
        assert isinstance(found, Question)
        assert found.proposal
        asked = [(one.name, one.field) for one in found.proposal.columns if not one.sure]
        assert asked == [("District of the sheet", "district")]


@pytest.mark.parametrize(
    ("said", "home", "asked"),
    [
        ("All participants are from District Okara.", "Okara", False),
        ("All participants are from District Kasur.", "Okara", True),
    ],
)
def test_a_district_beside_a_venue_is_home_where_a_text_says_that_all_are_from_there(
    said: str, home: str, *, asked: bool
) -> None:
    agencies = ("Police", "FIA", "Social Welfare", "Labour", "Civil society")
    day = "12-13 March 2023"
    rows = [[f"Activity: Two-day training on TIP held at DC Office Okara. {said}"], [],
            ["S#", "Date", "Department", "District", "Male", "Female", "Total"],
            *([n, day, agency, home, n + 1, 2, n + 3] for n, agency in enumerate(agencies)),
            ["", "", "Total", "", 15, 10, 25]]  # fmt: skip
    found = read(workbook_of({"Sheet1": rows}))
    assert isinstance(found, Question) is asked
    assert isinstance(found, Question) or summed(found, "adm2_pcode") == {"PK626": 25}


@pytest.mark.parametrize(
    ("names", "home"),
    [(("Names of participants (all posted at Kasur)", "No."), {"PK614": 3}),
     (("Trainers (all from Kasur)", "Participants (all posted in Okara)"), {"PK626": 3}),
     (("Trainers (all from Kasur)", "Participants"), {"": 3})],
)  # fmt: skip
def test_the_name_of_the_column_of_all_who_came_may_tell_their_home(
    names: tuple[str, str], home: dict[str, int]
) -> None:
    rows = [["Courses attended by police officers"], ["Name of course", "Date", "Venue", *names],
            ["Screening", DAY, "Islamabad", "Zarqoon Nobody, Zarqash Nobody", "2"],
            ["Referral", "16 May 2023", "Okara", "Zarmeen Nobody", "1"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "adm2_pcode") == home


@pytest.mark.parametrize(
    ("behind", "home"),
    [("Kasur se thay. Tafseel yeh hai:", "PK614"), ("Kasur aur Okara se thay.", ""),
     ("", "")],
)  # fmt: skip
def test_a_sentence_of_a_letter_may_go_on_in_the_next_line(behind: str, home: str) -> None:
    line = "arakeen ki tarbiyat 22 aur 23 April 2025 ko Lahore mein hui. Tamam shurka zila"
    assert home_told([line, behind]) == home


@pytest.mark.parametrize(("name", "homes"), [("Name of member", {"PK614": 3}), ("Name", {})])
def test_members_in_a_list_are_of_the_committee_above_it(name: str, homes: dict[str, int]) -> None:
    rows = [[str(n), f"Zarqoon{n} Nobody", "F", "Police"] for n in range(1, 4)]
    above = ["DAHTC Kasur: training on referral, 3 February 2023, Circuit House"]
    found = understood(text_of([above, ["S.No", name, "Gender", "Department"], *rows]).encode())
    assert summed(found, "adm2_pcode") == homes
