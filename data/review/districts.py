"""Written districts -> P-codes, and what waits for a person."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from data.records.distinct import blank_column, by_text, numbered
from data.records.personal_data import shown, shown_word
from data.review.decisions import NO_DISTRICT, Decisions, district_answer, district_key
from data.review.district_questions import has_no_near, questions_on, shown_place
from data.review.places_beside import are_towns, lie_beside, said_beside
from data.review.questions import QueueItem
from data.review.series_of_codes import said_of_series, with_series
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places
from geo.names.match_result import (
    A_CITY,
    ABROAD,
    AMBIGUOUS,
    PROVINCE_UNKNOWN,
    UNKNOWN,
    larger_meant,
    names_a,
    sentence,
)
from geo.names.matching import match_many
from geo.names.offices.offices_of_fia import is_zone
from geo.names.offices.postings import is_office
from geo.names.offices.provincial_offices import province_of_office
from geo.names.other_places import read_province, says_nothing
from geo.words.catalogue import _

_STRANGE = (UNKNOWN, PROVINCE_UNKNOWN, A_CITY, ABROAD, names_a("country"))
#: What all offices in a city are known by, of which nobody knows the districts: one question.
_OFFICES = "offices in {city}"
UNPLACED_COLUMNS = ("row", "value", "province", "reason", "candidates", "role")


@dataclass(frozen=True, eq=False)
class Placed:
    """The P-code of each row, and what could not be placed.

    Attributes
    ----------
    pcodes
        By row of the file; blank where none is recorded, or none was found.
    unplaced
        ``row``, ``value``, ``province``, ``reason``, ``candidates`` (a text), ``role`` (home or
        venue): rows with a district that could not be found.
    queue
        One question for each different one of them.
    notes
        On names that are counted in another district, and on those read from a posting.
    names, strange_names
        How many different names there are, and how many of them are like none of Pakistan, or
        stand beside a province of no part of it.
    abroad
        The rows whose district lies in another country.
    """

    pcodes: pd.Series
    unplaced: pd.DataFrame
    queue: tuple[QueueItem, ...]
    notes: tuple[str, ...]
    names: int = 0
    strange_names: int = 0
    abroad: frozenset[int] = frozenset()


def place(
    cells: pd.DataFrame,
    fields: tuple[str, str, str],
    days: pd.Series,
    decisions: Decisions,
    people: pd.Series,
    *,
    home: bool,
    of_cities: bool = False,
    beside: pd.Series | None = None,
) -> Placed:
    """Find the districts of some rows.

    Parameters
    ----------
    cells
        By field.
    fields
        Those of the district's name, its P-code and its province; a missing one is blank.
    days
        The day that each row speaks of, as 2023-05-09, or blank.
    decisions
        Names that persons have decided on.
    people
        How many people each row is of, for the size of a question.
    home
        Whether participants serve there, so that a larger place says enough.
    of_cities
        Whether its venues are cities by its name: of one of several districts none is told.
    beside
        The P-code of another district of each row, in which a town of its own lies.
    """
    asked = _asked(cells, fields, days, beside)
    number = numbered(asked)
    different = asked[~number.duplicated()].reset_index(drop=True)
    names = _matched(different, decisions, home=home, of_cities=of_cities)
    written = (names["name"] != "") | (names["code"] != "")
    pcode, open_names = _decided(names, written)
    waiting = number[number.isin(open_names.index)]
    strange, elsewhere = _of_elsewhere(names)
    return Placed(
        pcodes=number.map(pcode.fillna("")).astype("str"),
        unplaced=_unplaced(open_names, waiting, "home" if fields[0] == "district" else "venue"),
        queue=questions_on(open_names, waiting, people, held=fields[0] == "district", home=home),
        notes=_notes(names),
        names=_different(names, written, ~written & (names["province"] != "")),
        strange_names=_different(names, strange & written, ~written & elsewhere),
        abroad=frozenset(number.index[number.isin(names.index[names["abroad"]])].tolist()),
    )


def _decided(names: pd.DataFrame, written: pd.Series) -> tuple[pd.Series, pd.DataFrame]:
    """Return the P-codes that were found or decided on, and the names that are still open."""
    none = names["adm2_pcode"].isna() & written & (names["answer"] != NO_DISTRICT)
    # A decision on a code that stands without a name, or against one, is not the matcher's.
    decided = none & (names["answer"] != "")
    return names["adm2_pcode"].where(~decided, names["answer"]), names[none & ~decided]


def _of_elsewhere(names: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Tell which names are like none of Pakistan, and which stand beside a province of none."""
    elsewhere = by_text(names["province"], _is_elsewhere, "bool")
    unlike = names["candidates"].map(has_no_near)
    return names["reason"].isin(_STRANGE) & (unlike | elsewhere), elsewhere


def nowhere(rows: pd.Index) -> Placed:
    """Return that no place is told of some rows, as no column has one."""
    return Placed(blank_column(rows), _none_unplaced(), queue=(), notes=())


def _none_unplaced() -> pd.DataFrame:
    columns = {name: pd.Series(dtype="object") for name in UNPLACED_COLUMNS}
    return pd.DataFrame(columns | {"row": pd.Series(dtype="int64")})


def _different(names: pd.DataFrame, named: pd.Series, provinces: pd.Series) -> int:
    """Count the different names of some rows, and the provinces of those without one."""
    own = names.loc[named, "name"].nunique() + names.loc[provinces, "province"].nunique()
    return int(own)


def _asked(
    cells: pd.DataFrame, fields: tuple[str, str, str], days: pd.Series, beside: pd.Series | None
) -> pd.DataFrame:
    """Return what each row asks for: name, code, province, year and the district beside a town."""
    blank = blank_column(cells.index)
    name, code, province = (cells.get(field, blank) for field in fields)
    # A district is made in a year: of the days of one, each name is looked up once.
    year = by_text(days, lambda day: day[:4])
    told = {"name": name, "code": code, "province": province, "year": year}
    asked = pd.DataFrame(told, index=cells.index)
    asked["beside"] = "" if beside is None else beside.where(are_towns(asked), "")
    return asked


def _notes(names: pd.DataFrame) -> tuple[str, ...]:
    """Return what is said of different names, each once."""
    told = [*_elsewhere_counted(names), *_posted(names), *said_beside(names)]
    told += [*_of_provinces(names), *said_of_series(names), *_of_none(names)]
    return tuple(dict.fromkeys(sentence(note) for note in told if note))


def _elsewhere_counted(names: pd.DataFrame) -> list[str]:
    """Say which names are counted in another district."""
    return names.loc[names["method"] == "successor", "note"].tolist()


def _posted(names: pd.DataFrame) -> list[str]:
    """Say which names were read from postings."""
    words = _("“{name}” is read as {district}, from a posting")
    posted = names.loc[names["method"] == "posting", ["name", "adm2_pcode"]].to_numpy().tolist()
    return [
        words.format(name=shown(name), district=gazetteer.names()[code]) for name, code in posted
    ]


def _of_provinces(names: pd.DataFrame) -> list[str]:
    """Say which names are offices of a province, of none of whose districts they tell."""
    words = _("“{name}” is an office of {province}, district not known")
    offices = names.loc[names["office_of"] != "", ["name", "office_of"]].to_numpy().tolist()
    provinces = gazetteer.provinces()
    return [words.format(name=shown(name), province=provinces[code]) for name, code in offices]


def _of_none(names: pd.DataFrame) -> list[str]:
    """Say of which names no district is told: of zones and cities, of another country, of none."""
    zone = _("“{name}” is a zone of several districts: none of them is told")
    untold = _("“{name}” is read as no district told")
    abroad = _("“{name}” is in another country, and in no district")
    city = _("“{name}” is of several districts: which of them is not told")
    return [
        words.format(name=shown_place(name, UNKNOWN if kind == "abroad" else None, ()))
        for kind, words in (("zone", zone), ("untold", untold), ("abroad", abroad), ("city", city))
        for name in names.loc[names[kind], "name"]
    ]


def _is_elsewhere(province: str) -> bool:
    """Tell whether a text beside a place is written for a province and is none of Pakistan."""
    return bool(province.strip()) and not read_province(province).codes


def _matched(
    different: pd.DataFrame, decisions: Decisions, *, home: bool, of_cities: bool
) -> pd.DataFrame:
    """Return different names, codes and provinces with what was found, and what was decided."""
    matches = match_many(
        different["name"],
        different["province"],
        different["code"],
        on=[date(int(year), 1, 1) if year else None for year in different["year"]],
        learned=decisions.learned(),
    )
    names = pd.concat([different, matches], axis=1)
    names["within"] = [_divided_city(one) for one in names.to_dict("records")]
    written = [_OFFICES.format(city=city) if city and is_office(name) else ""
               for name, city in zip(names["name"], names["within"], strict=True)]  # fmt: skip
    names["key"] = [
        district_key(offices or name or code, province)
        for offices, name, code, province in zip(
            written, names["name"], names["code"], names["province"], strict=True
        )
    ]
    names["answer"] = [
        district_answer(decisions, name or code, province)
        or (district_answer(decisions, offices, province) if offices else "")
        for offices, name, code, province in zip(
            written, names["name"], names["code"], names["province"], strict=True
        )
    ]
    names = with_series(names, decisions)
    names["lies_in"] = lie_beside(names)
    names["adm2_pcode"] = names["adm2_pcode"].mask(names["lies_in"] != "", names["lies_in"])
    unknown = names["adm2_pcode"].isna() & (names["answer"] == "")
    names["zone"] = unknown & by_text(names["name"], is_zone, "bool")
    names["untold"] = unknown & (names["name"] != "") & by_text(names["name"], says_nothing, "bool")
    names["abroad"] = unknown & (names["reason"] == ABROAD)
    names["city"] = unknown & (names["within"] != "") & (of_cities and not home)
    none = names["zone"] | names["untold"] | names["abroad"] | names["city"]
    names["answer"] = names["answer"].mask(none, NO_DISTRICT)
    names["office_of"] = _provinces_of_offices(names, unknown & home & ~none)
    names["answer"] = names["answer"].mask(names["office_of"] != "", names["office_of"])
    if not home:  # a training took place in one district: of a larger place, it is not known
        names["answer"] = names["answer"].mask(names["answer"].isin(larger_places()), NO_DISTRICT)
    return names


def _provinces_of_offices(names: pd.DataFrame, unknown: pd.Series) -> pd.Series:
    """Return the province of each name of an office of it, if no other stands beside; else blank.

    No district is told of who serves there, and the province is.
    """
    codes = by_text(names["name"].where(unknown, ""), province_of_office)
    beside = [read_province(text).codes for text in names["province"]]
    alone = [not own or own == {code} for own, code in zip(beside, codes, strict=True)]
    return codes.where(pd.Series(alone, codes.index), "")


def _divided_city(found: dict[Hashable, Any]) -> str:
    """Return the place of several districts that a name says, as Karachi; blank where none."""
    if found["reason"] != AMBIGUOUS:
        return ""
    meant = larger_meant(found["name"], found["reason"], found["candidates"])
    return larger_places()[meant[0]].name if len(meant) == 1 else ""


def _unplaced(names: pd.DataFrame, waiting: pd.Series, role: str) -> pd.DataFrame:
    """Return for each row that waits what its name says, as it may be shown."""
    if names.empty:
        return _none_unplaced()
    shown_texts = [
        (
            shown_place(name["name"] or name["code"], name["reason"], name["candidates"]),
            shown_word(name["province"]),
            sentence(name["note"] or name["reason"]),
            "; ".join(map(str, name["candidates"])),
            role,
        )
        for name in names.to_dict("records")
    ]
    by_name = pd.DataFrame(shown_texts, index=names.index, columns=list(UNPLACED_COLUMNS[1:]))
    rows = by_name.loc[waiting.to_numpy()].assign(row=waiting.index.to_numpy(dtype="int64"))
    return rows[list(UNPLACED_COLUMNS)].reset_index(drop=True)
