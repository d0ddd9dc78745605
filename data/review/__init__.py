"""What no rule settles: asked once, decided by a person, kept for the next file.

Its face: ``decisions`` and ``questions``.
"""
