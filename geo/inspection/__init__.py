"""A boundary file that somebody brings: opened, checked and made light.

Its face: ``inspection``, ``findings`` and ``hdx``.
"""
