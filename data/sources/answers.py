"""Answers of a collecting application -> rows of text under headers, as a file has them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from data.files.submissions import Row, flat
from data.sheets.fields import plain
from data.sources.errors import SourceError
from geo.words.catalogue import _

#: Why a submission gives no row: nothing is in its repeated group, whoever looked it through has
#: refused it, what it tells of was planned and not held, or it is encrypted or has no answer.
WITHOUT_GROUP, REJECTED, NOT_HELD = "without a group", "rejected", "not held"
UNREADABLE = "unreadable"
#: What ``repeat`` says where the whole submission is a row.
NO_REPEAT = "none"


def headers_of(names: Mapping[str, str], own: Sequence[str] = ()) -> dict[str, str]:
    """Return by the key of each question its header: its name, else its key.

    A name that two share, or that is called as another's key or a header of the application's
    ``own``, tells neither. Capitals and signs alone tell none apart, as in the columns of a file.
    """
    times = Counter(map(plain, own))
    for key, name in names.items():
        times.update({plain(key), plain(name)})
    return {k: k if not name or times[plain(name)] > 1 else name for k, name in names.items()}


def repeated(record: Mapping[str, Any], repeat: str) -> list[Row]:
    """Return one row for each element of a repeated group, with the answers around it.

    Without a group the record is one row. One without an element gives none: in a list of
    people it would count as one.
    """
    around = flat(record)
    if not repeat:
        return [around]
    for name, value in record.items():
        if isinstance(value, list) and (name == repeat or repeat.startswith(f"{name}/")):
            inner = "" if name == repeat else repeat
            elements = [one for one in value if isinstance(one, dict)]
            return [around | row for one in elements for row in repeated(one, inner)]
    return []


def chosen_repeat(asked: str, repeats: Sequence[str], where: str) -> str:
    """Return the repeated group of which each is a row; blank where the whole submission is.

    Raises
    ------
    SourceError
        If there are several and none is chosen, or not the one that is asked for.
    """
    inner = [one for one in repeats if not any(other.startswith(f"{one}/") for other in repeats)]
    named = [one for one in repeats if asked and asked in (one, one.rpartition("/")[2])]
    if len(named) == 1:
        return named[0]
    if asked == NO_REPEAT:
        return ""
    if asked or len(inner) > 1:
        what = (
            _("There is no such repeated group.") if asked else _("It has several repeated groups.")
        )
        advice = _("Say which is meant: repeat = one of {names}.")
        offered = ", ".join([*repeats, NO_REPEAT])
        raise SourceError(what, where, advice.format(names=offered))
    return inner[0] if inner else ""


def known_once(keys: Iterable[str], known: set[str]) -> bool:
    """Take note of the keys of a page; tell whether none of them was there before."""
    page = list(keys)
    before = len(known)
    known.update(page)
    return len(known) - before == len(page)


def listed(content: Mapping[str, Any], name: str) -> Iterator[dict[str, Any]] | None:
    """Return the objects of a list; None where there is no such list."""
    value = content.get(name)
    return (one for one in value if isinstance(one, dict)) if isinstance(value, list) else None
