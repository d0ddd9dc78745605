"""One indicator of the layers that a set of records has: a vulnerability index, say."""

from dataclasses import dataclass

import pandas as pd

from geo.words.catalogue import _, ngettext


@dataclass(frozen=True, eq=False)
class Layer:
    """The values of one indicator in one year.

    Attributes
    ----------
    indicator, unit, source
        As the table has them; of several units or sources all, joined.
    year
        The latest year that the indicator has; None where no year is recorded.
    values
        ``adm2_pcode``, ``value`` (a higher one is more vulnerable), one row a district.
    others
        Rows of other years, which are left out.
    """

    indicator: str
    unit: str
    source: str
    year: int | None
    values: pd.DataFrame
    others: int

    @property
    def words(self) -> str:
        """What the layer is, in a sentence."""
        named = ", ".join(str(one) for one in (self.indicator, self.unit, self.year) if one)
        told = [_("Vulnerability: {layer}").format(layer=named)]
        if self.source:
            told.append(_("source: {source}").format(source=self.source))
        districts = len(self.values)
        words = ngettext("{number:,} district", "{number:,} districts", districts)
        told.append(words.format(number=districts))
        if self.others:
            words = ngettext(
                "{rows:,} row of other years left out",
                "{rows:,} rows of other years left out",
                self.others,
            )
            told.append(words.format(rows=self.others))
        return f"{'; '.join(told)}."


def layer_of(layers: pd.DataFrame, indicator: str) -> Layer:
    """Return the latest year of an indicator.

    ``layers`` has ``LAYER_COLUMNS``. A row whose year is blank counts only where all are.
    """
    rows = layers[layers["indicator"].astype("str") == indicator]
    years = pd.to_numeric(rows["year"], errors="coerce")
    latest = years.max()
    kept = rows if pd.isna(latest) else rows[years == latest]
    return Layer(
        indicator=indicator,
        unit=_joined(kept["unit"]),
        source=_joined(kept["source"]),
        year=None if pd.isna(latest) else int(latest),
        values=kept[["adm2_pcode", "value"]].reset_index(drop=True),
        others=len(rows) - len(kept),
    )


def _joined(texts: pd.Series) -> str:
    return ", ".join(sorted({str(text) for text in texts.dropna() if str(text).strip()}))
