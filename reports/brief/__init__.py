"""A view on two pages of A4, as PDF.

Its face: ``brief``.
"""
