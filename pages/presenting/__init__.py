"""The parts of the Present screen: slides and their preparation.

Others import ``slide`` and ``preparing``.
"""
