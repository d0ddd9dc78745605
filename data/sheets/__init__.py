"""From rows of text to a sheet: its header, what its columns mean, and nothing of a person.

Its face: ``opening``, ``fields``, ``mapping`` and ``admission``.
"""
