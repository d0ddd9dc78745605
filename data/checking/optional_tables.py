"""The tables beside trainings and attendance, such as assessments: their sheets and rules.

They are read by the names of their columns, strictly, whichever way the records are read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from data.checking.check import CheckedTable
from data.checking.problems import problems_of
from data.checking.table_check import RawTable, Sifted
from data.checking.template_sheets import raw_table
from data.records.distinct import numbered
from data.records.errors import ReadingError
from data.records.model import FURTHER_COLUMNS, in_words
from data.records.problems import of_rows, of_tables
from data.records.rules import OPEN, number_or_nan
from data.records.tables import KEYS
from data.sheets.opening import Sheet
from geo.districts import gazetteer
from geo.words.catalogue import _

#: What the first cell of an example in the template begins with; such a row is no record.
EXAMPLE = "EXAMPLE"
AN_EXAMPLE = _("an example of the template")


#: What took an input up, and when.
_BY, _ON = "followed_up_by", "followed_up_on"
_PROVINCES: dict[str, str] = dict(
    gazetteer.districts()[["adm2_pcode", "adm1_pcode"]].itertuples(index=False)
)


def parted(sheets: Sequence[Sheet]) -> tuple[list[Sheet], dict[str, Sheet]]:
    """Return the sheets of the records, and by name those of the further tables.

    Raises
    ------
    ReadingError
        If a further table is there twice, or a sheet of its name lacks one of its columns.
    """
    records: list[Sheet] = []
    further: dict[str, Sheet] = {}
    for sheet in sheets:
        name = _further_of(sheet, alone=len(sheets) == 1)
        if name is None:
            records.append(sheet)
        elif name in further:
            what = _("The table of {name} is there twice.").format(name=name)
            raise ReadingError(what, sheet.where, _("Leave one of the two out."))
        else:
            further[name] = sheet
    return records, further


def check_further(
    sheets: Mapping[str, Sheet], trainings: pd.DataFrame, today: date
) -> dict[str, CheckedTable]:
    """Check the further tables; return what became of the rows of each, by name.

    ``trainings`` are the accepted ones, which assessments and inputs may name.

    Raises
    ------
    ReadingError
        If a column is there twice.
    data.checking.CheckingError
        If a rule could not be applied.
    """
    raws = []
    for name, sheet in sheets.items():
        first = sheet.cells[0].str.strip().str.upper()
        examples = sheet.cells.index[first.str.startswith(EXAMPLE).to_numpy(dtype=bool)]
        raws.append(raw_table(name, sheet.without(examples, AN_EXAMPLE)))
    return {raw.name: check_table(raw, trainings, today) for raw in raws}


def check_table(raw: RawTable, trainings: pd.DataFrame, today: date) -> CheckedTable:
    """Check one further table; parameters and errors are those of ``check_further``."""
    if raw.name == "committees":
        # The province of a committee's district is filled in where it is blank: one key is one row.
        districts, provinces = raw.cells["adm2_pcode"], raw.cells["adm1_pcode"]
        of_district = districts.str.strip().str.upper().map(_PROVINCES).fillna("")
        filled = provinces.mask(provinces.str.strip() == "", of_district)
        raw = replace(raw, cells=raw.cells.assign(adm1_pcode=filled))
    table = Sifted(raw)
    across = _problems_across(raw.name, table.accepted, trainings, today)
    # Rows that tell of one thing in different ways.
    key = KEYS[raw.name]
    twice = table.sound.index[numbered(table.sound[list(key)]).duplicated(keep=False)]
    other = problems_of(twice, "", of_tables.OTHER_CONTENTS.of(key=", ".join(key)))
    table.add([other, *across])
    return table.result()


def _further_of(sheet: Sheet, *, alone: bool) -> str | None:
    header = {name.casefold() for name in sheet.header}
    for name, columns in FURTHER_COLUMNS.items():
        missing = [column for column in columns if column not in header]
        if not missing:
            return name
        if sheet.name.strip().casefold() == name and not alone:
            what = _("Columns are missing: {names}.").format(names=", ".join(missing))
            advice = _(
                "Add them with these names; a column may be left blank where nothing is known."
            )
            raise ReadingError(what, sheet.where, advice)
    return None


def _problems_across(
    name: str, clean: pd.DataFrame, trainings: pd.DataFrame, today: date
) -> list[pd.DataFrame]:
    """Find the problems of a row of a further table that take more than one cell.

    Parameters
    ----------
    clean
        The columns of the table as text, by row of the file; each cell is right by itself.
    trainings
        The accepted trainings, which assessments and inputs may name.
    today
        The day up to which a committee can have been notified, or an input taken up.
    """
    if name == "committees":
        return _committee_problems(clean, today)
    if name == "inputs":
        return _input_problems(clean, trainings, today)
    return _assessment_problems(clean, trainings) if name == "assessments" else []


def _assessment_problems(clean: pd.DataFrame, trainings: pd.DataFrame) -> list[pd.DataFrame]:
    most = clean["scale_max"].map(number_or_nan)
    above = {mean: clean[mean].map(number_or_nan) > most for mean in ("pre_mean", "post_mean")}
    return [
        _without_training(clean, trainings),
        *(
            problems_of(clean.index[rows], mean, of_rows.ABOVE_SCALE)
            for mean, rows in above.items()
        ),
    ]


def _without_training(clean: pd.DataFrame, trainings: pd.DataFrame) -> pd.DataFrame:
    ids = clean["training_id"]
    unknown = ~ids.isin(set(trainings["training_id"])) & (ids != "")
    return problems_of(clean.index[unknown], "training_id", of_tables.NO_ACCEPTED_TRAINING)


def _input_problems(
    clean: pd.DataFrame, trainings: pd.DataFrame, today: date
) -> list[pd.DataFrame]:
    """Hold what was raised against what took it up: another training, and not an earlier one."""
    starts = dict(zip(trainings["training_id"], trainings["date_start"], strict=True))
    raised, taken_up = (pd.to_datetime(clean[c].map(starts)) for c in ("training_id", _BY))
    day = pd.to_datetime(clean[_ON], format="%Y-%m-%d", errors="coerce")
    unknown = ~clean[_BY].isin(set(starts)) & (clean[_BY] != "")
    is_open = clean["state"] == OPEN
    in_future = of_tables.FOLLOWED_UP_IN_FUTURE.of(today=in_words(today))
    wrong = (
        (unknown, _BY, of_tables.NO_FOLLOWING_TRAINING),
        (taken_up <= raised, _BY, of_tables.FOLLOWED_UP_BEFORE),
        (day < raised, _ON, of_tables.FOLLOWED_UP_BEFORE),
        (day > pd.Timestamp(today), _ON, in_future),
        (is_open & (clean[_BY] != ""), _BY, of_tables.FOLLOWED_UP_YET_OPEN),
        (is_open & (clean[_ON] != ""), _ON, of_tables.FOLLOWED_UP_YET_OPEN),
    )
    found = [problems_of(clean.index[rows], column, kind) for rows, column, kind in wrong]
    return [_without_training(clean, trainings), *found]


def _committee_problems(clean: pd.DataFrame, today: date) -> list[pd.DataFrame]:
    level, province, district = (clean[c] for c in ("level", "adm1_pcode", "adm2_pcode"))
    lies_in = district.map(_PROVINCES).fillna("")
    elsewhere = (province != "") & (district != "") & (lies_in != "") & (lies_in != province)
    day = pd.to_datetime(clean["notified_on"], format="%Y-%m-%d", errors="coerce")
    undecided = (clean["notified"] != "yes") & (clean["notified_on"] != "")
    in_future = of_rows.NOTIFIED_IN_FUTURE.of(today=in_words(today))
    wrong = (
        ((level == "district") & (district == ""), "adm2_pcode", of_tables.DISTRICT_MISSING),
        ((level == "provincial") & (province == ""), "adm1_pcode", of_tables.PROVINCE_MISSING),
        ((level != "district") & (district != ""), "adm2_pcode", of_tables.LARGER_WITH_DISTRICT),
        ((level == "national") & (province != ""), "adm1_pcode", of_tables.NATIONAL_WITH_PROVINCE),
        (elsewhere, "adm1_pcode", of_tables.OTHER_PROVINCE),
        (undecided, "notified_on", of_tables.DAY_WITHOUT_NOTIFICATION),
        (day > pd.Timestamp(today), "notified_on", in_future),
    )
    return [problems_of(clean.index[rows], column, kind) for rows, column, kind in wrong]
