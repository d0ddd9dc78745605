"""The list of districts that everything is counted by, and newer ones that a set has brought.

Its face: ``gazetteer``, ``terrain``, ``newer`` and ``boundary_folder``.
"""
