"""Starts Streamlit servers of this machine, and tells what they use of it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

import psutil

PROJECT = Path(__file__).resolve().parents[2]
START_SECONDS = 300  # the first start makes what later ones find, beside all that else runs
STOP_SECONDS = 10
MEBIBYTE = 2**20
#: Below those that systems give to connections: from 32,768 on Linux, 49,152 on macOS.
PORTS, APART = range(20_000, 32_000), 10
_PLACES = count(os.getpid() * 37)


class ServerError(RuntimeError):
    """A server did not start; the message ends with its log."""


@dataclass(frozen=True)
class Server:
    """A running ``streamlit run``."""

    url: str
    log: Path
    process: psutil.Process

    def cpu_seconds(self) -> float:
        """Processor time used since the start, in seconds, of user and system."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def memory_mb(self) -> float:
        """Memory of the process that is in use, in MiB (resident set)."""
        return float(self.process.memory_info().rss) / MEBIBYTE


@dataclass(frozen=True)
class Served:
    """Several dashboards behind the proxy, as ``deploy/serve.py`` runs them."""

    url: str
    log: Path
    ports: tuple[int, ...]  #: Of the dashboards, each reached from this machine alone.
    process: subprocess.Popen[bytes]

    def wait_until_answered(self, address: str) -> None:
        """As the function of that name does; the address is its own or a dashboard's."""
        wait_until_answered(self.process, address, self.log)


def free_port() -> int:
    """Return a port of this machine on which nothing listens, nor on the next ``APART``.

    No system gives one of these to a connection, which could take it before it is listened on, and
    processes that look for ports at once look in different places.

    Raises
    ------
    OSError
        If something listens on one of each ``APART`` of them.
    """
    for place in islice(_PLACES, len(PORTS) // APART):
        port = PORTS[place * APART % len(PORTS)]
        if all(map(_is_free, range(port, port + APART))):
            return port
    raise OSError(f"No port is free from {PORTS[0]} to {PORTS[-1]}.")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


@contextmanager
def running(
    script: Path,
    log: Path,
    environment: Mapping[str, str] | None = None,
    folder: Path = PROJECT,
    port: int | None = None,
) -> Iterator[Server]:
    """Run a Streamlit script on a free port for as long as the block lasts; it is ready to answer.

    Parameters
    ----------
    script
        From ``folder``, where it runs: its settings and its ``static`` are those of this folder.
    log
        Where its output goes.
    environment
        Set for this server beside what is set already.
    port
        Where its own settings have to name it; else any that is free.
    """
    port = port or free_port()
    url = f"http://localhost:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [f"--server.port={port}", "--server.headless=true"]
    with started(command, log, environment, folder) as process:
        wait_until_answered(process, f"{url}/_stcore/health", log)
        yield Server(url, log, psutil.Process(process.pid))


@contextmanager
def behind_proxy(workers: int, log: Path, environment: Mapping[str, str]) -> Iterator[Served]:
    """Run so many dashboards behind the proxy for as long as the block lasts; all answer."""
    url, first = f"http://localhost:{free_port()}", free_port()
    command = [sys.executable, str(PROJECT / "deploy" / "serve.py"), f"--workers={workers}"]
    command += [f"--site={url}", f"--first-port={first}"]
    with started(command, log, environment) as process:
        served = Served(url, log, tuple(range(first, first + workers)), process)
        for port in served.ports:
            served.wait_until_answered(f"http://127.0.0.1:{port}/_stcore/health")
        served.wait_until_answered(url)
        yield served


@contextmanager
def started(
    command: Sequence[str],
    log: Path,
    environment: Mapping[str, str] | None = None,
    folder: Path = PROJECT,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command for as long as the block lasts, its output in ``log``."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_answered(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Return when an address answers 200; raise ``ServerError`` where the process ends before."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=1) as answer:  # noqa: S310 - a server of our own
                if answer.status == 200:
                    return
        except OSError:
            # Not listening yet; how soon it does depends on the machine alone.
            time.sleep(0.05)
    raise ServerError(f"{address} did not answer:\n{log.read_text(errors='replace')[-4000:]}")
