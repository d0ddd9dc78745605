"""How a sheet is laid out -> one row a record: titles, headings, columns named by values, blanks.

Its face: ``crossed``, ``rows_below`` and ``titles``.
"""
