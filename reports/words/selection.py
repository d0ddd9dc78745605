"""What a view selects, in words: on sheets, in workbooks and in files."""

from data.figures.selection import MOST_VALUES, Selection
from data.records.model import NOT_PUBLISHED, Records, in_words
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet
from geo.districts import gazetteer
from reports.words.counts import counted

#: Said where no filter is set.
EVERYTHING = "all provinces, agencies, donors and levels"
#: The longest that a view is in a title, in characters, where it can be said shorter.
LONGEST_VIEW = 60
#: The longest that a view is in the line on the source.
LONGEST_LINE = 110
#: How many values of one filter a title names; of more it says how many they are.
NAMED = 2

_LEVELS = {
    "several": "several levels",
    NOT_PUBLISHED: "a level that is not published",
    "": "a level that is not recorded",
}


def view_in_words(selection: Selection, most: int = NAMED) -> str:
    """Return the filters of a view as the beginning of a title; blank where none is set.

    For example *Police in Punjab, trainings funded by Denmark*. Every title, source line, sheet
    and file name says with this what its figures are of. Of a filter with more than ``most``
    values only their number is said; the as-of date is no filter.
    """
    people = _listed(selection.agencies, most, "agency", "agencies")
    provinces = tuple(gazetteer.provinces()[pcode] for pcode in selection.provinces)
    place = _listed(provinces, most, "province")
    who = f"{people} in {place}" if people and place else people or place
    words = ", ".join(part for part in (who, _trainings(selection, most)) if part)
    return words[:1].upper() + words[1:]


def _trainings(selection: Selection, most: int) -> str:
    """Return which trainings are selected: by level, by donor, from which day on."""
    levels = tuple(_LEVELS.get(level, f"{level} level") for level in selection.levels)
    donors = _listed(selection.donors, most, "donor")
    parts = (
        f" at {_listed(levels, most, 'level')}" if levels else "",
        f" funded by {donors}" if donors else "",
        f" from {in_words(selection.since)} on" if selection.since else "",
    )
    return f"trainings{''.join(parts)}" if any(parts) else ""


def _listed(values: tuple[str, ...], most: int, one: str, many: str = "") -> str:
    if len(values) > most:
        return counted(len(values), one, many)
    a = "an" if one[0] in "aeiou" else "a"
    unknown = {"": f"{a} {one} not recorded", NOT_PUBLISHED: f"{a} {one} not published"}
    names = [unknown.get(value.casefold(), value) for value in values]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def selection_in_words(selection: Selection) -> str:
    """Return the filters in one line, each value named; that there is none where none is set."""
    return view_in_words(selection, MOST_VALUES) or EVERYTHING


def titled(title: str, selection: Selection) -> str:
    """Return a title that begins with what its view is of, where that is not everything."""
    views = [view_in_words(selection, most) for most in range(NAMED, -1, -1)]
    view = next((words for words in views if len(words) <= LONGEST_VIEW), views[-1])
    lower = title[:1] + title[1:] if title[1:2].isupper() else title[:1].lower() + title[1:]
    return f"{view}: {lower}" if view else title


def source_in_words(records: Records, selection: Selection, source: str = "") -> str:
    """Return the line under every map and figure: what of, as-of date, source, kind of records.

    A ``source`` that is given stands in place of that of the records. Filters that would fill the
    line are counted; the whole of them is in the definitions of every file.
    """
    view = view_in_words(selection, MOST_VALUES)
    parts = [view if len(view) <= LONGEST_LINE else view_in_words(selection)]
    parts += [f"Data as of {in_words(selection.as_of)}", f"source: {source or records.source}"]
    if records.illustrative:
        parts.append("illustrative records")
    return " \u00b7 ".join(filter(None, parts))


def boundaries_in_words(boundaries: BoundarySet) -> tuple[str, ...]:
    """Return what is to be said of a map's boundaries, a sentence or two each.

    The set and its vintage, its attribution, its own notes, the note on the Line of Control,
    and that boundaries imply no endorsement.
    """
    first = [f"Boundaries: {boundaries.title}.", f"{boundaries.attribution.rstrip('.')}."]
    if boundaries.vintage.rpartition(" ")[2] not in boundaries.title:
        first[0] = f"Boundaries: {boundaries.title}, {boundaries.vintage}."
    return (*first, *boundaries.notes, LINE_OF_CONTROL_NOTE, BOUNDARY_NOTE)
