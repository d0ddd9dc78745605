"""What all tests share: none of them sees the boundary sets of whoever runs them.

The district list has the newer districts of the set in use, so a set that is installed in this
folder would change what is counted.
"""

import gc
import os
import shutil
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings

# Tests and libraries stay as long as the process: to look for garbage among them as often as usual
# takes a third of the time in which tests are compiled and imported.
gc.set_threshold(50_000, 20, 20)

os.environ["TRAINING_BOUNDARIES"] = str(Path(__file__).parent / "no-sets-installed")

# A store waits for its disk at each change, and no test is of a machine that loses its power.
IN_MEMORY, ROOM = Path("/dev/shm"), 4_000_000_000  # noqa: S108 - where Linux has it
if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

# The tables of tests are small: threads of the libraries would only wait for each other, and for
# the tests on the other cores. Read as numpy loads, and by the processes that tests start.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# How long an example takes is measured in ``bench`` and asserted nowhere.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let the processes that share all tests out begin to import them at another file each.

    What one has compiled the others find: from the first on, each would compile all of them.
    """
    worker = getattr(session.config, "workerinput", None)
    if worker is None or session.config.args != session.config.getini("testpaths"):
        return
    left_out = [Path(one).resolve() for one in session.config.getoption("ignore") or ()]
    files = [one for one in sorted(Path(__file__).parent.rglob("test_*.py"))
             if not any(map(one.is_relative_to, left_out))]  # fmt: skip
    first = len(files) * int(worker["workerid"].removeprefix("gw")) // worker["workercount"]
    for file in files[first:] + files[:first]:
        with suppress(Exception):  # it is imported again, and told, as the tests are collected
            import_module(".".join(file.relative_to(session.config.rootpath).with_suffix("").parts))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Leave what is loaded out of later collections of garbage."""
    gc.collect()
    gc.freeze()
