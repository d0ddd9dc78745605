"""Readiness and counters: what a server's watch asks."""

import asyncio
import logging
import urllib.request

import pytest
from prometheus_client import REGISTRY, start_http_server
from starlette.responses import PlainTextResponse
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from data.store.errors import StoreError
from pages.serving.watch import PORT_VARIABLE, Faults, Watch, open_counters


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def test_ready_is_apart_from_health_and_asked_once_in_two_seconds(ask, streamlit_server):
    told = []
    server = Watch(streamlit_server, lambda: told.append(1) or "The records cannot be read.")
    first, again = ask(server, "/_stcore/ready"), ask(server, "/_stcore/ready")
    assert (first.status, first.body) == (503, b"The records cannot be read.")
    assert (again.status, len(told)) == (503, 1)
    assert ask(server, "/_stcore/health").status == 200
    assert ask(Watch(streamlit_server, lambda: ""), "/_stcore/ready").status == 200


def test_a_run_is_timed_from_the_choice_to_the_end_of_its_answer():
    end = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()
    other = ForwardMsg()
    other.delta.new_element.text.body = "x"
    before = value("training_run_seconds_count")
    seen = []

    async def app(scope, receive, send) -> None:
        seen.append(value("training_visitors"))
        await receive()
        for content in (other.SerializeToString(), b"x" * 5000, end, end):
            await send({"type": "websocket.send", "bytes": content})

    async def receive():
        return {"type": "websocket.receive", "bytes": b"a choice"}

    async def send(message) -> None:
        pass

    visitors = value("training_visitors")
    server = Watch(app, str)
    asyncio.run(server({"type": "websocket", "path": "/_stcore/stream"}, receive, send))
    assert value("training_run_seconds_count") == before + 1
    assert seen == [visitors + 1]
    assert value("training_visitors") == visitors


def test_what_is_refused_and_what_fails_is_counted(ask):
    async def refusing(scope, receive, send) -> None:
        await PlainTextResponse("no", status_code=413)(scope, receive, send)

    before = value("training_refused_total", status="413"), value("training_uploads_total")
    ask(Watch(refusing, str), "/_stcore/upload_file/a/b", method="PUT")
    after = value("training_refused_total", status="413"), value("training_uploads_total")
    assert (after[0] - before[0], after[1] - before[1]) == (1, 1)

    faults, errors = (
        value("training_store_faults_total"),
        value("training_errors_total", source="x"),
    )
    fault = StoreError("It is gone.", "the store", "Bring it back.")
    Faults().emit(logging.LogRecord("x.y", logging.ERROR, "", 1, "%s", (fault,), None))
    assert value("training_store_faults_total") == faults + 1
    assert value("training_errors_total", source="x") == errors + 1


@pytest.mark.parametrize("given", ["80a", "0", "65536"])
def test_a_port_that_is_none_is_refused(monkeypatch, given):
    monkeypatch.setenv(PORT_VARIABLE, given)
    with pytest.raises(ValueError, match=PORT_VARIABLE):
        open_counters()


def test_counters_are_in_prometheus_format_on_this_machine_alone():
    server, thread = start_http_server(0, "127.0.0.1")
    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}", timeout=5) as answer:
        text = answer.read().decode()
    server.shutdown()
    thread.join()
    assert 'training_queue{queue="reading"} 0.0' in text
    assert "# TYPE training_run_seconds histogram" in text
