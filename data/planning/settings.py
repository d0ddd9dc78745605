"""What need and plan are made with: the same on the Gaps screen, on slides and in files."""

from dataclasses import dataclass, field

import pandas as pd

from data.figures.coverage import Coverage
from data.planning.need import UNCOVERED, need
from data.planning.request import Request
from data.planning.weights import PlanningError, Weights
from data.records.model import WITHOUT_PARTICIPANTS, Records
from geo.words.catalogue import _, ngettext

#: What is planned for until somebody asks for another plan.
USUAL_REQUEST = Request(n_venues=10, radius=100, capacity=8)


@dataclass(frozen=True)
class Aims:
    """What somebody wants of need and plan.

    Attributes
    ----------
    weights
        Of the parts of the need.
    indicator
        Of the layers of the records; blank for the first that they have.
    request
        What the plan has to keep to.
    by_score
        Whether the plan covers the score of all districts in need; else people of uncovered ones.
    """

    weights: Weights = field(default_factory=Weights)
    indicator: str = ""
    request: Request = USUAL_REQUEST
    by_score: bool = False


@dataclass(frozen=True, eq=False)
class Layer:
    """The values of one indicator in one year."""

    #: As the table has them; of several units or sources all, joined.
    indicator: str
    unit: str
    source: str
    year: int | None  #: The latest year that the indicator has; None where no year is recorded.
    #: ``adm2_pcode``, ``value`` (a higher one is more vulnerable), one row a district.
    values: pd.DataFrame
    others: int  #: Rows of other years, which are left out.

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


@dataclass(frozen=True, eq=False)
class Need:
    """The districts in need of a view, and what their score is made with.

    Attributes
    ----------
    districts
        The rows of ``data.planning.need.need``, most need first.
    weights, layer
        What they were ranked with; no layer where the records have none that can be used.
    refused
        Why the layer could not be used; blank where nothing is wrong.
    """

    districts: pd.DataFrame
    weights: Weights
    layer: Layer | None
    refused: str = ""


def indicators(records: Records) -> list[str]:
    """Return the indicators of a set's layers, in the order of the file; none without layers."""
    if records.layers is None:
        return []
    return [str(one) for one in records.layers["indicator"].dropna().unique()]


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


def chosen_layer(records: Records, indicator: str = "") -> Layer | None:
    """Return an indicator's layer, the first where none is named; None where there is none."""
    offered = indicators(records)
    if records.layers is None or not offered:
        return None
    return layer_of(records.layers, indicator if indicator in offered else offered[0])


def needed(figures: Coverage, aims: Aims) -> Need:
    """Return the districts in need of a view; a layer that is no use is left out, and said."""
    layer = chosen_layer(figures.records, aims.indicator)
    try:
        values = layer.values if layer else None
        return Need(need(figures, aims.weights, values), aims.weights, layer)
    except PlanningError as refused:
        return Need(need(figures, aims.weights), aims.weights, None, str(refused))


def to_cover(in_need: pd.DataFrame, by_score: bool) -> pd.Series:
    """Return what a plan is to cover, by P-code, of the rows of ``data.planning.need.need``.

    People of the uncovered districts (``<NA>`` where not known), or the score of all in need;
    sorted by P-code, so that plans of the same districts are the same however they are ranked.
    """
    if by_score:
        return in_need.set_index("adm2_pcode")["score"].astype(float).sort_index()
    return _people(in_need[in_need["kind"] == UNCOVERED])


def people_to_cover(figures: Coverage) -> pd.Series:
    """Return what ``to_cover`` does of people, without ranking the need first."""
    return _people(figures.districts[figures.districts["status"].isin(WITHOUT_PARTICIPANTS)])


def _people(districts: pd.DataFrame) -> pd.Series:
    return districts.set_index("adm2_pcode")["population"].astype("Float64").sort_index()
