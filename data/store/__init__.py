"""Records at rest: imports and decisions, their history and undo, and the sets that are shipped.

Others import ``store``, ``shipped``, ``imports``, ``decisions``, ``audit``, ``backup_file`` and
``errors``.
"""
