"""Sheets as offices write them, each with the number of participants that it tells of.

Its participants are known, so that a reading that asks nothing and counts otherwise is a fault;
and whoever is named in it bears one name, so that it is found wherever it gets out.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.fuzz.files import Rows

#: The name of everybody: no reader may repeat it.
NAME = "Zarqoon"
DISTRICTS = ("Kasur", "Lahore", "Sialkot", "Quetta", "Gujrat", "Swat", "Peshawar", "Jhelum")
POSTINGS = ("DPO Office {}", "Police Lines {}", "{} (c/o Inspector " + NAME + " Nobody)", "{}")
AGENCIES = ("Police", "FIA", "Labour Department", "Social Welfare Department")
DAYS = ("9 May 2023", "2023-05-09", "9-10 May 2023", "9th May, 2023", "۹ مئی ۲۰۲۳")
TRAINING = ("Training", "Date")
#: What titles, letters and notes say, which a text may go on with for as long as a cell can.
PHRASES = (
    "your letter dated 2 May 2024 ", "hidden rows never came, ", "with IOM support in ", "x", "- ",
    "16 (sixteen) members of the committee attended ", "staff of the centres (x) trained on ",
    "participants from Kasur and Lahore, ", "Police (Kasur) ", "absent on leave ", "Q4 2023, ",
    "۱۲ افراد شریک ہوئے ", "Venue: DC Office Kasur. ", "SHO PS Saddar / ", "Total: 12, ",
)  # fmt: skip
LONGEST_CELL, MOST_NOTES = 32_000, 600
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")


@dataclass
class Sheet:
    """A sheet that is being written: its rows, and how many people came."""

    chance: random.Random
    rows: list[list[str]] = field(default_factory=list)
    people: int = 0
    # Nobody is in it twice: a person who is, word for word, counts once.
    numbers: set[int] = field(default_factory=set)

    def count(self, most: int = 40) -> str:
        """Return a number of people, and count them."""
        number = self.chance.randint(0, most)
        self.people += number
        return str(number)

    def one(self, *, came: bool = True) -> str:
        """Return the name of a person, who is counted where he came."""
        self.people += came
        title = self.chance.choice(("", "Mr ", "Ms. ", "Inspector "))
        number = self.chance.choice([n for n in range(1, 1_000) if n not in self.numbers])
        self.numbers.add(number)
        return f"{title}{NAME}{number} {NAME} Nobody"

    def training(self) -> list[str]:
        """Return the title of a training, and its day in some spelling."""
        return ["Referral", self.chance.choice(DAYS)]

    def district(self) -> str:
        """Return the name of a district."""
        return self.chance.choice(DISTRICTS)

    def agency(self) -> str:
        """Return the name of an agency."""
        return self.chance.choice(AGENCIES)

    def times(self, least: int = 2, most: int = 9) -> range:
        """Return the running numbers of some rows."""
        return range(1, self.chance.randint(least, most) + 1)


def _persons(sheet: Sheet) -> None:
    header = ["S#", "Name", "Department", "District", "Sex", *TRAINING, "Signature"]
    sheet.rows.append(header)
    for n in sheet.times():
        sex, day = sheet.chance.choice("MF"), sheet.training()
        row = [str(n), sheet.one(), sheet.agency(), sheet.district(), sex, *day, NAME]
        sheet.rows.append(row)
    _below(sheet)


def _present(sheet: Sheet) -> None:
    words = sheet.chance.choice((("P", "A"), ("Present", "Absent"), ("حاضر", "غیر حاضر")))
    sheet.rows.append(["Sr.", "Name", "Department", "District", "Attendance", *TRAINING])
    for n in sheet.times():
        came = sheet.chance.random() < 0.7
        name = sheet.one(came=came)
        row = [str(n), name, sheet.agency(), sheet.district(), words[not came], *sheet.training()]
        sheet.rows.append(row)


def _days(sheet: Sheet) -> None:
    days = ["9 May 2023", "10 May 2023", "11 May 2023"]
    sheet.rows.append(["S#", "Name", "Department", "District", *days, "Total"])
    for n in sheet.times():
        marks = [sheet.chance.choice("PPA") for _ in days]
        name = sheet.one(came="P" in marks)
        row = [str(n), name, sheet.agency(), sheet.district(), *marks, str(marks.count("P"))]
        sheet.rows.append(row)


def _groups(sheet: Sheet) -> None:
    others = sheet.chance.random() < 0.5
    sexes = ["Men", "Women", *(["Boys", "Girls"] if others else [])]
    sheet.rows.append([*TRAINING, "District", "Department", *sexes])
    seen = set()
    for _ in sheet.times():
        key = (sheet.district(), sheet.agency())
        if key not in seen:
            seen.add(key)
            sheet.rows.append(["Referral", "2023-05-09", *key, *(sheet.count() for _ in sexes)])
    sums = [str(sum(int(row[n]) for row in sheet.rows[1:])) for n in range(4, 4 + len(sexes))]
    sheet.rows.append(["Grand Total", "", "", "", *sums])
    _below(sheet)


def _crosswise(sheet: Sheet) -> None:
    columns: tuple[str, ...] = sheet.chance.choice(
        (MONTHS, AGENCIES, ("Q1 2023", "Q2 2023"), ("Jan-23", "Feb-23", "Mar-23"))
    )
    before = [*TRAINING, "District"] if columns == AGENCIES else ["Training", "District", "Agency"]
    sheet.rows.append([*before, *columns])
    for district in sheet.chance.sample(DISTRICTS, 4):
        own = ["Referral", "2023-05-09", district]
        own = own if columns == AGENCIES else ["Referral", district, "Police"]
        sheet.rows.append([*own, *(sheet.count() for _ in columns)])


def _planned(sheet: Sheet) -> None:
    words = sheet.chance.choice(
        (("Planned", "Actual"), ("Target", "Achieved"), ("Invited", "Came"))
    )
    sheet.rows.append([*TRAINING, "District", "Department", *words])
    for district in sheet.chance.sample(DISTRICTS, 4):
        sheet.rows.append(["Referral", "2023-05-09", district, "Police", "30", sheet.count()])


def _blocks(sheet: Sheet) -> None:
    for title, day in (("Referral", "9 May 2023"), ("Identification", "14 June 2023")):
        sheet.rows += [[f"Training on {title}, {day}"], ["Name", "Department", "District", "Sex"]]
        for _ in sheet.times(1, 4):
            sheet.rows.append([sheet.one(), sheet.agency(), sheet.district(), "F"])
        sheet.rows.append([])


def _ticked(sheet: Sheet) -> None:
    tick = sheet.chance.choice(("✓", "1", "Yes", "x"))
    sheet.rows.append(["S#", "Name", "Male", "Female", "Department", "District", *TRAINING])
    for n in sheet.times():
        marks = [tick, ""] if n % 2 else ["", tick]
        row = [str(n), sheet.one(), *marks, sheet.agency(), sheet.district(), *sheet.training()]
        sheet.rows.append(row)


def _led(sheet: Sheet) -> None:
    sheet.rows.append(["Name", "Role", "Department", "District", "Sex", *TRAINING])
    for n in sheet.times():
        role = "Participant" if n > 1 else "Facilitator"
        name = sheet.one(came=n > 1)
        sheet.rows.append([name, role, sheet.agency(), sheet.district(), "M", *sheet.training()])


def _postings(sheet: Sheet) -> None:
    sheet.rows.append(["Name", "Rank", "Place of posting", "Sex", "Department", *TRAINING])
    for _ in sheet.times():
        posting = sheet.chance.choice(POSTINGS).format(sheet.district())
        row = [sheet.one(), "ASI", posting, "M", sheet.agency(), *sheet.training()]
        sheet.rows.append(row)


def _names_for_counts(sheet: Sheet) -> None:
    word = sheet.chance.choice(("Participants", "Attendees", "Trainees"))
    sheet.rows.append([*TRAINING, "District", "Department", word, "Conducted by"])
    for _ in sheet.times():
        row = [*sheet.training(), sheet.district(), sheet.agency(), sheet.one(), f"Mr. {NAME}"]
        sheet.rows.append(row)


def _forms(sheet: Sheet) -> None:
    labels = ("Title", "Date", "District", "Men", "Women")
    forms = [[*sheet.training(), sheet.district(), sheet.count(), sheet.count()]
             for __ in sheet.times(1, 4)]  # fmt: skip
    if sheet.chance.random() < 0.5:
        sheet.rows += [[label, *texts] for label, *texts in zip(labels, *forms, strict=True)]
        return
    sign = sheet.chance.choice(("", ":"))
    for form in forms:
        sheet.rows += [[f"{label}{sign}", text] for label, text in zip(labels, form, strict=True)]
        sheet.rows += [[f"Facilitator{sign}", f"{NAME} Nobody"], []]


def _codes(sheet: Sheet) -> None:
    header = ["S#", "Name", "Department", "District", "Sex (1=Male, 2=Female)", *TRAINING]
    sheet.rows.append(header)
    for n in sheet.times():
        row = [str(n), sheet.one(), sheet.agency(), sheet.district(), sheet.chance.choice("12")]
        sheet.rows.append([*row, *sheet.training()])


def _signed_each_day(sheet: Sheet) -> None:
    sheet.rows.append(["Training", "Date", "Name", "Department", "District", "Sex"])
    people = [[sheet.one(), sheet.agency(), sheet.district(), "F"] for __ in sheet.times(2, 6)]
    for day in ("9 May 2023", "10 May 2023"):
        sheet.rows += [["Referral", day, *row] for row in people]


def _offices(sheet: Sheet) -> None:
    sheet.rows += [["FEDERAL INVESTIGATION AGENCY"], ["Training on referral, 9 May 2023"],
                   ["S#", "Name", "Rank", "Posted at", "Sex"]]  # fmt: skip
    for n in sheet.times():
        office = sheet.chance.choice(("FIA Circle {}", "FIA AHTC {}", "ACC {}", "FIA Zone {}"))
        rank = sheet.chance.choice(("Inspector", "ASI", "Constable"))
        place = office.format(sheet.district())
        sheet.rows.append([str(n), sheet.one(), rank, place, "M"])


def _without_header(sheet: Sheet) -> None:
    for _ in sheet.times():
        sheet.rows.append([sheet.one(), sheet.agency(), sheet.district(), "F"])


def _other(sheet: Sheet) -> None:
    what = sheet.chance.choice(("Population", "Wheat price", "Coverage %", "Schools", "Cost (PKR)"))
    sheet.rows.append(["District", "Date", what, "Focal person"])
    for district in sheet.chance.sample(DISTRICTS, 4):
        sheet.rows.append([district, "2023-05-09", "300", f"{NAME} Nobody"])


KINDS: dict[str, Callable[[Sheet], None]] = {
    "persons": _persons,
    "present or absent": _present,
    "a column a day": _days,
    "groups": _groups,
    "crosswise": _crosswise,
    "planned beside actual": _planned,
    "stacked blocks": _blocks,
    "ticks": _ticked,
    "who led": _led,
    "postings": _postings,
    "names under a count": _names_for_counts,
    "forms": _forms,
    "codes of a sex": _codes,
    "signed each day": _signed_each_day,
    "offices": _offices,
    "no header": _without_header,
    "another thing": _other,
}


def _below(sheet: Sheet) -> None:
    if sheet.chance.random() < 0.5:
        sheet.rows += [[], [f"Prepared by: {NAME} Nobody"]]


def written(seed: str, kind: str) -> tuple[Rows, int]:
    """Return the rows of a sheet of a kind, and how many participants came.

    A title may stand above the rows, with who gave the training.
    """
    chance = random.Random(f"{seed}:{kind}")  # noqa: S311 - no secret
    sheet = Sheet(chance)
    KINDS[kind](sheet)
    if chance.random() < 0.3:
        sheet.rows[:0] = [["Attendance of the training"], [f"Trainer: {NAME} Nobody"], []]
    return sheet.rows, sheet.people


def with_long_texts(seed: str, rows: Rows) -> Rows:
    """Return rows with very many notes below, or with a text as long as a cell can hold.

    Whatever it says of how many came, those rows are for the time that they take.
    """
    chance = random.Random(f"{seed}:long")  # noqa: S311 - no secret
    phrases = chance.choices(PHRASES, k=chance.choice((1, 1, 2)))
    longer = [list(row) for row in rows]
    if chance.random() < 0.3:
        notes = ["".join(phrases) * chance.randint(1, 4) for _ in range(MOST_NOTES)]
        return [*longer, [], *([note] for note in notes)]
    text = "".join(phrases)
    text *= chance.randint(300, LONGEST_CELL) // len(text) + 1
    place = chance.randint(-1, len(longer))
    if place < 0 or not rows:
        return [[text], *longer]
    if place == len(longer) or not longer[place]:
        return [*longer, [text]]
    longer[place][chance.randrange(len(longer[place]))] = text
    return longer
