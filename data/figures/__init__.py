"""From records and a Selection to figures: the one place where figures are made.

Its face: ``coverage``, ``selection``, ``comparison`` and ``provenance``.
"""
