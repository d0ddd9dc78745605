"""The parts of the Records screen: a file brought in, what is asked of it, and past imports.

Others import ``upload``, ``sources``, ``entry`` and ``history``.
"""
