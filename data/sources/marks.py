"""What is kept of a source between two pulls: nothing of what it holds but a hash and a count."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Self

from data.files.text_pages import TextPages


@dataclass(frozen=True)
class Mark:
    """How a source was when it was last taken in whole.

    Attributes
    ----------
    etag, modified
        As its server gave them; blank for none.
    sign
        Of how a form stood as it was read, by which a later pull tells that nothing has changed;
        blank where it gives none.
    read
        The day it was last read whole, in ISO format; blank where its sign is not asked for.
    digest
        SHA-256 of the files.
    asked
        SHA-256 of how it was read: its description and what was decided by then.
    import_id
        The import that it became; 0 where it became none yet.
    """

    etag: str = ""
    modified: str = ""
    sign: str = ""
    read: str = ""
    digest: str = ""
    asked: str = ""
    import_id: int = 0

    @classmethod
    def of(cls, files: Sequence[bytes | TextPages], *, etag: str = "", modified: str = "") -> Self:
        """Return the mark of some files."""
        digest = hashlib.sha256()
        for one in files:
            digest.update(hashlib.sha256(one).digest() if isinstance(one, bytes) else one.digest())
        # A server may write anything there: what is longer than any such mark is not kept.
        return cls(etag[:200], modified[:100], digest=digest.hexdigest())

    def to_json(self) -> str:
        """Return it as text."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, words: str) -> Self | None:
        """Return the mark that a text is; None where it is none, so that all is read again."""
        try:
            return cls(**json.loads(words))
        except (ValueError, TypeError):
            return None
