"""A file at an address: a CSV file or a workbook, and whether it is another than last time."""

from data.sources.errors import SourceError
from data.sources.marks import Mark
from data.sources.web import NOT_MODIFIED, Web
from geo.words.catalogue import _

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
    headers = {}
    if mark and mark.etag:
        headers["If-None-Match"] = mark.etag
    if mark and mark.modified:
        headers["If-Modified-Since"] = mark.modified
    answer = web.get(address, headers=headers)
    if answer.status == NOT_MODIFIED and mark:
        return None, mark
    if not answer.content:
        raise SourceError(_("It is empty."), web.where, _("Nothing was imported."))
    if answer.content[:200].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise SourceError(_("It answers with a web page and no file."), web.where, PAGE_NOT_FILE)
    told = answer.headers
    return answer.content, Mark.of(
        (answer.content,), etag=told.get("etag", ""), modified=told.get("last-modified", "")
    )
