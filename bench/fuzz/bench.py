"""The bench of bad inputs: a hundred thousand files that no reader expects, and what came of them.

Two processes read them. One that ends, or says nothing for very long, is begun again behind the
input that did it; that input is read once more alone before it counts as a fault.
"""

import json
import queue
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.browser.servers import PROJECT
from bench.fuzz.inputs import made
from bench.fuzz.worker import PLAIN, SECONDS
from bench.measurements.report import Say, Target, markdown

INPUTS, SEED, WORKERS = 100_000, 20230925, 2
#: Time on the clock after which a silent process is ended, beside the cap on its processor time.
SILENT_SECONDS = 120.0
#: Where the inputs of faults are kept, unless another folder is named.
KEPT = Path("bench/results/fuzz-faults")
FAULTS = ("crash", "hang", "memory")
SAY_EVERY = 5_000
#: The signal that ends a process whose processor time is over.
HANGS = getattr(signal, "SIGPROF", 0) or 10**6
WORKER = (sys.executable, "-m", "bench.fuzz.worker")
#: What a process says of one input, or of itself.
Line = dict[str, Any]


@dataclass
class Fuzzed:
    """What became of the inputs."""

    seed: int
    inputs: int
    #: By reader, kind of file, way it was made, and outcome.
    counts: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    #: One for each input that is a fault: its number, what it is, the outcome, and why.
    faults: list[Line] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, -1)  #: Seconds of an input that is no fault, its number.
    capped: bool = True  #: Whether the memory of the processes had a cap.

    def add(self, line: Line) -> None:
        """Take note of one input."""
        outcome = line["outcome"]
        self.counts[line["reader"], line["kind"], line["way"], outcome] += 1
        if outcome in FAULTS:
            self.faults.append(line)
        else:
            self.slowest = max(self.slowest, (line["seconds"], line["number"]))

    @property
    def done(self) -> int:
        """How many inputs were read."""
        return sum(self.counts.values())

    def as_json(self) -> dict[str, Any]:
        """Return everything for a file."""
        seconds, number = self.slowest
        return {
            "seed": self.seed,
            "inputs": self.done,
            "outcomes": {outcome: self.total(outcome) for outcome in (*PLAIN, *FAULTS)},
            "counts": [
                {"reader": r, "kind": k, "way": w, "outcome": o, "inputs": times}
                for (r, k, w, o), times in sorted(self.counts.items())
            ],
            "slowest": {"seconds": seconds, "number": number},
            "memory_capped": self.capped,
            "faults": self.faults,
        }

    def total(self, outcome: str, reader: str | None = None) -> int:
        """Return how many inputs ended so, of one reader or of all."""
        return sum(
            times
            for (read, _, _, ended), times in self.counts.items()
            if ended == outcome and reader in (None, read)
        )


def measure(
    inputs: int,
    seed: int,
    keep: Path,
    say: Say,
    worker: tuple[str, ...] = WORKER,
) -> Fuzzed:
    """Read inputs in two processes of the command ``worker``.

    The inputs that are faults are kept in ``keep``, which is made when there is one.
    """
    outcomes = Fuzzed(seed, inputs)
    lines: queue.Queue[Line | None] = queue.Queue()
    for first in range(WORKERS):
        order = (worker, seed, range(first, inputs, WORKERS), lines)
        threading.Thread(target=_all_of, args=order, daemon=True).start()
    running = WORKERS
    while running:
        line = lines.get()
        if line is None:
            running -= 1
        elif "capped" in line:
            outcomes.capped &= line["capped"]
        else:
            outcomes.add(line)
            if line["outcome"] in FAULTS:
                _keep(keep, seed, line)
                say(f"input {line['number']}: {line['outcome']}, {line['why']}")
            if outcomes.done % SAY_EVERY == 0:
                say(f"{outcomes.done:,} of {inputs:,} read, {len(outcomes.faults)} faults")
    return outcomes


def _all_of(
    worker: tuple[str, ...],
    seed: int,
    numbers: range,
    lines: "queue.Queue[Line | None]",
) -> None:
    """Have some numbers read by one process after the other, until all are."""
    try:
        while numbers:
            done = 0
            for line in _one_process(worker, seed, numbers):
                if "outcome" not in line or "number" in line:
                    lines.put(line)
                done += "number" in line
            numbers = numbers[done:]
            if not numbers:
                return
            *_, again = _one_process(worker, seed, numbers[:1])
            lines.put(again | made(seed, numbers[0]).about)
            numbers = numbers[1:]
    finally:
        lines.put(None)


def _one_process(worker: tuple[str, ...], seed: int, numbers: range) -> Iterator[Line]:
    """Yield what a process says; if it does not come to its end, why not comes last."""
    order = [str(one) for one in (seed, numbers.start, numbers.stop, numbers.step)]
    with subprocess.Popen(  # noqa: S603 - made of constants and numbers
        [*worker, *order],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=_pass_on, args=(running.stdout, lines), daemon=True).start()
        silent = False
        try:
            while line := lines.get(timeout=SILENT_SECONDS):
                yield json.loads(line)
        except queue.Empty:
            running.kill()
            silent = True
        ended = running.wait()
    if silent or ended == -HANGS:
        yield {"outcome": "hang", "why": f"more than {SECONDS:g} seconds", "seconds": SECONDS}
    elif ended:
        yield {"outcome": "crash", "why": f"the process ended with {ended}", "seconds": 0.0}


def _pass_on(output: Any, lines: "queue.Queue[str | None]") -> None:
    for line in output:
        lines.put(line)
    lines.put(None)


def _keep(folder: Path, seed: int, fault: Line) -> None:
    """Keep the input of a fault, so that it can be read again."""
    folder.mkdir(parents=True, exist_ok=True)
    one = made(seed, fault["number"])
    for place, content in enumerate(one.contents):
        name = f"{seed}-{one.number}-{place}-{fault['outcome']}.{one.kind}"
        (folder / name).write_bytes(content)


def targets(fuzzed: Fuzzed) -> list[Target]:
    """Compare with what is to be reached: no fault."""
    return [Target("faults", len(fuzzed.faults), 0)]


def table(fuzzed: Fuzzed) -> str:
    """Return the counts as a Markdown table, a row a reader and their sum, and the slowest."""
    readers = sorted({reader for reader, _, _, _ in fuzzed.counts})
    rows = []
    for reader in (*readers, None):
        counts = [fuzzed.total(outcome, reader) for outcome in (*PLAIN, *FAULTS)]
        rows.append((reader or "all", *(f"{count:,}" for count in (sum(counts), *counts))))
    counted = markdown(("reader", "inputs", *PLAIN, *FAULTS), rows)
    seconds, number = fuzzed.slowest
    slowest = f"the slowest without a fault: input {number}, {seconds:.2f} s"
    return f"{counted}\n\nseed {fuzzed.seed}; {slowest}"
