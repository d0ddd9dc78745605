"""A Chromium that visits a server of this machine and measures what it sees.

Its face: ``measures``, ``servers``, ``subjects`` and ``visit``.
"""
