"""Every file of a view to take along, its name, and the command that writes it.

Others import ``files`` and ``command``.
"""
