"""A source -> its files, each with its mark; a file that is as it was at its mark is not read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import ModuleType

from data.files.text_pages import TextPages
from data.sources.answers import NOT_HELD, REJECTED, UNREADABLE, WITHOUT_GROUP
from data.sources.errors import SourceChanged, SourceError, SourceRefused
from data.sources.kinds import dhis2, folder, kobo, odk, web_file
from data.sources.marks import Mark
from data.sources.settings import DHIS2, FILE, FOLDER, KOBO, ODK, Source
from data.sources.web import Web
from geo.words.catalogue import _, ngettext

KINDS: Mapping[str, ModuleType] = {KOBO: kobo, ODK: odk, DHIS2: dhis2, FILE: web_file}
#: How often a source is read that changes while it is read.
ROUNDS = 3
#: After so long a form is read whole, whatever its sign: words of choices and names of places may
#: have changed, and what the token may read.
WHOLE_AFTER = timedelta(days=7)
Say = Callable[[str], object]


@dataclass(frozen=True, eq=False)
class Fetched:
    """A part of a source: its files, which may hold what must not be kept, and their mark.

    ``files`` is None where the part is as it was; ``settled`` tells whether it is whole yet,
    ``fault`` why it cannot be read where others beside it can. ``unreadable`` are so many of its
    submissions.
    """

    files: tuple[bytes | TextPages, ...] | None = field(repr=False)
    mark: Mark = field(default_factory=Mark)
    settled: bool = True
    notes: tuple[str, ...] = ()
    fault: str = ""
    unreadable: int = 0


def fetch(source: Source, marks: Mapping[str, Mark], on: date, say: Say) -> dict[str, Fetched]:
    """Ask a source; return its parts by name.

    ``marks`` are of the parts that were taken in whole, and stand; ``on`` is the day of the pull.

    Raises
    ------
    SourceError
        If it does not answer as its kind does, or its token cannot be sent.
    """
    if source.kind == FOLDER:
        return _of_folder(source, marks, say)
    secret = source.secret()
    authorization = KINDS[source.kind].authorization(secret) if secret else ""
    if not authorization.isascii():
        raise source.wrong_token()
    mark = marks.get(source.name)
    with Web(source.address, source.where, authorization, say) as web:
        if source.kind == FILE:
            content, seen = web_file.file(web, source, mark)
            fetched = Fetched(None if content is None else (content,), seen)
        else:
            fetched = _form(web, source, mark, on, say)
    return {source.name: _known(fetched, mark)}


def _of_folder(source: Source, marks: Mapping[str, Mark], say: Say) -> dict[str, Fetched]:
    found = folder.found(source)
    if found.folders:
        words = ngettext(
            "{source}: {number:,} folder in it is passed over; only files beside it are read",
            "{source}: {number:,} folders in it are passed over; only files beside them are read",
            found.folders,
        )
        say(words.format(source=source.where, number=found.folders))
    parts = {name: Fetched(files, Mark.of(files)) for name, files in found.contents.items()}
    known = {name: _known(part, marks.get(name)) for name, part in parts.items()}
    refused = {name: Fetched(None, fault=str(why)) for name, why in found.refused.items()}
    return known | refused | {name: Fetched(None, settled=False) for name in found.unsettled}


def _form(web: Web, source: Source, mark: Mark | None, on: date, say: Say) -> Fetched:
    """Return all that a form holds; not where its sign says that nothing has changed."""
    # Asked before the first page: what comes while they are read changes the next sign.
    sign = _sign(web, source, mark.sign if mark else "")
    if mark and sign and sign == mark.sign and on - date.fromisoformat(mark.read) < WHOLE_AFTER:
        return Fetched(None, mark)
    fetched = _answers(web, source, say)
    return replace(fetched, mark=replace(fetched.mark, sign=sign, read=on.isoformat()))


def _sign(web: Web, source: Source, before: str) -> str:
    """Return the sign of a form; blank where its server gives none, or not to this token."""
    try:
        sign: str = KINDS[source.kind].sign(web, source, before)
    except SourceRefused:
        return ""  # what it has and may be read is said where its answers are asked for
    return sign


def _answers(web: Web, source: Source, say: Say) -> Fetched:
    """Return all pages as one file; from the beginning again where they do not fit together."""
    for number in range(1, ROUNDS + 1):
        answers = TextPages()
        web.left_out.clear()
        try:
            for rows in KINDS[source.kind].pages(web, source):
                answers.add(rows)
                del rows  # before the next page is there
            break
        except SourceChanged:
            if number == ROUNDS:
                raise
            say(
                _("{source} changed while it was read: it is read again").format(
                    source=source.where
                )
            )
    if not answers.count:
        what = " ".join([_("It has no rows."), *_left_out(web.left_out)])
        advice = _(
            "Nothing was taken in or withdrawn. If that is meant, roll its last import back."
        )
        raise SourceError(what, source.where, advice)
    files = (answers,)
    return Fetched(
        files,
        Mark.of(files),
        notes=tuple(_left_out(web.left_out)),
        unreadable=web.left_out[UNREADABLE],
    )


def _left_out(numbers: Mapping[str, int]) -> Iterator[str]:
    """Say how many submissions give no row, and why."""
    for why, number in numbers.items():
        words = {
            WITHOUT_GROUP: ngettext(
                "{number:,} submission with nothing in its repeated group.",
                "{number:,} submissions with nothing in their repeated group.",
                number,
            ),
            REJECTED: ngettext(
                "{number:,} submission that was rejected is not counted.",
                "{number:,} submissions that were rejected are not counted.",
                number,
            ),
            NOT_HELD: ngettext(
                "{number:,} event that was planned or skipped, and not held, is not counted.",
                "{number:,} events that were planned or skipped, and not held, are not counted.",
                number,
            ),
            UNREADABLE: ngettext(
                "{number:,} submission is encrypted, or has no answer: it cannot be read.",
                "{number:,} submissions are encrypted, or have no answer: they cannot be read.",
                number,
            ),
        }
        if number:
            yield words[why].format(number=number)


def _known(fetched: Fetched, mark: Mark | None) -> Fetched:
    """Return a part without its files where it is as it was at its mark."""
    if fetched.files is None or mark is None or fetched.mark.digest != mark.digest:
        return fetched
    # It was read as it was asked for then, and is what stands.
    seen = replace(fetched.mark, asked=mark.asked, import_id=mark.import_id)
    return Fetched(None, seen)
