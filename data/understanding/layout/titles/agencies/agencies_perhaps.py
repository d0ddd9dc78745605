"""Of which agency all of a table may be, where its texts name one and do not say so plainly.

"Police officers of each district trained (FIA trainings)" calls them by their agency, with another
beside; a department heads a list of names. Whoever gave or reported a training is not who came,
and of a committee or of several together nobody is asked.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

import pandas as pd

from data.records.distinct import blank_column, by_text
from data.records.model import COUNT_COLUMNS, UNTOLD_AGENCY
from data.review.agencies.agencies import CIVIL, FIA, agencies_named, called_as
from data.review.agencies.agency_lists import listed_agencies
from data.sheets.fields import plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.words.names.pupils import counts_pupils
from data.understanding.layout.titles.agencies.agencies_above import (
    WRITES_FOR_ALL,
    agencies_above,
    group_above,
    groups_above,
    of_several,
)
from data.understanding.layout.titles.agencies.called_above import TOPICS, society_above
from data.understanding.layout.titles.agencies.deliverers import BY, without_deliverers
from data.understanding.layout.titles.blocks import TRAINING
from data.understanding.layout.titles.places.homes_above import GIVEN_BY, OTHERS_THAN

#: Of more agencies than these nobody is asked.
MOST_ASKED = 2
#: "Department: Police" may be who came, or who writes.
_LABELLED = re.compile(
    r"(?:(?:name of )?(?:participating )?(?:the )?(?:department|deptt?|agency)|محکمہ|ادارہ)\.?"
    r"\s*[:=–—-]\s*(?P<who>[^:]{2,60})",
    re.IGNORECASE,
)
#: The head of a letter, and no hall of a department, nor anybody's name.
_OFFICE = re.compile(
    r"\b(?:dep\w*tt?|department|dte|directorate|office|agency|govt|government|range|regional|zone"
    r"|circle|bureau|authority)\b|محکمہ|دفتر",
    re.IGNORECASE,
)
#: What a column of titles is called that go on from its name.
_NAMED_FOR = re.compile(
    r"\b(?:trainings?|sessions?|workshops?|courses?|trained|held|conducted)\W+for\W*$",
    re.IGNORECASE,
)
#: Before an agency these say what it gave, or what a training was on.
_TOPIC_OR_TRAINING = re.compile(
    r"\b(?:of|on|with|in|at|for|to|and|role|trainings?|courses?|sessions?|workshops?|seminars?"
    r"|lectures?|visits?|meetings?|acts?)\b|[&/+]",
    re.IGNORECASE,
)
#: What parts the head of a letter from the title behind it.
_BEHIND_HEAD = re.compile(r"\s[-–—]\s")
#: People of an agency: "officers of the same district attended", "TIP law, for police".
_PEOPLE_OF = re.compile(
    r"\b(?:officers|officials|personnel|staff|employees|policemen|constables|ahl?kar\w*|afsar\w*"
    r"|mulaz[ie]m\w*)\b|\bfor (?:the )?(?:(?:district|range|city|provincial) )?police\b(?! \w)",
    re.IGNORECASE,
)
_WHO_CAME = re.compile(r"\b(?:participants?|trainees?|attendees?|nominees?)\b", re.IGNORECASE)
#: What a training was on, and where.
_WHERE_OR_ON = re.compile(r"\b(?:at|held|venue|on|regarding|about)\b.*", re.IGNORECASE)
#: People whom no agency employs.
_NOT_EMPLOYED = re.compile(
    r"\b(?:students?|pupils|employers?|owners?|villagers?|communit\w+|youth|residents?|parents|volunteers?"
    r"|labou?rers|public)\b|طلب|عوام|کمیٹی",
    re.IGNORECASE,
)
#: Where a training was.
_PLACED = re.compile(
    r"\b(?:venue|place|held|halls?|lines|academy|club|centre|center)\b", re.IGNORECASE
)
#: "Training of volunteers and youth members (civil society) of AHTCs": whose people of a committee.
_IN_BRACKETS = re.compile(
    r"\b(?:members|groups|officers|officials|personnel|staff|employees|participants|trainees|attendees"
    r"|volunteers|activists|representatives|focal persons|lawyers|advocates|teachers|journalists)"
    r"\s*\((?P<who>[^()\d]{2,40}?)(?: members (?:of|from) [^()]*)?\)",
    re.IGNORECASE,
)
#: "SOPs on identification of victims – Police"; behind a report stands who reports.
_BEHIND_TITLE = re.compile(
    r"(?!.*\b(?:reports?|progress|summary|statement|returns?|lists?|plans?)\b)"
    r".*(?:\s-|[–—])\s*(?P<who>[^–—()\d-]{2,40})$",
    re.IGNORECASE,
)
#: What is told of people without a word for their training: "members (civil society) trained on".
_TRAINED = re.compile(r"\b(?:trained|sensiti[sz]ed|oriented|briefed|attendance)\b", re.IGNORECASE)
#: A body of members, and no council of a district: "Nowhere Brick Kiln Workers' Union".
_OF_MEMBERS = re.compile(
    r"\b(?:unions?(?! councils?)|associations?|federation|society|bar|chamber|anjuman)\b"
    r"|یونین|انجمن",
    re.IGNORECASE,
)
#: Such a body, where it heads a list and no text speaks of members; a society may be a giver.
_UNION = re.compile(
    r"^(?!.*\b(?:rooms?|house|complex|premises|building)\b).*?"
    r"(?:(?<!european )\bunions?\b(?! councils?)|(?<!\bin )\b(?:associations?|federation)\b"
    r"|\b(?:district|distt|dist|tehsil|taluka) bar\b|یونین(?! کونسل))",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:(?:union|society|association|bar|its|our) )?(?:members|office[ -]bearers|activists"
    r"|representatives)\b"
    r"|ارکان|اراکین|عہدیداران",
    re.IGNORECASE,
)
#: "Participants are villagers / civil society": of one agency, perhaps with those of none.
_ARE = re.compile(
    r"(?<!not all )\b(?:participants|trainees|attendees|beneficiaries)\s*(?:\b(?:are|were)\b|[:=])"
    r"\s*(?!not\b)(?P<who>(?:(?!\b(?:by|from|not|except|include|including|several)\b)[^.;:])"
    r"{3,80}?)\s*(?:[.;)]|$|\bfrom (?:each|every|all|the|their|these|those)\b)",
    re.IGNORECASE,
)
#: For whom a training was: "Workshop for Social Welfare Department", "Training of police on TIP".
_FOR_WHOM = re.compile(
    r"(?:training|course|workshop|session|orientation|refresher|seminar|lecture|class|tot)"
    r"(?:e?s)?\b(?:[^,;:()]*?\bfor| of| with) (?:the )?"
    r"(?P<who>(?!\w+ing\b)[^\W\d][^,;:()–—]{2,60}?)"
    r"\s*(?:[.,;:(–—\d]|\s-\s|$|\b(?:at|held|dated|on|in|from|during|regarding|about|under)\b)",
    re.IGNORECASE,
)
#: "Civil society trainings, Quarter 4", which societies may have given, too.
_OF_SOCIETIES = re.compile(
    r"^\W*(?:civil society|csos?|ngos?) (?:training|course|workshop|session|orientation)s?\b"
    r"(?!.*\b(?:by|for)\b)",
    re.IGNORECASE,
)
#: People of no office who may be taken for civil society: "community volunteers", "union members of
#: brick kilns"; and what is told of those that a society has, which are its own.
_OF_COMMUNITY = re.compile(
    r"(?:(?:local|the|all|active|labou?r|workers?['’]?) )*(?:(?:community|village)(?:[- ]based)?"
    r" (?:volunteers|activists|mobili[sz]ers)|union (?:members|workers|representatives|office[ -]"
    r"bearers)|(?:members|representatives|office[ -]bearers) of (?:(?:the|local|labou?r|trade) )*"
    r"unions?)(?! (?:councils?|committees?)\b)(?: (?:of|from) [^\W\d][\w ]*)?",
    re.IGNORECASE,
)
_ITS_VOLUNTEERS = re.compile(r"\b(?:volunteers|activists)\b", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:and|or|with)\b|[&/+]", re.IGNORECASE)
#: Beside members of civil society those of no office: "civil society members / youth".
_COMMUNITY = re.compile(
    r"\s*(?:\b(?:and|or)\b|[&/+])\s*(?:(?:local|community|the) )*"
    r"(?:youth|communit(?:y|ies)|volunteers|activists|residents|elders)"
    r"(?: (?:members|groups|volunteers|activists))?\s*$",
    re.IGNORECASE,
)
#: Pupils and those who come to an office, and trainings that are of its work.
_NOT_ITS_PEOPLE = re.compile(
    r"\b(?:schools?|colleges?|universit\w+|hospitals?|courts?|stations?|academy|lines|victims?"
    r"|cases?|laws?|rules?|response|systems?|services?|project|programme|partners?)\b",
    re.IGNORECASE,
)
#: It gives trainings to all, so that what it heads with numbers alone is no question.
_GIVES_TO_ALL = frozenset([FIA])


def for_whom(title: str) -> str:
    """Return the one agency for which a title says that a training was; else blank.

    Blank too where others stand beside it, or where its people are called so beyond doubt.
    """
    bare = GIVEN_BY.sub("", BY.sub("", OTHERS_THAN.sub("", title)))
    found = _FOR_WHOM.search(bare)
    behind = _BEHIND_TITLE.match(bare)
    who = found["who"] if found else ""
    who = behind["who"] if not who and behind and called_as(behind["who"]) else who
    if agencies_above([who]) == {CIVIL}:
        who = _COMMUNITY.sub("", who)
    if not who or of_several([title]) or _BESIDE.search(who) or _NOT_ITS_PEOPLE.search(who):
        return ""
    named = agencies_above([who])
    if named <= {CIVIL} and agencies_above([bare]) <= {CIVIL} and _OF_COMMUNITY.fullmatch(who):
        return CIVIL
    if named == {CIVIL}:
        who = _ITS_VOLUNTEERS.sub("", who)
    own = len(named) == 1 and named >= agencies_above([bare]) and plain(who) not in TOPICS
    employed = not _NOT_EMPLOYED.search(who)
    return next(iter(named)) if own and employed and named <= listed_agencies() else ""


def agencies_perhaps(
    texts: Sequence[str],
    heads: Sequence[str] = (),
    names: Sequence[str] = (),
    *,
    counted: bool = False,
) -> tuple[str, ...]:
    """Return the agencies, one or two, by which the texts round a table may call its people.

    Behind the one that does comes another that is named beside it.

    Parameters
    ----------
    texts
        What stands above and below the rows, and the sheet's name.
    heads
        What stands above a list of persons, or of groups: where none calls them so, the one
        department that heads it may be theirs. No organisation's name says whom it invited, but
        that of a body of members of whom a text speaks, and a union's over a list of persons.
    names
        The names of the columns, and the title that all rows have.
    counted
        Whether people are counted, not listed: whoever gives trainings to all heads them for these.
    """
    if of_several(texts):
        return _in_brackets(texts)
    given = [without_deliverers(text) for text in texts]
    named = agencies_above(given)
    called = groups_above(given) | {society_above(given, frozenset([CIVIL]))}
    labelled = [told["who"] for text in texts if (told := _LABELLED.fullmatch(text.strip()))]
    called |= {one for text in labelled if (one := called_as(text))}
    are = (agencies_above([told["who"]]) for text in given for told in _ARE.finditer(text))
    called |= {agency for own in are if len(own) == 1 for agency in own}
    called |= {*_in_brackets(given), *map(for_whom, given), *_of_members(heads, counted=counted)}
    called |= {CIVIL} if named == {CIVIL} and any(map(_OF_SOCIETIES.search, given)) else set()
    called &= listed_agencies() - {UNTOLD_AGENCY}
    if called:
        whole = (*sorted(called), *sorted(named - called))
        told = whole if len(whole) <= MOST_ASKED else (*sorted(called),)
        return told if len(told) <= MOST_ASKED else ()
    called_by = (*given, *(BY.sub("", name) for name in names))
    people = [text for text in called_by if _PEOPLE_OF.search(text)]
    own = agencies_above([*filter(_OFFICE.search, _heads(heads)), *people])
    given_to_all = _GIVES_TO_ALL if counted and not people else frozenset()
    if any(map(_NOT_EMPLOYED.search, texts)):
        return ()
    theirs = len(own) == 1 and not own & {CIVIL, WRITES_FOR_ALL, *given_to_all} and own >= named
    return tuple(own) if theirs else _beside_another(given, named)


def _beside_another(texts: Sequence[str], named: frozenset[str]) -> tuple[str, ...]:
    """Return the one agency that texts name with their people, and the other that they name.

    "Staff of Crisis Centres, Social Welfare Department" under the head of a ministry.
    """
    people = [_WHERE_OR_ON.sub("", text) for text in texts
              if _PEOPLE_OF.search(text) or _WHO_CAME.search(text)]  # fmt: skip
    own = agencies_above(people) & listed_agencies()
    others = named - own
    alone = len(own) == len(others) == 1 and not own & {WRITES_FOR_ALL}
    alone = alone and not any(_BESIDE.search(text) for text in people if agencies_above([text]))
    return (*own, *others) if alone else ()


def all_perhaps(
    sheet: Sheet, mapping: ColumnMapping, titles: Sequence[str]
) -> tuple[tuple[str, ...], str]:
    """Return of which agencies all of a table may be, and the text that names one of them first.

    ``titles`` are the different ones of its rows.
    """
    if _are_pupils(sheet, mapping):
        return (), ""
    of_one = tuple(titles) if len(titles) == 1 else ()
    names, counted = (*sheet.header, *of_one), mapping.kind != PERSONS
    told = agencies_perhaps(sheet.beside, sheet.above, names, counted=counted)
    named = (text for text in (*sheet.beside, *of_one)
             if agencies_above([BY.sub("", text)]) & {*told})  # fmt: skip
    return told, next(named, "")


def titles_perhaps(sheet: Sheet, mapping: ColumnMapping, titles: pd.Series) -> pd.Series:
    """Return by row the agency for which its title says that a training was; else blank.

    The name of their column may say it of all ("Training for"). So may the titles that each begin
    with an agency, where these differ: "Sindh Police – referral" beside "Labour Department – …".
    """
    if _are_pupils(sheet, mapping):
        return blank_column(titles.index)
    names = [sheet.header[n] for n in mapping.positions("title")]
    if any(map(_NAMED_FOR.search, names)):
        return by_text(titles, _called_for)
    told = by_text(titles, for_whom)
    filled = titles[titles != ""]
    if mapping.kind == PERSONS or (told != "").any() or filled.nunique() == 1:
        return told
    headed = by_text(filled, headed_by)
    return headed if headed.nunique() > 1 and (headed != "").all() else told


def _called_for(title: str) -> str:
    """Return the agency of a title that its column says to be whom the training was for."""
    whole = f"Training for {title}"
    return "" if not title or BY.search(title) else for_whom(whole) or group_above([whole])


def headed_by(title: str) -> str:
    """Return the one agency that a title begins with, and no word of its work; else blank."""
    head = _BEHIND_HEAD.split(title.strip())[0].partition(":")[0]
    if BY.search(title) or _TOPIC_OR_TRAINING.search(head) or _NOT_ITS_PEOPLE.search(head):
        return ""
    named = agencies_above([head]) or frozenset([group_above([head])]) - {""}
    return next(iter(named)) if len(named) == 1 and named <= listed_agencies() else ""


def _are_pupils(sheet: Sheet, mapping: ColumnMapping) -> bool:
    """Tell whether a table counts pupils alone, whom nobody employs, and no women or men."""
    adults = mapping.holds(*COUNT_COLUMNS[:2])
    return not adults and any(map(counts_pupils, sheet.header))


def _heads(texts: Sequence[str]) -> list[str]:
    """Return who heads a table, of texts that say neither where it was nor by whom."""
    bare = [
        OTHERS_THAN.sub("", one) for one in texts if not (_PLACED.search(one) or BY.search(one))
    ]
    return [part for text in bare for part in _before_title(text)]


def _before_title(head: str) -> list[str]:
    """Return the parts of a head that stand before a title: an office, and what it is of.

    What follows a colon is of a label.
    """
    before = head.partition(":")[0]
    return [*takewhile(lambda part: not TRAINING.search(part), _BEHIND_HEAD.split(before))]


def _of_members(heads: Sequence[str], *, counted: bool) -> frozenset[str]:
    """Return the one agency of a body of members that heads a table; else none.

    A text speaks of its members; or a union or an association heads a list of persons.
    """
    if any(map(_MEMBERS.search, heads)):
        bodies = [part for text in heads for part in _before_title(text)
                  if _OF_MEMBERS.search(part) and not _MEMBERS.search(part)]  # fmt: skip
    else:
        others = counted or any(_PEOPLE_OF.search(one) or _NOT_EMPLOYED.search(one)
                                for one in heads)  # fmt: skip
        bodies = [] if others else [*filter(_UNION.search, _heads(heads))]
    told = agencies_named(bodies)
    return told if len(told) == 1 else frozenset()


def _in_brackets(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the one agency that stands in brackets behind people of a training; else none."""
    told = [BY.sub("", text) for text in texts if TRAINING.search(text) or _TRAINED.search(text)]
    named = {called_as(one["who"]) or "" for text in told for one in _IN_BRACKETS.finditer(text)}
    known = (named & listed_agencies()) - {UNTOLD_AGENCY}
    return tuple(known) if len(named) == 1 else ()
