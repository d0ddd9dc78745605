"""A Chromium that visits a server of this machine and measures what it sees.

Others import ``measures``, ``servers``, ``subjects`` and ``visit``.
"""
