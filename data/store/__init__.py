"""Records at rest: imports, their history and roll-back, and the sets that are shipped.

Others import ``store``, ``shipped``, ``imports`` and ``errors``.
"""
