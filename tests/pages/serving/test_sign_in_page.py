"""Where a provider of sign-in does not answer, the visitor is told so, and the way on."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.serving import sign_in_page
from pages.serving.sign_in_page import ADVICE, SignInPage


def failing(request):
    return PlainTextResponse("Authentication error", status_code=400)


def leading(request):
    return RedirectResponse("https://provider.example.org/authorize", status_code=302)


def visitor(answer) -> TestClient:
    paths = ("/auth/login", "/oauth2callback", "/training/auth/login", "/other")
    return TestClient(Starlette(routes=[Route(path, answer) for path in paths]))


@pytest.mark.parametrize(
    ("base", "path", "way"),
    [
        ("", "/auth/login", "/"),
        ("", "/oauth2callback", "/"),
        ("/training", "/training/auth/login", "/training"),
    ],
)
def test_a_sign_in_that_fails_has_a_page_with_the_way_on(
    base: str, path: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_in_page, "LANGUAGE", "ur")
    told = TestClient(SignInPage(visitor(failing).app, base=base)).get(path)
    assert told.status_code == 503
    assert ADVICE in told.text
    assert '<html lang="ur">' in told.text, "that of its words"
    assert f'href="{way}"' in told.text
    assert told.headers["cache-control"] == "no-store"


def test_what_goes_well_and_what_is_of_something_else_is_left_as_it_is() -> None:
    went = TestClient(SignInPage(visitor(leading).app)).get("/auth/login", follow_redirects=False)
    assert (went.status_code, went.headers["location"][:22]) == (302, "https://provider.examp")
    other = TestClient(SignInPage(visitor(failing).app)).get("/other")
    assert (other.status_code, other.text) == (400, "Authentication error")
