"""The one place that asks other hosts: over https, within limits, again where that helps."""

import json
import logging
import socket
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Self

import httpx2
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from data.sources.errors import SourceError, SourceRefused, other_form
from data.sources.public_hosts import is_public
from data.sources.settings import LOCAL
from geo.words.catalogue import _

#: Of one answer, decompressed; of all answers of a pull; and how long a pull may take.
MOST_BYTES, MOST_BYTES_TOGETHER, MOST_SECONDS = 200_000_000, 2_000_000_000, 1_800.0
ATTEMPTS, MOST_REDIRECTS = 6, 5
#: A source that asks for a longer wait, in seconds, is left until the next pull.
LONGEST_WAIT = 120.0
AGAIN = (408, 425, 429, 500, 502, 503, 504)
REDIRECTS = (301, 302, 303, 307, 308)
NOT_MODIFIED = 304
LAST_PORT = 65_535
#: The one compression that is asked for; one that some send unasked is read too.
COMPRESSED, COMPRESSIONS = "gzip", ("gzip", "x-gzip", "deflate")
#: How gzip begins, and the window of zlib that reads it and deflate.
MEMBER, EITHER = b"\x1f\x8b", 32 + zlib.MAX_WBITS
REFUSED = {
    401: (_("It does not know the token."), _("Set the token anew.")),
    403: (_("The token may not read it."), _("Give its account the right to see all of it.")),
    404: (
        _("There is nothing at its address."),
        _("Check the address, and what the token may see."),
    ),
    410: (_("There is nothing at its address any more."), _("Check the address.")),
}
_GROWING = wait_exponential_jitter(multiplier=0.5, max=20)

# An address can hold a secret in its query: no library writes it down.
for _library in ("httpx2", "httpcore2"):
    logging.getLogger(_library).setLevel(logging.WARNING)


@dataclass
class _Again(SourceError):  # noqa: N818 - said of the source
    """The source may answer when it is asked again, after so many seconds where it says so."""

    seconds: float | None = None


@dataclass(frozen=True)
class Answer:
    """What a source answered: its status, body and headers."""

    status: int
    content: bytes = field(repr=False)
    headers: Mapping[str, str]

    @property
    def tells_end(self) -> bool:
        """Whether one that broke off is known: it has a length, or an end of its own."""
        is_packed = _compression(self.headers) in COMPRESSIONS
        return is_packed or "content-length" in self.headers or "transfer-encoding" in self.headers


class Web:
    """The requests of one pull; to be used in a ``with``.

    Parameters
    ----------
    address
        The source's own address: a host beside it is never sent the authorization.
    where
        The source, as a message names it.
    authorization
        The value of that header; blank for none.
    say
        Takes a sentence on what takes long.

    Raises
    ------
    SourceError
        If the address is none.

    Attributes
    ----------
    left_out
        How many submissions gave no row, by why (of ``answers``): ``REJECTED``, say.
    date
        By its own clock, when the source last answered, as its header has it; blank for none.
    """

    def __init__(
        self, address: str, where: str, authorization: str, say: Callable[[str], object]
    ) -> None:
        self.where, self._say = where, say
        self._own = self._joined(httpx2.URL(), address, _("Its address is no address."))
        self._authorization = authorization
        self._until = time.monotonic() + MOST_SECONDS
        self._left = MOST_BYTES_TOGETHER
        self.left_out, self.date = Counter[str](), ""
        told = {"User-Agent": "training-coverage-dashboard", "Accept-Encoding": COMPRESSED}
        self._client = httpx2.Client(timeout=60, headers=told, follow_redirects=False)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_fault: object) -> None:
        """Close its connections."""
        self._client.close()

    def get(
        self,
        address: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask for an address; again, with growing waits, where the fault may pass.

        Raises
        ------
        SourceError
            If it is refused, does not answer, or is larger or slower than the limits.
        """
        url = httpx2.URL(address)
        url = url.copy_merge_params(dict(params)) if params else url
        asked = Retrying(
            retry=retry_if_exception_type(_Again),
            wait=_wait,
            stop=stop_after_attempt(ATTEMPTS),
            before_sleep=self._told,
            reraise=True,
        )
        answer = asked(self._followed, url, dict(headers or {}))
        self.date = answer.headers.get("date", "")
        return answer

    def json(self, address: str, params: Mapping[str, str] | None = None) -> dict[str, Any]:
        """Return the object that an address answers with; raises as ``get``."""
        answer = self.get(address, params, {"Accept": "application/json"})
        try:
            content = json.loads(answer.content)
        except ValueError as error:
            raise other_form(_("It does not answer with JSON."), self.where) from error
        if not isinstance(content, dict):
            raise other_form(_("It does not answer with a JSON object."), self.where)
        return content

    def own(self, link: str) -> str:
        """Return a link to a further page as one of the source's own host, by its own scheme.

        Raises
        ------
        SourceError
            If it leads to another host, which the token is not for.
        """
        url = self._joined(self._own, link)
        if url.host != self._own.host:
            raise other_form(_("Its next page is on another host."), self.where)
        return str(url.copy_with(scheme=self._own.scheme, port=self._own.port))

    def _followed(self, url: httpx2.URL, headers: dict[str, str]) -> Answer:
        for _step in range(MOST_REDIRECTS + 1):
            self._require_allowed(url)
            answer = self._answer(url, headers)
            if answer.status not in REDIRECTS:
                return answer
            url = self._joined(url, answer.headers.get("location", ""))
        raise other_form(_("It redirects without an end."), self.where)

    def _joined(
        self, url: httpx2.URL, link: str, what: str = _("It leads on to what is no address.")
    ) -> httpx2.URL:
        """Return where a link leads from an address; refuse one that is no address."""
        try:
            further = url.join(link)
            if (further.port or 0) <= LAST_PORT:
                return further
        except (httpx2.InvalidURL, UnicodeError, TypeError):
            pass  # said below
        raise other_form(what, self.where)

    def _require_allowed(self, url: httpx2.URL) -> None:
        """Refuse a way over http, or from the source's own host to a private address."""
        if url.scheme != "https" and not (url.scheme == "http" and url.host in LOCAL):
            raise other_form(_("It redirects to an address that is not https."), self.where)
        if url.host == self._own.host:
            return
        try:
            found = {entry[4][0] for entry in socket.getaddrinfo(url.host, url.port or 443)}
        except (OSError, UnicodeError) as error:
            raise other_form(_("It redirects to a host that is not found."), self.where) from error
        self._require_public(found)

    def _require_public(self, addresses: Iterable[object]) -> None:
        if not all(is_public(str(one)) for one in addresses):
            raise other_form(_("It redirects to a private address."), self.where)

    def _watch(self, url: httpx2.URL) -> dict[str, Any]:
        """Return what looks at each connection to another host before anything is sent.

        A name can lead elsewhere than it did when it was asked about.
        """
        hosts: list[str] = []

        def look(event: str, told: Mapping[str, Any]) -> None:
            if event == "connection.connect_tcp.started":
                hosts.append(told["host"])
            # A proxy may be at a private address; where it leads is for it to refuse.
            elif event == "connection.connect_tcp.complete" and hosts[-1] == url.raw_host.decode():
                stream = told["return_value"]
                try:
                    self._require_public([stream.get_extra_info("server_addr")[0]])
                except SourceError:
                    stream.close()
                    raise

        return {} if url.host == self._own.host else {"trace": look}

    def _answer(self, url: httpx2.URL, headers: dict[str, str]) -> Answer:
        is_own = (url.scheme, url.host, url.port) == (
            self._own.scheme, self._own.host, self._own.port,
        )  # fmt: skip
        if self._authorization and is_own:
            headers = headers | {"Authorization": self._authorization}
        try:
            with self._client.stream(
                "GET", url, headers=headers, extensions=self._watch(url)
            ) as response:
                self._require_answer(response)
                content = self._read(response)
                return Answer(response.status_code, content, response.headers)
        except (httpx2.TransportError, httpx2.DecodingError) as error:
            kind = type(error).__name__
            what = _("It does not answer, or breaks off ({kind}).").format(kind=kind)
            raise _Again(
                what, self.where, _("Nothing was taken in. Pull it again later.")
            ) from None

    def _require_answer(self, response: httpx2.Response) -> None:
        status = response.status_code
        if status in AGAIN:
            seconds = _asked_to_wait(response.headers.get("retry-after", ""))
            what = _("It is busy or out of order (status {status}).")
            if seconds:
                what = _(
                    "It is busy or out of order (status {status}) and asks to wait {seconds:.0f} s."
                )
            kind = SourceError if seconds and seconds > LONGEST_WAIT else _Again
            fault = kind(
                what.format(status=status, seconds=seconds),
                self.where,
                _("Nothing was taken in. Pull it again later."),
            )
            if isinstance(fault, _Again):
                fault.seconds = seconds
            raise fault
        if status in REDIRECTS or status in (200, NOT_MODIFIED):
            return
        what, advice = REFUSED.get(
            status,
            (
                _("It refuses (status {status}).").format(status=status),
                _("Check the address and the token."),
            ),
        )
        raise SourceRefused(what, self.where, advice)

    def _read(self, response: httpx2.Response) -> bytes:
        parts, size = [], 0
        for part in self._decompressed(response):
            size += len(part)
            self._left -= len(part)
            if size > MOST_BYTES or self._left < 0:
                what = _("It answers with more than {megabytes} MB.").format(
                    megabytes=MOST_BYTES // 1_000_000
                )
                raise SourceError(what, self.where, _("Take less of it, in parts."))
            if time.monotonic() > self._until:
                what = _("It takes longer than {minutes:.0f} minutes.").format(
                    minutes=MOST_SECONDS / 60
                )
                raise SourceError(what, self.where, _("Nothing was taken in. Pull it again later."))
            parts.append(part)
        return b"".join(parts)

    def _decompressed(self, response: httpx2.Response) -> Iterator[bytes]:
        """Yield the body as it is meant; the client's own way tells nothing of one that is cut."""
        way = _compression(response.headers)
        if way in ("", "identity"):
            yield from response.iter_raw()
            return
        if way not in COMPRESSIONS:
            raise other_form(_("It compresses in a way that was not asked for."), self.where)
        reader, rest, is_empty = zlib.decompressobj(EITHER), b"", True
        for raw in response.iter_raw():
            is_empty = is_empty and not raw
            rest += raw
            try:
                while rest and (not reader.eof or rest.startswith(MEMBER)):
                    reader = zlib.decompressobj(EITHER) if reader.eof else reader
                    yield reader.decompress(rest)
                    rest = reader.unused_data
            except zlib.error as error:
                raise httpx2.DecodingError(str(error)) from error
            rest = rest[: len(MEMBER)]  # what follows the end and is no further member
        if not reader.eof and not is_empty:
            raise httpx2.DecodingError("It ends too early.")

    def _told(self, state: RetryCallState) -> None:
        pause = state.next_action.sleep if state.next_action else 0
        self._say(
            _("{where}: asked again in {seconds:.0f} s").format(where=self.where, seconds=pause)
        )


def _compression(headers: Mapping[str, str]) -> str:
    return headers.get("content-encoding", "identity").strip().casefold()


def _wait(state: RetryCallState) -> float:
    fault = state.outcome.exception() if state.outcome else None
    asked = fault.seconds if isinstance(fault, _Again) else None
    return _GROWING(state) if asked is None else asked


def _asked_to_wait(text: str) -> float | None:
    """Return the seconds of a Retry-After, which is a number or a moment."""
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
