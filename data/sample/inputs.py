"""Made-up inputs from the made-up trainings: what participants raised, and what became of it.

What was raised is written by hand in ``raised.csv``; what became of it is drawn.
"""

import csv
import datetime as dt
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from data.records.rules import INPUT_STATES, OPEN

Row = dict[str, str | int]

RAISED = Path(__file__).with_name("raised.csv")
SEED = 47
#: Stands at the end of each, so that it is called made up wherever it is copied to.
MADE_UP = "(illustrative)"
#: How often an input is open, followed up on or closed where a later training could take it up.
STATES = (35, 40, 25)
#: How often what was taken up was taken up by a later training, and not apart from one.
BY_A_TRAINING = 0.6


def draw_inputs(trainings: Sequence[Mapping[str, str]]) -> list[Row]:
    """Draw what became of each input; only a training that starts later can have taken it up."""
    draw = random.Random(SEED)  # noqa: S311 - a fixed seed is what is wanted
    starts = {one["training_id"]: one["date_start"] for one in trainings}
    last = max(starts.values())
    with RAISED.open(encoding="utf-8", newline="") as file:
        raised = list(csv.DictReader(file))
    rows: list[Row] = []
    for one in raised:
        first = starts[one["training_id"]]
        later = [training_id for training_id, day in starts.items() if day > first]
        state = draw.choices(INPUT_STATES, STATES)[0] if later else OPEN
        by = day = ""
        if state != OPEN:
            by = draw.choice(later) if draw.random() < BY_A_TRAINING else ""
            day = starts[by] if by else _day_between(draw, first, last)
        words = f"{one['input'].rstrip('.')} {MADE_UP}."
        told = {"state": state, "followed_up_by": by, "followed_up_on": day}
        rows.append({**one, "input": words, **told})
    return rows


def _day_between(draw: random.Random, first: str, last: str) -> str:
    """Draw a day after the first and up to the last."""
    start = dt.date.fromisoformat(first)
    days = (dt.date.fromisoformat(last) - start).days
    return (start + dt.timedelta(days=draw.randint(1, days))).isoformat()
