"""The parts of the Records screen: a file brought in, what is asked of it, and past imports.

Its face: ``upload``, ``sources``, ``entry`` and ``history``.
"""
