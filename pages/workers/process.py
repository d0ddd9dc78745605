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


def done(function: Callable[..., Any], *arguments: Any) -> Any:
    """Do a task, and return what came of it or its ``Failure``."""
    try:
        return function(*arguments)
    except Exception as error:
        failure = Failure(type(error), error.args, vars(error), traceback.format_exc())
        with suppress(Exception):  # whatever hinders it: then in words
            pickle.dumps(failure)
            return failure
        return Failure(RuntimeError, (str(error),), {}, failure.trace)
