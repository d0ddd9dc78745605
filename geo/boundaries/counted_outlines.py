"""Outlines as their districts are counted, where the list was read before the set came into use."""

from __future__ import annotations

from dataclasses import replace

from geo.boundaries.boundary_set import BoundarySet
from geo.districts import gazetteer


def as_counted(shown: BoundarySet) -> BoundarySet:
    """Draw a newer district that the list has not yet within the district that counts it.

    The list is read once a process, so a dashboard that runs while a set is installed goes on
    counting as before. What the next start changes is said in a note.

    Parameters
    ----------
    shown
        The set in use, as it is on the disk.

    Returns
    -------
    BoundarySet
        The same where list and set agree.
    """
    codes = set(shown.districts["adm2_pcode"])
    elsewhere = gazetteer.counted_in()
    waiting = {
        one.adm2_pcode: elsewhere[one.adm2_pcode]
        for one in shown.newer
        if one.adm2_pcode in codes and one.adm2_pcode in elsewhere
    }
    notes = (*_apart(codes), *_waiting(shown, waiting), *_without_outline(codes))
    if not notes:
        return shown
    told = replace(shown, notes=(*shown.notes, *notes))
    return _joined(told, waiting) if waiting else told


def _apart(codes: set[str]) -> list[str]:
    """Say which newer districts are counted by themselves, and whose population has theirs."""
    rows, with_others = gazetteer.rows(), gazetteer.population_includes()
    here = rows[rows["later"] & rows["adm2_pcode"].isin(codes)]
    told = []
    for code, name, parent in zip(here["adm2_pcode"], here["name"], here["parent"], strict=True):
        people = f"; the population of {parent} includes it"
        of_parent = name in with_others.get(gazetteer.parents()[name], ())
        told.append(
            f"{name} ({code}), made after the list of {gazetteer.VINTAGE}, is drawn and counted "
            f"by itself{people if of_parent else ''}."
        )
    return told


def _waiting(shown: BoundarySet, owners: dict[str, str]) -> list[str]:
    listed = gazetteer.names()
    return [
        f"{one.name} ({one.adm2_pcode}) is a district of its own in these boundaries. Until the "
        f"dashboard is started again, it is drawn and counted in {listed[owners[one.adm2_pcode]]}."
        for one in shown.newer
        if one.adm2_pcode in owners
    ]


def _without_outline(codes: set[str]) -> list[str]:
    """Say which newer districts of the list the set does not draw."""
    rows = gazetteer.rows()
    gone = rows[rows["later"] & (rows["adm2_pcode"] != "") & ~rows["adm2_pcode"].isin(codes)]
    return [
        f"{name} ({code}) is not a district of its own in these boundaries. Once the dashboard is "
        f"started again, it is counted in {parent}."
        for code, name, parent in zip(gone["adm2_pcode"], gone["name"], gone["parent"], strict=True)
    ]


def _joined(shown: BoundarySet, owners: dict[str, str]) -> BoundarySet:
    codes = shown.districts["adm2_pcode"].replace(owners)
    frame = shown.districts.assign(adm2_pcode=codes)
    joined = BoundarySet.from_frame(
        frame.dissolve("adm2_pcode", as_index=False, method="unary"),
        name=shown.name,
        title=shown.title,
        vintage=shown.vintage,
        attribution=shown.attribution,
    )
    return replace(shown, districts=joined.districts, topology=joined.topology)
