"""A written department or designation -> the agency it is of, or who it may be; never a guess.

The lists are ``agencies.toml``. What is in none of them waits for a person, whose answer is
kept (``data.review.decisions``).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.records.model import AGENCY_NOT_TOLD, UNTOLD_AGENCY
from data.records.personal_data import HIDDEN, HIDDEN_TEXT, looks_personal, may_be_name, shown
from data.records.spreadsheet_text import as_written
from data.review.agencies.agency_lists import (
    OF_ALL,
    by_telling,
    listed_names,
    shortened,
    without_points,
)
from data.review.agencies.alike import LONGEST, alike_agencies, offered
from data.review.agencies.parts import (
    at_police_desk,
    is_at_desk,
    is_posted,
    whole_before_comma,
    whole_in_brackets,
)
from data.review.agencies.post_words import (
    is_of_any,
    is_placed,
    of_each_post,
    of_two_posts,
    post_alone,
    posts_in_brackets,
    singular,
    with_office_behind,
    without_place,
)
from data.review.agencies.societies import SOCIETIES, called_society, is_organisation
from data.review.decisions import AGENCY, Decisions, agency_key
from data.review.questions import Option
from data.sheets.fields import plain
from geo.names.offices.offices_in_urdu import in_english
from geo.names.offices.postings import behind_staff
from geo.names.remembered import once_a_reading
from geo.words.catalogue import _

#: Where nobody has answered anything.
NONE = Decisions()
#: A public body is another one where it is less like a known one: its words are of many.
LIKE_A_BODY = 85.0
#: The score of an agency that has a post as others do.
OF_POST = 81.0
#: The score of each of several agencies that a text names.
NAMED_IN_IT = 90.0
#: A text with one of these words beside others names a body; one in no list keeps its own name.
_INSTITUTIONS = frozenset(
    ["department", "dept", "deptt", "authority", "board", "bureau", "commission", "directorate",
     "ministry", "corporation", "council", "force", "court", "association", "federation", "union",
     "chamber", "anjuman", "university", "institute", "secretariat", "assembly", "parliament",
     "senate"]
)  # fmt: skip
#: Stands behind the name of a body that is called as one of this country.
OF_ANOTHER = " (of another country)"
CIVIL, FIA, MEDIA, POLICE = SOCIETIES, "FIA", "Media", "Police"
#: Words of a posting that only the investigation agency has; its letters are a committee's, too.
_OF_FIA = frozenset(["fia", "ahtc", "aht", "ahtcs"])
_OF_COMMITTEE = re.compile(r"\b(?:member|committee|training|trained|workshop|session|course|batch)")
#: So many words of a posting may be the office or the post in it.
MOST_OF_POST = 4
#: Letters behind a post and a comma: "Psychologist, CPWB".
_BEHIND = re.compile(r"\w,\s*(?P<letters>[A-Z]{3,6})\s*$")
#: "Daily Nowhere" is a paper, and "FM 90" a station; "F/M" is neither.
_PAPER = re.compile(
    r"(?:daily|weekly) (?!wage|paid|labou?r|allow|attend|report)\w+(?: \w+){0,2}"
    r"|fm \d{2,3}(?: \w+){0,2}"
)
#: Whose body another country's is: "Afghan Border Police", "Border Police (Afghanistan)".
_OF_ANOTHER_COUNTRY = re.compile(
    r"^(?:afghan|irani(?:an)?|indian|turkish|omani|saudi|emirati|uae|british|uk|chinese|german"
    r"|italian|greek|afghanistan|iran|india|turkey|oman|china)\b(?! (?:refugees?|nationals?)\b)"
    r"|\b(?:afghanistan|iran|india|turkey|turkiye|oman|saudi arabia|uae|china|greece|italy)$"
    r"|^(?:افغان|ایرانی|بھارتی|ترک)\b"
)
#: Words of a body that any country has; "China Chowk Police Station" may be ours.
_OF_ANY_STATE = frozenset(["national", "federal", "border", "police", "customs", "guard", "guards",
                           "force", "coast", "immigration", "prison", "prisons", "ministry", "of",
                           "interior", "the", "بارڈر", "سرحدی", "پولیس"])  # fmt: skip
#: A force of this country or of the one beside it, as guests in a list are.
_OF_ANY_BORDER = frozenset(["border police", "border guard", "border guards"])
#: Of these may be whoever lives abroad: what all countries have, or this one alone.
_WHEREVER_AT_HOME = frozenset([CIVIL, MEDIA, FIA, "Levies", UNTOLD_AGENCY])
#: An office of a part of a district, which is its administration's, of whatever place it is.
_OF_CHILDREN = "Child Protection"
_TEHSIL = "tehsil office"
_TEHSIL_OFFICE = re.compile(
    r"\b(?:tehsil|taluka|تحصیل) (?:office|administration|headquarters?|آفس)(?! bearers?)\b"
)
#: Beside an agency these gave a training with it, or had people there: nobody knows which.
GIVERS = frozenset(["iom", "unodc", "unhcr", "ilo", "undp", "unicef"])
#: Words that begin with no capital within a name.
_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to", "at", "by"])


@dataclass(frozen=True)
class AgencyFound:
    """The agency, or None and those that it may be."""

    agency: str | None
    candidates: tuple[Option, ...] = ()


def find_agency(written: str, decisions: Decisions = NONE, *, post: bool = False) -> AgencyFound:
    """Find the agency of a text.

    ``written`` is a department, an agency, or with ``post`` a designation. An answer that was given
    before (``decisions``) comes first.
    """
    told = decisions is not NONE
    return _found(written, decisions, post=post) if told else _found_untold(written, post=post)


@once_a_reading
def _found_untold(written: str, *, post: bool) -> AgencyFound:
    return _found(written, NONE, post=post)


def _found(written: str, decisions: Decisions, *, post: bool) -> AgencyFound:
    bare = without_points(plain(written))
    bare = behind_staff(bare) if post else with_office_behind(bare)
    keys = (agency_key(written), f"{AGENCY}:{plain(written)}")  # a hash, and as it was kept before
    if answer := next(filter(None, map(decisions.answer, keys)), None):
        return AgencyFound(answer)
    if bare in AGENCY_NOT_TOLD[1:]:
        return AgencyFound(UNTOLD_AGENCY)
    known = listed_names()
    # Among ranks FC is a foot constable, and no Frontier Corps.
    shared = post and bare in known.shared
    with_and = plain(written.replace("&", " and "))  # "I & P" is no inspector
    exact = (known.posts.get(bare) if post else None) or (
        not shared and (known.texts.get(with_and) or known.texts.get(bare))
    )
    names = known.posts if post else known.texts
    before = plain(written.split(",")[0]) if "," in written else bare
    unplaced = _unplaced(written, bare, post=post)
    if exact or (exact := next((names[one] for one in unplaced if one in names), None)):
        return AgencyFound(exact)
    desk = at_police_desk(bare) if post else ""
    bare_post = post_alone(desk or before) if post else bare
    behind = _BEHIND.search(written) if post else None
    own = behind and known.texts.get(plain(behind["letters"]))
    told = known.posts.get(bare_post) or own or of_two_posts(bare, known.posts)
    if post and (told := told or next(iter(of_each_post(written, known.posts)), None)):
        return AgencyFound(told)
    ranks = (bare, bare_post.removeprefix("lady "), *unplaced)
    several = next((known.shared[one] for one in ranks if one in known.shared), None)
    if desk and POLICE in (several or ()) and agencies_named([bare]) <= {POLICE}:
        return AgencyFound(POLICE)
    if several := several or (post and of_each_post(written, known.posts, known.shared)):
        return _having_post(several)
    within = _abroad(written, bare, post=post) or (None if post else _of_part(written, before))
    within = within or next(filter(None, map(_by_words, (bare, *unplaced))), None)
    within = within or _before_comma(written, decisions, post=post)
    if within := within or (None if post else _of_tehsil(plain(written))):
        return within if post else _unless_posts_of_another(written, within)
    organised = any(map(is_organisation, (bare, *unplaced)))
    if (paper := not post and _PAPER.fullmatch(bare)) or organised:
        return AgencyFound(MEDIA if paper else CIVIL)
    institution = not post and _names_institution(written, bare)
    if not post and (same := by_telling(written) or shortened([bare, *unplaced])):
        return _unless_posts_of_another(written, AgencyFound(same))
    alike = alike_agencies(written, bare, posts=not institution, texts=not post)
    if institution and not any(one.score >= LIKE_A_BODY for one in alike):
        return AgencyFound(own_name(written))
    return AgencyFound(None, alike)


def _having_post(agencies: Iterable[str]) -> AgencyFound:
    """Offer the agencies that have a post."""
    scores = dict.fromkeys(agencies, OF_POST)
    return AgencyFound(None, offered(_("{agency}: has this post"), scores))


def _unless_posts_of_another(written: str, found: AgencyFound) -> AgencyFound:
    """Return what was found, or ask where posts in brackets are another's: "Revenue (ACs)"."""
    others = posts_in_brackets(written, listed_names().posts) - {found.agency}
    if not others or found.agency in (None, UNTOLD_AGENCY):
        return found
    named = offered(_("{agency}: named in it"), {str(found.agency): NAMED_IN_IT})
    return AgencyFound(None, named + _having_post(others).candidates)


def _of_part(written: str, before: str) -> AgencyFound | None:
    """Return the agency of a part of a body, as its name or what stands beside says; else None.

    A rank before a comma is of those who have such, at whatever desk: "ASI, Child Protection Desk".
    """
    if len(written) > LONGEST:
        return None
    if is_organisation(plain(called_society(written))):
        return AgencyFound(CIVIL)
    brackets = whole_in_brackets(written)
    own = (called_as(brackets) or by_telling(brackets)) if brackets else None
    # A unit of another agency by its own name may only be at that one: "NADRA Centre (Health)".
    if own and agencies_named([written.split("(")[0]]) <= {own, _OF_CHILDREN}:
        return AgencyFound(own)
    whole = whole_before_comma(written)
    if whole and not agencies_named([whole]) and _names_institution(whole, plain(whole)):
        return AgencyFound(own_name(whole))
    rank = listed_names().shared.get(before) if is_posted(written) else None
    if rank and not is_of_any(before) and (is_at_desk(written) or not agencies_named([written])):
        return _having_post(rank)
    return None


def _abroad(written: str, bare: str, *, post: bool) -> AgencyFound | None:
    """Return a body of another country by its own name; one that may be is asked about."""
    of_any = {*(rest := _OF_ANOTHER_COUNTRY.sub(" ", bare)).split()} <= _OF_ANY_STATE
    if not post and rest.strip() and rest != bare and (agencies_named([bare]) or of_any):
        if of_any:
            return AgencyFound(own_name(written))
    elif bare not in _OF_ANY_BORDER:
        return None
    kept = offered(_("{agency}: keep its own name"), {own_name(written): NAMED_IN_IT})
    named = dict.fromkeys(agencies_named([bare]), NAMED_IN_IT)
    return AgencyFound(None, kept + offered(_("{agency}: named in it"), named))


def of_another_country(written: str, found: AgencyFound, field: str) -> str:
    """Return whose agent somebody is whose home is abroad: of a body by its own name.

    ``found`` is what was found of the text. None is told by a post; blank of any other text, and of
    what no country has alone or only this one.
    """
    if field == "designation":
        return UNTOLD_AGENCY
    named = found.agency or agencies_named([written])
    own = found.agency in _WHEREVER_AT_HOME
    if not named or own or shown_agency(written) in (HIDDEN, HIDDEN_TEXT):
        return ""
    name = own_name(written)
    return f"{name}{OF_ANOTHER}" if called_as(name) else name


def _unplaced(written: str, bare: str, *, post: bool) -> list[str]:
    """Return what is left of a text without its place, or two: "Tehsil Office Matta, Swat"."""
    unplaced = without_place(bare, post=post)
    if is_placed(written):
        unplaced += without_place(without_points(plain(written.rpartition(",")[0])), post=post)
    return unplaced


def _of_tehsil(bare: str) -> AgencyFound | None:
    """Offer the administration for the office of a tehsil, behind which stands no known place."""
    office = _TEHSIL_OFFICE.search(bare)
    named = {listed_names().texts[_TEHSIL]: NAMED_IN_IT}
    return AgencyFound(None, offered(_("{agency}: named in it"), named)) if office else None


def _before_comma(written: str, decisions: Decisions, *, post: bool) -> AgencyFound | None:
    """Return what a post says that stands before its district: "Tehsildar Daska, Sialkot"."""
    if "," not in written or not (post or is_placed(written)):
        return None
    found = find_agency(written.split(",")[0], decisions, post=True)
    return found if post or found.agency else None


def _by_words(bare: str) -> AgencyFound | None:
    """Return what the words of a text say that name agencies; None where none does."""
    held = listed_names().words.agencies(bare, singular(bare))
    if not held:
        return None
    if len(held) == 1 and not GIVERS & {*bare.split()}:
        return AgencyFound(next(iter(held)))
    if any(map(str.isdigit, bare)):
        return AgencyFound(None)  # each of a number of people: none of them is that of all
    return AgencyFound(None, offered(_("{agency}: named in it"), dict.fromkeys(held, NAMED_IN_IT)))


@once_a_reading
def agencies_of_post(name: str) -> frozenset[str]:
    """Return the agencies that have a post, or those that the plural of it is of; else none."""
    texts = (plain(name), singular(plain(name)))
    found = [find_agency(text, post=True) for text in texts]
    may_be = {option.answer for each in found for option in each.candidates
              if option.score == OF_POST}  # fmt: skip
    return frozenset(may_be | {each.agency for each in found if each.agency})


def called_as(written: str) -> str | None:
    """Return the agency whose name a text is, word by word; None of any other text."""
    return listed_names().texts.get(without_points(plain(written).removeprefix("name of ")))


def _names_institution(written: str, bare: str) -> bool:
    """Tell whether a text names a public body or an association, and no person."""
    words = {*bare.split()}
    named = words & _INSTITUTIONS and words - _INSTITUTIONS - OF_ALL
    return bool(named) and len(bare) <= LONGEST and not looks_personal(written)


def own_name(written: str) -> str:
    """Return the name of an organisation that no list has, whatever its capitals."""
    words = as_written(written).split()
    all_of_it = written.isupper()
    return " ".join(
        word.casefold() if word.casefold() in _SMALL and place
        else word if word.isupper() and (len(word) < 6 or not all_of_it)
        else word.capitalize()
        for place, word in enumerate(words)
    )[:LONGEST]  # fmt: skip


def shown_agency(written: str) -> str:
    """Return what was written for an agency as it may be shown: hidden where it may be a name."""
    if may_be_name(written) and not find_agency(written).candidates:
        return HIDDEN_TEXT
    return shown(written)


def agency_in_posting(written: str) -> str | None:
    """Return the agency of a posting, *PS Saddar, Kasur*, or None; a station of FIA is its own."""
    bare = behind_staff(without_points(plain(in_english(written))))
    words = bare.split()
    held = agencies_named([bare])
    if "fia" in words or ({*words} & _OF_FIA and not held and not _OF_COMMITTEE.search(bare)):
        return FIA
    for length in range(min(MOST_OF_POST, len(words)), 2, -1):  # "Judge Labour Court"
        if told := listed_names().posts.get(" ".join(words[:length])):
            return told
    if at_police_desk(bare) and (of_desk := find_agency(bare, post=True).agency):
        return of_desk
    for length in range(min(MOST_OF_POST, len(words)), 0, -1) if not held else ():
        found = find_agency(" ".join(words[:length]), post=True)
        told = found.agency != UNTOLD_AGENCY  # "Govt." alone
        if told and (found.agency or any(one.score == OF_POST for one in found.candidates)):
            return found.agency
    return next(iter(held)) if len(held) == 1 else None


def agencies_named(texts: Iterable[str]) -> frozenset[str]:
    """Return the agencies that words of some texts name; "levies thana" is of no police."""
    within = listed_names().words
    return frozenset(agency for text in texts for agency in within.agencies(plain(text)))


def names_society(written: str) -> bool:
    """Tell whether a society has words of an agency in its name: "Labour Rights Watch"."""
    return listed_names().words.name_society(plain(written))
