"""A page in place of Streamlit's two bare words where a sign-in could not be begun or ended.

The provider is down, its answer is not to be trusted, or has been waited for too long.
"""

from html import escape

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.words.catalogue import LANGUAGE, _

PATHS = ("/auth/login", "/oauth2callback")
WHAT = _("You are not signed in: the provider of sign-in did not answer as expected.")
ADVICE = _(
    "Nothing is lost. Try again in a minute; if the problem stays, tell "
    "whoever runs this dashboard."
)
AGAIN = _("Back to the dashboard")


class SignInPage:
    """The middleware.

    ``base`` is the path under which the dashboard lies, with a slash before it; blank for the root.
    """

    def __init__(self, app: ASGIApp, *, base: str = "") -> None:
        self._app, self._base = app, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on; where it is of a sign-in and fails, answer with the page."""
        if scope["type"] != "http" or scope["path"].removeprefix(self._base) not in PATHS:
            await self._app(scope, receive, send)
            return
        failed = False

        async def unless_failed(message: Message) -> None:
            nonlocal failed
            failed |= message["type"] == "http.response.start" and message["status"] >= 400
            if not failed:
                await send(message)

        await self._app(scope, receive, unless_failed)
        if failed:
            page = HTMLResponse(
                self._page(), status_code=503, headers={"cache-control": "no-store"}
            )
            await page(scope, receive, send)

    def _page(self) -> str:
        title = escape(_("Training coverage"))
        return (
            f'<!doctype html><html lang="{LANGUAGE}"><meta charset="utf-8"><title>{title}</title>'
            '<meta name="viewport" content="width=device-width">'
            "<style>body{font:1.1rem/1.5 sans-serif;max-width:36rem;margin:4rem auto;"
            "padding:0 1rem;color-scheme:light dark}</style>"
            f"<h1>{title}</h1><p>{escape(WHAT)}</p><p>{escape(ADVICE)}</p>"
            f'<p><a href="{escape(self._base or "/", quote=True)}">{escape(AGAIN)}</a></p></html>'
        )
