"""Homes of a column that somebody said to be of posts or agencies, which its name does not say."""

from collections.abc import Collection
from dataclasses import replace

from data.sheets.fields import AGENCY_FIELDS, PLACE_FIELDS
from data.sheets.mapping import TRAININGS, ColumnMapping
from data.sheets.sheet import Sheet
from data.understanding.layout.posting_columns import may_hold_postings
from data.understanding.layout.postings import HOME, with_homes_of_posts


def with_homes_of_confirmed(
    sheet: Sheet, mapping: ColumnMapping, confirmed: Collection[int]
) -> tuple[Sheet, ColumnMapping]:
    """Return a sheet with the districts that a confirmed column of postings tells, and its fields.

    What is confirmed is read as what is known by its name. Nothing is where another column, or a
    value for all rows, has the homes, where that of the postings was said to be something else,
    or where the postings stand in several columns.

    Parameters
    ----------
    confirmed
        The places of the columns of which somebody said what they are.
    """
    told = {n: one for n, one in enumerate(mapping.fields) if one in AGENCY_FIELDS}
    said = any(name == HOME and n not in told for n, name in enumerate(sheet.header))
    if said or mapping.holds(*PLACE_FIELDS[:2]) or mapping.kind == TRAININGS:
        return sheet, mapping
    found = [n for n, one in told.items() if may_hold_postings(sheet, n, one)]
    if len(found) != 1 or found[0] not in confirmed or sheet.fields[found[0]] in AGENCY_FIELDS:
        return sheet, mapping
    fields = (*mapping.fields, "district")
    return with_homes_of_posts(sheet, found[0]), replace(mapping, fields=fields)
