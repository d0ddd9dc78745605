"""A boundary file that somebody brings: opened, checked and made light.

Others import ``inspection``, ``findings`` and ``hdx``.
"""
