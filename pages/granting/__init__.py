"""The parts of People: the grants that hold, each to change or take away, and a new one.

Its face: ``grants``.
"""
