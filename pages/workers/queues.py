"""Queues of heavy work, each with a worker process: bounded in length, time and memory.

Two of them, so that twenty files that are read do not keep anybody from a deck or a plan. A worker
that ends or takes too much is replaced, and the queue goes on.
"""

import logging
import multiprocessing
import sys
import time
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from threading import Lock
from typing import Any, Generic, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from geo.words.catalogue import _
from pages.workers import process

P = ParamSpec("P")
T = TypeVar("T")
MEGABYTE = 2**20
#: What becomes of each piece of work, with the seconds it took from when it was asked for.
WORK_LOG = logging.getLogger(__name__)
INTERRUPTED = _("It needed too much memory, or was interrupted. Try again, or with less at once.")


class WorkError(RuntimeError):
    """Work was not done: why, and what to do, in words for the person who asked."""


class BusyError(WorkError):
    """Work was not taken on."""


class Work(Generic[T]):
    """One piece of work in a queue."""

    def __init__(self, future: ProcessFuture, queue: "WorkQueue") -> None:
        self._future, self._queue = future, queue

    @property
    def done(self) -> bool:
        """Whether it has ended, in whatever way."""
        return self._future.done()

    @property
    def ahead(self) -> int:
        """How many others come before it; 0 while it is being done."""
        return self._queue.ahead_of(self._future)

    @property
    def failed(self) -> bool:
        """Whether it has ended and nothing came of it."""
        future = self._future
        if not future.done():
            return False
        lost = future.cancelled() or future.exception() is not None
        return lost or isinstance(future.result(), process.Failure)

    def wait(self, seconds: float) -> bool:
        """Wait so long at most; return whether it has ended."""
        return bool(wait([self._future], seconds).done)

    def give_up(self) -> None:
        """Take it out of the queue; where it is being done already, end that."""
        self._future.cancel()

    def result(self) -> T:
        """Return what came of it, once it is there.

        Raises
        ------
        WorkError
            If it took too long or too much memory, or was given up.
        Exception
            What the work itself raised.
        """
        try:
            outcome: T | process.Failure = self._future.result()
        except TimeoutError as error:
            words = _(
                "It took longer than {seconds:,.0f} seconds and was stopped. Try with less at once."
            )
            raise WorkError(words.format(seconds=self._queue.seconds)) from error
        except (ProcessExpired, BrokenProcessPool) as error:
            WORK_LOG.log(logging.ERROR, "%s: %s", self._queue.name, type(error).__name__)
            raise WorkError(INTERRUPTED) from error
        except CancelledError as error:
            raise WorkError(_("It was cancelled.")) from error
        if isinstance(outcome, process.Failure):
            if issubclass(outcome.kind, MemoryError):
                raise WorkError(INTERRUPTED)
            raise outcome.error()
        return outcome


class WorkQueue:
    """A queue of work, done by one worker process in the order in which it was asked for.

    Parameters
    ----------
    name
        What it is for, for the log.
    seconds
        How long one piece may take.
    memory
        Bytes that the worker may take beyond what it has loaded.
    tasks
        Pieces that a worker does before another takes its place: with 1, nothing of a file stays.
    longest
        Pieces that wait or are done at once.
    each
        The same of one visitor.
    """

    def __init__(
        self, name: str, seconds: float, memory: int, tasks: int, longest: int, each: int
    ) -> None:
        self.name, self.seconds = name, seconds
        self._memory, self._tasks, self._longest, self._each = memory, tasks, longest, each
        self._pool: ProcessPool | None = None
        self._asked: dict[ProcessFuture, Hashable] = {}
        self._lock = Lock()

    def begin(
        self, owner: Hashable, function: Callable[P, T], *arguments: P.args, **named: P.kwargs
    ) -> Work[T]:
        """Take on a piece of work.

        ``owner`` is who asks. The function is one of a module, so that the worker finds it; its
        arguments go over a pipe.

        Raises
        ------
        BusyError
            If the queue is full, or the owner has as many in it as one may.
        WorkError
            If no worker could be started.
        """
        with self._lock:
            if sum(one == owner for one in self._asked.values()) >= self._each:
                words = _("{count} of your requests are running. Wait until one is done.")
                raise BusyError(words.format(count=self._each))
            if len(self._asked) >= self._longest:
                raise BusyError(_("The server is busy with others. Try again in a minute."))
            future: ProcessFuture = self._working().schedule(
                process.done, (process.Task(function, *arguments),), timeout=self.seconds
            )
            self._asked[future] = owner
        future.add_done_callback(partial(self._forget, time.monotonic()))
        return Work(future, self)

    def open(self) -> None:
        """Start the worker, so that nobody waits for it; raises ``WorkError`` as ``begin`` does."""
        with self._lock:
            self._working()

    def close(self) -> None:
        """End the worker, and what it is doing."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()
            pool.join()

    def ahead_of(self, future: ProcessFuture) -> int:
        """Return how many come before one."""
        with self._lock:
            return list(self._asked).index(future) if future in self._asked else 0

    def __len__(self) -> int:
        """Return how many wait or are being done."""
        return len(self._asked)

    def _working(self) -> ProcessPool:
        """Return the pool; another where the worker of the last could not be replaced."""
        if self._pool is None or not self._pool.active:
            made = ProcessPool(1, self._tasks, process.begin, (self._memory,), context=_context())
            try:
                made._start_pool()  # now, and not with the first piece of work
            except BrokenProcessPool as error:
                WORK_LOG.log(logging.ERROR, "%s: no worker could be started", self.name)
                raise WorkError(_("The server could not start it. Try again.")) from error
            self._pool = made
        return self._pool

    def _forget(self, began: float, future: Any) -> None:
        with self._lock:
            self._asked.pop(future, None)
            waiting = len(self._asked)
        seconds = round(time.monotonic() - began, 3)
        WORK_LOG.log(
            logging.INFO,
            f"work in {self.name} ended",
            extra={"figures": {"seconds": seconds, "left_in_queue": waiting}},
        )


def _context() -> Any:
    """Return how a worker is started: on Linux as a copy of a process that has all loaded."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pages.workers.loaded"])
    return context


#: Files that somebody brings: each is read by a process of its own.
READING = WorkQueue("reading", 180, 600 * MEGABYTE, tasks=1, longest=40, each=1)
#: Files to take along, and plans.
MAKING = WorkQueue("making", 60, 600 * MEGABYTE, tasks=10, longest=40, each=6)
QUEUES = (READING, MAKING)
