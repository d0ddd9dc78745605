"""Attendance in little room: rows of a few bytes, and the sums that figures are made of.

Others import ``rows``, ``cells`` and ``sums``.
"""
