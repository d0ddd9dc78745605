"""DHIS2: the events of a program, under the names of its data elements.

``/api/tracker/events`` gives a page of 50 events unless asked; the pager tells of the others.
A deleted event stays in the list of those that are asked for as deleted, with the moment of that.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from data.files.submissions import KEY, Row, text
from data.sources.answers import NOT_HELD, headers_of, known_once, listed
from data.sources.errors import changed, other_form
from data.sources.settings import Source
from data.sources.web import Web
from geo.words.catalogue import _

PAGE = 50
EVENTS = "/tracker/events"
#: Headers of what every event has. The unit may be a district or a place in one: whoever maps
#: the columns says what it is.
DATE, UNIT = "Event date", "Org unit"
#: The state of an event that was given up, and those of one that waits, where no day of it is told.
SKIPPED, WAITING = "SKIPPED", ("SCHEDULE", "OVERDUE")
_ELEMENTS = (
    "programStages[programStageDataElements[dataElement"
    "[id,displayName,optionSet[options[code,displayName]]]]]"
)


def authorization(secret: str) -> str:
    """Return the header of a personal access token."""
    return f"ApiToken {secret}"


def sign(web: Web, source: Source, before: str) -> str:
    """Return which event was touched last and how many there are, deleted ones too, as a hash.

    Blank where the server does not put them in that order.

    Raises
    ------
    SourceError
        If the answer is not that of the tracker.
    """
    address, asked = _address(source)
    query = {"pageSize": str(PAGE), "totalPages": "true", "order": "updatedAt:desc",
             "includeDeleted": "true", "fields": "event,updatedAt,deleted"}  # fmt: skip
    page = web.json(address, asked | query)
    touched = [(text(one.get("updatedAt")), text(one["event"])) for one in _events(page, source)]
    moments = [one[0] for one in touched]
    total = _pager(page).get("total")
    if not touched or not all(moments) or total is None or moments != sorted(moments)[::-1]:
        return ""
    return hashlib.sha256(repr((touched[0], total)).encode()).hexdigest()


def pages(web: Web, source: Source) -> Iterator[list[Row]]:
    """Yield the events page by page; a change between two of them is noticed by the total.

    Where the server tells none, it is noticed by asking for all keys once more.

    Raises
    ------
    SourceError
        If the answers are not those of the tracker; ``SourceChanged`` if pages do not fit.
    """
    address, asked = _address(source)
    api = address.removesuffix(EVENTS)
    elements = _elements(web, api, asked["program"])
    units: dict[str, str] = {}
    known: set[str] = set()
    totals, number = set(), 0
    for events, total in _paged(web, source):
        if not known_once((str(one["event"]) for one in events), known):
            raise changed(source.where)
        totals.add(total)
        number += 1
        _name_units(web, api, events, units)
        held = [one for one in events if _is_held(one)]
        web.left_out[NOT_HELD] += len(events) - len(held)
        yield [_row(one, elements, units) for one in held]
    if len(totals) > 1 or totals - {None, len(known)}:
        raise changed(source.where)
    if totals == {None} and number > 1 and known != _keys(web, source):
        raise changed(source.where)


def _paged(
    web: Web, source: Source, **more_asked: str
) -> Iterator[tuple[list[dict[str, Any]], int | None]]:
    """Yield the events of each page, and how many there are; None where that is not told."""
    address, asked = _address(source)
    number, more = 1, True
    while more:
        query = {"page": str(number), "pageSize": str(PAGE), "totalPages": "true",
                 "order": "createdAt:asc"}  # fmt: skip
        page = web.json(address, asked | query | more_asked)
        events, pager = _events(page, source), _pager(page)
        yield events, pager.get("total")
        number += 1
        more = number <= pager["pageCount"] if "pageCount" in pager else len(events) == PAGE


def _keys(web: Web, source: Source) -> set[str]:
    told = _paged(web, source, fields="event")
    return {str(one["event"]) for events, _total in told for one in events}


def _address(source: Source) -> tuple[str, dict[str, str]]:
    """Return the address of the events of a program, and what it asks for."""
    address = source.address.partition("?")[0].removesuffix("/")
    asked = dict(parse_qsl(urlsplit(source.address).query))
    if not address.endswith(EVENTS) or "program" not in asked:
        what = _(
            "Its address is not that of a program: https://SERVER/api{events}?program=UID."
        ).format(events=EVENTS)
        raise other_form(what, source.where)
    return address, asked


def _pager(page: Mapping[str, Any]) -> Mapping[str, Any]:
    # Servers before 2.41 put its numbers beside the events.
    pager = page.get("pager")
    return pager if isinstance(pager, dict) else page


def _events(page: Mapping[str, Any], source: Source) -> list[dict[str, Any]]:
    # Servers before 2.41 call them instances.
    rows = listed(page, "events" if "events" in page else "instances")
    events = list(rows or ())
    if rows is None or not all("event" in one for one in events):
        raise other_form(_("It gives no list of events."), source.where)
    return events


def _elements(web: Web, api: str, program: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Return by the id of a data element its name, and the words of its options.

    Elements whose names are one go by their ids (``headers_of``).
    """
    elements = {}
    stages = listed(web.json(f"{api}/programs/{program}", {"fields": _ELEMENTS}), "programStages")
    for stage in stages or ():
        for one in listed(stage, "programStageDataElements") or ():
            element = one.get("dataElement") or {}
            options = listed(element.get("optionSet") or {}, "options") or ()
            words = {
                text(option.get("code")): text(option.get("displayName")) for option in options
            }
            elements[text(element.get("id"))] = (text(element.get("displayName")), words)
    headers = headers_of({key: one[0] for key, one in elements.items()}, (KEY, DATE, UNIT))
    return {key: (headers[key], words) for key, (_name, words) in elements.items()}


def _name_units(web: Web, api: str, events: list[dict[str, Any]], units: dict[str, str]) -> None:
    """Add the names of the units of some events to those that are known."""
    unknown = sorted({text(one.get("orgUnit")) for one in events} - set(units) - {""})
    if not unknown:
        return
    query = {
        "filter": f"id:in:[{','.join(unknown)}]",
        "fields": "id,displayName",
        "paging": "false",
    }
    units |= dict.fromkeys(unknown, "")
    for one in listed(web.json(f"{api}/organisationUnits", query), "organisationUnits") or ():
        units[text(one.get("id"))] = text(one.get("displayName"))


def _is_held(event: Mapping[str, Any]) -> bool:
    state = text(event.get("status")).upper()
    return state != SKIPPED and (state not in WAITING or bool(event.get("occurredAt")))


def _row(
    event: Mapping[str, Any], elements: dict[str, tuple[str, dict[str, str]]], units: dict[str, str]
) -> Row:
    # The day as it was written down: no time of day and no time zone moves it.
    day = text(event.get("occurredAt") or event.get("scheduledAt"))[:10]
    row = {KEY: text(event["event"]), DATE: day, UNIT: units.get(text(event.get("orgUnit")), "")}
    row |= dict.fromkeys((one[0] for one in elements.values()), "")
    for one in listed(event, "dataValues") or ():
        element = text(one.get("dataElement"))
        name, words = elements.get(element, (element, {}))
        value = text(one.get("value"))
        row[name] = words.get(value, value)
    return row
