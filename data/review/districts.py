"""Written districts -> P-codes, and what waits for a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import pandas as pd

from data.records.distinct import blank_column, by_text, numbered, texts_of_numbers, those
from data.records.personal_data import shown, shown_word
from data.review.decisions import NO_DISTRICT, Decisions, district_answer, district_key
from data.review.district_questions import has_no_near, questions_on, shown_place
from data.review.places_beside import Name, are_towns, lie_beside, said_beside
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
    of_towns: bool = False,
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
    of_cities, of_towns
        Whether by its name its venues are cities, of several districts, or its places towns of one.
    beside
        The P-code of another district of each row, in which a town of its own lies.
    """
    asked = _asked(cells, fields, days, beside)
    number = numbered(asked)
    different = those(asked, ~number.duplicated())
    names = _matched(different, decisions, home=home, of_cities=of_cities, of_towns=of_towns)
    open_names = _open_names(names)
    waiting = number[number.isin(open_names.index)] if len(open_names) else number[:0]
    different_names, strange = _told_apart(names)
    abroad = [place for place, one in enumerate(names) if one["abroad"]]
    return Placed(
        pcodes=texts_of_numbers(number, [_pcode(one) for one in names]),
        unplaced=_unplaced(open_names, waiting, "home" if fields[0] == "district" else "venue"),
        queue=questions_on(open_names, waiting, people, held=fields[0] == "district", home=home),
        notes=_notes(names),
        names=different_names,
        strange_names=strange,
        abroad=frozenset(number.index[number.isin(abroad)].tolist() if abroad else ()),
    )


def _is_undecided(name: Name) -> bool:
    """Tell whether a district is named, and neither found nor said to be none."""
    written = name["name"] or name["code"]
    return bool(written) and name["adm2_pcode"] is None and name["answer"] != NO_DISTRICT


def _is_open(name: Name) -> bool:
    return _is_undecided(name) and not name["answer"]


def _pcode(name: Name) -> str:
    """Return the P-code that was found or decided on; blank where there is none.

    A decision on a code that stands without a name, or against one, is not the matcher's.
    """
    return (name["answer"] if _is_undecided(name) else name["adm2_pcode"]) or ""


def _is_strange(name: Name) -> bool:
    """Tell whether a name is like none of Pakistan, or stands beside a province of none."""
    unlike = has_no_near(name["candidates"]) or _is_elsewhere(name)
    return name["reason"] in _STRANGE and unlike


def nowhere(rows: pd.Index) -> Placed:
    """Return that no place is told of some rows, as no column has one."""
    return Placed(blank_column(rows), _none_unplaced(), queue=(), notes=())


@cache
def _none_unplaced() -> pd.DataFrame:
    columns = {name: pd.Series(dtype="object") for name in UNPLACED_COLUMNS}
    return pd.DataFrame(columns | {"row": pd.Series(dtype="int64")})


def _open_names(names: Sequence[Name]) -> pd.DataFrame:
    """Return the names that wait for a person, by their place among all."""
    own = {place: one for place, one in enumerate(names) if _is_open(one)}
    return pd.DataFrame([*own.values()], index=[*own], dtype=object)


def _told_apart(names: Sequence[Name]) -> tuple[int, int]:
    """Count different names, and those that are like none of Pakistan."""
    written = [one for one in names if one["name"] or one["code"]]
    alone = [one for one in names if one["province"] and not (one["name"] or one["code"])]
    strange = _different(filter(_is_strange, written), filter(_is_elsewhere, alone))
    return _different(written, alone), strange


def _different(named: Iterable[Name], provinces: Iterable[Name]) -> int:
    """Count the different names of some, and the provinces of those without one."""
    return len({one["name"] for one in named}) + len({one["province"] for one in provinces})


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


def _notes(names: Sequence[Name]) -> tuple[str, ...]:
    """Return what is said of different names, each once."""
    told = [*_elsewhere_counted(names), *_posted(names), *said_beside(names)]
    told += [*_of_provinces(names), *said_of_series(names), *_of_none(names)]
    return tuple(dict.fromkeys(sentence(note) for note in told if note))


def _elsewhere_counted(names: Sequence[Name]) -> list[str]:
    """Say which names are counted in another district."""
    return [one["note"] for one in names if one["method"] == "successor"]


def _posted(names: Sequence[Name]) -> list[str]:
    """Say which names were read from postings."""
    words = _("“{name}” is read as {district}, from a posting")
    return [
        words.format(name=shown(one["name"]), district=gazetteer.names()[one["adm2_pcode"]])
        for one in names
        if one["method"] == "posting"
    ]


def _of_provinces(names: Sequence[Name]) -> list[str]:
    """Say which names are offices of a province, of none of whose districts they tell."""
    words = _("“{name}” is an office of {province}, district not known")
    provinces = gazetteer.provinces()
    return [
        words.format(name=shown(one["name"]), province=provinces[one["office_of"]])
        for one in names
        if one["office_of"]
    ]


def _of_none(names: Sequence[Name]) -> list[str]:
    """Say of which names no district is told: of zones and cities, of another country, of none."""
    zone = _("“{name}” is a zone of several districts: none of them is told")
    untold = _("“{name}” is read as no district told")
    abroad = _("“{name}” is in another country, and in no district")
    city = _("“{name}” is of several districts: which of them is not told")
    return [
        words.format(name=shown_place(one["name"], UNKNOWN if kind == "abroad" else None, ()))
        for kind, words in (("zone", zone), ("untold", untold), ("abroad", abroad), ("city", city))
        for one in names
        if one[kind]
    ]


def _is_elsewhere(name: Name) -> bool:
    """Tell whether a text beside a place is written for a province and is none of Pakistan."""
    return bool(name["province"].strip()) and not read_province(name["province"]).codes


def _matched(
    different: pd.DataFrame, decisions: Decisions, *, home: bool, of_cities: bool, of_towns: bool
) -> list[Name]:
    """Return different names, codes and provinces with what was found, and what was decided."""
    matches = match_many(
        different["name"],
        different["province"],
        different["code"],
        on=[date(int(year), 1, 1) if year else None for year in different["year"]],
        learned=decisions.learned(),
    )
    told = {str(name): own[name].tolist() for own in (different, matches) for name in own}
    names = [dict(zip(told, one, strict=True)) for one in zip(*told.values(), strict=True)]
    for one in names:
        one |= _decided(one, decisions)
    names = with_series(names, decisions)
    for one, lies_in in zip(names, lie_beside(names, of_towns=of_towns), strict=True):
        one["lies_in"] = lies_in
        one["adm2_pcode"] = lies_in or one["adm2_pcode"]
        one |= _of_no_district(one, home=home, of_cities=of_cities)
        if not home and one["answer"] in larger_places():
            # A training took place in one district: of a larger place, it is not known.
            one["answer"] = NO_DISTRICT
    return names


def _decided(found: Name, decisions: Decisions) -> Name:
    """Return under which key a name is asked about, what was answered, and its divided city."""
    name, code, province = found["name"], found["code"], found["province"]
    city = _divided_city(found)
    offices = _OFFICES.format(city=city) if city and is_office(name) else ""
    answer = district_answer(decisions, name or code, province)
    if offices and not answer:
        answer = district_answer(decisions, offices, province)
    key = district_key(offices or name or code, province)
    return {"within": city, "key": key, "answer": answer}


def _of_no_district(found: Name, *, home: bool, of_cities: bool) -> Name:
    """Return why a name that is not known tells no district, the province of an office, answers."""
    name, answer = found["name"], found["answer"]
    unknown = found["adm2_pcode"] is None and not answer
    told = {
        "zone": unknown and is_zone(name),
        "untold": unknown and bool(name) and says_nothing(name),
        "abroad": unknown and found["reason"] == ABROAD,
        "city": unknown and bool(found["within"]) and of_cities and not home,
    }
    none = any(told.values())
    office = _province_of_office(found) if unknown and home and not none else ""
    return {**told, "office_of": office, "answer": NO_DISTRICT if none else office or answer}


def _province_of_office(found: Name) -> str:
    """Return the province of a name of an office of it, if no other stands beside; else blank.

    No district is told of who serves there, and the province is.
    """
    code, beside = province_of_office(found["name"]), read_province(found["province"]).codes
    return code if not beside or beside == {code} else ""


def _divided_city(found: Name) -> str:
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
