"""What all tests share: none of them sees the boundary sets of whoever runs them.

The district list has the newer districts of the set in use, so a set that is installed in this
folder would change what is counted.
"""

import gc
import os
import shutil
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


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Leave what is loaded out of later collections of garbage."""
    gc.collect()
    gc.freeze()
