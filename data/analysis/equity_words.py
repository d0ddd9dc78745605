"""What the measures of equity mean, each in one sentence made from its numbers."""

import numpy as np
import pandas as pd

from data.analysis.equity import Chance, Equity, Theil
from data.records.model import in_percent

#: Part of Theil's T from which a sentence calls one kind of difference the larger.
MOSTLY = 0.6


def coverage_in_words(provinces: pd.DataFrame, mostly_together: bool = False) -> str:
    """Return what ``coverage_by_province`` means; no comparison where most are not named."""
    known = provinces[provinces["share"].notna()]
    if known.empty:
        return "No selected district has a known population, so no share of people can be given."
    national = known["national"].iloc[0]
    line = f"{in_percent(national)} of people live in covered districts"
    if mostly_together:
        return (
            f"At least {line}. Most trainings do not name every district that they reached, so "
            "provinces are not compared."
        )
    if len(known) == 1:
        return f"{line} of {known['province'].iloc[0]}."
    below = int((known["share"] < national).sum())
    least, most = known.iloc[0], known.iloc[-1]
    if not below:
        return f"{line}, the same share in each of {len(known)} provinces."
    ends = [f"{in_percent(one['share'])} in {one['province']}" for one in (least, most)]
    return f"{line}; {below} of {len(known)} provinces lie below that, from {ends[0]} to {ends[1]}."


def lorenz_in_words(equity: Equity) -> str:
    """Return what the Lorenz curve means."""
    if equity.lorenz.empty:
        return _nothing_to_compare(equity)
    if len(equity.districts) == 1:
        return "With one district there is nothing to compare."
    half = np.interp(0.5, equity.lorenz["people"], equity.lorenz["participants"])
    return (
        "The half of the people with the fewest participants for their number have "
        f"{in_percent(half)} of the participants; in proportion it would be 50%."
    )


def gini_in_words(equity: Equity, chance: Chance | None = None) -> str:
    """Return what the Gini coefficient means, and what chance alone would give."""
    if equity.gini is None:
        return _nothing_to_compare(equity)
    if len(equity.districts) == 1:
        return "With one district there is nothing to compare."
    return (
        f"The Gini coefficient is {equity.gini:.2f}, between 0, where each district has "
        "participants in proportion to its people, and 1, where all come from one small district."
        + (
            f" The same delegations, placed by chance in proportion to people, would give "
            f"{chance.median:.2f} ({chance.low:.2f} to {chance.high:.2f})."
            if chance
            else ""
        )
    )


def theil_in_words(equity: Equity) -> str:
    """Return what the split of Theil's T means."""
    if equity.theil is None:
        return _nothing_to_compare(equity)
    split = equity.theil
    if split.total < 1e-9:
        return "Each district has participants in proportion to its people: nothing to split."
    if len(split.provinces) == 1:
        return "All compared districts lie in one province, so all inequality is within it."
    return _split_in_words(split)


def left_out_in_words(equity: Equity) -> str:
    """Return how many districts are compared and which are not; for under every figure."""
    some = int((equity.districts["participants"] > 0).sum())
    parts = [f"{_districts(len(equity.districts))} compared, {some:,} with participants"]
    if some < len(equity.districts):
        parts.append("those without a record count as 0")
    if equity.without_population:
        parts.append(f"{_districts(equity.without_population)} without a known population left out")
    if equity.without_count:
        parts.append(f"{_districts(equity.without_count)} reached without a count left out")
    if equity.named_within:
        parts.append(f"{_districts(equity.named_within)} named within a larger place left out")
    if equity.partly_counted:
        parts.append(f"{_districts(equity.partly_counted)} in with a part of their counts only")
    return "; ".join(parts) + "."


def _split_in_words(split: Theil) -> str:
    within = split.within / split.total
    told = (
        f"{in_percent(within)} of the inequality lies between districts of the same province and "
    )
    told += f"{in_percent(1 - within)} between provinces"
    if within >= MOSTLY:
        return f"{told}: it is mostly a question of which districts within each province."
    if within <= 1 - MOSTLY:
        return f"{told}: it is mostly a question of which provinces."
    return f"{told}: both matter about alike."


def _nothing_to_compare(equity: Equity) -> str:
    if equity.districts.empty:
        return "No selected district has a known population and count, so nothing can be compared."
    if equity.hardly_counted:
        return (
            "Most districts that were reached have no count, or most participants no recorded home "
            "district: a coefficient would be of what happens to be counted, so none is given."
        )
    return "No participant is recorded in a district that can be compared: there is no share."


def _districts(number: int) -> str:
    return f"{number:,} district" if number == 1 else f"{number:,} districts"
