"""What a view selects, in words: on sheets, in workbooks and in files."""

from collections.abc import Mapping, Sequence

from data.figures.selection import MOST_VALUES, Selection
from data.records.model import NOT_PUBLISHED, CoverageStatus, Records, in_words
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet
from geo.districts import gazetteer
from geo.words.catalogue import _
from reports.words.counts import counted

#: Said in place of their day of records without a training.
NO_TRAINING = _("No training yet")
#: Said where no filter is set.
EVERYTHING = _("all provinces, agencies, donors and levels")
#: The longest that a view is in a title, in characters, where it can be said shorter.
LONGEST_VIEW = 60
#: The longest that a view is in the line on the source.
LONGEST_LINE = 110
#: How many values of one filter a title names; of more it says how many they are.
NAMED = 2

_LEVELS = {
    "national": _("national level"),
    "provincial": _("provincial level"),
    "district": _("district level"),
    "several": _("several levels"),
    NOT_PUBLISHED: _("a level that is not published"),
    "": _("a level that is not recorded"),
}


def view_in_words(selection: Selection, most: int = NAMED) -> str:
    """Return the filters of a view as the beginning of a title; blank where none is set.

    For example *Police in Punjab, trainings funded by Denmark*. Every title, source line, sheet
    and file name says with this what its figures are of. Of a filter with more than ``most``
    values only their number is said; the as-of date is no filter.
    """
    agencies = selection.agencies
    provinces = tuple(gazetteer.provinces()[pcode] for pcode in selection.provinces)
    unknown = {"": _("an agency not recorded"), NOT_PUBLISHED: _("an agency not published")}
    people = _listed(agencies, most, counted(len(agencies), "agency", "agencies"), unknown)
    place = _listed(provinces, most, counted(len(provinces), "province", "provinces"))
    who = (
        _("{people} in {place}").format(people=people, place=place)
        if people and place
        else people or place
    )
    words = ", ".join(part for part in (who, _trainings(selection, most)) if part)
    return words[:1].upper() + words[1:]


def _trainings(selection: Selection, most: int) -> str:
    """Return which trainings are selected: by level, by donor, from which day on."""
    levels = [_LEVELS.get(level, level) for level in selection.levels]
    held = _listed(levels, most, counted(len(levels), "level", "levels"))
    unknown = {"": _("a donor not recorded"), NOT_PUBLISHED: _("a donor not published")}
    number = counted(len(selection.donors), "donor", "donors")
    donors = _listed(selection.donors, most, number, unknown)
    parts = (
        _(" at {levels}").format(levels=held) if levels else "",
        _(" funded by {donors}").format(donors=donors) if donors else "",
        _(" from {since} on").format(since=in_words(selection.since)) if selection.since else "",
    )
    return _("trainings{parts}").format(parts="".join(parts)) if any(parts) else ""


def _listed(
    values: Sequence[str], most: int, number: str, unknown: Mapping[str, str] | None = None
) -> str:
    """Name the values of a filter, and those ``unknown`` in their own words; ``number`` of many."""
    if len(values) > most:
        return number
    names = [(unknown or {}).get(value.casefold(), value) for value in values]
    return _(" and ").join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def selection_in_words(selection: Selection) -> str:
    """Return the filters in one line, each value named; that there is none where none is set."""
    return view_in_words(selection, MOST_VALUES) or EVERYTHING


def of_view(selection: Selection) -> str:
    """Return of whom a number of a view is, to stand after it: of its one agency, by name."""
    others = selection.donors or selection.levels or selection.since
    if others or len(selection.agencies) != 1 or selection.agencies[0] in ("", NOT_PUBLISHED):
        return _("in this selection")
    return _("of {agency}").format(agency=selection.agencies[0])


def status_words(selection: Selection) -> dict[CoverageStatus, str]:
    """Return what each status is called in a view, in their order.

    Where others may have been trained from a district, that it has no record is said of the view.
    """
    words = {status: status.value for status in CoverageStatus}
    if selection.is_of_part:
        words[CoverageStatus.NO_RECORD] = _("no record in this selection")
    return words


def titled(title: str, selection: Selection) -> str:
    """Return a title that begins with what its view is of, where that is not everything."""
    views = [view_in_words(selection, most) for most in range(NAMED, -1, -1)]
    view = next((words for words in views if len(words) <= LONGEST_VIEW), views[-1])
    lower = title[:1] + title[1:] if title[1:2].isupper() else title[:1].lower() + title[1:]
    return f"{view}: {lower}" if view else title


def source_in_words(records: Records, selection: Selection, source: str = "") -> str:
    """Return the line under every map and figure: what of, as-of date, source, kind of records.

    A ``source`` that is given stands in place of that of the records. Filters that would fill the
    line are counted; the whole of them is in the definitions of every file. Records without a
    training have no as-of date.
    """
    view = view_in_words(selection, MOST_VALUES)
    parts = [view if len(view) <= LONGEST_LINE else view_in_words(selection)]
    as_of = _("Data as of {as_of}").format(as_of=in_words(selection.as_of))
    parts += [
        as_of if len(records.trainings) else NO_TRAINING,
        _("source: {source}").format(source=source or records.source),
    ]
    if records.illustrative:
        parts.append(_("illustrative records"))
    return " \u00b7 ".join(filter(None, parts))


def boundaries_in_words(boundaries: BoundarySet) -> tuple[str, ...]:
    """Return what is to be said of a map's boundaries, a sentence or two each.

    The set and its vintage, its attribution, its own notes, the note on the Line of Control,
    and that boundaries imply no endorsement.
    """
    first = [
        _("Boundaries: {title}.").format(title=boundaries.title),
        f"{boundaries.attribution.rstrip('.')}.",
    ]
    if boundaries.vintage.rpartition(" ")[2] not in boundaries.title:
        first[0] = _("Boundaries: {title}, {vintage}.").format(
            title=boundaries.title, vintage=boundaries.vintage
        )
    return (*first, *boundaries.notes, LINE_OF_CONTROL_NOTE, BOUNDARY_NOTE)
