"""The words of the interface, and where a translation of them is looked up.

Its face: ``catalogue``.
"""
