"""What a row of assessments, committees, targets or layers may not say as a whole."""

from datetime import date

import pandas as pd

from data.checking.problems import problems_of
from data.records import problem_kinds as kinds
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
                return f"{column}: {rule.kind.reason}"
    across = problems_across(name, cells, training_ids, today)
    problems = pd.concat([told_twice(name, cells), *across])
    for column, kind in zip(problems["column"], problems["kind"], strict=True):
        return f"{column}: {kind.reason}".removeprefix(": ")
    return ""


def told_twice(name: str, sound: pd.DataFrame) -> pd.DataFrame:
    """Find the rows of a further table that tell of one thing in different ways."""
    twice = sound[sound.duplicated(list(KEYS[name]), keep=False)]
    return problems_of(twice, "", kinds.OTHER_CONTENTS.of(key=", ".join(KEYS[name])))


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
    ids, most = clean["training_id"], clean["scale_max"].map(number_or_nan)
    unknown = ~ids.isin(known) & (ids != "")
    above = {mean: clean[mean].map(number_or_nan) > most for mean in ("pre_mean", "post_mean")}
    return [
        problems_of(clean[unknown], "training_id", kinds.NO_ACCEPTED_TRAINING),
        *(problems_of(clean[rows], mean, kinds.ABOVE_SCALE) for mean, rows in above.items()),
    ]


def _committee_problems(clean: pd.DataFrame, today: date) -> list[pd.DataFrame]:
    level, province, district = (clean[c] for c in ("level", "adm1_pcode", "adm2_pcode"))
    lies_in = district.map(_province_of)
    elsewhere = (province != "") & (district != "") & (lies_in != "") & (lies_in != province)
    day = pd.to_datetime(clean["notified_on"], format="%Y-%m-%d", errors="coerce")
    undecided = (clean["notified"] != "yes") & (clean["notified_on"] != "")
    in_future = kinds.NOTIFIED_IN_FUTURE.of(today=in_words(today))
    wrong = (
        ((level == "district") & (district == ""), "adm2_pcode", kinds.DISTRICT_MISSING),
        ((level == "provincial") & (province == ""), "adm1_pcode", kinds.PROVINCE_MISSING),
        (
            (level != "district") & (district != ""),
            "adm2_pcode",
            kinds.LARGER_WITH_DISTRICT,
        ),
        (
            (level == "national") & (province != ""),
            "adm1_pcode",
            kinds.NATIONAL_WITH_PROVINCE,
        ),
        (elsewhere, "adm1_pcode", kinds.OTHER_PROVINCE),
        (undecided, "notified_on", kinds.DAY_WITHOUT_NOTIFICATION),
        (day > pd.Timestamp(today), "notified_on", in_future),
    )
    return [problems_of(clean[rows], column, kind) for rows, column, kind in wrong]


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
