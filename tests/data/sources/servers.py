"""Servers as the real ones answer, on this machine: their paging, tokens, limits and faults.

``Kobo``, ``Odk``, ``Dhis2`` and ``Files`` hold what they have as plain lists, which a test changes
between two pulls or, by ``between``, between two pages. ``fault`` answers in place of the next
requests.
"""

import hashlib
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

TOKEN = "not-a-real-token"  # noqa: S105 - what it says


class Server:
    """What all have: a log of the requests, faults to come, and a change between two pages."""

    authorization = ""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.faults: list[Callable[[], Response]] = []
        self.between: Callable[[int], None] = lambda number: None

    def answered(self, request: Request, answer: Callable[[Request], Response]) -> Response:
        self.asked.append(request)
        if self.faults:
            return self.faults.pop(0)()
        if self.authorization and request.headers.get("authorization") != self.authorization:
            return JSONResponse({"detail": "Invalid token."}, status_code=401)
        response = answer(request)
        self.between(len(self.asked))
        return response

    def route(self, path: str, answer: Callable[[Request], Response]) -> Route:
        return Route(path, lambda request: self.answered(request, answer))


class Kobo(Server):
    """``/api/v2/assets/form/``: 100 rows unless asked, at most 1,000."""

    authorization = f"Token {TOKEN}"

    def __init__(self, survey: list[dict], choices: list[dict], records: list[dict]) -> None:
        super().__init__()
        self.survey, self.choices, self.records = survey, choices, records
        #: Of the project, latest first; None for a server without, or a token that may not see it.
        self.history: list[dict] | None = None
        self.routes = [
            self.route("/api/v2/assets/form/", self.asset),
            self.route("/api/v2/assets/form/history/", self.told),
            self.route("/api/v2/assets/form/data/", self.data),
        ]

    def asset(self, request: Request) -> Response:
        content = {"survey": self.survey, "choices": self.choices, "translations": [None]}
        return JSONResponse({"uid": "form", "content": content})

    def did(self, action: str) -> None:
        """Write into the history that somebody did something, as Kobo does after each."""
        moment = f"2026-11-25T08:00:00.{len(self.history or []):06}Z"
        entry = {"action": action, "date_created": moment, "username": "Made Up Person"}
        self.history = [entry, *(self.history or [])]

    def told(self, request: Request) -> Response:
        if self.history is None:
            return JSONResponse({"detail": "Not found."}, status_code=404)
        limit = int(request.query_params.get("limit", 100))
        return JSONResponse({"count": len(self.history), "results": self.history[:limit]})

    def data(self, request: Request) -> Response:
        query = request.query_params
        start = int(query.get("start", 0))
        limit = min(int(query.get("limit", 100)), 1_000)
        after = start + limit
        more = request.url.include_query_params(start=after, limit=limit)
        page = {
            "count": len(self.records),
            "next": str(more) if after < len(self.records) else None,
            "previous": None,
            "results": self.records[start:after],
        }
        return JSONResponse(page)


_SINCE = re.compile(r"__system/submissionDate gt (\S+) or __system/updatedAt gt \1")


class Odk(Server):
    """``/v1/projects/1/forms/f.svc``: a table a repeat, the next page by its last row."""

    authorization = f"Bearer {TOKEN}"

    def __init__(self, **tables: list[dict]) -> None:
        super().__init__()
        self.tables = {name.replace("_", "."): rows for name, rows in tables.items()}
        service = "/v1/projects/1/forms/f.svc"
        self.routes = [
            self.route(service, self.service),
            self.route(service + "/{table}", self.rows),
        ]

    def service(self, request: Request) -> Response:
        listed = [{"name": name, "kind": "EntitySet", "url": name} for name in self.tables]
        return JSONResponse({"value": listed})

    def rows(self, request: Request) -> Response:
        rows = self.tables[request.path_params["table"]]
        query = request.query_params
        if since := _SINCE.search(query.get("$filter", "")):
            touched = ("submissionDate", "updatedAt")
            rows = [
                row
                for row in rows
                if any(row["__system"].get(name, "") > since[1] for name in touched)
            ]
        top = int(query.get("$top", len(rows)))
        after = query.get("$skiptoken")
        start = 1 + [row["__id"] for row in rows].index(after) if after else 0
        page = {"value": rows[start : start + top], "@odata.count": len(rows)}
        if page["value"] and start + top < len(rows):
            last = page["value"][-1]["__id"]
            page["@odata.nextLink"] = str(request.url.include_query_params(**{"$skiptoken": last}))
        return JSONResponse(page)


class Dhis2(Server):
    """``/api/tracker/events``: 50 events a page unless asked."""

    authorization = f"ApiToken {TOKEN}"

    def __init__(self, elements: list[dict], units: dict[str, str], events: list[dict]) -> None:
        super().__init__()
        self.elements, self.units, self.events = elements, units, events
        self.deleted: list[dict] = []
        self.tells_total = True
        self.routes = [
            self.route("/api/tracker/events", self.page),
            self.route("/api/programs/prog", self.program),
            self.route("/api/organisationUnits", self.places),
        ]

    def page(self, request: Request) -> Response:
        query = request.query_params
        number, size = int(query.get("page", 1)), int(query.get("pageSize", 50))
        pager = {"page": number, "pageSize": size}
        events = self.events + (self.deleted if query.get("includeDeleted") == "true" else [])
        if query.get("order") == "updatedAt:desc":
            events = sorted(events, key=lambda one: str(one.get("updatedAt", "")), reverse=True)
        if query.get("totalPages") == "true" and self.tells_total:
            pages = max(1, -(-len(events) // size))
            pager |= {"total": len(events), "pageCount": pages}
        start = (number - 1) * size
        return JSONResponse({"pager": pager, "events": events[start : start + size]})

    def program(self, request: Request) -> Response:
        listed = [{"dataElement": one} for one in self.elements]
        return JSONResponse({"programStages": [{"programStageDataElements": listed}]})

    def places(self, request: Request) -> Response:
        asked = request.query_params["filter"].removeprefix("id:in:[").removesuffix("]").split(",")
        named = [{"id": key, "displayName": self.units[key]} for key in asked if key in self.units]
        return JSONResponse({"organisationUnits": named})


class Files(Server):
    """``/records``: a file with an ETag; ``/there`` redirects to it, ``/away`` elsewhere."""

    def __init__(self, content: bytes, away: str = "") -> None:
        super().__init__()
        self.content, self.away = content, away
        self.routes = [
            self.route("/records", self.file),
            self.route("/there", lambda request: RedirectResponse("/records")),
            self.route("/away", lambda request: RedirectResponse(self.away)),
        ]

    def file(self, request: Request) -> Response:
        etag = f'"{hashlib.sha256(self.content).hexdigest()[:12]}"'
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers={"etag": etag})
        return Response(self.content, headers={"etag": etag}, media_type="text/csv")


def busy(status: int = 429, wait: str = "0") -> Callable[[], Response]:
    return lambda: PlainTextResponse("later", status_code=status, headers={"retry-after": wait})


def broken_off(content: bytes = b'{"count": 3, "results": [') -> Callable[[], Response]:
    """Return an answer that says it is longer than it is, and ends."""

    class Cut(Response):
        async def __call__(self, scope, receive, send) -> None:
            headers = [(b"content-length", str(len(content) + 500).encode())]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": content})

    return Cut


@contextmanager
def without_length(*contents: bytes) -> Iterator[str]:
    """Serve files in turn, the last one for good, by a server that tells their end by closing."""
    left = list(contents)

    class Closing(BaseHTTPRequestHandler):  # of HTTP/1.0, unless it says otherwise
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/csv")
            self.end_headers()
            self.wfile.write(left.pop(0) if len(left) > 1 else left[0])

        def log_message(self, *told: object) -> None:
            pass

    with ThreadingHTTPServer(("localhost", 0), Closing) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield f"http://localhost:{service.server_port}"
        service.shutdown()


@contextmanager
def running(server: Server) -> Iterator[str]:
    """Serve on a free port; give the address."""
    config = uvicorn.Config(Starlette(routes=server.routes), port=0, log_level="critical")
    service = uvicorn.Server(config)
    thread = threading.Thread(target=service.run, daemon=True)
    thread.start()
    looks = threading.Event()  # a test may have taken ``sleep`` away
    while not service.started:
        looks.wait(0.01)
    port = service.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://localhost:{port}"
    finally:
        service.should_exit = True
        service.force_exit = True
        thread.join()


def kobo_form(records: list[dict]) -> Kobo:
    """Return a form of groups in numbers: a training, a district, an agency, women and men."""
    survey = [
        {"type": "start", "name": "start"},
        {"type": "text", "name": "code", "label": ["Training ID"]},
        {"type": "text", "name": "called", "label": ["Training title"]},
        {"type": "date", "name": "day", "label": ["Start date"]},
        {"type": "begin_group", "name": "who", "label": ["Who came"]},
        {"type": "select_one", "name": "place", "label": ["District"],
         "select_from_list_name": "places"},
        {"type": "select_one", "name": "body", "label": ["Agency"],
         "select_from_list_name": "bodies"},
        {"type": "integer", "name": "w", "label": ["Women"]},
        {"type": "integer", "name": "m", "label": ["Men"]},
        {"type": "end_group"},
        {"type": "text", "name": "officer", "label": ["Name of officer"]},
        {"type": "text", "name": "number", "label": ["CNIC"]},
        {"type": "end", "name": "end"},
    ]  # fmt: skip
    choices = [
        {"list_name": "places", "name": "lhe", "label": ["Lahore"]},
        {"list_name": "places", "name": "mul", "label": ["Multan"]},
        {"list_name": "bodies", "name": "pol", "label": ["Police"]},
        {"list_name": "bodies", "name": "fia", "label": ["FIA"]},
    ]
    return Kobo(survey, choices, records)


def kobo_record(number: int, **answers: object) -> dict:
    """Return one submission, as Kobo gives it; each of a training of its own."""
    usual: dict = {
        "_id": number,
        "_uuid": f"uuid-{number}",
        "_submitted_by": "collector",
        "_submission_time": "2023-05-09T10:00:00",
        "_attachments": [],
        "_geolocation": [None, None],
        "code": f"T{number}",
        "called": f"Training {number}",
        "day": "2023-05-09",
        "who/place": "lhe",
        "who/body": "pol",
        "who/w": str(number % 7),
        "who/m": "3",
        "officer": "Made Up Person",
        "number": "35202-1234567-1",
    }
    return usual | answers


def odk_server(submissions: int = 1_202) -> Odk:
    """Return a form with two groups a submission; the last one has none."""
    trainings = [
        {"__id": f"uuid:{n}", "__system": {"submitterName": "Made Up Person",
                                           "submissionDate": "2023-05-09T10:00:00.000Z"},
         "about": {"training_id": f"T{n}", "title": f"Training {n}", "start_date": "2023-05-09"},
         "meta": {"instanceName": None}, "people@odata.navigationLink": "Submissions('x')/people"}
        for n in range(1, submissions + 1)
    ]  # fmt: skip
    groups = [
        {"__id": f"{n}-{m}", "__Submissions-id": f"uuid:{n}", "district": "Lahore",
         "agency": agency, "women": 2, "men": 3, "contact_name": "Made Up Person"}
        for n in range(1, submissions) for m, agency in enumerate(("Police", "FIA"))
    ]  # fmt: skip
    return Odk(Submissions=trainings, Submissions_people=groups)


def dhis2_server(number: int = 121) -> Dhis2:
    """Return a program with so many events, each of a training of its own."""
    elements = [
        {"id": "e6", "displayName": "Remarks"}, {"id": "e7", "displayName": "Remarks"},
        {"id": "e1", "displayName": "Training ID"}, {"id": "e2", "displayName": "Training title"},
        {"id": "e3", "displayName": "Agency",
         "optionSet": {"options": [{"code": "POL", "displayName": "Police"}]}},
        {"id": "e4", "displayName": "Women"}, {"id": "e5", "displayName": "Men"},
    ]  # fmt: skip
    events = [
        {"event": f"ev{n}", "status": "COMPLETED", "orgUnit": "u1", "createdBy": "collector",
         "occurredAt": "2023-05-09T23:30:00.000", "updatedAt": "2023-05-10T08:00:00.000",
         "dataValues": [{"dataElement": key, "value": value} for key, value in
                        (("e1", f"T{n}"), ("e2", f"Training {n}"), ("e3", "POL"),
                         ("e4", "1"), ("e5", "1"))]}
        for n in range(number)
    ]  # fmt: skip
    return Dhis2(elements, {"u1": "Multan"}, events)
