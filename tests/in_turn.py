"""Parameters of a test, each value of which is tried once and not with each of the others."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest


def in_turn(values: Mapping[str, Sequence[Any]]) -> pytest.MarkDecorator:
    """Parametrize a test with as many cases as the most values of one parameter are.

    For what reads a whole file: of words and layouts that do not depend on each other, each is
    tried, and those of two parameters meet as often as the cases allow.

    Parameters
    ----------
    values
        What each parameter is in turn; several that belong together stand under "one, other".
    """
    most = max(map(len, values.values()))
    columns, step = [], 1
    for names, own in values.items():
        several = len(own) == most
        turned = [own[place if several else place // step % len(own)] for place in range(most)]
        columns.append([one if "," in names else (one,) for one in turned])
        step *= 1 if several else len(own)
    cases = [sum((tuple(one) for one in case), ()) for case in zip(*columns, strict=True)]
    names = [name.strip() for key in values for name in key.split(",")]
    return pytest.mark.parametrize(names, cases if len(names) > 1 else [one for (one,) in cases])
