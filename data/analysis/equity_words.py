"""What the measures of equity mean, each in one sentence made from its numbers."""

import numpy as np
import pandas as pd

from data.analysis.equity import Chance, Equity, Theil
from data.records.model import in_percent
from geo.words.catalogue import _, ngettext

#: Part of Theil's T from which a sentence calls one kind of difference the larger.
MOSTLY = 0.6
ONE_DISTRICT = _("With one district there is nothing to compare.")


def coverage_in_words(provinces: pd.DataFrame, mostly_together: bool = False) -> str:
    """Return what ``coverage_by_province`` means; no comparison where most are not named."""
    known = provinces[provinces["share"].notna()]
    if known.empty:
        return _("No selected district has a known population, so no share of people can be given.")
    national = known["national"].iloc[0]
    share = in_percent(national)
    if mostly_together:
        return _(
            "At least {share} of people live in covered districts. Most trainings do not name "
            "every district that they reached, so provinces are not compared."
        ).format(share=share)
    if len(known) == 1:
        return _("{share} of people live in covered districts of {province}.").format(
            share=share, province=known["province"].iloc[0]
        )
    below = int((known["share"] < national).sum())
    if not below:
        return _(
            "{share} of people live in covered districts, the same share in each of {provinces} "
            "provinces."
        ).format(share=share, provinces=len(known))
    least, most = known.iloc[0], known.iloc[-1]
    return _(
        "{share} of people live in covered districts; {below} of {provinces} provinces lie below "
        "that, from {least} in {first} to {most} in {last}."
    ).format(
        share=share,
        below=below,
        provinces=len(known),
        least=in_percent(least["share"]),
        first=least["province"],
        most=in_percent(most["share"]),
        last=most["province"],
    )


def lorenz_in_words(equity: Equity) -> str:
    """Return what the Lorenz curve means."""
    if equity.lorenz.empty:
        return _nothing_to_compare(equity)
    if len(equity.districts) == 1:
        return ONE_DISTRICT
    half = np.interp(0.5, equity.lorenz["people"], equity.lorenz["participants"])
    return _(
        "The half of the people with the fewest participants for their number have {share} of the "
        "participants; in proportion it would be 50%."
    ).format(share=in_percent(half))


def gini_in_words(equity: Equity, chance: Chance | None = None) -> str:
    """Return what the Gini coefficient means, and what chance alone would give."""
    if equity.gini is None:
        return _nothing_to_compare(equity)
    if len(equity.districts) == 1:
        return ONE_DISTRICT
    told = _(
        "The Gini coefficient is {gini:.2f}, between 0, where each district has participants in "
        "proportion to its people, and 1, where all come from one small district."
    ).format(gini=equity.gini)
    if not chance:
        return told
    by_chance = _(
        "The same delegations, placed by chance in proportion to people, would give {median:.2f} "
        "({low:.2f} to {high:.2f})."
    ).format(median=chance.median, low=chance.low, high=chance.high)
    return f"{told} {by_chance}"


def theil_in_words(equity: Equity) -> str:
    """Return what the split of Theil's T means."""
    if equity.theil is None:
        return _nothing_to_compare(equity)
    split = equity.theil
    if split.total < 1e-9:
        return _("Each district has participants in proportion to its people: nothing to split.")
    if len(split.provinces) == 1:
        return _("All compared districts lie in one province, so all inequality is within it.")
    return _split_in_words(split)


def left_out_in_words(equity: Equity) -> str:
    """Return how many districts are compared and which are not; for under every figure."""
    some = int((equity.districts["participants"] > 0).sum())
    parts = [
        _("{districts} compared, {some:,} with participants").format(
            districts=_districts(len(equity.districts)), some=some
        )
    ]
    if some < len(equity.districts):
        parts.append(_("those without a record count as 0"))
    told = (
        (equity.without_population, _("{districts} without a known population left out")),
        (equity.without_count, _("{districts} reached without a count left out")),
        (equity.named_within, _("{districts} named within a larger place left out")),
        (equity.partly_counted, _("{districts} with some of the counts missing")),
    )
    parts += [words.format(districts=_districts(number)) for number, words in told if number]
    return "; ".join(parts) + "."


def _split_in_words(split: Theil) -> str:
    within = split.within / split.total
    words = _(
        "{within} of the inequality lies between districts of the same province and {between} "
        "between provinces: both matter about alike."
    )
    if within >= MOSTLY:
        words = _(
            "{within} of the inequality lies between districts of the same province and {between} "
            "between provinces: it is mostly a question of which districts within each province."
        )
    elif within <= 1 - MOSTLY:
        words = _(
            "{within} of the inequality lies between districts of the same province and {between} "
            "between provinces: it is mostly a question of which provinces."
        )
    return words.format(within=in_percent(within), between=in_percent(1 - within))


def _nothing_to_compare(equity: Equity) -> str:
    if equity.districts.empty:
        return _(
            "No selected district has a known population and count, so nothing can be compared."
        )
    if equity.hardly_counted:
        return _(
            "Most districts that were reached have no count, or most participants no recorded home "
            "district: a coefficient would be of what happens to be counted, so none is given."
        )
    return _("No participant is recorded in a district that can be compared: there is no share.")


def _districts(number: int) -> str:
    return ngettext("{number:,} district", "{number:,} districts", number).format(number=number)
