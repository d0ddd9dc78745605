"""Records at rest: imports and decisions, their history and undo, and the sets that are shipped.

Others import ``address``, ``store``, ``shipped``, ``imports``, ``tables``, ``audit``,
``backup_file`` and ``errors``.
"""
