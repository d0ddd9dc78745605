"""Files that visitors bring are bounded, before they are read."""

import asyncio

import httpx2
import pytest

from pages.importing.uploaded_file import MOST_BYTES
from pages.serving.own_files import COOKIE
from pages.serving.uploads import Limits, Uploads

ADDRESS = "/_stcore/upload_file/a-session/a-file"
MEGABYTE = 1_000_000


def put(ask, server, length: int | None = MEGABYTE, visitor: str = "one", path: str = ADDRESS):
    headers = {"Cookie": f"{COOKIE}={visitor}"}
    if length is not None:
        headers["Content-Length"] = str(length)
    return ask(server, path, headers, method="PUT", client=("10.0.0.1", 1))


def test_files_are_counted_by_visitor_and_by_address(ask, streamlit_server):
    refused = []
    limits = Limits(of_visitor=3, of_address=5)
    server = Uploads(streamlit_server, dict, lambda: refused.append(1), limits)
    assert [put(ask, server).status for _ in range(4)] == [200, 200, 200, 429]
    assert [put(ask, server, visitor="two").status for _ in range(3)] == [200, 200, 429]
    assert b"Wait a minute" in put(ask, server, visitor="three").body
    assert len(refused) == 3
    assert ask(server, "/gaps").status == 200


@pytest.mark.parametrize(
    ("held", "length", "status"),
    [
        ({}, 10 * MEGABYTE, 200),
        ({"a-session": MOST_BYTES - 5 * MEGABYTE}, 10 * MEGABYTE, 413),
        ({"another": MOST_BYTES}, 10 * MEGABYTE, 200),
        ({str(n): MOST_BYTES for n in range(15)}, MEGABYTE, 503),
        ({}, None, 411),
    ],
)
def test_bytes_are_counted_by_session_and_for_all(ask, streamlit_server, held, length, status):
    assert put(ask, Uploads(streamlit_server, lambda: held), length).status == status


def test_files_that_come_at_once_count_before_they_are_held(streamlit_server):
    """Sixty files of one session, on a screen that asks for none."""
    taken = []

    async def slow(scope, receive, send) -> None:
        taken.append(scope["path"])
        await asyncio.sleep(0.2)
        await streamlit_server(scope, receive, send)

    async def all_at_once() -> list[int]:
        server = Uploads(slow, dict, limits=Limits(of_visitor=99, of_address=99))
        link = httpx2.ASGITransport(app=server)
        async with httpx2.AsyncClient(transport=link, base_url="http://localhost") as browser:
            content = b"x" * (10 * MEGABYTE)
            asked = [browser.put(f"{ADDRESS}-{n}", content=content) for n in range(60)]
            return [one.status_code for one in await asyncio.gather(*asked)]

    statuses = asyncio.run(all_at_once())
    assert sorted(set(statuses)) == [200, 413]
    assert statuses.count(200) == len(taken) == 2
