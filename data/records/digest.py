"""The hash of what is written as a file, without the file."""

import hashlib
import io


class Digest(io.RawIOBase):
    """Takes bytes as a file that is written to does; keeps their SHA-256 alone."""

    def __init__(self) -> None:
        self.sha = hashlib.sha256()

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def write(self, content: bytes) -> int:  # pyrefly: ignore[bad-override]  # whatever has its bytes
        """Take bytes in."""
        self.sha.update(content)
        return len(content)
