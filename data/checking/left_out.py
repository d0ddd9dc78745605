"""What of files was not taken in, though it is no problem, in sentences for whoever chose them."""

from data.checking.check import Checked
from geo.words.catalogue import _, ngettext
from geo.words.listing import listing

#: How many reasons of a table, and how many rows of a reason, are named.
MOST = 20


def left_out_in_words(checked: Checked) -> list[str]:
    """Name the columns that were dropped and the rows counted nowhere; never a value of theirs."""
    said = []
    if checked.personal_columns:
        words = _("Removed as personal data: {columns}")
        said.append(words.format(columns=", ".join(checked.personal_columns)))
    for name, table in checked.tables.items():
        if table.ignored_columns:
            words = _("Columns of {name} that were ignored: {columns}")
            said.append(words.format(name=name, columns=", ".join(table.ignored_columns)))
        by_reason: dict[str, dict[str, None]] = {}  # each row of the file once
        for row, reason in table.left_out:
            by_reason.setdefault(reason, {})[row.in_words] = None
        said += [
            ngettext(
                "Left out of {name} ({reason}): row {rows}",
                "Left out of {name} ({reason}): rows {rows}",
                len(rows),
            ).format(name=name, reason=reason, rows=listing([*rows], MOST))
            for reason, rows in list(by_reason.items())[:MOST]
        ]
        if (more := len(by_reason) - MOST) > 0:
            words = _("Rows of {name} left out for {more:,} more reasons (check --json has all)")
            said.append(words.format(name=name, more=more))
    return said
