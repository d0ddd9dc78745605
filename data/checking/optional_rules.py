"""What a row of assessments, committees, targets or layers may not say as a whole."""

from datetime import date

import pandas as pd

from data.checking.problems import problems_of
from data.records.model import in_words
from data.records.rules import PERSONAL, number_or_nan
from data.records.tables import KEYS, TABLES
from geo.districts import gazetteer


def first_fault(name: str, cells: pd.DataFrame, training_ids: pd.Series, today: date) -> str:
    """Return what is wrong with the first cell or row that is; blank where nothing is.

    Parameters are those of ``problems_across``; ``cells`` are tidied.
    """
    for column, described in TABLES[name].items():
        for rule in (PERSONAL, *described.rules):
            if not rule.holds(cells[column]).all():
                return f"{column}: {rule.reason}"
    across = problems_across(name, cells, training_ids, today)
    found = pd.concat([told_twice(name, cells), *across])
    told = zip(found["column"], found["reason"], strict=True)
    return next((f"{column}: {reason}".removeprefix(": ") for column, reason in told), "")


def told_twice(name: str, sound: pd.DataFrame) -> pd.DataFrame:
    """Find the rows of a further table that tell of one thing in different ways."""
    twice = sound[sound.duplicated(list(KEYS[name]), keep=False)]
    what = f"The same {', '.join(KEYS[name])} comes twice with different contents."
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
    most = clean["scale_max"].map(number_or_nan)
    found = [
        problems_of(
            clean[~ids.isin(known) & (ids != "")],
            "training_id",
            "No accepted training has this training_id.",
            "Correct it, or choose the file together with its trainings.",
        )
    ]
    for column in ("pre_mean", "post_mean"):
        above = clean[column].map(number_or_nan) > most
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
