"""How a sheet is laid out -> one row a record: titles, headings, columns named by values, blanks.

Others import ``crosswise``, ``rows_below`` and ``titles``.
"""
