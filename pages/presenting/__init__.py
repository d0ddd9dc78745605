"""The parts of the Present screen: slides and their preparation.

Its face: ``slide`` and ``preparing``.
"""
