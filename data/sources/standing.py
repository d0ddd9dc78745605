"""Whose imports stand: of each source, and under names that ``sources.toml`` does not have."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from data.sources.errors import SourceError
from data.sources.settings import FILE_NAME, Source
from data.store.store import ROLLED_BACK, Store
from geo.words.catalogue import _


@dataclass(frozen=True)
class LastPull:
    """When a source was last pulled, in UTC as text, and why it could not be; blank if it was.

    ``origin`` is a hash of what was asked for: it is the same under another name.
    """

    at: str
    fault: str = ""
    origin: str = ""


def last_pull(name: str, store: Store) -> LastPull | None:
    """Return when a source was last pulled; None where it never was."""
    words = store.setting(f"pull:{name}")
    return LastPull(**json.loads(words)) if words else None


def imports_of(name: str, store: Store) -> dict[str, int]:
    """Return the import that stands of each part of a source, by the name of the part."""
    return {part: number for part, number in store.standing().items() if _source_of(part) == name}


def not_rolled_back(part: str, store: Store) -> list[int]:
    """Return the imports of a part that stand or would stand again, the earliest first."""
    history = store.history()
    of_part = (history["source"] == part) & (history["state"] != ROLLED_BACK)
    return sorted(int(number) for number in history.loc[of_part, "id"])


def undone(part: str, store: Store) -> str:
    """Say which import of a part somebody undid, who and when; blank where its latest stands.

    One that was taken out as its file was gone is none: ``keep_gone`` has kept that.
    """
    latest = store.undone(part)
    if latest is None or store.setting(f"gone:{part}") == str(latest[0]):
        return ""
    number, who, moment = latest
    words = _("import {number}, its latest, was undone by {who} on {moment:%Y-%m-%d %H:%M} UTC")
    return words.format(number=number, who=who, moment=moment)


def keep_gone(part: str, number: int, store: Store, who: str, at: datetime) -> None:
    """Keep that an import of a part was taken out as its file was gone: it may come back."""
    noted = f"of {part} that it was gone"
    store.keep_of_source(f"gone:{part}", str(number), who, at, "kept", noted)


def not_described(names: Collection[str], store: Store) -> dict[str, list[int]]:
    """Return by source the imports that stand of those that are none of some names."""
    found: dict[str, list[int]] = {}
    for part, number in store.standing().items():
        if (name := _source_of(part)) not in names:
            found.setdefault(name, []).append(number)
    return found


def not_described_in_words(name: str, numbers: Collection[int]) -> str:
    """Say that imports of a source stand that nothing describes, and what to do."""
    return _(
        "{name}: counts as import {numbers}, and is not described in {file}. If it was renamed, "
        "call it {name} again; if it is to count no more, say “python -m data pull {name} "
        "--withdraw”."
    ).format(name=name, numbers=", ".join(map(str, numbers)), file=FILE_NAME)


def require_own_name(source: Source, names: Collection[str], store: Store) -> None:
    """Refuse a source that counts already, under a name that is none of those described.

    Raises
    ------
    SourceError
        If it was pulled under that name, whose imports stand: all of it would count twice.
    """
    for name, numbers in not_described({*names, source.name}, store).items():
        last = last_pull(name, store)
        if last and last.origin == origin(source):
            what = _("It counts already, as {name} (import {numbers}).").format(
                name=name, numbers=", ".join(map(str, numbers))
            )
            advice = _("Call it {name} again in {file}, or take that out first.").format(
                name=name, file=FILE_NAME
            )
            raise SourceError(what, source.where, advice)


def origin(source: Source) -> str:
    """Return a hash of what a source is asked for, whatever it is called."""
    asked = (source.kind, source.address.rstrip("/"), source.sheet, source.repeat)
    return hashlib.sha256(repr(asked).encode()).hexdigest()


def _source_of(part: str) -> str:
    """Return the source of a part, which is that or a file of it."""
    return part.partition("/")[0]
