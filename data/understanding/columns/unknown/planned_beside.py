"""Lists under texts of what was planned: asked once whether it was held, and who is listed came."""

import pandas as pd

from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS
from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.lists_apart import is_to_come
from data.sheets.words.names.names_of_who_came import is_of_who_came
from data.understanding.columns.evidence.counted_people import are_round
from data.understanding.columns.people.names_in_cells import NAMED_TOGETHER
from data.understanding.layout.crossed.crossed_columns import NUMBER
from data.understanding.layout.titles.offers import says_of_each
from data.understanding.layout.titles.planned_above import may_be_of_plans, speak_of_plans
from data.understanding.layout.titles.reports_above import says_who_came
from geo.words.catalogue import _

STATUS, PLANNED = "Status above the rows", "planned"
WAS_PLANNED = _(
    "What stands above speaks of a training that was planned, or of those who were to come, and "
    "not of who came. If it was held and these people came, leave this out."
)
NOMINATED = _(
    "Those who are named in one cell were nominated, and nothing says that they came. If it was "
    "held and these people came, leave this out."
)


def with_status_above(sheet: Sheet) -> Sheet:
    """Return a sheet with a column that may say of all rows that they were planned.

    None is offered where a column tells who came or what became of each training, nor beside
    numbers under a name of their own: these are asked about themselves.
    """
    own = [name for n, name in enumerate(sheet.header) if n not in sheet.offered]
    fields = {field_of_name(name) for name in own}
    told = "status" in fields or any(map(is_of_who_came, own)) or says_of_each(sheet)
    if told or fields & {*COUNT_FIELDS}:
        return sheet
    planned = _was_planned(sheet, listed="name_of_person" in fields)
    if not planned and not _counts_nominees(sheet):
        return sheet
    column = pd.Series(PLANNED, index=sheet.cells.index)
    return sheet.with_columns([(STATUS, column, WAS_PLANNED if planned else NOMINATED)])


def _counts_nominees(sheet: Sheet) -> bool:
    """Tell whether nominees are counted of whom cells name several; not where a text says came."""
    counted = {sheet.header[n] for n in sheet.offered} & NAMED_TOGETHER
    named = [name for name in sheet.header if field_of_name(name) == "name_of_person"]
    came = any(map(says_who_came, (*sheet.above, sheet.name)))
    return bool(counted) and any(map(is_to_come, named)) and not came


def _was_planned(sheet: Sheet, *, listed: bool) -> bool:
    """Tell whether the texts speak of plans; a calendar does where no number in it is uneven."""
    if speak_of_plans(sheet.above, sheet.name):
        return True
    if listed or not may_be_of_plans(sheet.above, sheet.name):
        return False
    place = sheet.place_of(NUMBER.casefold())
    return place is None or are_round(sheet.cells, place)
