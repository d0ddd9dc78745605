"""A training and what was raised at it, as they are written on a screen: rows, checks, changes.

Its face: ``written``, ``places`` and ``changes``.
"""
