"""A place as somebody writes it -> the code of a district or larger place, or why it is none."""

from dataclasses import dataclass
from datetime import date

from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import DISTRICT_NOT_FOUND
from geo.districts import gazetteer
from geo.districts.larger_places import home_names, larger_places
from geo.names.match_result import Match, larger_meant, sentence
from geo.names.matching import match
from geo.words.catalogue import _

#: Districts that are named where several may be meant.
MOST_NAMED = 7


@dataclass(frozen=True)
class Place:
    """What a written place is.

    Attributes
    ----------
    code
        P-code, or that of a larger place; blank where nothing is written, or it is not known.
    problem
        Why it is not known, and what to write; None where it is, or nothing is written.
    """

    code: str
    problem: ProblemKind | None = None


def label(code: str) -> str:
    """Return a place as an editor shows it, which is read as the same code again."""
    return home_names().get(code, code)


def read_place(written: str, on: date | None = None, *, home: bool) -> Place:
    """Return what a written place is.

    Parameters
    ----------
    written
        A name in any spelling that the matcher knows, in Latin or Arabic letters, a P-code, or
        the words of a larger place, such as *Karachi, district not known*.
    on
        The day that it is of, for names that have become districts since.
    home
        Whether participants serve there: then a larger place says enough.
    """
    text = " ".join(written.split())
    larger = {code.upper(): code for code in larger_places()}
    if text.upper() in gazetteer.names() or text.upper() in gazetteer.counted_in():
        return Place(text.upper())
    known = {words.casefold(): code for code, words in home_names().items()}
    code = known.get(text.casefold()) or larger.get(text.upper(), "")
    if code and (home or code not in larger_places()):
        return Place(code)
    if not text:
        return Place("")
    found = match(text, on=on)
    if found.adm2_pcode:
        return Place(found.adm2_pcode)
    return Place("", _not_found(text, found, home=home))


def _not_found(text: str, found: Match, *, home: bool) -> ProblemKind:
    """Return why a place is not known, with what it may be; nothing alike is taken by itself."""
    why = found.note or found.reason or _("not known")
    may_be = [f"{one.name} ({one.province})" for one in found.candidates[:MOST_NAMED]]
    larger = larger_meant(text, found.reason or "", found.candidates) if home else []
    may_be += map(label, larger)
    advice = _("Write the name as the list of districts has it, or its P-code.")
    if may_be:
        advice = _("Write one of: {names}.").format(names="; ".join(may_be))
    return ProblemKind(DISTRICT_NOT_FOUND.key, sentence(why), advice)
