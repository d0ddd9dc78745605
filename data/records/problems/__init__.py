"""What can be wrong with a row of a file: kinds of problems, each with its key, words and advice.

A problem is known by the key of its kind, and never by its words. Its face: ``kind``,
``of_rows`` and ``of_tables``.
"""
