"""A server's log is lines of JSON, with nothing of a record in them."""

import json
import logging
import sys

import pytest

from pages.serving.logs import JsonLines

SECRET = "Zarqoon Nobody 35202-1234567-1"  # noqa: S105 - what a log must not have


def line(name: str, message: str, *arguments: object, **more: object) -> dict[str, object]:
    record = logging.LogRecord(name, logging.ERROR, "x.py", 1, message, arguments, None)
    for key, value in more.items():
        setattr(record, key, value)
    return json.loads(JsonLines().format(record))


@pytest.mark.parametrize(
    ("name", "message", "arguments", "event"),
    [
        ("streamlit.a", "Row %s of %d is wrong", (SECRET, 7), "Row \u2026 of 7 is wrong"),
        ("pages.session.loading", "%s", (KeyError(SECRET),), "KeyError"),
        ("somebody.else", f"no row for {SECRET}", (), "somebody.else"),
        ("pages.workers.queues", "work in reading ended", (), "work in reading ended"),
        ("somebody.else", "%s and %s", (SECRET,), "somebody.else"),
    ],
)
def test_a_message_has_no_value_but_numbers(name, message, arguments, event):
    written = line(name, message, *arguments)
    assert written["event"] == event
    assert (written["level"], written["from"]) == ("error", name)
    assert str(written["time"]).endswith("+00:00")
    assert "Zarqoon" not in json.dumps(written)


def test_an_error_is_its_kind_and_its_places():
    try:
        {}[SECRET]
    except KeyError:
        written = line("streamlit.error_util", "Uncaught", exc_info=sys.exc_info())
    assert written["fault"] == "KeyError"
    assert "test_logs.py" in written["at"][-1]
    assert "Zarqoon" not in json.dumps(written)


def test_figures_stand_beside_the_event():
    assert line("pages.workers.queues", "ended", figures={"seconds": 1.5})["seconds"] == 1.5
