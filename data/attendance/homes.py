"""The codes that homes and venues are counted under: districts, no home, larger places."""

from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.districts import gazetteer
from geo.districts.larger_places import larger_places

#: The code of a row whose home is not recorded (one past the last district); those after it are of
#: the larger places, in their order.
UNPLACED = len(gazetteer.districts())
HOMES = UNPLACED + 1 + len(larger_places())


@lru_cache(maxsize=1)
def province_of_homes() -> NDArray[np.intp]:
    """Return the position of the province of each home, by its code; one more for none."""
    codes = list(gazetteer.provinces())
    listed = [codes.index(code) for code in gazetteer.districts()["adm1_pcode"]]
    larger = [codes.index(place.adm1_pcode) for place in larger_places().values()]
    return np.array([*listed, len(codes), *larger])


def places_of(pcodes: pd.Series) -> NDArray[np.intp]:
    """Return the position of each P-code in the list of districts."""
    places = pd.Index(gazetteer.districts()["adm2_pcode"]).get_indexer(pd.Index(pcodes))
    return np.where(places < 0, UNPLACED, places)


def as_counted(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return a table with the P-codes of a column as they are counted, or the table itself.

    A newer district that an installed boundary set has brought, and that the list in use has
    not, is counted in the district of the list that has it (``gazetteer.counted_in``).
    """
    elsewhere = gazetteer.counted_in()
    if not elsewhere or not table[column].isin(list(elsewhere)).any():
        return table
    return table.assign(**{column: table[column].replace(elsewhere)})
