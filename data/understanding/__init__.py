"""The lenient way in: a file is read by what its columns are called.

Its face: ``understand``.
"""
