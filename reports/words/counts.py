"""The words and numbers of charts and their tables: escaped, headed, and marked where unknown."""

import textwrap
from datetime import date

import pandas as pd

from data.records.model import Records
from geo.words.catalogue import _, ngettext

#: The mark of a count that is not published, on bars, lines and cells.
NO_COUNT = "○"
NO_COUNT_WORDS = _("count not published")
NO_PARTICIPANT = _("No participant in this selection")

#: The columns of figures, as the tables head them. Units: participants, and rows of attendance.
HEADINGS = {
    "participants": "Participants",
    "participants_f": "Women",
    "participants_m": "Men",
    "participants_unspecified": "Sex not recorded",
    "rows_without_count": "Rows without a count",
}
FIGURES = list(HEADINGS)


def plotly_text(text: object) -> str:
    """Return a text of the records so that plotly shows it as it is written.

    Plotly reads tags (``<b>``, ``<a href>``), entities, ``%{...}`` in templates and, where a
    page has it, ``$...$`` as mathematics. All are turned into entities, which it shows as the
    character itself. Line breaks and other control characters become a space.
    """
    plain = "".join(c if c.isprintable() else " " for c in str(text))
    for character in "&<>$%{}":  # the ampersand first: the entities below contain one
        plain = plain.replace(character, f"&#{ord(character)};")
    return plain


def shortened(text: object, most: int) -> str:
    """Return a text of the records cut to ``most`` characters, as ``plotly_text``."""
    plain = " ".join(str(text).split())
    return plotly_text(plain if len(plain) <= most else plain[: most - 1].rstrip() + "…")


def wrapped(text: object, width: int, lines: int = 3) -> str:
    """Return a text of the records broken into lines of ``width``, as ``plotly_text``."""
    broken = textwrap.wrap(str(text), width, max_lines=lines, placeholder=" …")
    return "<br>".join(plotly_text(line) for line in broken)


def plain_counts(column: pd.Series) -> list[int | None]:
    """Return counts as whole numbers for plotly, None where there is none."""
    return [None if pd.isna(value) else int(value) for value in column]


def count_label(count: int | None, rows_without_count: int) -> str:
    """Return a count as it is written on a chart, with a mark where a part is not published."""
    known = "" if count is None else f"{count:,}"
    return " ".join(part for part in (known, NO_COUNT if rows_without_count else "") if part)


def count_labels(counts: pd.Series, rows_without_count: pd.Series) -> list[str]:
    """Return ``count_label`` of each of some counts; a blank number of rows is none."""
    pairs = zip(plain_counts(counts), rows_without_count.fillna(0), strict=True)
    return [count_label(count, int(rows)) for count, rows in pairs]


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun, of which both forms are keys of the catalogue."""
    return f"{number:,} {ngettext(one, many, number)}"


def sex_not_told(records: Records) -> str:
    """Return how those are called of whom the records do not tell the sex, or must not."""
    return _("Sex not shown in this edition") if records.sex_withheld else _("Sex not recorded")


def headed_as_told(table: pd.DataFrame, records: Records) -> pd.DataFrame:
    """Return a table for people with the heading of untold sex as the records allow it.

    Every table for people passes here as it is handed over: in an edition that withholds the sex,
    ``HEADINGS`` would say that it was not recorded.
    """
    return table.rename(columns={HEADINGS["participants_unspecified"]: sex_not_told(records)})


def people_in_words(participants: int, rows_without_count: int) -> str:
    """Return how many participants are recorded; not 0 where no count at all is published."""
    if rows_without_count and not participants:
        return _("no recorded count of participants")
    return counted(participants, "participant", "participants")


def rows_in_words(rows: int) -> str:
    """Return how many rows of the records have no count, as a phrase; blank for none."""
    return (
        _("{no_count_words} in {rows}").format(
            no_count_words=NO_COUNT_WORDS, rows=counted(rows, "row", "rows")
        )
        if rows
        else ""
    )


def ended(words: str, rows_without_count: int) -> str:
    """Return a sentence that ends with how many rows have no count, where some have none."""
    unknown = rows_in_words(rows_without_count)
    return f"{words}; {unknown}." if unknown else f"{words}."


def month_key(month: date) -> str:
    """Return a month as it is written in tables and on axes, for example 2023-06."""
    return f"{month:%Y-%m}"


def millions(people: float) -> str:
    """Return a number of people as it is said: 9.1 million, or 812,000."""
    if people >= 1e6:
        return _("{number:,.1f} million").format(number=people / 1e6)
    return f"{round(people, -3):,.0f}" if people >= 1e4 else f"{people:,.0f}"
