"""The log as lines of JSON, for a server: what happened and when, and no value of any record.

A message may quote what a record holds, and an error's text as well. So a message is written with
its numbers alone, and an error as its kind and the places in the code.
"""

import json
import logging
import os
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType

from pages.workers.queues import WORK_LOG

#: ``json`` for lines of JSON; else the log is for a person at a terminal.
FORMAT_VARIABLE = "TRAINING_LOG"
#: Stands for what may be of a record.
LEFT_OUT = "\u2026"
#: The innermost places in the code that are named.
MOST_PLACES = 8
LOG = logging.getLogger(__name__)


class JsonLines(logging.Formatter):
    """Writes a record as one line: ``time`` (UTC), ``level``, ``from``, ``event``, and figures."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": event_of(record),
            **getattr(record, "figures", {}),
        }
        kind, __, trace = record.exc_info or (None, None, None)
        if kind:
            line["fault"] = kind.__name__
            line["at"] = _places(trace)
        return json.dumps(line, ensure_ascii=False)


def event_of(record: logging.LogRecord) -> str:
    """Return a record's message with its numbers and kinds of error, and no other argument."""
    arguments = record.args
    if not arguments:
        # Written by the code as a whole, or put together from values before it came here.
        is_own = record.name.partition(".")[0] in ("pages", "data", "reports", "geo")
        return str(record.msg) if is_own or " " not in str(record.msg) else record.name
    if isinstance(arguments, dict):
        return str(record.msg)
    try:
        return str(record.msg).replace("%d", "%s") % tuple(map(_shown, arguments))
    except (TypeError, ValueError):
        return record.name


def _shown(argument: object) -> object:
    if isinstance(argument, int | float):
        return argument
    return type(argument).__name__ if isinstance(argument, BaseException) else LEFT_OUT


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-MOST_PLACES:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]


def is_json() -> bool:
    """Return whether the log is of lines of JSON."""
    return os.environ.get(FORMAT_VARIABLE, "").strip().casefold() == "json"


def use_json() -> None:
    """Let whatever writes to the log do so in lines of JSON, where that is set.

    Streamlit gives each of its loggers a handler of its own when it is first used: called again
    when all is loaded.
    """
    WORK_LOG.setLevel(logging.INFO)
    LOG.setLevel(logging.INFO)
    if not is_json():
        return
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.StreamHandler(sys.stderr))
    logging.captureWarnings(capture=True)
    for logger in with_handlers():
        for handler in logger.handlers:
            handler.setFormatter(JsonLines())


def with_handlers() -> list[logging.Logger]:
    """Return the root of all loggers, and those that write by themselves."""
    named = map(logging.getLogger, list(logging.root.manager.loggerDict))
    return [logging.getLogger(), *(one for one in named if one.handlers)]


def tell(words: str, **figures: float) -> None:
    """Tell the terminal, or the log of a server, how the start goes on."""
    if is_json():
        LOG.info(words, extra={"figures": figures})
    else:
        print(words, flush=True)
