"""Outlines as their districts are counted, where the list was read before the set came into use."""

from __future__ import annotations

from dataclasses import replace

from geo.boundaries.boundary_set import BoundarySet
from geo.districts import gazetteer


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
            people = f"; the population of {parent} includes it"
            of_parent = name in with_others.get(gazetteer.parents()[name], ())
            apart.append(
                f"{name} ({code}), made after the list of {gazetteer.VINTAGE}, is drawn and "
                f"counted by itself{people if of_parent else ''}."
            )
        else:
            gone.append(
                f"{name} ({code}) is not a district of its own in these boundaries. Once the "
                f"dashboard is started again, it is counted in {parent}."
            )
    not_yet = [
        f"{one.name} ({one.adm2_pcode}) is a district of its own in these boundaries. Until the "
        f"dashboard is started again, it is drawn and counted in {listed[waiting[one.adm2_pcode]]}."
        for one in shown.newer
        if one.adm2_pcode in waiting
    ]
    return [*apart, *not_yet, *gone]
