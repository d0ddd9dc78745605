"""Outlines by P-code: the embedded set and the sets that somebody installed.

Others import ``boundary_set``, ``installed``, ``adjacency`` and ``topology``.
"""
