"""Every file of a view to hand over, its name, and the command that writes it.

Its face: ``files`` and ``command``.
"""
