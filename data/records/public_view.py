"""A public view: how it is asked for, and what it says of itself."""

from dataclasses import replace

from data.records.model import Records

#: The least that withholds anything, and more than any rule of disclosure asks for.
LEAST, MOST = 2, 1000


def suppress_below(written: str, variable: str) -> int:
    """Return the smallest count that is shown, from a setting; 0 (or blank) where all are.

    Raises
    ------
    ValueError
        If the setting is not 0 or a whole number of ``LEAST`` to ``MOST``.
    """
    text = written.strip() or "0"
    if text.isdecimal() and text.isascii() and (int(text) == 0 or LEAST <= int(text) <= MOST):
        return int(text)
    raise ValueError(
        f"{variable} is {written[:40]!r}. It is the smallest count that a public view shows: a "
        f"whole number from {LEAST} to {MOST:,}, usually 5. For an internal view, in which all "
        "counts are shown, leave it out or set it to 0."
    )


def in_public(records: Records, below: int) -> Records:
    """Return records as a public view shows them, and says so; unchanged where ``below`` is 0."""
    if below in (0, records.suppress_below):
        return records
    notice = f"{records.notice} {said(below)}"
    return replace(records, suppress_below=below, notice=notice)


def said(below: int) -> str:
    """Return what every screen and file of a public view says."""
    return f"Public view: counts under {below} of a sex, agency and district are not shown."
