"""Heavy work beside the server: bounded, given up, stopped, and the queue goes on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date

import pytest

from bench.browser.servers import PROJECT
from data.records.errors import ReadingError
from data.review.decisions import DISTRICT, Decision, Decisions
from data.understanding.understand import understand
from pages.workers.queues import MEGABYTE, BusyError, WorkError, WorkQueue


@pytest.fixture(scope="module")
def queue() -> Iterator[WorkQueue]:
    made = WorkQueue("tests", 2, 200 * MEGABYTE, tasks=1, longest=4, each=3)
    made.open()
    yield made
    made.close()


class Figures:
    """One of which is worked out by somebody else in the middle of their being sent."""

    def __init__(self) -> None:
        self.first, self.second = Figure(self), 2


class Figure:
    def __init__(self, of: Figures) -> None:
        self.of = of

    def __reduce__(self) -> tuple:
        vars(self.of)["later"] = 7
        return int, ()


def refused() -> None:
    raise ReadingError(what="By name.", where="The file", what_to_do="")


def test_work_is_done_in_order_and_says_how_many_are_before_it(queue: WorkQueue) -> None:
    first = queue.begin("one", time.sleep, 0.5)
    second = queue.begin("another", os.getpid)
    assert (first.ahead, second.ahead, len(queue)) == (0, 1, 2)
    assert second.result() != os.getpid()
    assert (second.ahead, len(queue)) == (0, 0)


def test_figures_that_others_work_out_meanwhile_are_sent_whole(queue: WorkQueue) -> None:
    work = queue.begin("one", vars, Figures())
    assert work.wait(60), "the queue has ended"
    assert work.result() == {"first": 0, "second": 2, "later": 7}


@pytest.mark.parametrize(
    ("function", "arguments", "words"),
    [
        (time.sleep, (60,), "longer than 2 s"),
        (bytes, (900 * MEGABYTE,), "too much memory"),
        (os._exit, (3,), "was interrupted"),
        (os.abort, (), "was interrupted"),
    ],
)
def test_a_worker_that_ends_is_told_and_the_queue_goes_on(
    queue: WorkQueue, function, arguments, words
) -> None:
    last = queue.begin("one", function, *arguments)
    after = queue.begin("another", len, "four")
    with pytest.raises(WorkError, match=words):
        last.result()
    assert after.result() == 4


def test_a_queue_is_bounded_for_all_and_for_each(queue: WorkQueue) -> None:
    works = [queue.begin("one", time.sleep, 0.3) for _ in range(3)]
    with pytest.raises(BusyError, match="3 of your requests"):
        queue.begin("one", time.sleep, 0)
    works.append(queue.begin("another", time.sleep, 0))
    with pytest.raises(BusyError, match="busy with others"):
        queue.begin("a third", time.sleep, 0)
    for work in works[::-1]:  # the last ones while they wait, the first while it is done
        work.give_up()
        assert work.done
        with pytest.raises(WorkError, match="cancelled"):
            work.result()
    assert queue.begin("one", len, "four").result() == 4


def test_what_refuses_a_file_comes_back_as_it_is(queue: WorkQueue) -> None:
    with pytest.raises(ReadingError, match="no Excel workbook"):
        queue.begin("one", understand, [b"PK\x03\x04"], date(2024, 1, 1)).result()
    with pytest.raises(ReadingError, match="By name") as caught:  # its class cannot be unpickled
        queue.begin("one", refused).result()
    assert "in refused" in caught.value.__notes__[0]


def test_a_worker_knows_nothing_of_streamlit_and_stands_back(queue: WorkQueue) -> None:
    assert queue.begin("one", eval, "'streamlit' in __import__('sys').modules").result() is False
    assert queue.begin("one", os.nice, 0).result() == os.nice(0) + 10


LEFT = """
import os, time
from pages.workers.queues import WorkQueue
queue = WorkQueue("left", 60, 10**9, tasks=1, longest=9, each=9)
print(queue.begin("one", os.getpid).result(), flush=True)
queue.begin("one", time.sleep, 3)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_workers_end_with_a_server_that_is_killed() -> None:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    server = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", LEFT], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout
    server.stdout.readline()
    time.sleep(0.5)
    import psutil

    left = psutil.Process(server.pid).children(recursive=True)
    assert len(left) > 1
    server.send_signal(signal.SIGKILL)
    server.wait()
    assert not psutil.wait_procs(left, timeout=20)[1]


def answers(decisions: Decisions) -> int:
    return len(decisions.answers)


def test_decisions_can_be_sent(queue: WorkQueue) -> None:
    decision = Decision(DISTRICT, "Lahor", "PK617")
    assert queue.begin("one", answers, Decisions().decided("a", decision)).result() == 1
