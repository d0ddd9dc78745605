"""What rows tell of agencies under a title that says of which one all participants are."""

import re
from collections.abc import Sequence

import pandas as pd

from data.review.agencies.agencies import (
    CIVIL,
    MEDIA,
    NAMED_IN_IT,
    called_as,
    names_society,
    own_name,
)
from data.review.agencies.civil_society import OF_JOURNALISTS
from data.review.questions import Option
from data.sheets.fields import AGENCY_FIELDS, plain
from geo.names.by_name import districts_among
from geo.words.catalogue import _

#: Of one text: its agency, the field that decides, and the candidates.
Reading = tuple[str, str, tuple[Option, ...]]

_SAID = {
    MEDIA: _("papers and channels that no list has are of the media, of whom the title speaks."),
    CIVIL: _("organisations that no list has, and press clubs, are of civil society, of whom the"
             " title speaks."),
}  # fmt: skip
_OFFICES = _("offices that no list has are of {agency}, of which a text above says that all are.")
#: Words of papers and channels, which others may have, too.
_PAPER = re.compile(
    r"\b(?:daily|weekly|monthly|times|tribune|express|observer|gazette|post|herald|fm|channel"
    r"|digital|web|akhbar|nawa|khabar\w*)\b|روزنامہ|اخبار|ٹی وی|چینل",
    re.IGNORECASE,
)
#: Bodies of the state, and no society, whoever heads a list.
_OF_STATE = re.compile(
    r"\b(?:dep\w*tt?|department|dte|directorate|authority|ministry|commission|court|board|office"
    r"|police|force|bureau|assembly|secretariat|corporation|govt|government|district|tehsil"
    r"|municipal|union council|university|hospital|school|college|company|bank)\b|محکمہ",
    re.IGNORECASE,
)
#: What ends the name of a society, whatever it is for: "Thar Education Alliance".
_SOCIETY = re.compile(
    r"\b(?:alliance|network|society|foundation|forum|trust|org\w*|association|assoc)\W*$",
    re.IGNORECASE,
)
#: An office that any agency may have.
_OFFICE = re.compile(
    r"\b(?:offices?|link|airport|immigration|branch|cell|desk|counter|check ?post|unit|section"
    r"|registry|record|admin\w*|establishment|accounts|headquarters|hq|zonal|camp)\b",
    re.IGNORECASE,
)


def told_by_group(
    different: pd.DataFrame, readings: Sequence[Reading], group: str, offices: bool
) -> tuple[dict[int, Reading], list[str]]:
    """Return the readings that a title makes those of its agency, by place, and the note on them.

    Parameters
    ----------
    different, readings
        The texts of an agency that are different, and what was read of each.
    group
        The agency of which a title says that all participants are; blank of any other title.
    offices
        Whether the texts are called offices: those that nobody knows are of the group, where all
        others are.
    """
    others = {agency for agency, *__ in readings} - {"", group}
    unknown = {place for place, (agency, field, more) in enumerate(readings) if field
               and not any(one.score == NAMED_IN_IT for one in more)
               and agency in ("", own_name(different[field].iloc[place]))}  # fmt: skip
    texts = [different[field].iloc[place] if field in AGENCY_FIELDS else ""
             for place, (__, field, __) in enumerate(readings)]  # fmt: skip
    if group == MEDIA:
        own = [n for n in unknown if not readings[n][0] and _PAPER.search(texts[n])]
    elif group == CIVIL:
        own = [n for n, (agency, field, __) in enumerate(readings)
               if field in AGENCY_FIELDS[:2] and agency != CIVIL
               and (names_society(texts[n]) or (not _OF_STATE.search(texts[n])
               and _is_society(texts[n], agency, known=n not in unknown)))]  # fmt: skip
    else:
        own = [n for n in unknown if group and offices and readings[n][1] in AGENCY_FIELDS[:2]
               and _is_bare_office(texts[n])]  # fmt: skip
        own = own if others <= {readings[n][0] for n in own} else []
    said = [_SAID.get(group, _OFFICES).format(agency=group)] if own else []
    return {n: (group, readings[n][1], ()) for n in own}, said


def _is_society(text: str, agency: str, *, known: bool) -> bool:
    """Tell whether a text is of a society among such, whatever agency its words are of."""
    if agency == MEDIA:
        return bool(OF_JOURNALISTS.search(text))
    if known:
        return bool(_SOCIETY.search(text)) and not called_as(text)
    return bool(agency or (len(plain(text).split()) > 1 and _SOCIETY.search(text)))


def _is_bare_office(text: str) -> bool:
    """Tell whether a text is an office of any agency and perhaps its place, and not of a bank."""
    rest = plain(_OFFICE.sub(" ", text))
    placed = not rest or bool(districts_among([rest]))
    return placed and rest != plain(text) and not called_as(text)
