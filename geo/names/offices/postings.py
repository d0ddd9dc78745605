"""A posting as offices write it, *PS Saddar, Kasur* -> the district at its end."""

import re

from geo.names import district_names, other_places, spelling
from geo.names.district_names import Naming
from geo.names.offices.in_charge import unit_in_charge
from geo.names.offices.offices_in_urdu import in_english
from geo.names.offices.offices_of_fia import in_fia

# What begins a posting: an office or an officer that each district has one or several of.
_OFFICE = re.compile(
    r"(?:(?:o o|office of|office)(?: the)? )?"
    r"(?:(?:dd|ad|do|dy do|dy director|deputy director|assistant director)\b ?)?"
    r"(?:dist(?:rict|t)? )?"
    r"(?:dar ?ul ?(?:aman|falah)|kashana|sanat ?zar|gehwara"
    r"|(?:police )?khidmat (?:markaz|cent(?:er|re))"
    r"|welfare home|d?swo|sw|women crisis cent(?:re|er)"
    r"|child protection(?: unit)?|cpu|cp ?(?:and )?wb"
    r"|women police station|wps|cia(?: staff)?|ctd|special branch|traffic police|elite force"
    r"|investigation (?:wing|branch)"
    r"|levies|rescue 1122|rescue|motorway police|revenue|local gov(?:ernmen)?t|civil hospital|thq"
    r"|adc \(?[gr]\)?|p ?s|police station|thana"
    r"|p ?t ?[cs]|rpts|police training (?:school|college|centre|center)"
    r"|police lines?|police office|police(?! station| line| office)|dpo|rpo|cpo|sho|sdpo|dsp"
    r"|ssp|asp|sp"
    r"|dc|ac|adc|adcg|deputy commissioner|assistant commissioner|additional deputy commissioner"
    r"|dho|deo|dhq|jail|courts?|kutchery|social welfare|labour|labor|health|education"
    r"|(?:(?:deputy|assistant|dy|additional) )?(?:district )?public prosecutor|district attorney"
    r"|population welfare|(?:(?:tehsil|taluka) )?bar|[dt]ba|circle|headquarters?"
    r"|hq|(?:naib )?tehsildar|women desk)"
    r"(?: office| officer| department| association| hospital)?(?: city| saddar| sadar)?"
    r"(?: of| at| in)?(?= )"
)
#: A post before a comma, behind which the office and its district stand.
_POST_IN = re.compile(
    r"(?:(?:dy|senior|additional|assistant|deputy|district|civil|public|field|programme|program"
    r"|project|social|labour|labor|lady|sub|head|case|probation|reclamation|medical|revenue"
    r"|welfare|population|protection|child|women|veterinary|agriculture|excise|judicial) )*"
    r"(?:judge|magistrate|prosecutor|inspector|constable|director|officer|superintendent|manager|coordinator|registrar|advocate|lawyer"
    r"|asi|si|hc|reporter|journalist|worker|mobilizer|mobiliser|psychologist|volunteer|teacher"
    r"|lecturer|principal|head ?(?:master|mistress)|doctor|tehsildar|commissioner)\b"
)
#: A force, the port or the post of the place, behind the place that it is of: *Sialkot Airport*.
_FORCE = re.compile(
    r"(?: city| district| international)?"
    r"(?: (?:police|levies|airport|immigration|dry ?port|sea ?port|collectorate|check ?post))+$"
)
_WHOSE = (
    r"(?:police|levies|fia|revenue|labou?r|social welfare|health|education|prosecution"
    r"|investigations?|operations?|legal|general|accounts|litigation|judicial|admin|traffic"
    r"|inv\.?|ops\.?|gender|women|complaints?|human rights|security|crimes?|help|front|homicide"
    r"|training|(?:anti[ -])?narcotics|anti[ -]trafficking)"
)
_PART = r"(?:force|branch|wing|section|cell|desk|unit|staff|line|headquarters?|hqs?)"
#: Whose office it is, or which part of it, behind its place: *DC Office Khuzdar (Levies Branch)*,
#: *CPO Peshawar, Gender Desk*, *SHO PS City Pakpattan, Police*.
_OF_FORCE = re.compile(
    rf"(?:\s*\({_WHOSE}?\s*{_PART}?\)|(?:\s*,\s*|\s+[-–—]\s*)(?:{_WHOSE} {_PART}"
    r"|police|levies|fia))\s*$",
    re.IGNORECASE,
)
#: *SHO PS City Pakpattan, Punjab Police*, which is of no other Pakpattan than that of Punjab.
_FORCE_OF_PROVINCE = re.compile(
    r"(?P<province>,\s*(?:punjab|sindh|kpk?|khyber pakhtunkhwa|balochistan)) (?:police|levies)\s*$",
    re.IGNORECASE,
)
_BUILDING = (
    r"(?:women|lady|ladies|police|stations?|ps|wps|thana|chowki|lines?|district|distt|headquarters?|hqs?"
    r"|offices?|dpo|rpo|cpo|sdpo|ssp|sp|dsp|sho|dc|ac|adc|deputy|assistant|commissioner|courts?|bar"
    r"|jail|hospital|dhq|thq|school|college|desk|help|center|centre|shelter|dar|ul|aman|kutchery"
    r"|complex|of|the|خواتین|تھانہ|پولیس|دفتر|عدالت|ہسپتال)"
)
#: Nothing but words of an office in brackets behind a district: *Lahore (Women PS)*.
_OFFICE_BEHIND = re.compile(rf"\s*[(\[]\s*(?:\b{_BUILDING}\b[\s/.,-]*)+[)\]]\s*$", re.IGNORECASE)
#: Since when somebody serves there: *Lahore (posted from 1 March)*.
_SINCE = re.compile(
    r"\s*[(\[]\s*(?:(?:\b(?:newly|recently|now|posted|serving|joined|here|on|since|from|in|with"
    r"|effect|w\.?e\.?f|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
    r"|\d{1,4}(?:st|nd|rd|th)?)\b)[\s/.,'-]*)+[)\]]\s*$",
    re.IGNORECASE,
)
#: A post behind its office: *DC Office Lasbela, Assistant*.
_CLERK = re.compile(
    r"(?:(?:office|senior|junior|computer|data entry|pesh) )*(?:assistant|superintendent|operator"
    rf"|clerk|[ulj] ?d ?c|steno(?:grapher|typist)?|accountant|reader|naib qasid|{_POST_IN.pattern})"
)
#: The department of a post, behind its place: *DEO Ghotki, Education Deptt*.
_OF_DEPARTMENT = re.compile(
    r"\s*(?:,|\s[-–—])\s*(?:[^\W\d]+\.? (?:& |and )?){1,3}"
    r"(?:dep(?:artment|tt?\.?)|administration)\s*$",
    re.IGNORECASE,
)
#: Where in its district an office stands, behind it.
_SEAT = re.compile(r"\s*\((?P<where>[^()]+)\)\s*$")
#: Letters that stand for an office or a post, *DDPP Swat*, *Sr. PP Buner*, *PP (ATC) Bannu*.
_LETTERS = re.compile(
    r"(?:(?:Sr|Dy|Addl|Asst)\.? )?(?P<letters>[A-Z]{2,6})(?:[ -]?\([A-Z]{1,6}\))?,? (?=[A-Z][a-z])"
)
#: What says among other words that a text is of an office, a post or a building of one.
_ANY_OFFICE = frozenset(
    ["office", "station", "police", "lines", "post", "camp", "circle", "hospital", "court",
     "courts", "bar", "jail", "school", "college", "levies", "thana", "chowki", "dpp", "ddpp",
     "adpp", "dhq", "thq", "rhc", "bhu", "ceo", "deo", "dho", "dpo", "sho", "ps", "hq",
     "headquarters", "aman", "desk", "shelter", "helpline", "prison", "checkpost", "terminal",
     "club", "coordinator", "director", "directorate", "council",
     "airport", "airports", "port", "dryport", "seaport", "customs", "collectorate",
     "protectorate", "inspectorate", "centre", "center", "complex",
     "administration", "department", "deptt", "dept", "bureau", "cell", "society",
     "ngo", "cbo", "association", "organization", "organisation",
     "foundation"]
)  # fmt: skip
#: With these it is of several districts, or stands on the road to one.
_OF_LARGER = frozenset(["zone", "zonal", "region", "regional", "range", "circuit", "bench", "road"])
_STATION = re.compile(r"(?:p ?s|police station|thana) ")
_PLACED_IN = frozenset(["city", "tehsil"])
#: A station of this name alone is in many cities.
_IN_MANY = frozenset(["saddar", "sadar", "civil lines"])
#: Letters that stand for a province, a tribal area or a part of a district.
_OF_AREAS = frozenset(
    ["FR", "KP", "KPK", "AJK", "AK", "GB", "ICT", "NWFP", "FATA", "PATA", "UC", "VC", "NC", "TMA",
     "NA", "PK", "PB", "PAK"]
)  # fmt: skip

#: Whose staff somebody is: "PSO to SSP Khairpur", "Reader to the DC".
_TO_OFFICER = re.compile(
    r"^(?:[a-z]+ ){1,3}to (?:the )?(?=(?:dpo|rpo|cpo|sdpo|dsp|ssp|asp|sp|sho|dc|ac|adcg?|dho|deo"
    r"|deputy commissioner|assistant commissioner|additional deputy commissioner"
    r"|district police officer)\b)"
)
#: A post that stands before the office of the posting, or before the district itself.
_POST = re.compile(
    r"^(?:(?:inspector|sub inspector|assistant sub inspector|asi|si|hc|head constable|constable"
    r"|reader|(?:naib )?m[ou]h?arr[ai]r|in ?charge|i c)"
    r"(?: investigation| operations| legal)?(?: to)? )"
    r"(?=(?:p ?s|police|thana|cia|dpo|dsp|ssp|sdpo|sho|women desk)\b)"
)

#: Who has charge of a matter or a part of an office, before its district: "Incharge Legal Okara".
_IN_CHARGE = re.compile(
    rf"(?:officer )?(?:in ?charge|i c)(?: of| to)?(?: the)?(?: dist(?:ric|t)?t)?"
    rf"(?: {_WHOSE}(?: {_PART})?| {_PART})+(?= )"
)


def district_at_end(written: str, adm1: frozenset[str]) -> Naming | None:
    """Return what the last words of a posting name, or None where it is no posting.

    A district is told for certain only where its own name, letter by letter, ends the posting and
    no other district is named in it.
    """
    for behind in () if spelling.is_too_long(written) else (_OFFICE_BEHIND, _OF_FORCE, _SINCE):
        if found := behind.search(written):
            alone = district_names.naming(spelling.normalised(written[: found.start()]), adm1)
            if alone and len(alone.districts) == 1:
                return alone
    written = in_english(written)
    if around := _around_seat(written, adm1):
        return around
    words, sure, near = place_words(written), True, None
    if sure and " ".join(words) in _IN_MANY:
        return None
    if not words:
        words, sure = _among_offices(written), False
    of_larger = not words
    words = words or _of_larger(written)
    for length in range(min(spelling.MOST_WORDS, len(words)), 0, -1):
        last = " ".join(words[-length:])
        naming = district_names.naming(spelling.normalised(last), adm1)
        if naming is None or not (naming.place or naming.districts or naming.divided):
            continue
        if of_larger and not naming.divided:
            return None
        if near and near.districts != naming.districts:
            return None
        if not (sure or naming.districts or naming.divided):
            return naming if naming.place and naming.place.kind in _PLACED_IN else None
        if len(naming.districts) == 1 and naming.form != "joined":
            near = near or naming  # "PP Peshawar" is spelt like it, and its last word is it
            continue
        if len(naming.districts) > 1:
            return None
        before = words[:-length]
        if sure and (around := _district_around(before, naming)):
            return around
        sure = not _names_another(before, naming) or _is_station(written, naming)
        return naming if sure else None
    # Behind a comma it is a district as it is alone: *DC Office, Pakpatan*.
    alone = near == district_names.naming(spelling.normalised(" ".join(words)), adm1)
    apart = "," in written and not _STATION.match(spelling.folded(written))
    return near if alone and sure and apart else None


def _around_seat(written: str, adm1: frozenset[str]) -> Naming | None:
    """Return the district of a posting with a place of it in brackets: *DC Office Swat (Matta)*."""
    if spelling.is_too_long(written) or not (seat := _SEAT.search(written)):
        return None
    place = district_names.naming(spelling.normalised(seat["where"]), frozenset())
    if place is None or place.place is None or place.districts:
        return None
    around = district_at_end(written[: seat.start()], adm1)
    lies = around and {one.adm2_pcode for one in around.districts} <= {*place.place.lies_in}
    return around if lies and len(around.districts) == 1 else None


def _district_around(before: list[str], naming: Naming) -> Naming | None:
    """Return the district before a place that lies in it: *Levies HQ Chagai at Dalbandin*."""
    if naming.place is None or naming.districts or before[-1:] not in (["at"], ["in"], ["based"]):
        return None
    text = spelling.normalised(" ".join(before[:-1]))
    around = district_names.naming(text, frozenset())
    named = around.districts if around and around.form == "joined" else ()
    lies = len(named) == 1 and named[0].adm2_pcode in naming.place.lies_in
    return around if lies else None


def place_words(written: str) -> list[str]:
    """Return the words of a posting that name its place; none of another text.

    The place ends it, *Police Lines Kasur*, or stands before the force, *Kasur Police*.
    """
    if spelling.is_too_long(written):
        return []
    written = _OF_DEPARTMENT.sub("", _OF_FORCE.sub("", in_english(written)))
    before, __, last = written.rpartition(",")
    if before and _CLERK.fullmatch(spelling.folded(last)):
        return place_words(before)
    if before and (office := _OFFICE.match(folded := spelling.folded(last.strip()))):
        return folded[office.end() :].split()  # "Women Desk, District Police Lodhran"
    if before and (naming := district_names.naming(spelling.normalised(last), frozenset())):
        office = _OFFICE.match(folded := f"{spelling.folded(before)} ")
        if office and office.end() == len(folded) - 1 and len(naming.districts) == 1:
            return spelling.folded(last).split()
        of_one = len(naming.districts) == 1 and naming.form == "joined"
        of_town = not naming.districts and _OFFICE.match(f"{spelling.folded(before)} ")
        return spelling.folded(written.replace(",", " ")).split() if of_one or of_town else []
    if before and _POST_IN.match(spelling.folded(before)):
        return spelling.folded(written.replace(",", " ")).split()
    text = _POST.sub("", behind_staff(spelling.folded(written)))
    if charge := _IN_CHARGE.match(text):
        return text[charge.end() :].split()
    if not before and (post := _POST_IN.match(text)) and not _OFFICE.match(text):
        return text[post.end() :].split()  # "Civil Judge Kasur"
    if office := _OFFICE.match(text):
        while office:  # "Levies Thana HQ": an office within another
            text = text[office.end() :].strip()
            office = _OFFICE.match(text)
        return _FORCE.sub("", text).split()  # "DSP Khairpur Police"
    if force := _FORCE.search(text):
        place = spelling.normalised(text[: force.start()])
        naming = district_names.naming(place, frozenset())
        of_district = bool(naming and naming.districts)
        return place.split() if of_district or not other_places.province_word(place) else []
    words = in_fia(text) or _behind_letters(written)
    return words or (place_words(unit) if (unit := unit_in_charge(written)) else [])


def without_force(written: str) -> str:
    """Return a posting without the force of a province behind it, and with that province."""
    return _FORCE_OF_PROVINCE.sub(r"\g<province>", written)


def is_office(written: str) -> bool:
    """Tell whether a text is of an office or a post, whose place stands behind it."""
    written = in_english(written)
    return bool(place_words(written) or _among_offices(written) or _of_larger(written))


def is_station(written: str) -> bool:
    """Tell whether a text is of a police station, which has the name of its town: *PS Taxila*."""
    return not spelling.is_too_long(written) and bool(_STATION.match(spelling.folded(written)))


def is_called_alike(written: str) -> bool:
    """Tell whether stations of many cities have a name: *Saddar*."""
    return not spelling.is_too_long(written) and spelling.folded(written) in _IN_MANY


def behind_staff(text: str) -> str:
    """Return the officer in a folded text of one of his staff; any other text as it is."""
    return _TO_OFFICER.sub("", text)


def _of_larger(written: str) -> list[str]:
    """Return the words of an office of several districts, *Zonal Office Karachi*, if any."""
    words = [] if spelling.is_too_long(written) else spelling.folded(written).split()
    return words if _ANY_OFFICE & {*words} and _OF_LARGER & {*words} else []


def _among_offices(written: str) -> list[str]:
    """Return the words of any other text that is of an office: *Railways Help Desk Sialkot*."""
    text = spelling.folded(written)
    words = text.split()
    if spelling.is_too_long(written) or not _ANY_OFFICE & {*words} or _OF_LARGER & {*words}:
        return []
    unit = other_places.unit(text)
    return words if unit is None or unit[0] in ("agency", "city") else []


def _behind_letters(written: str) -> list[str]:
    """Return the district behind letters that may stand for an office; nothing of other words."""
    letters = _LETTERS.match(written.strip())
    if not letters or letters["letters"] in _OF_AREAS:
        return []
    rest = spelling.folded(written.strip()[letters.end() :])
    naming = district_names.naming(spelling.normalised(rest), frozenset())
    return rest.split() if naming and naming.districts else []


def _is_station(written: str, naming: Naming) -> bool:
    """Tell whether a comma parts a police station from its district: *PS Garhi Yasin, Shikarpur*.

    Its own name may have that of another district in it, and be none; or be that of one in another
    province: *PS Mirpur, Abbottabad*.
    """
    before, __, __ = written.rpartition(",")
    if "," in before:
        return False
    station = _STATION.match(folded := spelling.folded(before))
    if not station:
        return False
    own = district_names.naming(spelling.normalised(folded[station.end() :]), frozenset())
    provinces = {one.adm1 for one in naming.districts}
    return own is None or not provinces & {one.adm1 for one in own.districts}


def _names_another(words: list[str], naming: Naming) -> bool:
    """Tell whether the words before the last ones name another district.

    A place that is known to lie in the district names none: *Muslim Bagh* of Killa Saifullah.
    """
    own = {one.adm2_pcode for one in naming.districts}
    for start in range(len(words) - 1):
        for end in range(start + 2, min(start + spelling.MOST_WORDS, len(words)) + 1):
            text = spelling.normalised(" ".join(words[start:end]))
            other = district_names.naming(text, frozenset())
            if other and other.place and own & {*other.place.lies_in}:
                parts = words[:start], words[end:]
                return any(_names_another(part, naming) for part in parts)
    texts = (spelling.normalised(text) for text in spelling.runs(words))
    others = (district_names.naming(normal, frozenset()) for normal in texts)
    return any(one and one.districts and one.districts != naming.districts for one in others)
