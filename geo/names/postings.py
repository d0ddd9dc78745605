"""A posting as offices write it, *PS Saddar, Kasur* -> the district at its end."""

import re

from geo.names import district_names, spelling
from geo.names.district_names import Naming

# What begins a posting: an office or an officer that each district has one or several of.
_OFFICE = re.compile(
    r"(?:(?:o o|office of|office)(?: the)? )?(?:district )?"
    r"(?:p ?s|police station|thana|police lines?|police office|dpo|rpo|cpo|sho|sdpo|dsp|ssp|asp|sp"
    r"|dc|ac|adc|adcg|deputy commissioner|assistant commissioner|additional deputy commissioner"
    r"|dho|deo|dhq|jail|courts?|kutchery|social welfare|labour|labor|health|education"
    r"|population welfare|bar|circle|headquarters?|hq|(?:naib )?tehsildar|women desk)"
    r"(?: office| officer| department| association| hospital)?(?: city| saddar| sadar)?"
    r"(?: of| at| in)?(?= )"
)

#: A post that stands before the office of the posting, or before the district itself.
_POST = re.compile(
    r"^(?:(?:inspector|sub inspector|assistant sub inspector|asi|si|hc|head constable|constable"
    r"|reader|moharrar|incharge|i c)(?: investigation| operations| legal)?(?: to)? )(?=(?:p ?s"
    r"|police|thana|dpo|dsp|ssp|sdpo|sho|women desk)\b)"
)


def district_at_end(written: str, adm1: frozenset[str]) -> Naming | None:
    """Return what the last words of a posting name, or None where it is no posting.

    A district is told for certain only where its own name, letter by letter, ends the posting and
    no other district is named in it.
    """
    text = _POST.sub("", spelling.folded(written))
    office = _OFFICE.match(text)
    if office is None:
        return None
    words = text[office.end() :].split()
    for length in range(min(spelling.MOST_WORDS, len(words)), 0, -1):
        last = " ".join(words[-length:])
        naming = district_names.naming(spelling.normalised(last), adm1)
        if naming is None or (naming.place is None and not naming.districts):
            continue
        if naming.districts and (naming.form != "joined" or len(naming.districts) > 1):
            return None
        return None if _names_another(words[:-length], naming) else naming
    return None


def _names_another(words: list[str], naming: Naming) -> bool:
    """Tell whether the words before the last ones name another district."""
    texts = (spelling.normalised(text) for text in spelling.runs(words))
    others = (district_names.naming(normal, frozenset()) for normal in texts)
    return any(one and one.districts and one.districts != naming.districts for one in others)
