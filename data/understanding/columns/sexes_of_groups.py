"""Women and men of several groups, a column each, that are all who were counted together."""

from dataclasses import replace

from data.records.rules import whole_numbers
from data.sheets.fields import field_of_name, plain
from data.sheets.sheet import Sheet
from data.sheets.total_columns import is_sum, sums_of_rows
from data.sheets.total_rows import LARGEST
from data.sheets.words.name_words import sex_counted
from data.understanding.layout.crossed_columns import ALL, crossed_columns
from geo.words.catalogue import _

#: What their sum is called, as "Grand Total" may be.
TOTAL = "Total participants"
#: Of one group, women and men have a column each already.
LEAST_GROUPS = 3


def with_whole_sexes(sheet: Sheet) -> Sheet:
    """Return a sheet in which women and men of several groups have a column each, which is said.

    "Girls", "Teachers (F)", "Mothers" and as many of men are all, where together they are the
    total of each row, and each of their cells is a number or blank. Not so those of agencies,
    districts or months.
    """
    sexes = {n: sex for n, name in enumerate(sheet.header) if (sex := sex_counted(name))}
    totals = [
        n
        for n, name in enumerate(sheet.header)
        if field_of_name(plain(name).removeprefix("grand ")) == "participants_total"
        or plain(name) in ALL
    ]
    groups = {sex: [n for n, own in sexes.items() if own == sex] for sex in ("Female", "Male")}
    known = all(field_of_name(sheet.header[n]) for n in sexes)
    if known or len(totals) != 1 or not all(groups.values()) or len(sexes) < LEAST_GROUPS:
        return sheet
    read = {n: whole_numbers(sheet.cells[n], LARGEST) for n in sexes}
    unread = any(wrong.any() for __, wrong in read.values())
    # Of agencies or districts each number has a row of its own.
    if unread or crossed_columns(sheet) or not is_sum(sheet.cells, totals[0], [*sexes]):
        return sheet
    sums = {sex: sums_of_rows([read[n][0] for n in own]) for sex, own in groups.items()}
    columns = [(sex, own.astype("string").fillna("").astype("str"), "")
               for sex, own in sums.items()]  # fmt: skip
    header = tuple(f"of whom {name}" if n in sexes else TOTAL if n in totals else name
                   for n, name in enumerate(sheet.header))  # fmt: skip
    words = _("{where}: women and men of several groups are added up, as their total says.")
    said = (*sheet.notes, words.format(where=sheet.where))
    return replace(sheet, header=header, notes=said).with_columns(columns)
