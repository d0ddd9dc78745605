"""What the server of a collecting application answers, in JSON -> rows of text under paths.

Servers are asked by ``data.sources``; here is what such an answer holds, also where somebody has
saved one as a file: ``{"results": [...]}`` of Kobo, ``{"value": [...]}`` of ODK Central, a list, or
``{"result": {"records": [...]}}`` of a portal of open data and its like.
"""

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from data.files.csv_text import decoded
from data.files.text_pages import TextPages
from data.records.errors import ReadingError
from geo.words.catalogue import _

Row = dict[str, str]
#: The header of what a submission is known by, and of that in the rows of its repeated group.
KEY, PARENT_KEY = "KEY", "PARENT_KEY"
#: The group of what an application knows a submission by: its name may be made of a person's.
META = "meta/"
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")
#: Under what name servers give a list of submissions, and what numbers one of them.
_LISTS = ("results", "value", "result", "records", "data", "items", "rows")
_NUMBERS = ("_id", "__id")
#: How an answer says that others stand before or after it, how many there are in all, and how many
#: were asked for. What portals have under ``_links`` is there on a last page too.
_FURTHER = ("next", "@odata.nextLink", "previous")
_COUNTS, _LIMITS = ("count", "@odata.count", "total", "total_count"), ("limit", "per_page")
#: What a server says of its answer; else what stands beside a list is an answer of one submission.
_ABOUT = ("help", "message", "resource_id", "records_format")
_OF_SERVER = re.compile(r"[\d.]*|true|false|ok|success|https?:\S+|/\S+", re.IGNORECASE)
#: What servers add by themselves and is taken on: when a submission came, what its review said.
_OWN = ("_submission_time", "_validation_status")
#: What a submission of Kobo has that is encrypted, and nothing else that was answered.
ENCRYPTED = "base64EncryptedKey"
EXPORT = _(
    "Export it as CSV or as an Excel workbook (.xlsx), or let the dashboard read the server itself."
)


def text(value: object) -> str:
    """Return a plain value as it would stand in a file; blank for none."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def flat(record: Mapping[str, Any], group: str = "") -> Row:
    """Return the plain values of an answer by path, as in ``group/question``.

    Lists (repeated groups, attachments) and places on the map are left out.
    """
    row: Row = {}
    for name, value in record.items():
        path = f"{group}/{name}" if group else name
        if isinstance(value, dict):
            row |= {} if "coordinates" in value else flat(value, path)
        elif not isinstance(value, list):
            row[path] = text(value)
    return row


def is_json(content: bytes) -> bool:
    """Tell whether bytes begin as objects in JSON do."""
    return _START.match(content) is not None


def saved_answers(content: bytes, where: str) -> list[TextPages]:
    """Return the submissions of an answer, then the rows of their repeated group where it has one.

    Each row of a group has the key of its submission, as in the two files of an export.

    Raises
    ------
    ReadingError
        If it is no list of submissions, or one page of several; or if some are encrypted; or if it
        has several repeated groups, or one in another.
    """
    records = _records(content, where)
    groups = {path for one in records for path, _elements in _groups(one)}
    if len(groups) > 1:
        raise ReadingError(_("It has several repeated groups."), where, EXPORT)
    submissions, people = TextPages(), TextPages()
    keys = [_key(one, number) for number, one in enumerate(records, start=1)]
    submissions.add({**_answers(one), KEY: key} for key, one in zip(keys, records, strict=True))
    if not groups:
        return [submissions]
    path = groups.pop()
    for key, one in zip(keys, records, strict=True):
        elements = dict(_groups(one)).get(path, [])
        if any(path for element in elements for path in _groups(element)):
            raise ReadingError(_("It has several repeated groups."), where, EXPORT)
        people.add(
            {**_under(path, flat(element)), PARENT_KEY: key, KEY: f"{key}/{number}"}
            for number, element in enumerate(elements, start=1)
        )
    return [submissions, people]


def _records(content: bytes, where: str) -> list[dict[str, Any]]:
    """Return the submissions of an answer that is whole."""
    try:
        answer = json.loads(decoded(content, where, lambda _text: False)[0])
    except (ValueError, RecursionError) as error:
        raise ReadingError(_("It is JSON that is broken off or damaged."), where, EXPORT) from error
    lists = list(_lists(answer))
    records = lists[0] if len(lists) == 1 else []
    beside = flat(answer) if isinstance(answer, dict) else {}
    if (not records or not all(isinstance(one, dict) for one in records)
            or not all(itertools.starmap(_is_of_server, beside.items()))):  # fmt: skip
        raise ReadingError(_("It is JSON, and no list of submissions."), where, EXPORT)
    if any(map(_is_encrypted, records)):
        raise ReadingError(_("Some of its submissions are encrypted."), where, EXPORT)
    if _is_one_page(beside, len(records)):
        what = _("It is one page of several: of the others nothing is in it.")
        raise ReadingError(what, where, EXPORT)
    return records


def _lists(answer: object) -> Iterator[list[Any]]:
    """Return each list that is an answer, or stands in it under a name of lists."""
    if isinstance(answer, list):
        yield answer
    elif isinstance(answer, dict):
        for name in _LISTS:
            yield from _lists(answer.get(name))


def _is_of_server(path: str, value: str) -> bool:
    """Tell whether a value beside a list is of the answer itself, and of no submission."""
    return (path.startswith(("_", "@odata.")) or path.rpartition("/")[2] in _ABOUT
            or "/_links/" in path or _OF_SERVER.fullmatch(value) is not None)  # fmt: skip


def _is_one_page(beside: Row, number: int) -> bool:
    """Tell whether an answer of so many submissions says that it has not all of them."""

    def under(names: tuple[str, ...]) -> list[str]:
        return [value for path, value in beside.items()
                if path.rpartition("/")[2] in names and "_links/" not in path]  # fmt: skip

    counts = [int(one) for one in under(_COUNTS) if one.isdecimal()]
    all_told = all(one == number for one in counts) if counts else str(number) not in under(_LIMITS)
    return any(under(_FURTHER)) or not all_told


def _is_encrypted(record: Mapping[str, Any]) -> bool:
    """Tell whether nothing of a submission can be read: ODK Central says so by its status."""
    system = record.get("__system")
    return ENCRYPTED in record or bool(isinstance(system, dict) and system.get("status"))


def _key(record: Mapping[str, Any], number: int) -> str:
    """Return what a submission is known by, else its number in the file."""
    return next((text(record[name]) for name in _NUMBERS if record.get(name)), str(number))


def _groups(record: Mapping[str, Any], group: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Return the repeated groups of an answer by path; none that a server adds, as files sent."""
    for name, value in record.items():
        path = f"{group}/{name}" if group else name
        if isinstance(value, dict):
            yield from _groups(value, path)
        elif isinstance(value, list) and not path.startswith("_"):
            elements = [one for one in value if isinstance(one, dict)]
            if elements:
                yield path, elements


def _answers(record: Mapping[str, Any]) -> Row:
    """Return what is answered in a submission, and what its review said; not who sent it."""
    row = {name: value for name, value in flat(record).items()
           if not name.startswith(("_", META)) and "@odata." not in name}  # fmt: skip
    own = {name: record[name] for name in _OWN if name in record}
    if isinstance(status := own.get("_validation_status"), dict):
        own["_validation_status"] = status.get("uid")
    if isinstance(system := record.get("__system"), dict):
        own["ReviewState"] = system.get("reviewState")
    return row | {name: text(value) for name, value in own.items()}


def _under(path: str, row: Row) -> Row:
    """Return a row under the paths of its questions, as ODK gives none with the group's."""
    return {name if name.startswith(f"{path}/") else f"{path}/{name}": value
            for name, value in row.items()
            if not name.startswith("_") and "@odata." not in name}  # fmt: skip
