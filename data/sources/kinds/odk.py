"""ODK Central: the submissions of a form over OData, each repeat a table of its own.

``@odata.nextLink`` leads to the page after one; ``__id`` is of a row, and ``__Submissions-id``
of the row that a repeat stands in.
"""

import base64
from collections.abc import Iterator
from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from data.files.submissions import KEY, META, Row, flat
from data.sources.answers import (
    REJECTED,
    UNREADABLE,
    WITHOUT_GROUP,
    chosen_repeat,
    known_once,
    listed,
)
from data.sources.elements import Elements
from data.sources.errors import changed, other_form
from data.sources.settings import Source
from data.sources.web import Web
from geo.words.catalogue import _

PAGE = 1_000
SUBMISSIONS = "Submissions"
#: How an address says that it is of some submissions only.
FILTER = "$filter"
#: A submission is seen a moment after the one it carries.
LATE = timedelta(minutes=2)


def authorization(secret: str) -> str:
    """Return the header of a session token, or of ``e-mail:password`` for Basic."""
    if ":" in secret:
        return f"Basic {base64.b64encode(secret.encode()).decode()}"
    return f"Bearer {secret}"


def sign(web: Web, source: Source, before: str) -> str:
    """Return when the server was asked, by its own clock, and how many submissions there were.

    It is ``before`` where as many are there and none was sent in or edited since then; one that
    was deleted and one that was restored in its place are noticed at the next whole reading.

    Raises
    ------
    SourceError
        If the answer is not OData, or the server cannot look by these moments.
    """
    moment, _space, count = before.partition(" ")
    since = (
        _count(
            web, source, f"__system/submissionDate gt {moment} or __system/updatedAt gt {moment}"
        )
        if moment
        else None
    )
    number = _count(web, source)
    if since == 0 and str(number) == count:
        return before
    try:
        asked = parsedate_to_datetime(web.date).astimezone(UTC) - LATE
    except ValueError:
        return ""
    told = f"{asked:%Y-%m-%dT%H:%M:%SZ} {number}"
    # What changed within the second of the last reading would have its sign: then there is none.
    return told if told != before else ""


def _count(web: Web, source: Source, condition: str = "") -> int:
    """Return how many submissions there are, of those that the source's address asks for."""
    asked = dict(parse_qsl(urlsplit(source.address).query))
    conditions = [f"({one})" for one in (asked.pop(FILTER, ""), condition) if one]
    if conditions:
        asked[FILTER] = " and ".join(conditions)
    count = {"$top": "0", "$count": "true"}
    page = web.json(f"{_service(source)}/{SUBMISSIONS}", asked | count)
    if not isinstance(page.get("@odata.count"), int):
        raise other_form(_("It gives no number of its submissions."), source.where)
    number: int = page["@odata.count"]
    return number


def _service(source: Source) -> str:
    return source.address.partition("?")[0].removesuffix("/").removesuffix(f"/{SUBMISSIONS}")


def pages(web: Web, source: Source) -> Iterator[list[Row]]:
    """Yield the rows of a form page by page: its submissions, or each repeat with what is around.

    Raises
    ------
    SourceError
        If the answers are not OData, or it has to be said what is a row; ``SourceChanged`` if
        pages do not fit together.
    """
    service = _service(source)
    named = listed(web.json(service), "value")
    if named is None:
        raise other_form(_("It lists no tables."), source.where)
    tables = [str(one.get("name")) for one in named]
    repeats = [name.removeprefix(f"{SUBMISSIONS}.").replace(".", "/") for name in tables
               if name.startswith(f"{SUBMISSIONS}.")]  # fmt: skip
    repeat = chosen_repeat(source.repeat, repeats, source.where)
    elements = Elements(source, repeat, repeats)
    name = f"{SUBMISSIONS}.{repeat}".replace("/", ".") if repeat else SUBMISSIONS
    for joined in _joined(web, source, service, name, tables):
        rows = [row for _key, row in joined if row is not None]
        answered = [row for row in rows if any(row[one] for one in row if one != KEY)]
        web.left_out[UNREADABLE] += len(rows) - len(answered)
        elements.look(answered)
        yield answered
    elements.require_told()


def _joined(
    web: Web, source: Source, service: str, name: str, tables: list[str]
) -> Iterator[list[tuple[str, Row | None]]]:
    """Yield the rows of a table with those they stand in, each with its ``__id``.

    What stands in a submission that is left out has None.
    """
    if name == SUBMISSIONS:
        for records in _table(web, source, service, name):
            web.left_out.update(why for why in map(_why_left_out, records) if why)
            yield [
                (one["__id"], None if _why_left_out(one) else {KEY: one["__id"]} | _answers(one))
                for one in records
            ]
        return
    outer = name.rpartition(".")[0]
    while outer not in tables:  # a group that is no repeat is no table
        outer = outer.rpartition(".")[0]
    around = dict(row for page in _joined(web, source, service, outer, tables) for row in page)
    alone = {key for key, row in around.items() if row is not None}
    inside = f"__{outer.replace('.', '-')}-id"
    group = name.removeprefix(f"{SUBMISSIONS}.").replace(".", "/")
    for records in _table(web, source, service, name):
        placed = [one for one in records if one.get(inside) in around]
        if len(placed) < len(records) and FILTER not in source.address:
            raise changed(source.where)
        alone.difference_update(one[inside] for one in placed)
        # Each has a key of its own: two that are alike are asked about, and none is lost.
        yield [
            (one["__id"], None if row is None else row | {KEY: one["__id"]} | _answers(one, group))
            for one, row in ((one, around[one[inside]]) for one in placed)
        ]
    web.left_out[WITHOUT_GROUP] += len(alone)


def _why_left_out(submission: dict[str, Any]) -> str:
    system = submission.get("__system")
    if not isinstance(system, dict):
        return ""
    if system.get("reviewState") == "rejected":
        return REJECTED
    # "notDecrypted", or "missingEncryptedFormData": all its answers are null.
    return UNREADABLE if system.get("status") else ""


def _table(web: Web, source: Source, service: str, name: str) -> Iterator[list[dict[str, Any]]]:
    known: set[str] = set()
    # A filter of the address is of submissions; a repeat of one that it leaves out has no place.
    asked = dict(parse_qsl(urlsplit(source.address).query)) if name == SUBMISSIONS else {}
    page = web.json(f"{service}/{name}", asked | {"$top": str(PAGE), "$count": "true"})
    while True:
        rows = listed(page, "value")
        records = list(rows or ())
        if rows is None or not all(isinstance(one.get("__id"), str) for one in records):
            raise other_form(_("It gives no rows with an __id."), source.where)
        if not known_once((one["__id"] for one in records), known):
            raise changed(source.where)
        yield records
        further = page.get("@odata.nextLink")
        if not further:
            break
        if not records:
            raise other_form(_("Its pages have no end."), source.where)
        del page, rows, records  # before the next page is there
        page = web.json(web.own(further))
    if page.get("@odata.count", len(known)) != len(known):
        raise changed(source.where)


def _answers(record: dict[str, Any], group: str = "") -> Row:
    """Return the answers of a row; not what Central adds, such as who sent it."""
    row = {
        name: value
        for name, value in flat(record).items()
        if not name.startswith(("__", META)) and "@odata." not in name
    }
    return {f"{group}/{name}": value for name, value in row.items()} if group else row
