"""Who looks at the dashboard: somebody alone, the public, or a person who has signed in.

- *Alone*: the server is reached from its own machine only. Everything is allowed, nobody signs in.
- *Public edition*: counts in groups, reading only, nobody signs in.
- *Shared*: a provider of sign-in (OpenID Connect) is set up. Nothing is seen before it.

A server that other machines reach, and that is neither public nor shared, is for reading only.
"""

import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.access.grants import Grants, read
from data.access.rights import ALONE, Person, Role
from data.records.errors import ReadingError
from data.records.public_edition import smallest_group
from pages.browser import return_address

ROOT = Path(__file__).parents[2]
#: Makes every set of records a public edition: the fewest people that are counted together.
PUBLIC_VARIABLE = "TRAINING_PUBLIC"
#: The file of roles (``data.access.grants``).
ROLES_VARIABLE = "TRAINING_ROLES"
ROLES_FILE = ROOT / "records" / "roles.toml"
LOCAL = ("localhost", "127.0.0.1", "::1", "")
#: A sign-in ends after a time of no use, and after a working day in any case.
UNUSED, LONGEST = timedelta(minutes=60), timedelta(hours=12)
OPEN = (
    "This server is reached from other machines and nobody signs in, so it is for reading only. "
    "Whoever runs it can set up sign-in or a public edition: see “On a server” in the README."
)
PUBLIC = "This is a public edition: nothing is kept, and the rows behind it are not shown."


def admit() -> None:
    """Let in whoever may look, before anything is read; else say what to do, and end the run."""
    if not signs_in():
        st.session_state["person"] = _without_sign_in()
        return
    if not st.user.is_logged_in:
        _ask_to_sign_in()
    claims = st.user.to_dict()
    if why := _over(claims, datetime.now(UTC)):
        _ask_to_sign_in(why)
    try:
        person = _grants(os.environ.get(ROLES_VARIABLE) or str(ROLES_FILE)).person(claims)
    except ReadingError as fault:
        _refuse("Roles are not set up.", f"{fault}")
    if person is None:
        _refuse("You are signed in, and have no role here.", "Ask an administrator for one.")
    st.session_state["person"] = person
    return_address.go_back()


def person() -> Person:
    """Return who looks; whoever has not been let in may nothing."""
    unknown = Person("", Role.VIEWER, takes_files=False, why_not="Nobody has been let in.")
    found: Person = st.session_state.get("person", unknown)
    return found


def session_key() -> str:
    """Return what tells this session from all others; blank outside of one."""
    context = get_script_run_ctx()
    return context.session_id if context else ""


def sees_rows() -> bool:
    """Return whether the rows behind the figures may be shown: to whoever sees all of them."""
    return not public_below() and not person().provinces


def signs_in() -> bool:
    """Return whether a provider of sign-in is set up, and no public edition is offered."""
    if public_below():
        return False
    return st.secrets.load_if_toml_exists() and "auth" in st.secrets


def public_below() -> int:
    """Return the fewest people that are counted together; 0 where all counts are shown."""
    return smallest_group(os.environ.get(PUBLIC_VARIABLE, ""), PUBLIC_VARIABLE)


def _without_sign_in() -> Person:
    if public_below():
        return Person("", Role.VIEWER, why_not=PUBLIC)
    if is_local(st.get_option("server.address"), dict(st.context.headers)):
        return ALONE
    return Person("", Role.VIEWER, why_not=OPEN)


def is_local(address: str | None, headers: Mapping[str, str]) -> bool:
    """Return whether a server is reached from its own machine only.

    Parameters
    ----------
    address
        What it listens on; None for all.
    headers
        Of the request: the host that was asked for.
    """
    host = {name.casefold(): value for name, value in headers.items()}.get("host", "")
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return address in LOCAL[:3] and name.strip("[]").casefold() in LOCAL


def _over(claims: Mapping[str, Any], now: datetime) -> str:
    """Return why a sign-in has ended; blank where it has not."""
    held = st.session_state
    last = held.get("seen_at", now)
    since = claims.get("iat") or claims.get("auth_time")
    signed_in = datetime.fromtimestamp(float(since), UTC) if since else now
    if now - last > UNUSED:  # and stays so in this session: a sign-in begins another
        return "You were signed out after an hour of no use."
    held["seen_at"] = now
    return "Your sign-in has ended, as each does within a day." if now - signed_in > LONGEST else ""


@lru_cache(maxsize=4)
def _read(path: str, changed_at: int) -> Grants:
    return read(Path(path))


def _grants(path: str) -> Grants:
    """Return the grants; a change of the file holds from the next run of every visitor."""
    try:
        changed_at = Path(path).stat().st_mtime_ns
    except OSError:
        changed_at = 0
    return _read(path, changed_at)


def _ask_to_sign_in(why: str = "") -> None:
    st.session_state.pop("person", None)
    return_address.remember()
    st.html('<div class="title"><h1>Training coverage</h1></div>')
    if why:
        st.info(why, icon=":material/lock_clock:")
    st.text("This dashboard is for people of the programme. Nothing is shown before you sign in.")
    st.button("Sign in", on_click=_log_in, type="primary", icon=":material/login:", key="sign_in")
    st.caption("You come back to the view that you opened.")
    st.stop()


def _log_in() -> None:
    st.login()


def _refuse(what: str, advice: str) -> None:
    st.session_state.pop("person", None)
    st.html('<div class="title"><h1>Training coverage</h1></div>')
    st.error(what, icon=":material/lock:")
    st.text(advice)
    st.button("Sign out", on_click=st.logout, icon=":material/logout:", key="sign_out_refused")
    st.stop()
