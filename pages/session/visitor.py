"""Who looks at the dashboard: somebody alone, the public, or a person who has signed in.

- *Alone*: the server is reached from its own machine only. Everything is allowed, nobody signs in.
- *Public edition*: counts in groups, reading only, nobody signs in.
- *Shared*: a provider of sign-in (OpenID Connect) is set up. Nothing is seen before it.

A server that other machines reach, and that is neither public nor shared, is for reading only.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.access.rights import ALONE, Person, Right, Role
from data.records.public_edition import PUBLIC_VARIABLE, smallest_group
from data.store.errors import StoreError
from geo.words.catalogue import _
from pages.browser import return_address
from pages.session import granted
from pages.session.sign_in import SignIns

LOCAL = ("localhost", "127.0.0.1", "::1", "")
OPEN = _(
    "Other machines can reach this server without sign-in, so it is for "
    "reading only. Whoever runs it can set up sign-in or a public edition: "
    "see “On a server” in the README."
)
PUBLIC = _("This is a public edition: nothing is kept, and the rows behind it are not shown.")
FIRST = _(
    "Whoever runs this server names the first administrator: python -m data people add ADDRESS "
    "--role administrator"
)
NOBODY = Person("", Role.VIEWER, takes_files=False, why_not=_("Nobody has been given access."))
#: Of all visitors of this process.
sign_ins = SignIns()


@dataclass(frozen=True)
class Outside:
    """Why somebody is not let in, and what to do.

    Attributes
    ----------
    why
        Blank where nobody has signed in yet.
    advice
        Blank where it is to sign in.
    """

    why: str = ""
    advice: str = ""


def admit() -> None:
    """Let in whoever may look, before anything is read; else say what to do, and end the run."""
    found = look_up(used=True)
    if isinstance(found, Outside):
        st.session_state.pop("person", None)
        if found.advice:
            _refuse(found)
        else:
            _ask_to_sign_in(found.why)
        st.stop()
    st.session_state["person"] = found
    if signs_in():
        return_address.go_back()


def look_up(*, used: bool) -> Person | Outside:
    """Return who looks, by the sign-in and the grants as they are now.

    ``used``: whether somebody does something now; what plays by itself keeps nobody signed in.
    """
    if not signs_in():
        return _without_sign_in()
    if not st.user.is_logged_in:
        return Outside()
    return _signed_in(st.user.to_dict(), used=used)


def is_still(*, used: bool) -> bool:
    """Return whether who looks is who was let in when the screen was opened, with the same role."""
    return look_up(used=used) == st.session_state.get("person")


def person() -> Person:
    """Return who looks, as he was let in; whoever has not been may nothing."""
    found: Person = st.session_state.get("person", NOBODY)
    return found


def require(right: Right) -> Person:
    """Return who looks, looked up anew; raise ``NotAllowedError`` where he may not."""
    found = look_up(used=True)
    somebody = found if isinstance(found, Person) else NOBODY
    somebody.require(right)
    return somebody


def required_later(right: Right) -> Callable[[], None]:
    """Return what raises ``NotAllowedError`` at a later moment, outside of any run of a screen.

    What is made at a click is asked for when the screen has long been drawn.
    """
    if not signs_in():
        return lambda: None
    claims = st.user.to_dict()

    def require_now() -> None:
        found = _signed_in(claims, used=True)
        (found if isinstance(found, Person) else NOBODY).require(right)

    return require_now


def sign_out() -> None:
    """End the sign-in in all its windows, here and at the provider."""
    sign_ins.end(st.user.to_dict())
    st.logout()


def session_key() -> str:
    """Return what tells this session from all others; blank outside of one."""
    context = get_script_run_ctx()
    return context.session_id if context else ""


def sees_rows() -> bool:
    """Return whether the rows behind the figures may be shown: to whoever sees all of them."""
    return not public_below() and not person().provinces


def makes_grants() -> bool:
    """Return whether who looks may say who may do what, on a server where people sign in."""
    return signs_in() and person().may(Right.PEOPLE)


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

    ``address`` is what it listens on, None for all; the ``headers`` of the request have the host
    that was asked for.
    """
    host = {name.casefold(): value for name, value in headers.items()}.get("host", "")
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return address in LOCAL[:3] and name.strip("[]").casefold() in LOCAL


def _signed_in(claims: Mapping[str, Any], *, used: bool) -> Person | Outside:
    """Return who has signed in; why he is not let in where that is over, or no grant fits."""
    if why := sign_ins.why_over(claims, datetime.now(UTC), used=used):
        return Outside(why)
    try:
        found = granted.person_of(claims)
        if found is None and not granted.grants():
            return Outside(_("Nobody has been given a role yet."), FIRST)
    except StoreError as fault:
        return Outside(_("Your role could not be looked up."), fault.for_visitors)
    none = Outside(
        _("You are signed in, but have no role here."), _("Ask an administrator for one.")
    )
    return found or none


def _ask_to_sign_in(why: str) -> None:
    return_address.remember()
    st.html(f'<div class="title"><h1>{_("Training coverage")}</h1></div>')
    if why:
        st.info(why, icon=":material/lock_clock:")
    st.text(
        _("This dashboard is for people of the programme. Nothing is shown before you sign in.")
    )
    st.button(
        _("Sign in"), on_click=st.login, type="primary", icon=":material/login:", key="sign_in"
    )
    st.caption(_("You will return to the view that you opened."))


def _refuse(outside: Outside) -> None:
    st.html(f'<div class="title"><h1>{_("Training coverage")}</h1></div>')
    st.error(outside.why, icon=":material/lock:")
    st.text(outside.advice)
    st.button(_("Sign out"), on_click=sign_out, icon=":material/logout:", key="sign_out_refused")
