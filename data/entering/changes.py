"""What a correction of one training would change: each row and column, before and after."""

from collections.abc import Mapping

import pandas as pd

from data.entering import places
from data.entering.written import HEADINGS, TABLE_WORDS
from data.records.tables import KEYS, KINDS
from geo.words.catalogue import _

COLUMNS = ("Part", "Of", "Column", "Before", "After")
NEW, GONE, BLANK = _("not there"), _("taken out"), _("not recorded")


def changes(before: Mapping[str, pd.DataFrame], after: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return one row for each value that differs: ``COLUMNS``, all text.

    By table, the rows of one training with the types of ``Records``; a table that only ``before``
    has loses its rows.
    """
    rows: list[tuple[str, ...]] = []
    for table, old in before.items():
        old_rows, new_rows = _by_key(table, old), _by_key(table, after.get(table, old.iloc[:0]))
        for key in dict.fromkeys([*old_rows, *new_rows]):
            one, other = old_rows.get(key), new_rows.get(key)
            for name, heading in HEADINGS[table].items():
                was, now = (row[name] if row else None for row in (one, other))
                if was != now and not (name in KEYS[table] and one and other):
                    words = (
                        (NEW if one is None else was or BLANK),
                        (GONE if other is None else now or BLANK),
                    )
                    if words not in ((NEW, BLANK), (BLANK, GONE)):
                        rows.append((TABLE_WORDS[table], key, heading, *words))
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")


def _by_key(table: str, rows: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Return the rows as texts, by what tells one from another of the same training."""
    texts = {
        name: [_shown(name, value) for value in rows[name].tolist()] for name in HEADINGS[table]
    }
    keys = [name for name in KEYS[table] if name != "training_id"]
    told = [dict(zip(texts, values, strict=True)) for values in zip(*texts.values(), strict=True)]
    return {", ".join(row[name] or BLANK for name in keys): row for row in told}


def _shown(name: str, value: object) -> str:
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    if KINDS[name] == "day":
        return f"{value:%Y-%m-%d}"
    return places.label(str(value)) if name.endswith("adm2_pcode") else str(value)
