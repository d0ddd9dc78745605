"""``sources.toml``: which sources there are, and what is known of each; never a token itself.

A table a source, whose name it has: ``[attendance-forms]``. The keys of it are those of
``Source``; the README shows one.
"""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from data.records.calendar.dates import MONTH_DAYS, WHOLE
from data.records.calendar.years import is_year
from data.sheets.fields import FIELDS, IGNORED
from data.sheets.mapping import DASH_WORDS, DATE_FORMATS
from data.sheets.mapping import KINDS as ROWS
from data.sources.errors import SourceError
from geo.words.catalogue import _

FILE_NAME = "sources.toml"
KOBO, ODK, DHIS2, FILE, FOLDER = "kobo", "odk", "dhis2", "file", "folder"
KINDS = (KOBO, ODK, DHIS2, FILE, FOLDER)
LOCAL = ("localhost", "127.0.0.1", "::1")
_NAME = re.compile(r"\w[\w .-]{0,59}")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*")
_TYPES: dict[str, type] = {
    "columns": dict,
    "all": dict,
    "moved": dict,
    "sheet": list,
    "open_end": bool,
    "together": bool,
    "as_above": bool,
}


@dataclass(frozen=True)
class Source:
    """One source, as ``sources.toml`` describes it.

    Attributes
    ----------
    name
        Under which its imports are kept.
    address
        ``https``, or of this machine; the path of a folder.
    token
        The name of a variable of the environment, or ``token_file`` the path of a file.
    columns, all
        By the name of a column its field (blank: not taken in), and by field what holds for every
        row.
    dates
        How they are written: ``dmy``, ``mdy`` or ``iso``.
    sheet
        Of a workbook with several.
    rows
        What one row is: ``persons``, ``groups`` or ``trainings``; blank where its columns say it.
    repeat
        The repeated group of a form of which each is a row; ``none`` where the whole submission is.
    language
        Of the labels of a form that has several, as it calls it.
    moved
        By the path that a question had in an earlier form of KoboToolbox the one it has by now.
    as_above
        Whether a row that leaves its training blank belongs to the row above.
    month_day
        Which day stands for a month that is given alone: ``first`` or ``last``; or all: ``whole``.
    dashes
        What a dash among counts means: ``zero`` or ``blank``.
    year
        That of days without one, as 2023 or 2023-24.
    open_end
        Whether the last line of a file has no end, though its server says no length.
    together
        Whether the files of a folder are one, of trainings and attendance; else each is by itself.
    """

    name: str
    kind: str
    address: str
    token: str = ""
    token_file: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    all: Mapping[str, str] = field(default_factory=dict)
    dates: str | None = None
    sheet: tuple[str, ...] = ()
    rows: str = ""
    repeat: str = ""
    language: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)
    as_above: bool | None = None
    month_day: str | None = None
    dashes: str | None = None
    year: str | None = None
    open_end: bool = False
    together: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be right; raises ``SourceError``, which repeats no secret."""
        wrong = _wrong(self)
        if wrong:
            raise SourceError(
                wrong,
                _("Source {name}").format(name=self.name[:60]),
                _("Correct it in {file}.").format(file=FILE_NAME),
            )

    @property
    def where(self) -> str:
        """The source as a message names it: without the query of its address, or its path."""
        parts = None if self.kind == FOLDER else _parts(self.address)
        return f"{self.name} ({parts.hostname})" if parts else self.name

    def secret(self) -> str:
        """Return its token; blank where it needs none.

        Raises
        ------
        SourceError
            If there is none where one is named, or it cannot be read.
        """
        path = Path(self.token_file)
        try:
            # Some editors write a mark of the encoding before the text.
            told = path.read_text("utf-8-sig") if self.token_file and path.is_file() else ""
        except (OSError, UnicodeDecodeError):
            raise self.wrong_token() from None  # the fault has the bytes of the token
        secret = (told if self.token_file else os.environ.get(self.token, "")).strip()
        if not secret and (self.token or self.token_file):
            what = _("Its token is not there: {place} is empty or missing.").format(
                place=self._place
            )
            raise SourceError(what, self.where, _("Set it, and pull again."))
        if not secret.isprintable():  # of two lines, say
            raise self.wrong_token()
        return secret

    def wrong_token(self) -> SourceError:
        """Return the fault of a token that no request can carry."""
        what = _("Its token is not right: {place} is no line of plain text.").format(
            place=self._place
        )
        advice = _("Write the token alone into it, as UTF-8, and pull again.")
        return SourceError(what, self.where, advice)

    @property
    def _place(self) -> str:
        """Where its token stands, in words."""
        name = Path(self.token_file).name
        return _("the file {file}").format(file=name) if name else self.token


@dataclass(frozen=True)
class Sources:
    """What ``sources.toml`` says, by name: each source, or why its description cannot be right."""

    described: dict[str, Source] = field(default_factory=dict)
    wrong: dict[str, SourceError] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all."""
        return (*self.described, *self.wrong)


def sources_beside(store: Path) -> Sources:
    """Return the sources of the file beside a store; none where there is no file.

    A description that cannot be right stops no other.

    Raises
    ------
    SourceError
        If the file cannot be read.
    """
    path, sources = store.with_name(FILE_NAME), Sources()
    if not path.is_file():
        return sources
    try:
        listed = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        what = _("It is no TOML file: {error}.").format(error=error)
        raise SourceError(what, FILE_NAME, _("Correct it, and pull again.")) from error
    for name, told in listed.items():
        try:
            sources.described[name] = _described(name, told, path.parent)
        except SourceError as fault:
            sources.wrong[name] = fault
    return sources


def in_toml(values: Mapping[str, str]) -> str:
    """Return texts by name as they stand in the file."""
    told = (f"{json.dumps(n, ensure_ascii=False)} = {json.dumps(values[n], ensure_ascii=False)}"
            for n in values)  # fmt: skip
    return f"{{ {', '.join(told)} }}"


def _described(name: str, told: Any, folder: Path) -> Source:
    where, advice = (
        _("Source {name}").format(name=name[:60]),
        _("Correct it in {file}.").format(file=FILE_NAME),
    )
    if not isinstance(told, dict):
        raise SourceError(
            _("It is no table."), where, _("Begin it with [{name}].").format(name=name[:60])
        )
    known = {one.name for one in fields(Source)} - {"name"}
    unknown = sorted(set(told) - known)
    missing = [key for key in ("kind", "address") if key not in told]
    if unknown or missing:
        what = (
            _("Not known: {names}.").format(names=", ".join(unknown))
            if unknown
            else _("No {names}.").format(names=_(" and no ").join(missing))
        )
        raise SourceError(what, where, advice)
    for key, value in told.items():
        texts = list(value.values()) if isinstance(value, dict) else value
        words = texts if isinstance(texts, list) else []
        if not isinstance(value, _TYPES.get(key, str)) or not all(
            isinstance(word, str) for word in words
        ):
            raise SourceError(_("{key} is not of the right form.").format(key=key), where, advice)
    values = told | {"sheet": tuple(told.get("sheet", ()))}
    if told["kind"] == FOLDER:
        values["address"] = str(folder / told["address"])
    if told.get("token_file"):
        values["token_file"] = str(folder / told["token_file"])
    return Source(name, **values)


def _wrong(source: Source) -> str:
    """Return what of a description cannot be right; blank where all may be."""
    not_fields = {*source.columns.values(), *source.all} - {IGNORED, *FIELDS}
    checks = {
        _("Its name is of letters, digits, spaces, dots and hyphens."): _NAME.fullmatch(
            source.name
        ),
        _("Its kind is none of: {kinds}.").format(kinds=", ".join(KINDS)): source.kind in KINDS,
        _("Not a field: {names}.").format(names=", ".join(sorted(not_fields))): not not_fields,
        _("rows is none of: {kinds}.").format(kinds=", ".join(ROWS)): source.rows in ("", *ROWS),
        _("dates is none of: {kinds}.").format(kinds=", ".join(DATE_FORMATS)): source.dates
        in (None, *DATE_FORMATS),
        _("month_day is none of: {kinds}.").format(
            kinds=", ".join((*MONTH_DAYS, WHOLE))
        ): source.month_day in (None, *MONTH_DAYS, WHOLE),
        _("dashes is none of: {kinds}.").format(kinds=", ".join(DASH_WORDS)): source.dashes
        in (None, *DASH_WORDS),
        _("year is no year such as 2023, or 2023-24."): source.year is None or is_year(source.year),
        _(
            "token is the name of a variable of the environment, in capitals; the token "
            "itself does not stand here."
        ): not source.token or _VARIABLE.fullmatch(source.token),
    }
    if source.kind != FOLDER:
        parts = _parts(source.address)
        if parts is None:
            return _("Its address is no address.")
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL)
        checks |= {
            _("Its address is not https."): bool(safe and parts.hostname),
            _("Its address holds a user or a password."): "@" not in parts.netloc,
        }
    return next((words for words, right in checks.items() if not right), "")


def _parts(address: str) -> SplitResult | None:
    """Return the parts of an address; None where it is none: no port, no host, hidden signs."""
    try:
        parts = urlsplit(address)
        (parts.hostname or "").encode("idna")
        is_whole = parts.port != 0 and address.isprintable() and " " not in parts.netloc
    except ValueError:
        return None
    return parts if is_whole else None
