"""Pupils, children and villagers in the names of columns: people whom nobody employs."""

from data.sheets.fields import plain

_PUPILS = frozenset(["girls", "boys", "pupils", "students", "children", "parents", "mothers",
                     "fathers", "villagers", "residents", "learners", "schoolchildren",
                     "schoolgirls", "schoolboys", "larkian", "larkiyan", "larke", "larkay",
                     "طالبات", "طلبہ", "طلباء", "طلبا", "بچے", "بچیاں", "لڑکے",
                     "لڑکیاں"])  # fmt: skip
#: Words beside them which say nothing of an office.
_BESIDE = frozenset(["male", "males", "female", "females", "m", "f", "girl", "boy", "men", "women",
                     "no", "nos", "number", "of", "the", "total", "school", "college", "university",
                     "trained", "reached", "sensitized", "sensitised", "attended", "participants",
                     "and", "community", "local", "present", "مرد", "خواتین"])  # fmt: skip


def counts_pupils(name: str) -> bool:
    """Tell whether a column counts people whom nobody employs: "Girls", "School children (M)".

    "Teachers of girls schools" are none.
    """
    words = {*plain(name).split()}
    return bool(words & _PUPILS) and words <= _PUPILS | _BESIDE
