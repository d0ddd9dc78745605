"""Files that are of something else: of another country, or of indicators and no trainings."""

from data.records.errors import ReadingError
from data.review.districts import Placed
from data.sheets.fields import plain
from data.sheets.sheet import Sheet

#: Fewer places than this say nothing of the country that a file is of.
ENOUGH_PLACES = 5
#: A file of which more of the places than this are none of Pakistan is of another country.
MOST_STRANGE = 0.6
_INDICATORS = frozenset(["indicator", "indicator name", "indicator code", "indicator id"])
_COUNTRIES = frozenset(["country", "country name", "adm0 name", "admin0 name", "iso3", "adm0"])
_PAKISTAN = frozenset(["pakistan", "pak", "pk", "islamic republic of pakistan", ""])
ADVICE = "Choose a file of the programme's trainings and of those who came."


def require_of_trainings(sheet: Sheet) -> None:
    """Refuse a table of indicators, and one that says itself that it is of another country.

    Raises
    ------
    ReadingError
        It says which of the two.
    """
    names = [plain(name) for name in sheet.header]
    tags = [tag.strip().casefold() for tag in sheet.tags]
    if _INDICATORS & set(names) or any(tag.startswith("#indicator") for tag in tags):
        what = "It is a table of indicators, and not of trainings."
        advice = "A table for the map has the columns of layers; the template shows them."
        raise ReadingError(what, sheet.where, advice)
    for place, name in enumerate(names):
        if name in _COUNTRIES:
            countries = sheet.cells[place].map(plain)
            if (~countries.isin(list(_PAKISTAN))).sum() * 2 > len(countries):
                raise ReadingError("Most of its rows are of other countries.", sheet.where, ADVICE)


def require_of_pakistan(sheet: Sheet, placed: Placed) -> None:
    """Refuse a sheet of which most places are no districts of Pakistan, nor like one.

    Raises
    ------
    ReadingError
        It says how many.
    """
    if placed.strange_names >= ENOUGH_PLACES and placed.strange_names > MOST_STRANGE * placed.names:
        what = f"{placed.strange_names:,} of its {placed.names:,} places are none of Pakistan."
        raise ReadingError(what, sheet.where, ADVICE + " Or say which column has the districts.")
