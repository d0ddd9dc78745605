"""A file at an address: a CSV file or a workbook, and whether it is another than last time."""

import re
from collections.abc import Mapping

from data.sources.errors import SourceError
from data.sources.marks import Mark
from data.sources.settings import FILE_NAME, Source
from data.sources.web import NOT_MODIFIED, Answer, Web
from geo.words.catalogue import _

#: How a web page begins: behind a mark of its encoding, comments and what it declares.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:<!--.*?-->|<\?xml[^>]*>)\s*)*<(?:!doctype html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
#: How often a file is asked for that may be cut.
TIMES = 3
#: How a workbook begins that is a ZIP archive, which cannot be read without its end.
ARCHIVE = b"PK"
PAGE_NOT_FILE = _(
    "Take the address that gives the file itself: of a Google Sheet that of File, "
    "Share, Publish to web as CSV; of SharePoint and OneDrive the link with download=1 "
    "at its end."
)


def authorization(secret: str) -> str:
    """Return the header of a token."""
    return f"Bearer {secret}"


def file(web: Web, source: Source, mark: Mark | None) -> tuple[bytes | None, Mark]:
    """Return the file at an address and its mark; None where it is as it was at the mark.

    Raises
    ------
    SourceError
        If there is a web page, which asks for a sign-in perhaps, or nothing; or it may be cut.
    """
    since = {"If-None-Match": mark.etag, "If-Modified-Since": mark.modified} if mark else {}
    # What no header can hold is not sent back: the file is then compared as a whole.
    headers = {name: told for name, told in since.items() if told and told.isascii()}
    answer = _whole(web, source, headers)
    if answer.status == NOT_MODIFIED and mark:
        return None, mark
    if not answer.content:
        raise SourceError(_("It is empty."), web.where, _("Nothing was imported."))
    if _is_page(answer.content):
        raise SourceError(_("It answers with a web page and no file."), web.where, PAGE_NOT_FILE)
    told = answer.headers
    return answer.content, Mark.of(
        (answer.content,), etag=told.get("etag", ""), modified=told.get("last-modified", "")
    )


def _is_page(content: bytes) -> bool:
    return _PAGE.match(content[:10_000]) is not None


def _whole(web: Web, source: Source, headers: Mapping[str, str]) -> Answer:
    """Return an answer that is not cut.

    Where a server says no length, only the text can tell: its last line has an end. One whose file
    always ends without is described so, and has to come twice as the same.
    """
    before = b""
    for _time in range(TIMES):
        answer = web.get(source.address, headers=headers)
        if answer.tells_end or _has_end(answer.content) or _is_page(answer.content):
            return answer
        if source.open_end and answer.content == before:
            return answer
        before = answer.content
    what = _("It may be cut: its last line has no end, and its server says no length.")
    advice = _("Nothing was taken in. If the file always ends so, say in {file}: open_end = true.")
    raise SourceError(what, web.where, advice.format(file=FILE_NAME))


def _has_end(content: bytes) -> bool:
    """Tell whether a file is empty, an archive, or ends with a line, in UTF-16 too."""
    return not content or content.startswith(ARCHIVE) or content.rstrip(b"\0")[-1:] in b"\r\n"
