"""Text that a spreadsheet shows as written and never runs as a formula."""

import pandas as pd

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(value: object) -> object:
    """Return a cell's value so that a spreadsheet takes it for text; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA):
        return f"'{value}"
    return value


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Return a table as CSV in UTF-8, with the mark by which Excel knows it."""
    safe = frame.rename(columns=as_text).map(as_text)
    return safe.to_csv(index=False).encode("utf-8-sig")
