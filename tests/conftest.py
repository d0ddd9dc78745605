"""What all tests share: none of them sees the boundary sets of whoever runs them.

The district list has the newer districts of the set in use, so a set that is installed in this
folder would change what is counted.
"""

import os
from pathlib import Path

from hypothesis import settings

os.environ["TRAINING_BOUNDARIES"] = str(Path(__file__).parent / "no-sets-installed")

# How long an example takes is measured in ``bench`` and asserted nowhere.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
