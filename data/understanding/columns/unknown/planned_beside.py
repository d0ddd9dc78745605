"""Lists under texts of what was planned: asked once whether it was held, and who is listed came."""

from collections.abc import Sequence

import pandas as pd

from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS
from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.lists_apart import is_to_come
from data.sheets.words.names.names_of_who_came import is_of_who_came, is_planned
from data.understanding import contents
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

    None is offered where a column tells who came or what became of each training, nor beside a
    number of those who were to come: another may be of who came.
    """
    own = [n for n in range(len(sheet.header)) if n not in sheet.offered]
    names = [sheet.header[n] for n in own]
    fields = {field_of_name(name) for name in names}
    if "status" in fields or any(map(is_of_who_came, names)) or says_of_each(sheet):
        return sheet
    counted = [n for n in own if field_of_name(sheet.header[n]) in COUNT_FIELDS]
    if counted and any(is_planned(sheet.header[n]) and not _gives_days(sheet, n) for n in own):
        return sheet
    planned = _was_planned(sheet, counted, listed="name_of_person" in fields)
    if not planned and not _counts_nominees(sheet):
        return sheet
    column = pd.Series(PLANNED, index=sheet.cells.index)
    return sheet.with_columns([(STATUS, column, WAS_PLANNED if planned else NOMINATED)])


def _gives_days(sheet: Sheet, n: int) -> bool:
    """Tell whether a column has days, as "Proposed date" does: it says of no number who came."""
    return contents.contents_of(sheet.cells[n]) in (contents.DAYS, contents.MONTHS)


def _counts_nominees(sheet: Sheet) -> bool:
    """Tell whether nominees are counted of whom cells name several; not where a text says came."""
    counted = {sheet.header[n] for n in sheet.offered} & NAMED_TOGETHER
    named = [name for name in sheet.header if field_of_name(name) == "name_of_person"]
    came = any(map(says_who_came, (*sheet.above, sheet.name)))
    return bool(counted) and any(map(is_to_come, named)) and not came


def _was_planned(sheet: Sheet, counted: Sequence[int], *, listed: bool) -> bool:
    """Tell whether the texts speak of plans; a calendar does where no number in it is uneven."""
    if speak_of_plans(sheet.above, sheet.name):
        return True
    if listed or not may_be_of_plans(sheet.above, sheet.name):
        return False
    crossed = sheet.place_of(NUMBER.casefold())
    numbers = [*counted, *([] if crossed is None else [crossed])]
    return all(are_round(sheet.cells, n) for n in numbers)
