"""The tables of a sheet: where each begins, and which of them belong together.

Its face: ``header``, ``repeated_columns``, ``side_by_side`` and those of ``workbook``.
"""
