"""What each row of assessments, committees, targets and layers may say."""

from datetime import date

import pandas as pd

from data.checking.optional_tables import FURTHER_KEYS
from data.checking.problems import problems_of
from data.records.model import NOTIFIED, in_words
from data.records.rules import (
    COUNT,
    DATE,
    FEW,
    LISTED,
    NAME,
    NUMBER,
    PERSONAL,
    RECORDED,
    REQUIRED,
    TEXT,
    Rule,
    is_one_of,
    number,
)
from geo.districts import gazetteer

#: Levels at which there are committees.
COMMITTEE_LEVELS = ("national", "provincial", "district")

ABOVE_ZERO = Rule(
    "Not above 0.",
    "Write the most points that a test can have.",
    lambda text: not _number(text) <= 0,
)
NOT_NEGATIVE = Rule("Below 0.", "Correct it.", lambda text: not _number(text) < 0)
YEAR = Rule(
    "Not a year between 1950 and 2099.",
    "Write the year of the data, such as 2023.",
    lambda text: text == "" or (text.isdecimal() and 1950 <= int(text) <= 2099),
)
PROVINCE_LISTED = Rule(
    "Unknown P-code of a province.",
    "Write the first three signs of a P-code of its districts, such as PK6.",
    lambda text: text == "" or text in gazetteer.provinces(),
)

FURTHER_RULES: dict[str, dict[str, tuple[Rule, ...]]] = {
    "assessments": {
        "training_id": (REQUIRED, *NAME),
        "paired": (RECORDED, COUNT, FEW),
        "pre_mean": (NUMBER, NOT_NEGATIVE),
        "post_mean": (NUMBER, NOT_NEGATIVE),
        "sd_difference": (NUMBER, NOT_NEGATIVE),
        "scale_max": (RECORDED, NUMBER, ABOVE_ZERO),
    },
    "committees": {
        "level": (REQUIRED, is_one_of(COMMITTEE_LEVELS, "level of a committee")),
        "adm1_pcode": (PROVINCE_LISTED,),
        "adm2_pcode": (LISTED,),
        "notified": (REQUIRED, is_one_of(NOTIFIED, "state of notification")),
        "notified_on": (DATE,),
    },
    "targets": {"adm2_pcode": (REQUIRED, LISTED), "targeted": (RECORDED, COUNT, FEW)},
    "layers": {
        "adm2_pcode": (REQUIRED, LISTED),
        "indicator": (REQUIRED, *NAME),
        "value": (RECORDED, NUMBER),
        "unit": NAME,
        "year": (COUNT, YEAR),
        "source": (REQUIRED, *TEXT),
    },
}


def first_fault(name: str, cells: pd.DataFrame, training_ids: pd.Series, today: date) -> str:
    """Return what is wrong with the first cell or row that is; blank where nothing is.

    Parameters are those of ``problems_across``; ``cells`` are tidied.
    """
    for column, rules in FURTHER_RULES[name].items():
        for rule in (PERSONAL, *rules):
            if not rule.holds(cells[column]).all():
                return f"{column}: {rule.reason}"
    across = problems_across(name, cells, training_ids, today)
    found = pd.concat([told_twice(name, cells), *across])
    told = zip(found["column"], found["reason"], strict=True)
    return next((f"{column}: {reason}".removeprefix(": ") for column, reason in told), "")


def told_twice(name: str, sound: pd.DataFrame) -> pd.DataFrame:
    """Find the rows of a further table that tell of one thing in different ways."""
    twice = sound[sound.duplicated(list(FURTHER_KEYS[name]), keep=False)]
    what = f"The same {', '.join(FURTHER_KEYS[name])} comes twice with different contents."
    return problems_of(twice, "", what, "Leave the right row.")


def problems_across(
    name: str, clean: pd.DataFrame, training_ids: pd.Series, today: date
) -> list[pd.DataFrame]:
    """Find the problems of a row of a further table that take more than one cell.

    Parameters
    ----------
    clean
        The columns of the table as text, by row of the file; each cell is right by itself.
    training_ids
        Of the accepted trainings, which assessments may name.
    today
        The day up to which a committee can have been notified.
    """
    if name == "assessments":
        return _assessment_problems(clean, set(training_ids))
    return _committee_problems(clean, today) if name == "committees" else []


def _assessment_problems(clean: pd.DataFrame, known: set[str]) -> list[pd.DataFrame]:
    ids = clean["training_id"]
    most = clean["scale_max"].map(_number)
    found = [
        problems_of(
            clean[~ids.isin(known) & (ids != "")],
            "training_id",
            "No accepted training has this training_id.",
            "Correct it, or choose the file together with its trainings.",
        )
    ]
    for column in ("pre_mean", "post_mean"):
        above = clean[column].map(_number) > most
        advice = "Correct the mean, or the most points that the test can have."
        found.append(problems_of(clean[above], column, "Above scale_max.", advice))
    return found


def _committee_problems(clean: pd.DataFrame, today: date) -> list[pd.DataFrame]:
    level, province, district = (clean[c] for c in ("level", "adm1_pcode", "adm2_pcode"))
    own = district.map(_province_of)
    day = pd.to_datetime(clean["notified_on"], format="%Y-%m-%d", errors="coerce")
    elsewhere = (province != "") & (district != "") & (own != "") & (own != province)

    def told(wrong: pd.Series, column: str, reason: str, advice: str) -> pd.DataFrame:
        return problems_of(clean[wrong], column, reason, advice)

    return [
        told(
            (level == "district") & (district == ""),
            "adm2_pcode",
            "A district committee without its district.",
            "Write the P-code of the district.",
        ),
        told(
            (level == "provincial") & (province == ""),
            "adm1_pcode",
            "A provincial committee without its province.",
            "Write the P-code of the province, such as PK6.",
        ),
        told(
            (level != "district") & (district != ""),
            "adm2_pcode",
            "Only a district committee has a district.",
            "Leave it blank, or write district as the level.",
        ),
        told(
            (level == "national") & (province != ""),
            "adm1_pcode",
            "The national committee has no province.",
            "Leave it blank, or correct the level.",
        ),
        told(elsewhere, "adm1_pcode", "The district lies in another province.", "Correct one."),
        told(
            (clean["notified"] != "yes") & (clean["notified_on"] != ""),
            "notified_on",
            "A day, though the committee is not said to be notified.",
            "Write yes as notified, or leave the day blank.",
        ),
        told(
            day > pd.Timestamp(today),
            "notified_on",
            f"After today ({in_words(today)}).",
            "Correct the day.",
        ),
    ]


def _number(text: str) -> float:
    """Return a number; NaN where there is none, which is not against any rule but its own."""
    try:
        value = number(text)
    except ValueError:
        value = None
    return float("nan") if value is None else value


def with_provinces(cells: pd.DataFrame) -> pd.DataFrame:
    """Fill in the province of a committee's district where it is blank: one key is one row."""
    of_district = cells["adm2_pcode"].str.strip().str.upper().map(_province_of)
    blank = cells["adm1_pcode"].str.strip() == ""
    return cells.assign(adm1_pcode=cells["adm1_pcode"].mask(blank, of_district))


def _province_of(pcode: str) -> str:
    return _PROVINCES.get(pcode, "")


_PROVINCES: dict[str, str] = dict(
    gazetteer.districts()[["adm2_pcode", "adm1_pcode"]].itertuples(index=False)
)
