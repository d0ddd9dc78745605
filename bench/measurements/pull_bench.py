"""The bench of a pull: a form of KoboToolbox with so many submissions, taken in for the first time.

The server is of this machine and stands in the process of the bench; the pull is one of its own, as
an administrator starts it. Beside it stands the floor: the same libraries, and nothing done.
"""

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bench.measurements.import_bench import ran
from bench.measurements.records import AGENCIES, PER_TRAINING, SEED
from bench.measurements.report import Say, Target
from geo.districts import gazetteer

ROWS = 100_000
SECONDS, MEMORY_MB = 60, 300
FORM = "/api/v2/assets/form"
#: What the process itself says of its memory: what the system says of a child has its parent's too.
PEAK = """
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
FLOOR = f"import data.commands.pull, data.store.engines.duckdb_file{PEAK}"
PULL = f"import sys; from data.__main__ import main; assert main(sys.argv[1:]) == 0{PEAK}"
LINES = {
    "submissions": "{rows:,.0f}",
    "the libraries alone, MB": "{floor_mb:,.0f}",
    "trainings of many: pulled for the first time, s": "{many_s:.1f}",
    "trainings of many: memory at the most, MB": "{many_mb:,.0f}",
    "trainings of many: read whole again, and as it was, s": "{many_again_s:.1f}",
    "trainings of many: memory of that, MB": "{many_again_mb:,.0f}",
    "trainings of many: with one answer changed, s": "{many_changed_s:.1f}",
    "trainings of many: memory of that at the most, MB": "{many_changed_mb:,.0f}",
    "trainings of one: pulled for the first time, s": "{one_s:.1f}",
    "trainings of one: memory at the most, MB": "{one_mb:,.0f}",
    "trainings of one: read whole again, and as it was, s": "{one_again_s:.1f}",
    "trainings of one: memory of that, MB": "{one_again_mb:,.0f}",
    "trainings of one: with one answer changed, s": "{one_changed_s:.1f}",
    "trainings of one: memory of that at the most, MB": "{one_changed_mb:,.0f}",
}
#: The questions of the form: path and label.
QUESTIONS = (
    ("code", "Training ID"), ("called", "Training title"), ("day", "Start date"),
    ("till", "End date"), ("place", "Venue district"), ("hall", "Venue"),
    ("who/person", "Name"), ("who/father", "Father name"), ("who/cnic", "CNIC"),
    ("who/mobile", "Mobile"), ("who/email", "E-mail"), ("who/post", "Designation"),
    ("who/sex", "Gender"), ("who/home", "District"), ("who/body", "Agency"),
    ("who/before", "Pre-test score"), ("who/after", "Post-test score"), ("remarks", "Remarks"),
    ("donor", "Donor"),
)  # fmt: skip


def measure(rows: int, say: Say) -> dict[str, float]:
    """Pull a form of so many submissions, of trainings of ``PER_TRAINING`` people and of one each.

    Returns seconds and MB; raises ``RuntimeError`` where a pull does not end well.
    """
    say("the libraries alone")
    figures: dict[str, float] = {
        "rows": rows,
        "floor_mb": float(ran("-c", FLOOR).printed) / 1_000,
    }
    for name, people in (("many", PER_TRAINING), ("one", 1)):
        say(f"{rows:,} submissions, trainings of {people}")
        records = _records(rows, people)
        with tempfile.TemporaryDirectory() as folder, form(records) as address:
            store = str(Path(folder) / "r.duckdb")
            pull = ("-c", PULL, "pull", "forms", "--kind", "kobo", "--address", address,
                    "--store", store)  # fmt: skip
            for time_of in ("", "_again", "_changed"):
                records[0]["who/sex"] = "Male" if time_of == "_changed" else "Female"
                pulled = ran(*pull)
                figures[f"{name}{time_of}_s"] = pulled.seconds
                figures[f"{name}{time_of}_mb"] = float(pulled.printed) / 1_000
    return figures


def targets(figures: dict[str, float]) -> list[Target]:
    """Compare a pull with what it may take."""
    return [
        Target("a source pulled, s", figures["many_s"], SECONDS),
        Target("its memory at the most, MB", figures["many_mb"], MEMORY_MB),
    ]


def _records(submissions: int, people: int) -> list[dict]:
    """Return submissions of one person each, made up."""
    chance = np.random.default_rng(SEED)
    districts = gazetteer.districts()["name"].tolist()
    homes = chance.integers(0, len(districts), submissions).tolist()
    return [_record(n, n // people, districts[home], districts) for n, home in enumerate(homes)]


def _record(number: int, training: int, home: str, districts: list[str]) -> dict:
    day = f"20{23 + training % 3}-{1 + training // 3 % 12:02}-{1 + training // 36 % 28:02}"
    answers = (
        *(f"T{training:06}", f"Training of committee members {training}", day, day),
        *(districts[training % len(districts)], f"Hall {training % 400}"),
        *(f"Person {number % 977}", f"Person {number % 853}", f"35202-{number:07}-{number % 9}"),
        *(f"0300-{number:07}", f"p{number}@example.org", ("Inspector", "Officer")[number % 2]),
        *(("Female", "Male")[number % 2], home, AGENCIES[number % len(AGENCIES)]),
        *(str(number % 100), str(number % 97), f"Remark {number}" if number % 10 == 0 else ""),
        f"Donor {training % 2}",
    )
    own = {"_id": number + 1, "_submission_time": f"{day}T10:00:00", "_uuid": f"uuid-{number}"}
    return own | {name: answer for (name, _), answer in zip(QUESTIONS, answers, strict=True)}


@contextmanager
def form(records: list[dict]) -> Iterator[str]:
    """Serve submissions as KoboToolbox does; give the address of their form."""
    survey = [{"type": "text", "name": name.rpartition("/")[2], "$xpath": name, "label": [label]}
              for name, label in QUESTIONS]  # fmt: skip

    def described(request: Request) -> JSONResponse:
        return JSONResponse({"content": {"survey": survey, "translations": [None]}})

    def page(request: Request) -> JSONResponse:
        start, limit = (int(request.query_params[name]) for name in ("start", "limit"))
        after = start + limit
        further = (
            str(request.url.include_query_params(start=after)) if after < len(records) else None
        )
        rows = records[start:after]
        return JSONResponse({"count": len(records), "next": further, "results": rows})

    routes = [Route(f"{FORM}/", described), Route(f"{FORM}/data/", page)]
    service = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), port=0, log_level="critical"))
    thread = threading.Thread(target=service.run, daemon=True)
    thread.start()
    while not service.started:
        time.sleep(0.01)
    try:
        yield f"http://localhost:{service.servers[0].sockets[0].getsockname()[1]}{FORM}"
    finally:
        service.should_exit = True
        thread.join()
