"""Gives the districts of a file without P-codes the codes of the list, by name and province.

Nothing that is only alike is taken, as everywhere; what was taken is listed, so that somebody can
look at it before the set is installed.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas

from geo.districts import gazetteer
from geo.districts.boundary_folder import BoundaryError
from geo.inspection.findings import Checked, Finding
from geo.inspection.simplification import METRES
from geo.names.match_result import NAMED
from geo.names.matching import match_many
from geo.words.catalogue import _, ngettext
from geo.words.listing import listing

#: An outline is at most so many times larger, or smaller, than the list has the district.
UNLIKE = 3.0


@dataclass(frozen=True)
class NameMatch:
    """One feature: its name and province as written, and the district that was taken for it.

    ``adm2_pcode`` is blank where none was; ``why`` says why not, or that it is counted in another.
    """

    name: str
    province: str
    adm2_pcode: str
    why: str = ""

    def __str__(self) -> str:
        """Return the match as one line."""
        written = ", ".join(filter(None, (self.name, self.province))) or _("without a name")
        if not self.adm2_pcode:
            words = _("{written} -> none: {why}")
            return words.format(written=written, why=self.why or _("not known"))
        listed = f"{gazetteer.names()[self.adm2_pcode]} ({self.adm2_pcode})"
        return f"{written} -> {listed}{f': {self.why}' if self.why else ''}"


def coded_by_name(
    frame: geopandas.GeoDataFrame,
) -> tuple[geopandas.GeoDataFrame, tuple[NameMatch, ...]]:
    """Return districts with the P-codes of the list, and how each was found.

    The frame is of ``boundary_file.named``, without a P-code.

    Raises
    ------
    BoundaryError
        If no name is a district's.
    """
    found = match_many(frame["adm2_name"], frame["adm1_name"])
    codes = found["adm2_pcode"].where(found["method"].isin(NAMED)).fillna("").astype(str)
    columns = (frame["adm2_name"], frame["adm1_name"], codes, found["note"], found["reason"])
    matches = tuple(
        NameMatch(name, province, code, note if code else note or reason or "")
        for name, province, code, note, reason in zip(*columns, strict=True)
    )
    if not codes.any():
        raise BoundaryError(
            _(
                "No feature has a P-code, and none has the name of a district. Choose the layer "
                "of districts."
            )
        )
    return frame.assign(adm2_pcode=codes.to_numpy()), matches


def sizes(frame: geopandas.GeoDataFrame) -> Checked:
    """Say which outlines are of another size than the list has their districts: other places."""
    rows = gazetteer.rows()
    listed = dict(zip(rows["adm2_pcode"], rows["area_km2"], strict=True))
    areas = frame.geometry.to_crs(METRES).area / 1e6
    ratio = areas / frame["adm2_pcode"].map(listed).astype(float)
    codes = tuple(frame.loc[(ratio > UNLIKE) | (ratio < 1 / UNLIKE), "adm2_pcode"])
    words = ngettext(
        "{number} outline is more than {times:.0f} times as large or as small as the district of "
        "its name, perhaps a division's or a tehsil's: {codes}.",
        "{number} outlines are more than {times:.0f} times as large or as small as the districts "
        "of their names, perhaps divisions' or tehsils': {codes}.",
        len(codes),
    ).format(number=len(codes), times=UNLIKE, codes=listing(codes))
    return frame, [Finding("size", words, codes)] if codes else []
