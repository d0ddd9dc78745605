"""The workbook of a view: what it is on a first sheet, then one sheet a figure, ready for HXL.

Every sheet has its header and a row of HXL tags that stay in sight, typed numbers and days, and
no formula: what could run in a spreadsheet is text.
"""

from collections.abc import Callable

import pandas as pd
from openpyxl.worksheet.worksheet import Worksheet

from data.planning.weights import PARTS
from data.records.model import Records, in_words
from data.records.programme import programme
from data.writing.table_sheets import saved
from geo.districts import gazetteer
from geo.words.catalogue import _
from reports.charts.agency_month import agency_month_table
from reports.charts.bars import province_table, sex_table
from reports.charts.committees import matrix_table
from reports.charts.learning import learning_table
from reports.charts.running_total import running_total_table
from reports.imprint.imprint import Imprint
from reports.measures.need import named_as_in_view, past_venue_names
from reports.story.cover import SHOWN, cover_rows
from reports.story.definitions import method
from reports.story.results import targets_table
from reports.story.story import Story, taken_table, venues_table
from reports.words.counts import counted, headed_as_told
from reports.words.headline import headline_figures, participants_known
from reports.words.selection import selection_in_words, source_in_words
from reports.words.tables import columns, districts_table, headed, trainings_table
from reports.workbook.cells import new_book, records_rows, write_about, write_table

ABOUT, TITLE = _("About"), _("Training coverage: the figures of a view")


def headline_table(story: Story) -> pd.DataFrame:
    """Return the headline and what it is made of, one row a figure, beside what is published."""
    districts, trainings, participants = headline_figures(story.figures)[:3]
    claims = {
        "districts_covered": districts.claim,
        "trainings": trainings.claim,
        "participants": participants.claim,
    }
    described = columns()["headline"]
    values = {name: getattr(story.figures.headline, name) for name in described}
    values["participants"] = participants_known(story.figures)
    rows = [
        (words, values[name], unit, claims.get(name, ""))
        for name, (words, unit) in described.items()
    ]
    headings = [_("Figure"), _("Value"), _("Unit"), _("Published claim")]
    return pd.DataFrame(rows, columns=headings).astype({_("Value"): object})


def need_table(story: Story) -> pd.DataFrame:
    """Return the uncovered and thin districts, most need first, with what the score is made of.

    A row a district, under the headings of ``need``: the score and what each part adds to it from
    0 to 1, the nearest past venue by the day of the view, and the km to it, estimated by road;
    where there is none yet its name says so, and the km are blank. No row where the view ranks
    nothing.
    """
    named = named_as_in_view(story.figures, story.needed)
    needed = named.assign(
        nearest_venue=past_venue_names(story.needed),
        score=story.needed["score"].round(3),
        distance=story.needed["distance"].round(0),
    )
    adds = [f"adds_{part}" for part in PARTS]
    needed[adds] = needed[adds].round(3)
    table = headed(needed, "need")
    return table[:0] if story.why_not("need") else table


def _targets(story: Story) -> pd.DataFrame:
    """Return the targets; no row where those of the view cannot be set against them."""
    table = targets_table(story.figures)
    return table[:0] if story.why_not("targets") else table


#: What the table of each sheet is made by, in the order of the workbook.
TABLES: dict[str, Callable[[Story], pd.DataFrame]] = {
    "Headline": headline_table,
    "Districts": lambda story: districts_table(story.figures),
    "Provinces": lambda story: province_table(story.figures),
    "Agency and month": lambda story: agency_month_table(story.figures),
    "Sex by agency": lambda story: sex_table(story.figures),
    "Running total": lambda story: running_total_table(story.figures),
    "Trainings": lambda story: trainings_table(story.figures),
    "Tests": lambda story: learning_table(story.figures),
    "Targets": _targets,
    "Committees": lambda story: matrix_table(story.presence),
    "Gaps by need": need_table,
    "Plan venues": venues_table,
    "Plan districts": taken_table,
}


def write_workbook(story: Story, imprint: Imprint | None = None) -> bytes:
    """Return the figures of a view as an Excel workbook.

    A figure that is not known is an empty cell; 0 is 0.
    """
    imprint = imprint or Imprint()
    records = story.figures.records
    sheets = [
        (sheet, TABLES[sheet["name"]](story))
        for sheet in columns()["sheets"]
        if "needs" not in sheet or getattr(records, sheet["needs"]) is not None
    ]
    title = imprint.title or TITLE
    book = new_book(title, records_title(story), story.figures.selection.as_of)
    contents = []
    for sheet, table in sheets:
        size = counted(len(table), "row", "rows") if len(table) else _("no row in this selection")
        why = story.why_not(sheet["step"]) if "step" in sheet and table.empty else ""
        contents.append((sheet["name"], f"{sheet['about']}: {size}. {why}".strip()))
    first: Worksheet = book.create_sheet(ABOUT)
    write_about(first, about(story, imprint), 28, title, imprint.logo, contents)
    hxl = columns()["hxl"]
    foot = source_in_words(records, story.figures.selection, imprint.source)
    for sheet, table in sheets:
        tags = [hxl.get(heading, sheet.get("rest", "")) for heading in table.columns]
        write_table(book, sheet["name"], headed_as_told(table, records), foot, tags)
    return saved(book)


def records_title(story: Story) -> str:
    """Return what the file's properties say the workbook is of."""
    records, selection = story.figures.records, story.figures.selection
    return f"{records.title}, {in_words(selection.as_of)}: {selection_in_words(selection)}"


def about(story: Story, imprint: Imprint) -> list[tuple[str, str]]:
    """Return what the workbook is, in pairs of a word and what is said of it."""
    records, selection = story.figures.records, story.figures.selection
    cover = [row for row in cover_rows(story.figures, imprint) if row[0] != SHOWN]
    told = {word for word, _words in cover}
    return [
        *records_rows(records),
        (_("This view"), selection_in_words(selection)),
        *cover,
        (_("Cite as"), imprint.citation(story.figures)),
        (
            _("Districts"),
            _("{vintage} (OCHA), {districts:,} districts").format(
                vintage=gazetteer.VINTAGE, districts=len(gazetteer.districts())
            ),
        ),
        (_("Empty cells"), _("Not known or not recorded, which is not 0.")),
        *((word, meaning) for word, meaning in method(story)),
        *(
            (fact.what, f"{fact.words}. {fact.source}.")
            for fact in programme().facts
            if fact.what not in told
        ),
    ]


def table_workbook(table: pd.DataFrame, records: Records) -> bytes:
    """Return a table with headings for people, and what its records are, as an Excel workbook.

    Its index is left out. What is not known becomes an empty cell; 0 is 0.
    """
    book = new_book(records.title, records.full_notice, records.as_of)
    write_table(book, _("Table"), table.rename(columns=str), records.title)
    rows = [
        *records_rows(records),
        (_("Source"), records.source),
        (_("Empty cells"), _("Not known, which is not 0.")),
    ]
    write_about(book.create_sheet(ABOUT), rows, width=18)
    return saved(book)
