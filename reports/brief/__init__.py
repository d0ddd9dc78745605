"""A view on two pages of A4, as PDF.

Others import ``brief``.
"""
