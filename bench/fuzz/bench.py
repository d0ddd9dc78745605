"""The bench of bad inputs: a hundred thousand files that no reader expects, and what came of them.

Two processes read them. One that ends, or says nothing for very long, is begun again behind the
input that did it; that input is read once more alone before it counts as a fault.
"""

import signal
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from bench.fuzz import worker
from bench.fuzz.inputs import Made, made
from bench.fuzz.worker import PLAIN, SECONDS, outcome
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
#: What a process says of one input.
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
    capped: bool = sys.platform == "linux"  #: Whether the memory of the processes had a cap.

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
    read_one: Callable[[Made], str] = outcome,
    seconds: float = SECONDS,
) -> Fuzzed:
    """Read inputs in two processes with ``read_one``, each for so many seconds at most.

    The inputs that are faults are kept in ``keep``, which is made when there is one.
    """
    outcomes = Fuzzed(seed, inputs)
    read = partial(worker.read, seed, read_one=read_one, seconds=seconds)
    # No copies of one that has loaded the readers: a process has one server of copies for all.
    with ProcessPool(WORKERS, initializer=worker.begin, context=get_context("spawn")) as pool:
        lines = pool.map(read, range(inputs), timeout=SILENT_SECONDS).result()
        for number in range(inputs):
            try:
                line = next(lines)
            except (TimeoutError, ProcessExpired):
                line = _alone(pool, read, number) | made(seed, number).about
            outcomes.add(line)
            if line["outcome"] in FAULTS:
                _keep(keep, seed, line)
                say(f"input {number}: {line['outcome']}, {line['why']}")
            if outcomes.done % SAY_EVERY == 0:
                say(f"{outcomes.done:,} of {inputs:,} read, {len(outcomes.faults)} faults")
    return outcomes


def _alone(pool: ProcessPool, read: Callable[[int], Line], number: int) -> Line:
    """Read an input once more whose process ended, or was ended; return what came of it."""
    hang = {"outcome": "hang", "why": f"more than {SECONDS:g} seconds", "seconds": SECONDS}
    try:
        return pool.schedule(read, (number,), timeout=SILENT_SECONDS).result()
    except TimeoutError:
        return hang
    except ProcessExpired as ended:
        if ended.exitcode == -HANGS:
            return hang
        why = f"the process ended with {ended.exitcode}"
        return {"outcome": "crash", "why": why, "seconds": 0.0}


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
