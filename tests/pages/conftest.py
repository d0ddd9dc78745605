"""Runs the dashboard's screens without a browser, on any records."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache, partial
from itertools import cycle, islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from data.access.grants import grant
from data.records.model import Records
from data.store.address import open_store
from data.store.shipped import illustrative
from data.store.store import Store
from pages.session import granted, loading, visitor
from pages.session.sign_in import SignIns
from tests.data.stored import AT, upload

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
TWO = upload(
    {"P1": "Punjabi referral", "S1": "Sindhi referral"},
    {("P1", "PK634", "Police"): (3, 4, None), ("S1", "PK731", "FIA"): (50, 61, None)},
)
CHARTS = ["agency_month", "running_total", "heat_map", "sex", "province", "timeline", "homes"]
CHARTS += ["province_shares", "lorenz", "theil", "learning", "ranking", "gained", "plan"]
SECONDS = 60


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests away from the records of whoever runs them."""
    monkeypatch.setenv("DATABASE_URL", str(tmp_path / "records.duckdb"))
    loading.store.clear()


@pytest.fixture(scope="session", autouse=True)
def packages_read_once() -> Iterator[None]:
    """Let Streamlit look through the installed packages once, and not at each test's start."""
    with pytest.MonkeyPatch.context() as patched:
        scan = cache(manifest_scanner.scan_component_manifests)
        patched.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture(scope="session", autouse=True)
def scripts_compiled_once() -> Iterator[None]:
    """Let all runs share what is compiled of the screens, as those of one server do."""
    shared = ScriptCache()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(local_script_runner, "ScriptCache", lambda: shared)
        yield


@pytest.fixture(scope="session", autouse=True)
def waited_for() -> Iterator[None]:
    """Let a test sleep until a run has ended, and not look a thousand times a second."""
    looked = local_script_runner.require_widgets_deltas

    def wait(runner: LocalScriptRunner, timeout: float) -> None:
        runner._script_thread.join(timeout)
        if not runner.script_stopped():
            looked(runner, 0)  # says that it took too long

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(local_script_runner, "require_widgets_deltas", wait)
        yield


@pytest.fixture
def run_screen() -> Callable[..., AppTest]:
    """Run one screen: ``run_screen("overview", records=..., query={...}, state={...})``.

    It is opened by its address. Every chart counts as seen, so that it is drawn.
    """

    def run(
        name: str,
        *,
        records: Records | None = None,
        query: dict[str, str] | None = None,
        state: dict[str, Any] | None = None,
    ) -> AppTest:
        app = AppTest.from_file(str(DASHBOARD), default_timeout=SECONDS)
        if name != "overview":
            app.switch_page(f"pages/{name}.py")
        for chart in CHARTS:
            app.session_state[f"seen_{chart}"] = True
        if records is not None:
            app.session_state["your_records"] = records
            app.session_state["records_wanted"] = "yours"
        for key, value in (state or {}).items():
            app.session_state[key] = value
        for key, value in (query or {}).items():
            app.query_params[key] = value
        return app.run()

    return run


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[AppTest], AppTest]:
    """Run the fragment of a screen alone, as at a filter: ``answer(app)``."""

    def run(app: AppTest) -> AppTest:
        [fragment] = app._fragment_storage._fragments
        asked = partial(local_script_runner.RerunData, fragment_id=fragment)
        with monkeypatch.context() as patched:
            patched.setattr(local_script_runner, "RerunData", asked)
            return app.run()

    return run


@pytest.fixture(scope="session")
def two_provinces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store with records of two provinces; it is only copied."""
    path = tmp_path_factory.mktemp("made") / "records.duckdb"
    open_store(str(path)).add(TWO, file_name="two.xlsx", who="An officer", at=AT)
    return path


@pytest.fixture
def stored(two_provinces: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Records of two provinces, as the programme's."""
    path = shutil.copy(two_provinces, tmp_path)
    monkeypatch.setenv("DATABASE_URL", str(path))
    loading.store.clear()
    return open_store(str(path))


@pytest.fixture
def signed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sign somebody in as the provider would say it: ``signed_in(role, provinces)``.

    Somebody else is an administrator, so that any role can be taken away.
    """
    people = open_store(str(tmp_path / "records.duckdb")).people
    people.add([grant("head-office", "administrator")], "x", AT)
    monkeypatch.setattr(granted, "FRESH", 0)
    monkeypatch.setattr(visitor, "sign_ins", SignIns())

    def sign_in(
        role: str, provinces: Sequence[str] = (), *, files: bool = True, **claims: object
    ) -> None:
        ours = grant("us", role, provinces, files=files)
        before = [one.number for one in people.current() if one.grant.of == "us"]
        if before:
            people.change(before[0], ours, "x", AT)
        else:
            people.add([ours], "x", AT)
        monkeypatch.setattr(visitor, "signs_in", lambda: True)
        began = datetime.now(UTC).timestamp()
        told = {"name": "A. Officer", "sub": "7", "iat": began, "groups": ["us"], **claims}
        user = SimpleNamespace(is_logged_in=True, to_dict=lambda: told)
        monkeypatch.setattr(st, "user", user)

    return sign_in


def in_list(app: AppTest, kind: str, name: str) -> Any:
    """Return the widget in a list that opens which holds a value now: a new one once it was set."""
    keys = re.compile(rf"{name}_\d+")
    return next(one for one in app.get(kind) if one.key and keys.fullmatch(one.key))


def headline(app: AppTest) -> dict[str, int]:
    """Return the headline's figures as they stand on the screen, by the words beside them.

    Participants of whom no count at all is recorded are ``unknown``: they add nothing.
    """
    body = next(found for found in bodies(app) if 'class="headline"' in found)
    pairs = re.findall(r"<strong>([\d,]+|unknown)</strong> <span>([^<]+)</span>", body)
    counts = [(0 if v == "unknown" else int(v.replace(",", "")), words) for v, words in pairs]
    more = re.compile(r" (recorded one by one|covered)$")
    nouns = [more.sub("", words).split()[-1] for _count, words in counts]
    return {noun.rstrip("s"): count for noun, (count, _words) in zip(nouns, counts, strict=True)}


def bodies(app: AppTest) -> list[str]:
    return [found.proto.body for found in app.get("html")]


def map_payload(app: AppTest) -> dict[str, Any]:
    """Return the values that the map was sent."""
    frame = next(found for found in app.get("component_instance"))
    arguments = json.loads(frame.proto.json_args)
    script = arguments["feature_group"]
    return json.loads(re.search(r"coverageMap\.paint\((\{.*\})\);", script)[1])


def figure(app: AppTest, key: str) -> dict[str, Any]:
    """Return the plotly figure of a chart as it was sent."""
    charts = {found.proto.id.rsplit("plot_", 1)[-1]: found for found in app.get("plotly_chart")}
    return json.loads(charts[key].proto.spec)


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "${alert(1)}",
    "`alert(1)`",
    "</script><script>alert(1)</script>",
    "=HYPERLINK(1)",
    "**bold** [link](javascript:alert(1))",
]


def altered(**columns: str | tuple[str, ...]) -> Records:
    """Return the illustrative records with a value, or some by turns, in a column of trainings."""
    shipped = illustrative()
    turns = {name: cycle([one] if isinstance(one, str) else one) for name, one in columns.items()}
    new = {name: list(islice(turn, len(shipped.trainings))) for name, turn in turns.items()}
    return Records(
        key="yours",
        title="Your records",
        notice="Your records, in this session only.",
        source="a file",
        as_of=shipped.as_of,
        trainings=shipped.trainings.assign(**new),
        attendance=shipped.attendance,
    )


def without_rows() -> Records:
    """Return records with no training and no attendance."""
    shipped = illustrative()
    return Records(
        key="yours",
        title="Your records",
        notice="Your records, in this session only.",
        source="a file",
        as_of=date(2023, 9, 25),
        trainings=shipped.trainings.iloc[:0],
        attendance=shipped.attendance.iloc[:0],
    )


def unknown_counts() -> Records:
    """Return records in which no count is recorded."""
    shipped = illustrative()
    counts = ["participants_f", "participants_m", "participants_unspecified"]
    blank = pd.Series(pd.NA, index=shipped.attendance.index, dtype="Int64")
    return Records(
        key="yours",
        title="Your records",
        notice="Your records, in this session only.",
        source="a file",
        as_of=shipped.as_of,
        trainings=shipped.trainings,
        attendance=shipped.attendance.assign(**dict.fromkeys(counts, blank)),
    )
