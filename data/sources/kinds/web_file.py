"""A file at an address: a CSV file or a workbook, and whether it is another than last time."""

import re

from data.sources.errors import SourceError
from data.sources.marks import Mark
from data.sources.web import NOT_MODIFIED, Web
from geo.words.catalogue import _

#: How a web page begins: behind a mark of its encoding, comments and what it declares.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:<!--.*?-->|<\?xml[^>]*>)\s*)*<(?:!doctype html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
PAGE_NOT_FILE = _(
    "Take the address that gives the file itself: of a Google Sheet that of File, "
    "Share, Publish to web as CSV; of SharePoint and OneDrive the link with download=1 "
    "at its end."
)


def authorization(secret: str) -> str:
    """Return the header of a token."""
    return f"Bearer {secret}"


def file(web: Web, address: str, mark: Mark | None) -> tuple[bytes | None, Mark]:
    """Return the file at an address and its mark; None where it is as it was at the mark.

    Raises
    ------
    SourceError
        If there is a web page, which asks for a sign-in perhaps, or nothing.
    """
    since = {"If-None-Match": mark.etag, "If-Modified-Since": mark.modified} if mark else {}
    # What no header can hold is not sent back: the file is then compared as a whole.
    headers = {name: told for name, told in since.items() if told and told.isascii()}
    answer = web.get(address, headers=headers)
    if answer.status == NOT_MODIFIED and mark:
        return None, mark
    if not answer.content:
        raise SourceError(_("It is empty."), web.where, _("Nothing was imported."))
    if _PAGE.match(answer.content[:10_000]):
        raise SourceError(_("It answers with a web page and no file."), web.where, PAGE_NOT_FILE)
    told = answer.headers
    return answer.content, Mark.of(
        (answer.content,), etag=told.get("etag", ""), modified=told.get("last-modified", "")
    )
