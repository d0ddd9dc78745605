"""The figures of a view as a workbook, and one table as a workbook.

Its face: ``workbook``.
"""
