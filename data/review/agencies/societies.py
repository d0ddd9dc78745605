"""What the names of societies have: whatever they are for, they are of no agency of that name."""

import re

#: Of which agency they are.
SOCIETIES = "Civil society"
#: "Bonded Labour Forum (NGO)", which says what it is, whatever it is for.
_CALLED = re.compile(
    r"(?P<name>[^()]+?)\s*\((?:an? )?(?:local )?(?:i?ngo|cso|cbo|npo)\)\s*(?:,[^()]*)?",
    re.IGNORECASE,
)
_ORGANISATION = (" organization", " organisation", " org", " society", " trust", " network",
                 " rights watch", " forum", " tanzeem")  # fmt: skip
#: Of its members, and no registrar's or bank of a province: "Nowhere Fishers Cooperative".
_COOPERATIVE = re.compile(
    r"\b(?:fishers?|fisherm[ae]n|farmers?|kiss?an|women|weavers?|workers?|dairy|artisans?)"
    r" cooperative$"
)
_NOUN = (
    r"(?:watch|foundation|forum|network|trust(?! building)|society|societies|alliance|movement"
    r"|coalition|campaign|initiative|organi[sz]ations?|org|(?<!human )rights|tanzeem|tehreek"
    r"|sangat|mahaz"
    r"|(?:resource|support|advocacy|action|relief|welfare|self help|defence) (?:group|committee)"
    r"|فاؤنڈیشن|فورم|نیٹ ورک|ٹرسٹ|سوسائٹی|الائنس|تنظیم|واچ|تحریک)"
)
_HAS_NOUN = re.compile(rf"\b{_NOUN}\b")
#: An office of an agency, or its people, whatever it has beside them: "Labour Rights Cell".
_OFFICE = re.compile(
    r"\b(?:department|dep\w*tt?|dte|directorates?|offices?|officers?|officials?|staff|cells?|desks?"
    r"|units?|wings?|branch|sections?|stations?|hospitals?|schools?|colleges?|universit\w+|courts?"
    r"|boards?|authority|bureau|ministry|commission|council|govt|government|secretary|director"
    r"|inspectors?|hall|hotel|hostel|building)\b|محکمہ|دفتر|سیل|ڈیسک|ہسپتال|سکول"
)
#: No word of a name stands between an agency's words and the society's that has them.
_NO_NAME = r"(?:of|for|on|at|in|by|with|from|to|against|under|about|regarding|the|or|civil|vs)\b"
#: "Alliance against Bonded Labour", and not "civil society for labour".
_FOR = (
    r"(?<!civil )\b(?:watch|foundation|forum|network|trust|society|alliance|coalition|tanzeem)"
    r" (?:of|for|against)(?: the)?"
)
#: Papers, channels and agencies of news call themselves so, too.
_OF_MEDIA = re.compile(
    r"\b(?:media|press|news|tv|radio|channel|newspaper|journalist)(?: \w+)?"
    r" (?:network|organi[sz]ations?|org)\b"
)


def called_society(written: str) -> str:
    """Return the name before brackets that say it is a society's: "(NGO)"; else blank."""
    found = _CALLED.fullmatch(written.strip())
    return found["name"] if found else ""


def is_organisation(bare: str) -> bool:
    """Tell whether a text ends as the names of societies and of their members' cooperatives do."""
    return bare.endswith(_ORGANISATION) or _COOPERATIVE.search(bare) is not None


def is_named_for(bare: str, words: str) -> bool:
    """Tell whether a society has the words of an agency in its name: "labour rights watch".

    ``bare`` is a text in its plain form that holds ``words``. An office beside them is the agency's
    own: "labour rights cell".
    """
    if not _HAS_NOUN.search(bare):
        return False
    bare = _OF_MEDIA.sub(",", bare)
    own, word = rf"\b{re.escape(words)}\b", rf" (?!{_NO_NAME})\S+"
    found = re.search(
        rf"{own}(?P<between>(?:{word}){{0,2}}?) {_NOUN}\b(?P<behind>(?: \S+){{0,2}})", bare
    )
    if found:
        return not _OFFICE.search(found["between"] + found["behind"])
    found = re.search(rf"{_FOR}(?:{word}){{0,2}}? {own}(?P<behind>(?: \S+){{0,2}})", bare)
    return bool(found) and not _OFFICE.search(found["behind"])
