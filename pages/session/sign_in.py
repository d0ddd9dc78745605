"""Until when a sign-in counts: an hour after its last use in any window, a working day in all.

The provider's cookie lasts longer, and is read when a page is loaded. Each process keeps when it
last saw a sign-in used. One that it has never seen counts for an hour after it began: until then
it cannot have been unused for an hour. So whoever loads a page anew, at another process or after
a restart, is asked to sign in again rather than let in by a sign-in that has ended.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any

UNUSED, LONGEST = timedelta(minutes=60), timedelta(hours=12)
SIGNED_OUT = "You have signed out."
NOT_USED = "You were signed out after an hour of no use."
TOO_LONG = "Your sign-in has ended, as each does within a day."
NO_TIME = "The provider of sign-in does not say when you signed in."


class SignIns:
    """When each sign-in was last used, as far as this process has seen it."""

    def __init__(self) -> None:
        self._used: dict[tuple[str, datetime], datetime | None] = {}
        self._lock = Lock()

    def why_over(self, claims: Mapping[str, Any], now: datetime, *, used: bool = True) -> str:
        """Return why a sign-in has ended; blank where it has not.

        Parameters
        ----------
        claims
            Of the provider: who (``sub``), and when he signed in (``iat``, seconds since 1970).
        now
            With its time zone.
        used
            Whether somebody does something now, which begins the hour anew; else he is only
            looked up.
        """
        sign_in = _sign_in(claims)
        if sign_in is None:
            return NO_TIME
        began = sign_in[1]
        with self._lock:
            last = self._used.get(sign_in, began)
            if last is None:
                return SIGNED_OUT
            if now - began > LONGEST:
                return TOO_LONG
            if now - last > UNUSED:
                return NOT_USED
            if used:
                self._used[sign_in] = now
                self._forget(now)
        return ""

    def end(self, claims: Mapping[str, Any]) -> None:
        """End a sign-in in every window that it has at this process."""
        sign_in = _sign_in(claims)
        if sign_in is not None:
            with self._lock:
                self._used[sign_in] = None

    def _forget(self, now: datetime) -> None:
        """Leave out those that are over by their beginning alone."""
        for sign_in in [one for one in self._used if now - one[1] > LONGEST]:
            del self._used[sign_in]


def _sign_in(claims: Mapping[str, Any]) -> tuple[str, datetime] | None:
    """Return what tells a sign-in from another; None where the provider says no time."""
    try:
        began = datetime.fromtimestamp(float(claims["iat"]), UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return None
    return str(claims.get("sub")), began
