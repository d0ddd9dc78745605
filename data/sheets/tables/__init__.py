"""The tables of a sheet: where each begins, and which of them belong together.

Others import ``covers``, ``declared_dates``, ``header``, ``joined_sheets``, ``repeated_columns``,
``sheets_together`` and ``side_by_side``.
"""
