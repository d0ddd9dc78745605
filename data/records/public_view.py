"""The setting that asks for a public view: the smallest block of people that it may show."""

#: The least that protects anybody, and more than any rule of disclosure asks for.
LEAST, MOST = 2, 1000


def smallest_block(written: str, variable: str) -> int:
    """Return the smallest block of people that is shown; 0 (or blank) where all counts are.

    Raises
    ------
    ValueError
        If the setting is not 0 or a whole number of ``LEAST`` to ``MOST``; and for any but 0, as
        there is no public edition of the records: nothing is shown rather than all counts.
    """
    text = written.strip() or "0"
    number = int(text) if text.isdecimal() and text.isascii() else -1
    if number != 0 and not LEAST <= number <= MOST:
        raise ValueError(
            f"{variable} is {written[:40]!r}. It is the smallest block of people that a public "
            f"view shows: a whole number from {LEAST} to {MOST:,}, usually 5. For an internal "
            "view, in which all counts are shown, leave it out or set it to 0."
        )
    if number:
        raise ValueError(
            f"{variable} is {number}, which asks for a public view. The public edition of the "
            "records is not available. For an internal view, in which all counts are shown, leave "
            "it out or set it to 0."
        )
    return number
