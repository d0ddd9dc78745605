"""Outlines as their districts are counted, where the list was read before the set came into use."""

from __future__ import annotations

from dataclasses import replace

from geo.boundaries.boundary_set import BoundarySet
from geo.districts import gazetteer
from geo.words.catalogue import _


def as_counted(shown: BoundarySet) -> BoundarySet:
    """Draw a newer district that the list has not yet within the district that counts it.

    The list is read once a process, so a dashboard that runs while a set is installed goes on
    counting as before. What the next start changes is said in a note. The set in use is given as
    it is on the disk, and returned as it is where list and set agree.
    """
    codes = set(shown.districts["adm2_pcode"])
    elsewhere = gazetteer.counted_in()
    waiting = {
        one.adm2_pcode: elsewhere[one.adm2_pcode]
        for one in shown.newer
        if one.adm2_pcode in codes and one.adm2_pcode in elsewhere
    }
    notes = _notes(shown, waiting)
    if not notes:
        return shown
    noted = replace(shown, notes=(*shown.notes, *notes))
    if not waiting:
        return noted
    frame = shown.districts.assign(adm2_pcode=shown.districts["adm2_pcode"].replace(waiting))
    joined = BoundarySet.from_frame(
        frame.dissolve("adm2_pcode", as_index=False, method="unary"),
        name=shown.name,
        title=shown.title,
        vintage=shown.vintage,
        attribution=shown.attribution,
    )
    return replace(noted, districts=joined.districts, topology=joined.topology)


def _notes(shown: BoundarySet, waiting: dict[str, str]) -> list[str]:
    """Say which newer districts are counted by themselves, which not yet, and which no longer."""
    codes, listed = set(shown.districts["adm2_pcode"]), gazetteer.names()
    rows, with_others = gazetteer.rows(), gazetteer.population_includes()
    later = rows.loc[rows["later"] & (rows["adm2_pcode"] != ""), ["adm2_pcode", "name", "parent"]]
    apart, gone = [], []
    for code, name, parent in later.itertuples(index=False):
        if code in codes:
            words = _(
                "{name} ({code}), made after the list of {vintage}, is drawn and counted by itself."
            )
            if name in with_others.get(gazetteer.parents()[name], ()):
                words = _(
                    "{name} ({code}), made after the list of {vintage}, is drawn and counted by "
                    "itself; the population of {parent} includes it."
                )
            told = {"vintage": gazetteer.VINTAGE, "parent": parent}
            apart.append(words.format(name=name, code=code, **told))
        else:
            words = _(
                "{name} ({code}) is not a district of its own in these boundaries. Once the "
                "dashboard is started again, it is counted in {parent}."
            )
            gone.append(words.format(name=name, code=code, parent=parent))
    words = _(
        "{name} ({code}) is a district of its own in these boundaries. Until the dashboard is "
        "started again, it is drawn and counted in {parent}."
    )
    not_yet = [
        words.format(name=one.name, code=one.adm2_pcode, parent=listed[waiting[one.adm2_pcode]])
        for one in shown.newer
        if one.adm2_pcode in waiting
    ]
    return [*apart, *not_yet, *gone]
