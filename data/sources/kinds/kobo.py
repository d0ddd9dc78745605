"""KoboToolbox: the submissions of a form, under its labels.

``/api/v2/assets/{uid}/data/`` gives a page of 100 rows unless asked, and at most 1,000; ``next``
leads to the page after it, ``count`` is of all.

No submission carries the moment of its last change, and one that was edited keeps its place. What
was added, edited, deleted, deployed or shared anew stands in the history of the project, which is
shown to whoever may manage it; where that is not to be had, all is read at each pull.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from urllib.parse import parse_qs, urlsplit

from data.files.submissions import ENCRYPTED, KEY, META, Row, text
from data.sources.answers import (
    REJECTED,
    UNREADABLE,
    WITHOUT_GROUP,
    chosen_repeat,
    headers_of,
    known_once,
    listed,
    repeated,
)
from data.sources.elements import Elements
from data.sources.errors import changed, other_form
from data.sources.moved import require_paths, require_placed
from data.sources.settings import Source
from data.sources.web import Web
from geo.words.catalogue import _

PAGE = 1_000
#: Entries of the history that are looked at, and how those of a submission are called. Older
#: servers write none of these: there, the history says nothing of them.
RECENT, OF_SUBMISSIONS = 100, "-submission"
#: What Kobo adds by itself and is taken on: when a submission came. Not who sent it.
OWN = ("_submission_time",)
#: How it calls the state of a submission that somebody looked through and refused.
NOT_APPROVED = "validation_status_not_approved"
#: The kinds of questions that are answered with places on a map: these are left blank.
PLACES = ("geopoint", "geotrace", "geoshape")
_ASSET = re.compile(r"(https?://[^/]+(?:/[^/#]+)*?)/(?:#/forms|api/v2/assets)/(\w+)")


@dataclass(frozen=True)
class Form:
    """A form by the paths of its questions: headers, words of choices, places, repeated groups."""

    headers: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]
    several: frozenset[str]
    places: frozenset[str]
    repeats: tuple[str, ...]


@dataclass
class _Survey:
    headers: dict[str, str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    several: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    repeats: list[str] = field(default_factory=list)


def authorization(secret: str) -> str:
    """Return the header of a token."""
    return f"Token {secret}"


def sign(web: Web, source: Source, before: str) -> str:
    """Return the latest entry of the history of the project, as a hash; blank for none.

    Entries name people and their networks: nothing else of them is kept.

    Raises
    ------
    SourceError
        If the token's account may not see the history, or the server has none.
    """
    query = {"format": "json", "limit": str(RECENT)}
    entries = list(listed(web.json(f"{_asset(source)}/history/", query), "results") or ())
    if not any(str(one.get("action", "")).endswith(OF_SUBMISSIONS) for one in entries):
        return ""
    latest = [str(entries[0].get(name)) for name in ("date_created", "action")]
    return hashlib.sha256(" ".join(latest).encode()).hexdigest()


def pages(web: Web, source: Source) -> Iterator[list[Row]]:
    """Yield the submissions page by page, as rows of text under the labels of the form.

    Each page begins with the last row of the one before it, so that a row that was deleted
    meanwhile, which moves all others, is noticed.

    Raises
    ------
    SourceError
        If the answers are not Kobo's, or something has to be said of moved questions or of what is
        a row; ``SourceChanged`` if pages do not fit together.
    """
    asset = _asset(source)
    form = form_of(web.json(f"{asset}/", {"format": "json"}), source)
    require_paths(form.headers, source)
    repeat = chosen_repeat(source.repeat, form.repeats, source.where)
    inside = {header for path, header in form.headers.items() if path.startswith(f"{repeat}/")}
    elements = Elements(source, repeat, form.repeats, inside)
    query = {"format": "json", "start": "0", "limit": str(PAGE), "sort": '{"_id":1}'}
    page = web.json(f"{asset}/data/", query)
    known, earlier = set[str](), set[str]()
    last = ""
    while True:
        records = _records(page, source)
        if last and (not records or records[0].get("_id") != last):
            raise changed(source.where)
        records = records[1:] if last else records
        if not known_once((str(one["_id"]) for one in records), known):
            raise changed(source.where)
        accepted = [one for one in records if not _why_left_out(one)]
        web.left_out.update(why for why in map(_why_left_out, records) if why)
        rows = [list(_rows(one, form, repeat, source.moved, earlier)) for one in accepted]
        require_placed(earlier, form.headers, source)
        web.left_out[WITHOUT_GROUP] += rows.count([])
        elements.look(chain.from_iterable(rows))
        yield list(chain.from_iterable(rows))
        if not page.get("next"):
            break
        if not records:
            raise other_form(_("Its pages have no end."), source.where)
        last, further = records[-1]["_id"], page["next"]
        del page, records, accepted, rows  # before the next page is there
        page = web.json(web.own(further), _overlapping(further))
    if len(known) != page["count"]:
        raise changed(source.where)
    elements.require_told()


def form_of(asset: Mapping[str, Any], source: Source) -> Form:
    """Return the form of an asset, with its labels in the language asked for, else the first.

    Questions whose labels are one go by their paths (``headers_of``), and so does a question of an
    earlier version of the form.
    """
    content = asset.get("content")
    survey = listed(content, "survey") if isinstance(content, dict) else None
    if survey is None or not isinstance(content, dict):
        raise other_form(_("It gives no form."), source.where)
    languages = content.get("translations") or [None]
    place = languages.index(source.language) if source.language in languages else 0
    if source.language and source.language not in languages:
        named = ", ".join(str(one) for one in languages if one) or _("none")
        what = _("Its form has no such language; it has {names}.")
        raise other_form(what.format(names=named), source.where)
    told = _Survey()
    _read_survey(survey, place, told)
    choices: dict[str, dict[str, str]] = {}
    for one in listed(content, "choices") or ():
        words = _label(one, place)
        if words:
            name = str(one.get("name") or one.get("$autovalue") or "")
            choices.setdefault(str(one.get("list_name")), {})[name] = words
    headers = headers_of(told.headers, (KEY, *OWN))
    by_path = {path: choices.get(name, {}) for path, name in told.lists.items()}
    several, places = frozenset(told.several), frozenset(told.places)
    return Form(headers, by_path, several, places, tuple(told.repeats))


def _read_survey(survey: Iterator[dict[str, Any]], place: int, told: _Survey) -> None:
    groups: list[str] = []
    for one in survey:
        kind, _space, choice = str(one.get("type", "")).partition(" ")
        name = str(one.get("name") or one.get("$autoname") or "")
        path = str(one.get("$xpath") or "/".join([*groups, name]))
        if kind.startswith("begin"):
            groups.append(name)
            if "repeat" in kind:
                told.repeats.append(path)
        elif kind.startswith("end_"):  # "end" alone is the question of when a form was ended
            groups.pop()
        elif name:
            told.headers[path] = _label(one, place) or path
            if choice or one.get("select_from_list_name"):
                told.lists[path] = str(one.get("select_from_list_name") or choice)
            if kind == "select_multiple":
                told.several.add(path)
            if kind.endswith(PLACES):
                told.places.add(path)


def _label(described: Mapping[str, Any], place: int) -> str:
    """Return a label in a language; in the first where it has none there."""
    label = described.get("label")
    labels = label if isinstance(label, list) else [label]
    words = labels[place] if place < len(labels) and labels[place] else labels[0] if labels else ""
    return " ".join(str(words or "").split())


def _records(page: Mapping[str, Any], source: Source) -> list[dict[str, Any]]:
    results = listed(page, "results")
    records = list(results or ())
    if results is None or not isinstance(page.get("count"), int):
        raise other_form(_("It gives no list of submissions."), source.where)
    if not all("_id" in one for one in records):
        raise other_form(_("Its submissions have no _id."), source.where)
    return records


def _why_left_out(record: Mapping[str, Any]) -> str:
    state = record.get("_validation_status")
    if isinstance(state, dict) and state.get("uid") == NOT_APPROVED:
        return REJECTED
    return UNREADABLE if ENCRYPTED in record else ""


def _rows(
    record: Mapping[str, Any],
    form: Form,
    repeat: str,
    moved: Mapping[str, str],
    earlier: set[str],
) -> Iterator[Row]:
    """Yield the rows of a submission; add to ``earlier`` the paths that its form has no more."""
    own = {name: text(record.get(name)) for name in OWN}
    answers = {k: value for k, value in record.items() if not k.startswith(("_", META))}
    for number, answered in enumerate(repeated(answers, repeat)):
        for before, now in moved.items():
            value = answered.pop(before, "")
            answered[now] = answered.get(now) or value
        # Each has a key of its own: two that are alike are asked about, and none is lost.
        row = {KEY: f"{record['_id']}/{number}" if repeat else str(record["_id"])} | own
        for path, header in form.headers.items():
            row[header] = _in_words(answered.pop(path, ""), path, form)
        earlier.update(path for path, value in answered.items() if value)
        yield row | answered


def _in_words(value: str, path: str, form: Form) -> str:
    """Return an answer in the words of its choices; one that is no choice stays as it is.

    A place on a map is blank.
    """
    if path in form.places:
        return ""
    words = form.choices.get(path)
    if not words:
        return value
    if path in form.several:
        return "; ".join(words.get(one, one) for one in value.split())
    return words.get(value, value)


def _asset(source: Source) -> str:
    """Return the address of the asset, also of the one that a browser shows."""
    match = _ASSET.match(source.address)
    if match is None:
        what = _("Its address is not that of a form: https://SERVER/api/v2/assets/UID.")
        raise other_form(what, source.where)
    return f"{match[1]}/api/v2/assets/{match[2]}"


def _overlapping(link: str) -> dict[str, str]:
    """Return what makes the next page begin with the row before it."""
    start = parse_qs(urlsplit(link).query).get("start", [""])[0]
    return {"start": str(int(start) - 1)} if start.isdigit() and int(start) else {}
