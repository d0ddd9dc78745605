"""A kind of problem that a row of a file can have, and problems in sentences."""

from dataclasses import dataclass, replace

import pandas as pd


@dataclass(frozen=True)
class ProblemKind:
    """What can be wrong with a row or a cell.

    Attributes
    ----------
    key
        The name of the kind; it stays when the words change.
    reason, what_to_do
        What is wrong and the way out, in sentences. ``{name}`` stands for a value of the case.
    """

    key: str
    reason: str
    what_to_do: str

    def of(self, **values: object) -> "ProblemKind":
        """Return the kind with the values of a case in its words."""
        return replace(
            self,
            reason=self.reason.format(**values),
            what_to_do=self.what_to_do.format(**values),
        )


def in_sentences(problems: pd.DataFrame) -> pd.DataFrame:
    """Return problems with ``reason`` and ``what_to_do`` in place of their ``kind``."""
    sentences = {
        name: [getattr(kind, name) for kind in problems["kind"]]
        for name in ("reason", "what_to_do")
    }
    words = pd.DataFrame(sentences, index=problems.index, dtype=object)
    return problems.drop(columns="kind").join(words)
