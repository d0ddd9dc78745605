"""Why something was refused, in words for the person who asked."""

from dataclasses import dataclass


@dataclass
class Refusal(Exception):  # noqa: N818 - what it is in every message
    """What was asked is refused as a whole, and nothing has changed.

    Attributes
    ----------
    what
        What is wrong, in a sentence.
    where
        The file, sheet or row; the server without its password.
    what_to_do
        The way out, in a sentence.
    """

    what: str
    where: str
    what_to_do: str

    def __str__(self) -> str:
        """Return all three as one text."""
        return f"{self.where}: {self.what} {self.what_to_do}"


class ReadingError(Refusal):
    """A file cannot be read; nothing of it was taken in."""
