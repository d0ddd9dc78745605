"""Posts of persons that stand in the column of titles, or with the names: "Name & designation"."""

import re
from dataclasses import replace

from data.records.distinct import by_text, filled_texts
from data.records.personal_data import may_be_name, safe_name
from data.review.agencies.agencies import agencies_of_post, agency_in_posting
from data.sheets.fields import AGENCY_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from data.understanding.layout.titles.agencies.agencies_above import agencies_above
from data.understanding.layout.titles.blocks import ONE_TRAINING
from geo.words.catalogue import _

#: What may be the post of whoever is named beside it, or else the title of a training.
_TITLES = frozenset(["title", "titles", "title of person", "title of participant"])
TITLE_OF_POST = "Job title"
_POST = re.compile(
    r"\b(?:officer|manager|director|coordinator|co-ordinator|assistant|inspector|commissioner"
    r"|secretary|lawyer|advocate|teacher|member|head|lead|specialist|consultant|analyst|clerk"
    r"|constable|judge|prosecutor|doctor|nurse|engineer|president|chairman|chairperson)s?"
    r"(?: ?\([^()]*\)|,.*)?$",
    re.IGNORECASE,
)
#: "Name & designation of the officer", "Name with rank".
_NAMES = frozenset(["name", "names", "naam", "نام"])
_POSTS = frozenset(["designation", "designations", "desig", "rank", "post", "posting", "ohda",
                    "uhda", "عہدہ"])  # fmt: skip
_BEHIND_NAME = re.compile(r"\s*[,،;\n(]\s*|\s+[-–—/|]+\s+")
NAME_ALONE, POST_BEHIND = "Name", "Designation"
#: Of so many a rank stands before the name, or before none.
NEARLY_ALL = 0.8
#: So many words a rank before a name has at most; and what anybody may be called by.
MOST_OF_RANK = 3
_ADDRESSES = frozenset(["dr", "doctor", "prof", "professor", "engr", "haji", "malik", "ch"])


def with_titles_of_posts(sheet: Sheet) -> Sheet:
    """Return a list of persons whose "Title" is the post of each, as one that is called so.

    Most of its texts are posts, and none speaks of a training.
    """
    fields = sheet.fields
    titles = [n for n, name in enumerate(sheet.header) if plain(name) in _TITLES]
    if len(titles) != 1 or "name_of_person" not in fields or "designation" in fields:
        return sheet
    texts = filled_texts(sheet.cells[titles[0]])
    posts = [text for text in texts if _is_post(text)]
    if len(texts) < 2 or 2 * len(posts) < len(texts) or any(map(ONE_TRAINING.search, texts)):
        return sheet
    said = _("{where}: {column} is read as the post of each person.").format(
        where=sheet.where, column=safe_name(sheet.header[titles[0]])
    )
    return sheet.renamed(dict.fromkeys(titles, TITLE_OF_POST)).noted(said)


def _is_post(text: str) -> bool:
    return bool(agencies_of_post(text) or _POST.search(text))


def with_posts_of_names(sheet: Sheet) -> Sheet:
    """Return a list whose "Name & designation" has both, as one with a column for each.

    What stands before the first comma, dash or bracket, or in the first line, is the name, and a
    post behind it. What else stands behind a name may be another, and goes with it. So is a rank
    that stands before each name: "DSP ...". Where no post is told, a note says so.
    """
    fields = sheet.fields
    both = [n for n, name in enumerate(sheet.header) if {*plain(name).split()} & _NAMES
            and {*plain(name).split()} & _POSTS]  # fmt: skip
    if len(both) != 1 or {"designation", *AGENCY_FIELDS} & {*fields}:
        return sheet
    cells = sheet.cells[both[0]]
    apart = {text: _apart(text) for text in cells.unique().tolist()}
    if not any(map(_is_behind, apart.values())):
        ranked = _with_ranks_before(sheet, both[0])
        said = _("{where}: {column} is read as names alone: no post is told apart in it.").format(
            where=sheet.where, column=safe_name(sheet.header[both[0]])
        )
        return ranked if ranked is not sheet else sheet.noted(said)
    split = {text: own if own[1] and (_is_behind(own) or agency_in_posting(own[1]))
             else (text, "") for text, own in apart.items()}  # fmt: skip
    whole = sheet.cells.copy()
    whole[both[0]] = cells.map(lambda text: split[text][0])
    whole[len(sheet.header)] = cells.map(lambda text: split[text][1])
    called = sheet.renamed({both[0]: NAME_ALONE})  # what is said of either name is of it
    said = _("{where}: {column} is read as a name and a post.").format(
        where=sheet.where, column=safe_name(sheet.header[both[0]])
    )
    return replace(called, header=(*called.header, POST_BEHIND), tags=(*sheet.tags, ""),
                   cells=whole, notes=(*sheet.notes, said))  # fmt: skip


def _apart(text: str) -> tuple[str, str]:
    """Return a name and what stands behind it; blank behind what is none, or a total."""
    name, *behind = _BEHIND_NAME.split(text.strip(), 1)
    if not behind or is_total(text) or _is_post(name) or not may_be_name(name):
        return text, ""
    closed = "(" in text[len(name) : -len(behind[0])] and behind[0].endswith(")")
    return name, behind[0][:-1] if closed and "(" not in behind[0] else behind[0]


def _is_behind(own: tuple[str, str]) -> bool:
    return _is_post(_BEHIND_NAME.split(own[1])[0])


def _with_ranks_before(sheet: Sheet, n: int) -> Sheet:
    """Return a list with the ranks that stand before its names; as it is where some have none.

    So it is, too, where no text names an agency, of which the ranks alone tell none.
    """
    if not agencies_above(sheet.beside):
        return sheet
    ranks = by_text(sheet.cells[n], _rank_before)
    named = (sheet.cells[n].str.strip() != "") & ~by_text(sheet.cells[n], is_total, "bool")
    if not named.any() or (ranks[named] != "").mean() < NEARLY_ALL:
        return sheet
    said = _("{where}: {column} is read as a name and a post.").format(
        where=sheet.where, column=safe_name(sheet.header[n])
    )
    return sheet.with_columns([(POST_BEHIND, ranks.where(named, ""), "")]).noted(said)


def _rank_before(text: str) -> str:
    """Return the rank before a name; blank where no agency has it, or nobody is named behind it."""
    words = text.split()
    for length in range(min(MOST_OF_RANK, len(words) - 1), 0, -1):
        rank = " ".join(words[:length])
        address = plain(rank) in _ADDRESSES
        if not address and agencies_of_post(rank) and may_be_name(" ".join(words[length:])):
            return rank
    return ""
