"""Outlines by P-code: the embedded set and the sets that somebody installed.

Its face: ``boundary_set``, ``installed``, ``adjacency`` and ``topology``.
"""
