"""One indicator of the layers that a set of records has: a vulnerability index, say."""

from dataclasses import dataclass

import pandas as pd


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
        year = f", {self.year}" if self.year else ""
        unit = f", {self.unit}" if self.unit else ""
        told = f"Vulnerability: {self.indicator}{unit}{year}"
        told += f"; source: {self.source}" if self.source else ""
        told += f"; {len(self.values):,} districts"
        return (
            f"{told}; {self.others:,} rows of other years left out." if self.others else f"{told}."
        )


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
