"""Made-up files against the reader of records, in processes of their own.

Its face: ``bench``.
"""
