"""What is made of figures and kept with them, for whoever looks at the same view next."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from data.figures.coverage import Coverage

P = ParamSpec("P")
Made = TypeVar("Made")
#: Answers of one function that are kept for one view: a click asks for another map.
MOST = 8


def kept_with_figures(
    make: Callable[Concatenate[Coverage, P], Made],
) -> Callable[Concatenate[Coverage, P], Made]:
    """Keep what a function makes of figures for as long as the figures are kept.

    Its other arguments are hashable, and what it returns is never changed by who gets it. Figures
    of a visitor's own records go with their session, and so does what is kept with them.
    """

    @wraps(make)
    def kept(figures: Coverage, *arguments: P.args, **named: P.kwargs) -> Made:
        made: dict[Any, object] = figures.__dict__.setdefault(f"made by {make.__qualname__}", {})
        key = (arguments, tuple(sorted(named.items())))
        answer = made.get(key)  # looked up once: another thread may clear all meanwhile
        if answer is None:
            answer = make(figures, *arguments, **named)
            if len(made) >= MOST:
                made.clear()
            made[key] = answer
        return cast(Made, answer)

    return kept
