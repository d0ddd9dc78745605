"""From records and a Selection to figures: the one place where figures are made.

Others import ``coverage``, ``selection``, ``comparison`` and ``provenance``.
"""
