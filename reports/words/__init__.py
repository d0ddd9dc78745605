"""Counts, selections, headings and colours in words, the same on every screen and in every file.

Every module is for others.
"""
