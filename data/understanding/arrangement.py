"""Sheets as they were opened -> sheets with a row for each record, those of one shape together.

Each step takes a sheet and returns it with one thing made plain that offices write otherwise; a
sheet without that thing stays as it is. Steps follow each other in the order in which they are
listed: each may build on what those before it have made plain.
"""

from collections.abc import Callable
from functools import reduce

from data.checking.empty_forms import require_filled
from data.checking.other_files import require_of_trainings, with_payments_said
from data.checking.template_sheets import are_of_template
from data.sheets.no_records.hidden_numbers import with_hidden_numbers
from data.sheets.no_records.texts_below import without_texts_below
from data.sheets.sheet import Sheet
from data.sheets.split_days import with_days_of_digits, with_lengths, with_whole_days, with_years
from data.sheets.tables.workbook.joined_sheets import together
from data.sheets.totals.totals_of_places import with_totals_of_places
from data.understanding.columns.agencies_of_lists import with_agencies_of_ranks
from data.understanding.columns.held_or_not import with_held_in_words
from data.understanding.columns.misspelt_columns import with_answers_named, with_names_spelt
from data.understanding.columns.nominees import with_sexes_of_substitutes
from data.understanding.columns.people.names_in_cells import with_numbered_names
from data.understanding.columns.people.numbers_of_sexes import (
    with_one_number_a_cell,
    with_whole_sexes,
)
from data.understanding.columns.people.sex_of_all import with_sex_of_all
from data.understanding.columns.people.sex_of_ones import with_sex_of_ones
from data.understanding.columns.people.sexes_in_names import with_sexes_in_names
from data.understanding.columns.people.sexes_of_groups import with_sexes_of_groups
from data.understanding.columns.people.sexes_of_indicators import with_sexes_of_indicators
from data.understanding.columns.people.shares_of_sexes import with_numbers_of_shares
from data.understanding.columns.stand_ins import with_kinds
from data.understanding.columns.titles_by_cells import with_titles_by_cells
from data.understanding.columns.unknown.planned_beside import with_status_above
from data.understanding.homes.districts_in_names import with_districts_in_names
from data.understanding.homes.tehsils import with_homes_of_tehsils
from data.understanding.homes.villages import with_homes_of_villagers
from data.understanding.layout.crossed.counts_in_cells import with_counted_parts
from data.understanding.layout.crossed.crosswise import lengthened
from data.understanding.layout.crossed.periods import with_sums_of_quarters, with_this_period
from data.understanding.layout.homes_of_tables import with_homes_of_one_training
from data.understanding.layout.indentation import with_ranks
from data.understanding.layout.labels_of_codes import with_labels_read
from data.understanding.layout.legends import with_legends
from data.understanding.layout.paths_in_cells import with_parts_of_paths
from data.understanding.layout.postings import with_postings
from data.understanding.layout.rows_below import with_agencies_below, without_dittos
from data.understanding.layout.titles.agencies.posts_of_names import (
    with_posts_of_names,
    with_titles_of_posts,
)
from data.understanding.layout.titles.days.days_of_forms import with_days_of_forms
from data.understanding.layout.titles.days.days_of_months import with_days_of_months
from data.understanding.layout.titles.headings import of_days, under_agencies
from data.understanding.layout.titles.places.parts_of_places import with_parts_of_places
from data.understanding.layout.titles.title_rows import with_texts_above
from data.understanding.layout.titles.title_texts import DATE, TITLE
from data.understanding.layout.titles.trainings.coded_trainings import (
    with_titles_of_codes,
    without_codes_of_activities,
)
from data.understanding.layout.titles.trainings.dated_titles import (
    with_dated_places,
    with_dated_titles,
)
from data.understanding.layout.trainings_of_rows import titled_by_days, with_what_is_told
from data.understanding.layout.venues import with_venues
from data.understanding.layout.zones import with_zones
from data.understanding.rows.both_sexes import without_sums_of_sexes

Step = Callable[[Sheet], Sheet]

# What stands in cells and in names of columns, before anything is looked for by their words.
OF_CELLS: tuple[Step, ...] = (
    without_texts_below,
    with_days_of_digits,
    with_parts_of_paths,
    with_hidden_numbers,
    with_labels_read,
    with_held_in_words,
    with_titles_of_codes,
    with_answers_named,
    with_names_spelt,
    with_titles_by_cells,
    with_titles_of_posts,
    with_posts_of_names,
    with_parts_of_places,
    with_dated_titles,
    with_dated_places,
    with_legends,
    with_this_period,
    with_sexes_of_groups,
    with_one_number_a_cell,
    with_sexes_of_substitutes,
    with_sexes_of_indicators,
)
# What rows say of those below them, then the days of each row. Titles with their days are looked
# for once more: those that others were indented under have become a column of their own.
OF_ROWS: tuple[Step, ...] = (
    with_ranks,
    with_dated_titles,
    with_totals_of_places,
    without_dittos,
    with_agencies_below,
    with_venues,
    with_whole_days,
    with_sums_of_quarters,
    with_years,
    with_lengths,
    with_whole_sexes,
    with_numbers_of_shares,
)
# Who came and from where, once each row is of one training or of one group of people. The days of
# months come first, as no title tells them then, and postings last: they tell what no column of
# districts or agencies does.
OF_PEOPLE: tuple[Step, ...] = (
    with_days_of_months,
    without_codes_of_activities,
    without_sums_of_sexes,
    with_zones,
    with_kinds,
    with_districts_in_names,
    with_homes_of_villagers,
    with_homes_of_tehsils,
    with_numbered_names,
    with_sexes_in_names,
    with_sex_of_ones,
    with_sex_of_all,
    with_agencies_of_ranks,
    with_postings,
    with_what_is_told,
)


def arranged(sheets: list[Sheet], most_rows: int) -> list[Sheet]:
    """Return sheets with a row for each record, those of one shape together.

    Raises
    ------
    ReadingError
        If one is of something else than trainings, or of more rows than are taken, or a form that
        nobody filled in.
    """
    if are_of_template(sheets):
        return sheets
    plain = [_after((*OF_CELLS, *OF_ROWS, with_texts_above), one) for one in sheets]
    told = with_homes_of_one_training(of_days(with_days_of_forms(plain), TITLE, DATE))
    told = under_agencies(told)
    records = [with_counted_parts(lengthened(one, most_rows)) for one in told]
    whole = together([_after(OF_PEOPLE, one) for one in records])
    require_filled(whole)
    for sheet in whole:
        require_of_trainings(sheet)
    whole = [with_status_above(with_payments_said(sheet)) for sheet in whole]
    return [titled_by_days(sheet) for sheet in whole] if len(whole) == 1 else whole


def _after(steps: tuple[Step, ...], sheet: Sheet) -> Sheet:
    return reduce(lambda one, step: step(one), steps, sheet)
