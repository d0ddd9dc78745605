"""Offices of a whole province, of which none tells a district: "CTD KP", "Punjab Police"."""

from geo.districts.larger_places import larger_places
from geo.names import spelling
from geo.names.offices.offices_in_urdu import in_english
from geo.names.other_places import beside_province
from geo.names.remembered import once_a_reading

#: What offices and forces of a province are called; a station, a lane or a colony is of no list.
_WORDS = frozenset(
    """ctd counter terrorism elite force special branch police fia zonal office directorate director
    general inspectorate department dept deptt secretariat headquarters headquarter hq hqs hqrs cpo
    ig igp aig dig dg investigation traffic social welfare labour labor
    home anti narcotics anf prosecution prisons levies women development child protection bureau
    commission human rights inspector prosecutor criminal law status population crimes corruption
    establishment ace pho authority""".split()  # noqa: SIM905 (as a line of words)
)
#: Words beside these that tell no office.
_BESIDE = frozenset(["provincial", "central", "of", "the", "and", "for"])


@once_a_reading
def province_of_office(written: str) -> str:
    """Return the P-code of the one province whose office a text is; blank of any other text.

    All words beside the province are such as offices have, one at least; a province of one district
    is none.
    """
    if spelling.is_too_long(written):
        return ""
    beside = beside_province(spelling.normalised(in_english(written)))
    if beside is None:
        return ""
    office, province = beside
    words = {*office.split()} - _BESIDE
    of_one = len(province.codes) == 1 and not province.tribal and not province.foreign
    if not of_one or not words or not words <= _WORDS:
        return ""
    code = min(province.codes)  # "Federal HQ" is of no province that has several districts
    return code if len(larger_places()[code].districts) > 1 else ""
