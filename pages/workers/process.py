"""What a worker process may use, and how it does a task."""

import os
import pickle
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: How far a worker stands back: a visitor's change of filter comes first.
NICENESS = 10
#: How often a task is sent from the start: figures have fewer parts that are worked out later.
ATTEMPTS = 100


def begin(memory: int) -> None:
    """Set the limits of this process, before its first task.

    Parameters
    ----------
    memory
        Bytes that it may take beyond what is loaded already. Held to on Linux; other systems do
        not know how much of their address space is taken.
    """
    if sys.platform == "win32":
        return
    os.nice(NICENESS)
    if cap_memory(memory):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold somebody's file


def cap_memory(more: int) -> bool:
    """Let this process take so many bytes beyond what it has; False where that is not held to."""
    if sys.platform != "linux":
        return False
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    return True


@dataclass(frozen=True)
class Failure:
    """An error of a task, in parts that can be sent whatever its class makes of being built."""

    kind: type[Exception]
    arguments: tuple[object, ...]
    state: dict[str, object]
    trace: str

    def error(self) -> Exception:
        """Return the error, with a note of where in the worker it arose."""
        error = self.kind.__new__(self.kind, *self.arguments)
        error.__dict__.update(self.state)
        error.add_note(self.trace)
        return error


class Task:
    """A function and its arguments, which can be sent while others work with the same figures.

    Visitors share figures, and a figure is kept within them once it is worked out. Where another
    thread does so in the middle of it, they are sent from the start; an error here would end the
    queue for everybody.
    """

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self.parts = (function, *arguments)

    def __reduce__(self) -> tuple[Callable[[bytes], Any], tuple[bytes]]:
        """Return how it is sent: whole, as it is at one moment."""
        for __ in range(ATTEMPTS - 1):
            with suppress(RuntimeError):  # a dictionary changed size
                return _task, (pickle.dumps(self.parts),)
        return _task, (pickle.dumps(self.parts),)


def _task(parts: bytes) -> Task:
    return Task(*pickle.loads(parts))  # noqa: S301 - of the server, over its own pipe


def done(task: Task) -> Any:
    """Do a task, and return what came of it or its ``Failure``."""
    function, *arguments = task.parts
    try:
        return function(*arguments)
    except Exception as error:
        failure = Failure(type(error), error.args, vars(error), traceback.format_exc())
        with suppress(Exception):  # whatever hinders it: then in words
            pickle.dumps(failure)
            return failure
        return Failure(RuntimeError, (str(error),), {}, failure.trace)
