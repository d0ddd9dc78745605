"""How somebody wants the story told: which steps, in which order, under which words."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

#: The steps of the story in their usual order, and what each is called where they are chosen.
STEPS = {
    "standing": "Where the programme stands",
    "growth": "The map as it grew",
    "trained": "Who was trained",
    "committees": "Committees",
    "gaps": "What is still uncovered",
    "plan": "Where to train next",
}

#: The longest title and text that a slide holds, in characters.
LONGEST_TITLE, LONGEST_TEXT = 120, 400


class WordingError(ValueError):
    """A wording cannot be used; its text says what is wrong and what to do."""


@dataclass(frozen=True)
class Wording:
    """The steps to show, in order, and titles and texts that replace the usual ones.

    Steps are keys of ``STEPS``, at least one; those that are not named are left out. A step
    without a title or text, or with a blank one, has the words that the figures give it.

    Raises
    ------
    WordingError
        If no step is left, a step is not known or named twice, or words are too long.
    """

    steps: tuple[str, ...] = tuple(STEPS)
    titles: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what cannot be shown."""
        if not self.steps:
            raise WordingError("No step is left. Keep at least one.")
        if len(set(self.steps)) < len(self.steps) or not set(self.steps) <= set(STEPS):
            raise WordingError(f"The steps are each one of: {', '.join(STEPS)}; none twice.")
        for words, most in ((self.titles, LONGEST_TITLE), (self.texts, LONGEST_TEXT)):
            for key, value in words.items():
                if len(value) > most:
                    raise WordingError(
                        f"The words of “{STEPS.get(key, key)}” have {len(value):,} characters; "
                        f"a slide holds {most}."
                    )

    def to_json(self) -> str:
        """Return the wording as it is kept with the records."""
        return json.dumps(asdict(self), ensure_ascii=False)


def wording_from_json(text: str) -> Wording:
    """Read a wording that was kept.

    Raises
    ------
    WordingError
        If it is not one. It never means that the usual wording was meant.
    """
    try:
        parts: dict[str, Any] = json.loads(text)
        titles, texts = (
            {str(key): str(words) for key, words in parts[name].items()}
            for name in ("titles", "texts")
        )
        return Wording(tuple(str(step) for step in parts["steps"]), titles, texts)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as fault:
        raise WordingError(
            "The kept wording cannot be read. Go back to the usual words and keep them again."
        ) from fault
