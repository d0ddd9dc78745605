"""Why a file could not be read, in words for the person who chose it."""

from dataclasses import dataclass


@dataclass
class ReadingError(Exception):
    """A file is refused as a whole; nothing of it was taken in.

    Attributes
    ----------
    what
        What is wrong, in a sentence.
    where
        The file, sheet or row.
    what_to_do
        The way out, in a sentence.
    """

    what: str
    where: str
    what_to_do: str

    def __str__(self) -> str:
        """Return all three as one text."""
        return f"{self.where}: {self.what} {self.what_to_do}"
