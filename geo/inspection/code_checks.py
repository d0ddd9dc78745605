"""What is checked of the P-codes and names of a boundary set before it is drawn.

A check takes the districts and gives them back with what it found. A set whose codes belong
to other districts is refused; everything else is said, and no district leaves the list.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache

import geopandas

from geo.districts import gazetteer
from geo.districts.boundary_folder import BoundaryError
from geo.districts.newer import is_code
from geo.districts.newer import learned as newer_learned
from geo.inspection.findings import Checked, Finding
from geo.names.matching import match_many
from geo.words.catalogue import _, ngettext
from geo.words.listing import listing


def with_codes(frame: geopandas.GeoDataFrame) -> Checked:
    """Leave out features without a P-code; they are no districts."""
    blank = frame["adm2_pcode"] == ""
    kept = frame[~blank].reset_index(drop=True)
    if kept.empty:
        raise BoundaryError(_("No feature has a P-code. Choose the layer of districts."))
    if not blank.any():
        return kept, []
    names = ", ".join(name or _("without a name") for name in frame.loc[blank, "adm2_name"])
    words = ngettext(
        "{number} feature without a P-code left out: {names}.",
        "{number} features without a P-code left out: {names}.",
        int(blank.sum()),
    )
    return kept, [Finding("no P-code", words.format(number=blank.sum(), names=names))]


def codes_and_names(frame: geopandas.GeoDataFrame) -> Checked:
    """Refuse a set whose P-codes belong to districts of other names: an older series."""
    listed, wrong = gazetteer.vintage_names(), []
    learned = newer_learned()
    for code, name in zip(frame["adm2_pcode"], frame["adm2_name"], strict=True):
        newer = _newer_district(name)
        owners = _known_as(name) | ({newer[1]} if newer else set())
        if code in listed and owners and code not in owners:
            words = _("{code} is {district} in the list and {name} in the file")
            wrong.append(words.format(code=code, district=listed[code], name=name))
        if newer and code in learned and learned[code].name != newer[0]:
            words = _("{code} was {before} in a set installed before and is {name} in the file")
            wrong.append(words.format(code=code, before=learned[code].name, name=name))
    if twice := _given_twice(frame, listed):
        words = _(
            "One P-code is given to districts of several names: {codes}. Correct the wrong one in "
            "the file."
        )
        raise BoundaryError(words.format(codes=listing(twice, 5, "; ")))
    if wrong:
        words = _(
            "P-codes and names disagree: {codes}. The file uses another series of P-codes. Use a "
            "set of the list's series ({vintage}) or a newer one."
        )
        told = listing(wrong, 5, "; ")
        raise BoundaryError(words.format(codes=told, vintage=gazetteer.VINTAGE))
    return frame, []


def names_of_codes(frame: geopandas.GeoDataFrame) -> Checked:
    """Say which names the list does not have for their P-codes; another district's was refused."""
    listed = gazetteer.vintage_names()
    found = match_many(frame["adm2_name"], frame["adm1_name"])["adm2_pcode"]
    odd = [
        (code, name)
        for code, name, taken in zip(frame["adm2_pcode"], frame["adm2_name"], found, strict=True)
        if code in listed and name and taken != code
        if not (_known_as(name) or _newer_district(name))
    ]
    one, words = (
        _("{name} ({code}, {district} in the list)"),
        _("Not the names of the list: {told}."),
    )
    told = listing(one.format(name=name, code=code, district=listed[code]) for code, name in odd)
    codes = tuple(code for code, _name in odd)
    return frame, [Finding("name", words.format(told=told), codes)] if odd else []


def _given_twice(frame: geopandas.GeoDataFrame, listed: dict[str, str]) -> list[str]:
    """Return the codes that one district has by right and another one too; none for a series.

    In a file of another series the right name of a code does not stand beside it.
    """
    names: dict[str, list[str]] = defaultdict(list)
    for code, name in zip(frame["adm2_pcode"], frame["adm2_name"], strict=True):
        if code in listed and _known_as(name):
            names[code].append(name)
    return [
        _("{code} is of {names}").format(code=code, names=_(" and ").join(written))
        for code, written in names.items()
        if len({_folded(one) for one in written}) > 1
        and {code in _known_as(one) for one in written} == {True, False}
    ]


def of_this_country(frame: geopandas.GeoDataFrame) -> Checked:
    """Refuse a set with none of the listed districts; list those that it has not."""
    names, codes = gazetteer.vintage_names(), set(frame["adm2_pcode"])
    if not codes & set(names):
        words = _(
            "None of its P-codes is in the district list; the first is {code}. Use a set of "
            "Pakistan's districts."
        )
        raise BoundaryError(words.format(code=min(codes)))
    missing = sorted(set(names) - codes)
    words = ngettext(
        "{number} district of the list is not in the file: {names}. The list and all figures keep "
        "it; the map has a dot for it.",
        "{number} districts of the list are not in the file: {names}. The list and all figures "
        "keep them; the map has a dot for each.",
        len(missing),
    )
    listed = listing(f"{names[code]} ({code})" for code in missing)
    told = words.format(number=len(missing), names=listed)
    return frame, [Finding("missing", told, tuple(missing))] if missing else []


def one_of_each(frame: geopandas.GeoDataFrame) -> Checked:
    """Join features of the same P-code to one district, and say so."""
    double = sorted(set(frame.loc[frame["adm2_pcode"].duplicated(), "adm2_pcode"]))
    if not double:
        return frame, []
    joined = frame.dissolve("adm2_pcode", as_index=False, method="unary")
    words = _("P-codes that occur more than once, each joined to one outline: {codes}.")
    return joined, [Finding("double", words.format(codes=listing(double)), tuple(double))]


def newer_districts(frame: geopandas.GeoDataFrame) -> Checked:
    """Tell the districts made after the list, each drawn by itself, and the unlisted."""
    listed, newer = gazetteer.vintage_names(), newer_in(frame)
    findings = []
    for code, written in zip(frame["adm2_pcode"], frame["adm2_name"], strict=True):
        if code in listed:
            continue
        if code in newer:
            parent = gazetteer.parents()[newer[code]]
            words = _(
                "{district} ({code}), made after the list of {vintage}, is drawn and counted by "
                "itself, and no longer in {parent}."
            ).format(
                district=newer[code], code=code, vintage=gazetteer.VINTAGE, parent=listed[parent]
            )
            findings.append(Finding("newer", words, (code, parent)))
        else:
            words = _(
                "{district} ({code}) is not in the list: it is drawn, but nothing can be counted "
                "in it."
            ).format(district=written or _("A district without a name"), code=code)
            findings.append(Finding("not in the list", words, (code,)))
    return frame, findings


def newer_in(frame: geopandas.GeoDataFrame) -> dict[str, str]:
    """Return by P-code the names of the districts made after the list that a set has.

    Such a district is told by its name, and lies in the province of its parent. Of two features
    by one name, neither is it.
    """
    listed, names = gazetteer.vintage_names(), {}
    columns = (frame[column] for column in ("adm2_pcode", "adm2_name", "adm1_pcode"))
    for code, written, adm1 in zip(*columns, strict=True):
        newer = _newer_district(written)
        if code in listed or newer is None or not is_code(code):
            continue
        name, parent = newer
        if {adm1 or code[:3], code[:3]} == {parent[:3]}:
            names[code] = name
    features = Counter(names.values())
    return {code: name for code, name in names.items() if features[name] == 1}


def provinces(frame: geopandas.GeoDataFrame) -> Checked:
    """Give each district the province of the list, as its figures have; say where they differ."""
    theirs = frame["adm1_pcode"].where(frame["adm1_pcode"] != "", frame["adm2_pcode"].str[:3])
    listed = gazetteer.districts().set_index("adm2_pcode")["adm1_pcode"]
    ours = frame["adm2_pcode"].map(listed).fillna(theirs)
    other = tuple(frame.loc[ours != theirs, "adm2_pcode"])
    words = _("In another province in the file than in the list, which holds: {codes}.")
    found = Finding("province", words.format(codes=listing(other)), other)
    return frame.assign(adm1_pcode=ours), [found] if other else []


def _known_as(name: str) -> set[str]:
    """Return the P-codes of the listed districts that go by a name; empty for none.

    Case, signs and the order of words do not matter: *Karachi Central* is *Central Karachi*.
    A name that two districts share and that must not decide (*Kohistan*) belongs to none.
    """
    return _owners()[0].get(_folded(name), set())


def _newer_district(name: str) -> tuple[str, str] | None:
    """Return name and parent's P-code of a district that was made after the list, or None.

    Also where the set in use draws it: a file is held against the list of the vintage alone.
    """
    return _owners()[1].get(_folded(name))


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return "".join(sorted(word for word in words if word != "district"))


@lru_cache(maxsize=1)
def _owners() -> tuple[dict[str, set[str]], dict[str, tuple[str, str]]]:
    """Return by folded name the codes of listed districts, and name and parent of newer ones."""
    listed: dict[str, set[str]] = defaultdict(set)
    newer = {}
    for row in gazetteer.rows().to_dict("records"):
        aliases = f"{row['aliases']};{row['aliases_unverified']}".split(";")
        for name in {_folded(name) for name in (row["name"], row["cod_name"], *aliases)} - {""}:
            if row["later"]:
                newer[name] = row["name"], gazetteer.parents()[row["name"]]
            else:
                listed[name].add(row["adm2_pcode"])
    return dict(listed), newer
