"""A training and what was raised at it, as they are written on a screen: rows, checks, changes.

Others import ``written``, ``places`` and ``changes``.
"""
