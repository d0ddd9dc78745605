"""The agency that the post and the posting of each row tell, and the texts above beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from data.records.distinct import again, blank_column, by_text, filled_texts
from data.review.agencies.agencies import (
    CIVIL,
    FIA,
    OF_POST,
    POLICE,
    agencies_named,
    agencies_of_post,
    agency_in_posting,
    called_as,
    find_agency,
)
from data.review.agencies.agency_lists import listed_agencies
from data.review.agencies.civil_society import as_called
from data.review.agencies.parts import at_police_desk, is_at_desk
from data.review.agencies.post_words import is_of_any, post_alone
from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.names.name_words import is_of_remarks
from data.understanding import contents
from data.understanding.layout.titles.agencies.agencies_above import (
    WRITES_FOR_ALL,
    agencies_above,
    group_above,
)
from data.understanding.layout.titles.agencies.called_above import labelled_above
from data.understanding.layout.titles.agencies.deliverers import without_deliverers
from data.understanding.layout.titles.agencies.forces_above import force_above, stations_above
from data.understanding.layout.titles.agencies.several_agencies import of_several
from data.understanding.layout.titles.places.homes_above import district_of_letterhead
from data.understanding.layout.titles.title_texts import TITLE
from geo.names.matching import match
from geo.names.other_places import districts_of_town

_LEVIES = "Levies"
#: Forces of ranks, whose own no director is.
_FORCES = frozenset([POLICE, _LEVIES])
#: Whose staff have posts of the other, too: a medical technician may be of the rescue service,
#: and a lady medical officer of a crisis centre of social welfare.
_HAVE_POSTS_OF = {
    "Rescue 1122": ("Health",),
    "Social Welfare Department": (
        "Child Protection", "Health", "Probation and Reclamation Department",
    ),
}  # fmt: skip
#: A police whose ranks are those of levies, wherever a row or a text above names it.
_BORDER_POLICE = re.compile(r"\b(?:border military police|b\.?m\.?p)\b", re.IGNORECASE)
#: Letters in the place of a rank are no more than this.
MOST_LETTERS = 4
_SOCIETIES = frozenset(["ngo", "ngos", "ingo", "cso", "csos", "cbo", "cbos"])
_IN_URDU = "این جی او"
#: Words that no organisation has in its name, who is of none.
_NO_SOCIETY = frozenset(["no", "none", "nil", "na", "not", "nahi", "nahin", "نہیں", "government",
                         "govt", "public", "servant", "employee", "other", "others", "same", "lea",
                         "department", "sponsored", "nominated"])  # fmt: skip
#: Of so many lists in one sheet each is looked at by itself.
MOST_LISTS = 40
_PARTS = re.compile(r"[,،()]")
#: So many of a list at least are of the department that is named, before others are, too.
ENOUGH_BESIDE = 3
#: What the levies have as the police do.
_STATION = re.compile(r"(?:thana|post|chowki|line)\b", re.IGNORECASE)


def societies(sheet: Sheet) -> list[int]:
    """Return the columns of texts that are called as organisations are: "NGO / CSO"."""
    names = {n: plain(name) for n, name in enumerate(sheet.header) if called_as(name) == CIVIL}
    called = [n for n, one in names.items() if {*one.split()} & _SOCIETIES or _IN_URDU in one]
    texts = (contents.TEXTS, contents.AGENCIES)
    return [n for n in called if contents.contents_of(sheet.cells[n]) in texts]


def agencies_by_titles(
    sheet: Sheet, post: int | None, placed: pd.Series | None, texts: Sequence[str], own: str = ""
) -> pd.Series:
    """Return the agency of each row as ``agencies_of_posts``, each under the title of its own list.

    Of lists below each other what heads one says nothing of another.
    """
    titles = sheet.column(TITLE.casefold()).str.strip()
    called = [title for title in titles.unique().tolist() if title]
    if not 1 < len(called) <= MOST_LISTS:
        return agencies_of_posts(sheet, post, placed, texts, own)
    of_one = {text for text in texts if any(plain(title) in plain(text) for title in called)}
    common = [text for text in texts if text not in of_one]
    told = []
    for title in titles.unique().tolist():
        part = replace(sheet, cells=sheet.cells[titles == title])
        places = None if placed is None else placed[titles == title]
        told.append(agencies_of_posts(part, post, places, [*common, title], own))
    return pd.concat(told).loc[titles.index]


def agencies_of_posts(
    sheet: Sheet, post: int | None, placed: pd.Series | None, texts: Sequence[str], own: str = ""
) -> pd.Series:
    """Return the agency of each row that its post alone does not tell; blank where nothing does.

    ``own`` is that of whose offices the places are by their column's name. Whoever is of a named
    organisation is of civil society, whatever the post.
    """
    found = _of_posts(sheet, post, placed, texts, own)
    for n in societies(sheet):
        of_society = by_text(sheet.cells[n], _society)
        # Whoever is posted with a force is of it, whoever else stands beside.
        found = of_society.where((of_society != "") & ~_with_force(placed, found), found)
    return found


def _with_force(placed: pd.Series | None, found: pd.Series) -> pd.Series:
    """Tell of which rows the posting alone says that they are of a force."""
    if placed is None:
        return pd.Series(data=False, index=found.index)
    return found.isin(_FORCES) & (
        by_text(placed, lambda text: agency_in_posting(text) or "") == found
    )


def _society(text: str) -> str:
    """Return the agency of an organisation, that of a list or else civil society; blank of none."""
    words = {*plain(text).split()}
    if not words or contents.is_mark(text) or words <= {"n", "a"} or words & _NO_SOCIETY:
        return ""
    known = find_agency(text).agency
    return as_called(text, known, CIVIL) if known and known in listed_agencies() else CIVIL


def _of_posts(
    sheet: Sheet, post: int | None, placed: pd.Series | None, texts: Sequence[str], own: str
) -> pd.Series:
    named = agencies_above([*map(without_deliverers, texts)])
    group = group_above(texts) or force_above(sheet.header, texts, stations_above(sheet, texts))
    group = group or ("" if named - {own} or of_several(texts) else own)
    blank = blank_column(sheet.cells.index)
    posts = sheet.cells[post].str.strip() if post is not None else blank
    places = placed.str.strip() if placed is not None else blank
    both = pd.DataFrame({"post": posts, "place": places}, sheet.cells.index)
    different = both[~again(both)]
    of_all = frozenset([group]) == labelled_above(texts) and not of_several(texts)
    told = {
        (rank, where): _agency(rank, where, group, named, of_all=of_all)
        for rank, where in different.itertuples(index=False)
    }
    found = pd.Series([told[one] for one in both.itertuples(index=False, name=None)],
                      index=sheet.cells.index, dtype="str")  # fmt: skip
    found = _of_border_police(sheet, found, texts, named)
    alone = by_text(places, lambda text: not text or contents.is_district(text), "bool")
    alone &= ~_remarked(sheet)
    found = _of_those_beside(posts.where(alone, ""), found, (*texts, *_titles(sheet)))
    mostly = (found != "").sum() * 2 >= (places != "").sum()
    if placed is None or not (mostly or _are_own_people(places, texts)):
        return found
    if (one := frozenset(found) - {""}) == named and len(one) == 1 and not of_several(texts):
        # All others are of the force that stands above, and these name no other.
        [agency] = one
        other = by_text(places, lambda text: bool(agencies_named([text]) - one), "bool")
        other |= by_text(posts, lambda text: agency not in (agencies_of_post(text) or one), "bool")
        other |= by_text(posts, is_of_any, "bool") & ~alone
        return found.mask((found == "") & (places != "") & ~other, agency)
    # Of a posting that tells none, among others that do, it is asked.
    told = (found != "") | by_text(places, _says_where, "bool")
    return found.where(told, places) if mostly else found


def _says_where(place: str) -> bool:
    """Tell whether a posting says no more than where it is: "Kasur", "Khar, Bajaur"."""
    parts = [part.strip() for part in _PARTS.split(place) if part.strip()]
    return all(contents.is_district(part) or districts_of_town(part) for part in parts)


def _remarked(sheet: Sheet) -> pd.Series:
    """Tell of which rows a remark says something: "Guest", "from FIA"."""
    told = pd.Series(data=False, index=sheet.cells.index)
    for n, name in enumerate(sheet.header):
        if is_of_remarks(name):
            told |= sheet.cells[n].str.strip() != ""
    return told


def _titles(sheet: Sheet) -> list[str]:
    fields = sheet.fields
    records = ~say_total(sheet.written)
    return [text for n, one in enumerate(fields) if one == "title"
            for text in filled_texts(sheet.cells[n][records])]  # fmt: skip


def _of_those_beside(posts: pd.Series, found: pd.Series, texts: Sequence[str]) -> pd.Series:
    """Return the agencies with those of posts alone that are of the one department of all others.

    It is named above them, or by their title. Its own are directors, whom any but a force has,
    and an "Inspector" beside a "Labour Inspector"; any other may be a guest.
    """
    told, named = found[found != ""], agencies_above(texts) - {WRITES_FOR_ALL}
    left = (found == "") & (posts != "")
    if named != {*told} or len(named) != 1 or len(told) < max(ENOUGH_BESIDE, left.sum()):
        return found
    if CIVIL in named or of_several(texts):
        return found
    ranks = {post_alone(plain(text)) for text in posts[told.index].unique().tolist()}
    directed = not named & _FORCES
    own = by_text(posts, lambda text: (directed and is_of_any(text)) or any(
        rank.endswith(f" {post_alone(plain(text))}") for rank in ranks), "bool")  # fmt: skip
    return found.mask(left & own, next(iter(named)))


def _of_border_police(
    sheet: Sheet, found: pd.Series, texts: Sequence[str], named: frozenset[str]
) -> pd.Series:
    """Return the agencies with the border police's people as of the police, by whatever rank."""
    of_levies = found == _LEVIES
    if not of_levies.any():
        return found
    own = pd.Series(_LEVIES not in named and any(map(_BORDER_POLICE.search, texts)), found.index)
    for n in {*sheet.cells} - {*sheet.offered}:
        own |= by_text(sheet.cells[n], lambda text: bool(_BORDER_POLICE.search(text)), "bool")
    return found.mask(of_levies & own, POLICE)


def _are_own_people(places: pd.Series, texts: Sequence[str]) -> bool:
    """Tell whether an office of a district heads the list, and all of it serve in this district."""
    heads = {code for text in texts if (code := district_of_letterhead(text))}
    own = {match(text, alike=False).adm2_pcode for text in places.unique().tolist() if text}
    return len(heads) == 1 and own == heads


def _agency(post: str, place: str, group: str, named: frozenset[str], *, of_all: bool) -> str:
    """Return the agency of a post at a place; ``of_all``: a label gives all to ``group``."""
    if named - {WRITES_FOR_ALL} == {_LEVIES} and (_STATION.match(post) or _STATION.match(place)):
        return _LEVIES  # under their name alone, a station is theirs and not the police's
    if at_police_desk(rank := plain(f"{post} {place}")):
        told, others = find_agency(rank, post=True).agency, {*named, group}
        if told == POLICE:  # under another alone that has the rank nobody knows
            another = POLICE not in others and others & agencies_of_post(at_police_desk(rank))
            return "" if another else POLICE
    before, comma, behind = place.partition(",")
    if comma and not post and len(agencies_of_post(before)) > 1:
        post, place = before, behind  # "SI, Range Office Sukkur"
    found = find_agency(post, post=True) if post else None
    of_letters = group not in ("", CIVIL) and len(post) <= MOST_LETTERS and post.isupper()
    if found and found.agency == CIVIL and of_letters and plain(post) not in _SOCIETIES:
        return group  # SPO is a rank among officers of a force, and no organisation
    posting = agency_in_posting(place or post)  # "Inspector, SSP Office Kasur (Police)"
    posting = posting or agency_in_posting(post.partition(",")[2])  # "SI, FIA Range Office"
    if group == POLICE and posting == FIA and is_at_desk(place) and not agencies_named([place]):
        posting = None  # "Incharge AHT Cell", which a district's police has, too
    if found and found.agency:
        of_post = not place and "," not in post  # which says no more than itself
        own = group if of_post and group else posting or group
        return own if found.agency in _HAVE_POSTS_OF.get(own, ()) else found.agency
    # Any department has directors: who is beside them tells more.
    asked = () if found is None or is_of_any(post) else found.candidates
    may_be = {one.answer for one in asked if one.score == OF_POST}
    if posting and (not may_be or posting in may_be):
        return posting
    if posting and "," in post:
        return ""  # a guest among them: "Inspector, Labour Office"
    if group and (of_all or not may_be or group in may_be):
        return (agency_in_posting(post) if post else None) or group  # "AC Depalpur" is of his own
    both = named & (may_be - {WRITES_FOR_ALL})
    return next(iter(both)) if len(both) == 1 else ""
