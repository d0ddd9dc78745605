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
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.fuzz.inputs import made, read_samples
from bench.fuzz.worker import SECONDS
from bench.measurements.import_bench import ROOT

INPUTS, SEED, WORKERS = 100_000, 20230925, 2
#: Time on the clock after which a silent process is ended, beside the cap on its processor time.
SILENT_SECONDS = 120.0
PLAIN = ("refused", "understood", "question")
FAULTS = ("crash", "hang", "memory")
SAY_EVERY = 5_000
#: The signal that ends a process whose processor time is over.
HANGS = getattr(signal, "SIGPROF", 0) or 10**6
WORKER = (sys.executable, "-m", "bench.fuzz.worker")
Told = dict[str, Any]
Say = Callable[[str], None]


@dataclass
class Fuzzed:
    """What became of the inputs.

    Attributes
    ----------
    counts
        By reader, kind of file, way it was made, and outcome.
    faults
        One for each input that is a fault: its number, what it is, the outcome, and why.
    slowest
        Seconds of the slowest input that is no fault, and its number.
    capped
        Whether the memory of the processes had a cap.
    """

    seed: int
    inputs: int
    counts: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    faults: list[Told] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, -1)
    capped: bool = True

    def add(self, told: Told) -> None:
        """Take note of one input."""
        outcome = told["outcome"]
        self.counts[told["reader"], told["kind"], told["way"], outcome] += 1
        if outcome in FAULTS:
            self.faults.append(told)
        else:
            self.slowest = max(self.slowest, (told["seconds"], told["number"]))

    @property
    def done(self) -> int:
        """How many inputs were read."""
        return sum(self.counts.values())

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
    samples: Path | None,
    folder: Path,
    say: Say,
    worker: tuple[str, ...] = WORKER,
) -> Fuzzed:
    """Read inputs in two processes.

    Parameters
    ----------
    samples
        A folder of CSV files to damage, beside those that are made here.
    folder
        Where the inputs that are faults are kept; it is made when there is one.
    worker
        The command of the process that reads.
    """
    found = Fuzzed(seed, inputs)
    lines: queue.Queue[Told | None] = queue.Queue()
    threads = [
        threading.Thread(
            target=_all_of,
            args=(worker, seed, range(first, inputs, WORKERS), samples, lines),
            daemon=True,
        )
        for first in range(WORKERS)
    ]
    for thread in threads:
        thread.start()
    still = len(threads)
    while still:
        told = lines.get()
        if told is None:
            still -= 1
        elif "capped" in told:
            found.capped &= told["capped"]
        else:
            found.add(told)
            if told["outcome"] in FAULTS:
                _keep(folder, seed, told, samples)
                say(f"input {told['number']}: {told['outcome']}, {told['why']}")
            if found.done % SAY_EVERY == 0:
                say(f"{found.done:,} of {inputs:,} read, {len(found.faults)} faults")
    return found


def _all_of(
    worker: tuple[str, ...],
    seed: int,
    numbers: range,
    samples: Path | None,
    lines: "queue.Queue[Told | None]",
) -> None:
    """Have some numbers read by one process after the other, until all are."""
    try:
        while numbers:
            done = 0
            for told in _one_process(worker, seed, numbers, samples):
                if "outcome" not in told or "number" in told:
                    lines.put(told)
                done += "number" in told
            numbers = numbers[done:]
            if not numbers:
                return
            again = list(_one_process(worker, seed, numbers[:1], samples))
            lines.put(again[-1] | _about(seed, numbers[0], samples))
            numbers = numbers[1:]
    finally:
        lines.put(None)


def _about(seed: int, number: int, samples: Path | None) -> Told:
    one = made(seed, number, read_samples(samples))
    return {"number": number, "kind": one.kind, "way": one.way, "reader": one.reader}


def _one_process(
    worker: tuple[str, ...], seed: int, numbers: range, samples: Path | None
) -> Iterator[Told]:
    """Yield what a process says; if it does not come to its end, why not comes last."""
    order = [str(one) for one in (seed, numbers.start, numbers.stop, numbers.step)]
    with subprocess.Popen(  # noqa: S603 - made of constants and numbers
        [*worker, *order, *([str(samples)] if samples else [])],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        said: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=_pass_on, args=(running.stdout, said), daemon=True).start()
        silent = False
        while not silent:
            try:
                line = said.get(timeout=SILENT_SECONDS)
            except queue.Empty:
                running.kill()
                silent = True
            else:
                if line is None:
                    break
                yield json.loads(line)
        ended = running.wait()
    if silent or ended == -HANGS:
        yield {"outcome": "hang", "why": f"more than {SECONDS:g} seconds", "seconds": SECONDS}
    elif ended:
        yield {"outcome": "crash", "why": f"the process ended with {ended}", "seconds": 0.0}


def _pass_on(lines: Any, said: "queue.Queue[str | None]") -> None:
    for line in lines:
        said.put(line)
    said.put(None)


def _keep(folder: Path, seed: int, told: Told, samples: Path | None) -> None:
    """Keep the input of a fault, so that it can be read again."""
    folder.mkdir(parents=True, exist_ok=True)
    one = made(seed, told["number"], read_samples(samples))
    for place, content in enumerate(one.contents):
        name = f"{seed}-{one.number}-{place}-{told['outcome']}.{one.kind}"
        (folder / name).write_bytes(content)


def table(found: Fuzzed) -> str:
    """Return the counts as a Markdown table, a row a reader and the sum of all."""
    readers = sorted({reader for reader, _, _, _ in found.counts})
    outcomes = (*PLAIN, *FAULTS)
    rows = [("reader", "inputs", *outcomes), ("---",) * (2 + len(outcomes))]
    for reader in (*readers, None):
        each = [found.total(outcome, reader) for outcome in outcomes]
        rows.append((reader or "all", f"{sum(each):,}", *(f"{number:,}" for number in each)))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def as_json(found: Fuzzed) -> dict[str, Any]:
    """Return everything for a file."""
    seconds, number = found.slowest
    return {
        "seed": found.seed,
        "inputs": found.done,
        "outcomes": {outcome: found.total(outcome) for outcome in (*PLAIN, *FAULTS)},
        "counts": [
            {"reader": r, "kind": k, "way": w, "outcome": o, "inputs": times}
            for (r, k, w, o), times in sorted(found.counts.items())
        ],
        "slowest": {"seconds": seconds, "number": number},
        "memory_capped": found.capped,
        "faults": found.faults,
    }
