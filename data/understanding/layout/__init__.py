"""How a sheet is laid out -> one row a record: titles, headings, columns named by values, blanks.

Others import ``crossed``, ``rows_below`` and ``titles``.
"""
