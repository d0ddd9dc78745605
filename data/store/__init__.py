"""Records at rest: imports and decisions, their history and undo, and the sets that are shipped.

Its face: ``address``, ``store``, ``shipped``, ``imports``, ``tables``, ``audit``,
``backup_file`` and ``errors``.
"""
