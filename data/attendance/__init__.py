"""Attendance in little room: rows of a few bytes, and the sums that figures are made of.

``rows`` and ``homes`` are what a row is and is counted under, ``order`` turns them into ``cells``,
and ``sums`` adds these up; others import all five.
"""
