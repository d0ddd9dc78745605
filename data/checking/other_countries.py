"""Files of another country: by what stands above their rows, their columns, and their places."""

import re
from collections.abc import Sequence, Set

import pandas as pd

from data.records.distinct import by_text, filled_texts, is_filled
from data.records.errors import ReadingError
from data.review.decisions import Decisions
from data.review.districts import Placed, place
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, PERSONAL_FIELDS, PLACE_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from geo.names.by_name import districts_among
from geo.names.match_result import ABROAD, UNKNOWN
from geo.names.matching import match
from geo.names.other_places import lies_abroad, says_nothing
from geo.words.catalogue import _

#: Fewer places than this say nothing of the country that a file is of.
ENOUGH_PLACES = 4
#: Where most agencies are of another country, so few places tell it.
FEW_PLACES = 2
#: A file of which more of the places than this are none of Pakistan is of another country.
MOST_STRANGE = 0.6
#: How like the name of a district a place is that may be one misspelt.
LIKELY = 80
#: What a text above the rows says: "Country: Afghanistan".
_COUNTRY = re.compile(r"\W*country\s*[:=–-]\s*(?P<country>[^,;|()]+)", re.IGNORECASE)
#: What parts of other countries are called.
_UNITS = frozenset(["upazila", "upazilla", "woreda", "kebele", "governorate", "oblast", "gewog"])
#: The same, where the places in such a column are none of Pakistan.
_COUNTIES = frozenset(["county", "counties", "subcounty", "prefecture", "prefectures", "canton",
                       "cantons", "regency", "emirate", "voivodeship"])  # fmt: skip
#: What provinces are called in others; a state is also AJ&K, and Pakistan has divisions, too.
_STATES = frozenset(["state", "states", "state name", "name of state", "state ut", "division",
                     "divisions", "division name", "name of division"])  # fmt: skip
#: Whose table it is, as its letterhead says: "Ministry of Interior, Republic of Kenya".
_STATE = re.compile(
    r"(?:the )?(?:(?:government|(?:\w+ ){0,3}(?:republic|kingdom|emirate|union)) of (?:the )?"
    r"|حکومت |اسلامی |جمہوریہ )+(?P<country>.+)",
    re.IGNORECASE,
)
#: What a column of countries is called.
COUNTRIES = frozenset(["country", "country name", "adm0 name", "admin0 name", "iso3", "adm0"])
#: What the column of a place is called beside the country that it is in: "District (Kenya)".
_PLACE_IN = re.compile(
    r"(?:name of )?(?:home |duty )?(?:districts?|distt|provinces?|divisions?|cit(?:y|ies)"
    r"|count(?:y|ies))(?: name)?(?: of| in)? (?P<country>.+)"
)
_PAKISTAN = frozenset(["pakistan", "pak", "pk", "islamic republic of pakistan", ""])
_PIECES = re.compile(r"[|;:,()–]|\s-\s|[،؛]")
ADVICE = _("Choose a file of the programme's trainings and of those who came.")


def speaking(names: Sequence[str], words: Set[str]) -> int:
    """Count the names that have one of some words."""
    return sum(bool(words & {*name.split()}) for name in names)


def other_country(sheet: Sheet, names: Sequence[str]) -> str:
    """Return what is said of a table whose places, or most of them, lie in other countries."""
    pieces = (piece for text in sheet.above for piece in re.split("[|;]", text))
    labels = (found["country"] for piece in pieces if (found := _COUNTRY.match(piece)))
    abroad = any(lies_abroad(one.strip(" .")) for one in labels)
    counties = [n for n, name in enumerate(names) if _COUNTIES & {*name.split()}]
    abroad |= any(_are_none_of_pakistan(sheet.cells[n]) for n in counties)
    if abroad or speaking(names, _UNITS) or any(map(_is_abroad, names)) or _is_of_state(sheet):
        return _("It is of another country.")
    for n, name in enumerate(names):
        own = filled_texts(sheet.cells[n]) if name in _STATES else []
        told = [text for text in own if not is_total(text)]
        if told and all(map(lies_abroad, told)):
            return _("It is of another country.")
        if name in COUNTRIES and by_text(sheet.cells[n], _is_other_country, "bool").mean() > 1 / 2:
            return _("Most of its rows are of other countries.")
    return ""


def _is_of_state(sheet: Sheet) -> bool:
    """Tell whether the letterhead is of another state, and no cell names a district of Pakistan.

    Who gives money to a training, or teaches at one, is not named alone between commas. Where the
    country is, or it heads most names of agencies, and most of the districts are none of
    Pakistan, it is theirs; so it is where the country is named and none of a few districts is.
    """
    texts = [text for text in (*sheet.above, sheet.name) if text.strip()]
    pieces = [piece.strip(" .") for text in texts for piece in _PIECES.split(text)]
    pieces += [text.split()[0] for text in texts]  # "Bangladesh Counter Trafficking Committees"
    districts = [n for n, name in enumerate(sheet.header) if field_of_name(name) == "district"]
    named = any(lies_abroad(one) and not districts_among([one]) for one in pieces)
    agencies = _are_of_agencies_abroad(sheet)
    least = FEW_PLACES if agencies else ENOUGH_PLACES
    most = (named or agencies) and any(
        sheet.cells[n].nunique() >= least and _are_none_of_pakistan(sheet.cells[n])
        for n in districts
    )
    if most or (named and any(_names_no_district(sheet.cells[n]) for n in districts)):
        return True
    states = filter(None, map(_STATE.fullmatch, pieces))
    if not any(lies_abroad(one["country"]) for one in states):
        return False
    own = [n for n, name in enumerate(sheet.header) if field_of_name(name) not in PERSONAL_FIELDS]
    texts = (text for n in own for text in filled_texts(sheet.cells[n]))
    return not any(match(text, alike=False).adm2_pcode for text in texts)


def _are_of_agencies_abroad(sheet: Sheet) -> bool:
    """Tell whether most rows have an agency of another country: "Bangladesh Police"."""
    own = [n for n, name in enumerate(sheet.header) if field_of_name(name) in AGENCY_FIELDS]
    rows = pd.concat(
        [sheet.cells[n][is_filled(sheet.cells[n])] for n in own] or [pd.Series(dtype="str")]
    )
    rows = rows[~by_text(rows, is_total, "bool")]
    return len(rows) > 0 and bool(2 * by_text(rows, _is_agency_abroad, "bool").sum() > len(rows))


def _is_agency_abroad(text: str) -> bool:
    return lies_abroad(text.split()[0]) or bool(speaking([plain(text)], _UNITS))


def _are_none_of_pakistan(cells: pd.Series) -> bool:
    """Tell whether most texts of a column are no places of Pakistan."""
    texts = [text for text in filled_texts(cells) if not is_total(text) and not says_nothing(text)]
    strange = sum(match(one).reason in (UNKNOWN, ABROAD) or lies_abroad(one) for one in texts)
    return strange > MOST_STRANGE * len(texts)


def _names_no_district(cells: pd.Series) -> bool:
    """Tell whether several texts are places, most none of Pakistan, and none is a district of it.

    Nor is one misspelt: it is like none.
    """
    texts = [text for text in filled_texts(cells) if not is_total(text) and not says_nothing(text)]
    if len(texts) < ENOUGH_PLACES - 1 or not _are_none_of_pakistan(cells):
        return False
    found = [match(one) for one in texts]
    return not any(one.adm2_pcode or any(like.score >= LIKELY for like in one.candidates)
                   for one in found)  # fmt: skip


def _is_other_country(text: str) -> bool:
    return plain(text) not in _PAKISTAN


def _is_abroad(name: str) -> bool:
    """Tell whether the plain name of a column is of places in another country."""
    found = _PLACE_IN.fullmatch(name)
    return found is not None and lies_abroad(found["country"].removeprefix("the "))


def require_provinces(sheet: Sheet, fields: Sequence[str], decisions: Decisions) -> None:
    """Refuse a sheet of which most provinces are none of Pakistan.

    Where it gives districts besides, all of them lie abroad, or none of either is of Pakistan.

    Raises
    ------
    ReadingError
        It says how many.
    """
    if "province" not in fields:
        return
    told = [one for one in ("province", "district") if one in fields]
    cells = sheet.cells[[*map(list(fields).index, told)]].set_axis(told, axis=1).drop_duplicates()
    cells = cells[~cells.map(is_total).any(axis=1)]
    people = pd.Series(0, index=cells.index)
    days = pd.Series("", index=cells.index, dtype="str")
    placed = [place(cells[[one]], PLACE_FIELDS, days, decisions, people, home=True) for one in told]
    none = len(told) > 1 and placed[1].names >= ENOUGH_PLACES
    none &= all(one.strange_names == one.names for one in placed)
    abroad = none or by_text(cells["province"], lies_abroad, "bool").all()
    if abroad or not {*PLACE_FIELDS[:2]} & {*fields}:
        require_of_pakistan(sheet, placed[0])


def require_of_pakistan(sheet: Sheet, placed: Placed) -> None:
    """Refuse a sheet of which most places are no districts of Pakistan, nor like one.

    Raises
    ------
    ReadingError
        It says how many.
    """
    most = placed.strange_names > MOST_STRANGE * placed.names
    every = placed.strange_names == placed.names and placed.names >= ENOUGH_PLACES - 1
    if (placed.strange_names >= ENOUGH_PLACES and most) or every:
        what = _("{strange:,} of its {places:,} places are none of Pakistan.")
        what = what.format(strange=placed.strange_names, places=placed.names)
        advice = _("Or say which column has the districts.")
        raise ReadingError(what, sheet.where, f"{ADVICE} {advice}")
