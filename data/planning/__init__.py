"""Which districts need a training most, and where to hold the next ones.

Others import ``plan``, ``request``, ``need``, ``settings``, ``distances`` and ``weights``.
"""
