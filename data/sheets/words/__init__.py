"""Words and signs in names of columns and in cells: what they say of people and of who came.

Its face: ``count_words``, ``names.name_words`` and ``presence``.
"""
