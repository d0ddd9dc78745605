"""What came of a written name: a P-code and how it was found, or why not and what it may be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from geo.districts import gazetteer
from geo.districts.larger_places import larger_places, named_places
from geo.names import spelling
from geo.names.other_places import read_province, with_article
from geo.words.catalogue import _

Method = Literal["code", "exact", "alias", "posting", "successor", "none"]
#: How a name says which district it is: its own, another one of it, or one that was made of it.
NAMED: frozenset[Method] = frozenset({"exact", "alias", "successor"})

BLANK = _("blank")
TOO_LONG = _("too long")
UNKNOWN = _("no known district")
AMBIGUOUS = _("ambiguous")
CODE_DISAGREES = _("code and name disagree")
PROVINCE_DISAGREES = _("province and name disagree")
PROVINCE_UNKNOWN = _("province not known")
ABROAD = _("in another country")


def names_a(kind: str) -> str:
    """Return the reason that a name is of another kind of place, such as ``province``."""
    return _("names {kind}").format(kind=with_article(kind))


A_PROVINCE, A_CITY, A_TEHSIL = (names_a(kind) for kind in ("province", "city", "tehsil"))
# A district without a P-code of its own: found, and counted in another, which is said.
IN_PARENT = _("counted in another district")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A district that a name may mean, for a person to choose.

    ``score`` runs from 0 to 100; ``why`` is a sentence.
    """

    adm2_pcode: str
    name: str
    province: str
    score: float
    why: str

    def __str__(self) -> str:
        """Return the candidate as one cell of a table shows it."""
        return f"{self.adm2_pcode} {self.name} ({self.province}) {self.score:.0f}"


@dataclass(frozen=True, slots=True)
class Match:
    """What a written name was found to be.

    Attributes
    ----------
    adm2_pcode : str or None
        The district, only where nothing speaks against it.
    method : {"code", "exact", "alias", "posting", "successor", "none"}
        ``code`` a P-code that the name agrees with; ``exact`` the district's own name in any of
        its spellings; ``alias`` another name of it, or one that a person has decided;
        ``posting`` its name at the end of an office or an officer of the district;
        ``successor`` a district that has no P-code and is counted in this one.
    score : float
        0 to 100: 100 for the name letter by letter, less for another spelling of it; that of
        the best candidate where no district was accepted.
    reason : str or None
        Why no district was accepted, or that it is counted in another.
    note : str
        The reason as a sentence with the names in it; may be empty.
    candidates : tuple of Candidate
        Best first, where no district was accepted.
    """

    adm2_pcode: str | None
    method: Method
    score: float
    reason: str | None = None
    note: str = ""
    candidates: tuple[Candidate, ...] = ()

    @property
    def named_code(self) -> str:
        """The P-code where the name alone is a district's, or one's that is counted in it."""
        return self.adm2_pcode or "" if self.method in NAMED else ""


def candidate(adm2_pcode: str, score: float, why: str) -> Candidate:
    """Return a candidate with its name and province from the list."""
    return Candidate(
        adm2_pcode, gazetteer.names()[adm2_pcode], province_names()[adm2_pcode], score, why
    )


@lru_cache(maxsize=1)
def province_names() -> dict[str, str]:
    """Return the name of the province of each district by P-code."""
    listed = gazetteer.districts()
    return dict(zip(listed["adm2_pcode"], listed["province"], strict=True))


def unmatched(reason: str, note: str = "", candidates: tuple[Candidate, ...] = ()) -> Match:
    """Return the finding that no district can be accepted."""
    score = candidates[0].score if candidates else 0.0
    return Match(None, "none", score, reason, note, candidates)


@dataclass(frozen=True)
class Learned:
    """What persons have decided: the P-code of a name as it was written, within a province.

    A plain value: whoever keeps the decisions (with who and when) makes one of them.
    ``decisions`` maps (normalised name, province as ``province_key`` gives it) to a P-code.
    """

    decisions: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check the P-codes, and close the mapping to later changes.

        The code of a newer district stays as it was decided while another set is in use.

        Raises
        ------
        ValueError
            A decision names a P-code that is not in the district list.
        """
        unlisted = set(self.decisions.values()) - set(gazetteer.names())
        wrong = sorted(unlisted - set(gazetteer.counted_in())) if unlisted else []
        if wrong:
            raise ValueError(f"not in the district list of {gazetteer.VINTAGE}: {', '.join(wrong)}")
        object.__setattr__(self, "decisions", MappingProxyType(dict(self.decisions)))

    def decided(self, name: str, province: str | None, adm2_pcode: str) -> "Learned":
        """Return the decisions with one more; a later one for the same name takes its place."""
        key = (spelling.normalised(name), province_key(province))
        return Learned({**self.decisions, key: adm2_pcode})

    def pcode(self, name: str, province: str | None) -> str | None:
        """Return what was decided for this name in this province, or None.

        A newer district that the list has not is the one that counts it.
        """
        if not self.decisions:
            return None
        code = self.decisions.get((spelling.normalised(name), province_key(province)))
        listed = code is None or code in gazetteer.names()
        return code if listed else gazetteer.counted_in().get(str(code))


def larger_meant(written: str, reason: str, candidates: Iterable[Candidate]) -> list[str]:
    """Return the codes of the larger places that a name may mean of which no district is told."""
    districts = {one.adm2_pcode for one in candidates}
    meant = set(read_province(written).codes) if reason == A_PROVINCE else set()
    meant |= {code for code in named_places() if districts >= {*larger_places()[code].districts}}
    return sorted(meant)


def sentence(words: str) -> str:
    """Return a note or a reason as a sentence; blank for none."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""


def province_key(province: str | None) -> str:
    """Return a province so that all ways to write it are one: its P-code, or its bare words.

    A text that is longer than any name is only like itself.
    """
    if province and spelling.is_too_long(province):
        return province
    read = read_province(province or "")
    return "/".join(sorted(read.codes)) if read.codes else spelling.normalised(province or "")
