"""Sheets of several files that belong together: submissions and their people."""

from collections.abc import Sequence

from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.linked_sheets import with_submissions


def of_files(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets of several files, those that belong together as one."""
    return with_submissions(sheets)
