"""How a file says that its days are written: "Dates are dd/mm/yyyy", "Date (month/day/year)"."""

import re
from collections.abc import Callable, Iterable, Sequence

from data.files.workbooks import SheetRows, SheetTitle
from data.sheets.tables.workbook.sheets_together import explains

_DAY, _MONTH = r"(?:dd?|days?|din|دن)", r"(?:mm?|months?|mahina|maah|مہینہ|ماہ)"
_BETWEEN = r"\s*[-/.]\s*"
_YEAR = r"(?:y{1,4}|years?|saal|سال)"
_DECLARED = {
    "dmy": re.compile(rf"\b{_DAY}{_BETWEEN}{_MONTH}{_BETWEEN}{_YEAR}\b", re.IGNORECASE),
    "mdy": re.compile(rf"\b{_MONTH}{_BETWEEN}{_DAY}{_BETWEEN}{_YEAR}\b", re.IGNORECASE),
}
#: A sheet of more rows than this explains nothing in words.
LONGEST = 200


def order_declared(texts: Iterable[str]) -> str | None:
    """Return the one order of day and month that texts say, ``dmy`` or ``mdy``; else None."""
    orders = {order for text in texts for order, said in _DECLARED.items() if said.search(text)}
    return orders.pop() if len(orders) == 1 else None


def declared_in(listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]) -> tuple[str, ...]:
    """Return how sheets that explain the others, as a README, say that days are written."""
    told = []
    for title in listed:
        rows = read(title.name).rows if explains(title.name) and not title.hidden else []
        texts = [text for row in rows for text in row] if len(rows) <= LONGEST else []
        told += [found[0] for text in texts for said in _DECLARED.values()
                 if (found := said.search(text))]  # fmt: skip
    return tuple(dict.fromkeys(told))
