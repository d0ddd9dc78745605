"""What texts above a table offer: whether a column gives it already, and whether it is plain."""

import re
from collections.abc import Sequence

import pandas as pd

from data.records.calendar.dates import Day, read_day
from data.records.calendar.years import only_year
from data.records.distinct import filled_texts
from data.records.problems.of_rows import MONTH_ALONE
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, PRESENCE, TOLD_BY, plain, words_of
from data.sheets.sheet import Sheet
from data.sheets.split_days import MONTHS_OF
from data.sheets.tables.side_by_side import SEX
from data.sheets.words.absence import is_absent, says_absent
from data.sheets.words.day_numbers import DAY_NUMBER, days_told, is_of_a_day
from data.sheets.words.names.day_words import (
    first_or_last,
    is_called_a_day,
    is_of_another_day,
)
from data.sheets.words.names.name_words import guessed_field, is_of_remarks
from data.sheets.words.names.names_of_who_came import is_planned
from data.sheets.words.questions_of_presence import asks_who_came
from data.understanding import contents
from data.understanding.layout.titles.blocks import ONE_TRAINING, Block
from data.understanding.layout.titles.days.days_above import (
    are_dated_apart,
    columns_of_days,
    have_one_day,
    have_one_period,
    of_who_came,
)
from data.understanding.layout.titles.days_in_texts import day_in
from data.understanding.layout.titles.headings import AGENCY, HOME
from data.understanding.layout.titles.notes_below import has_no_day
from data.understanding.layout.titles.reports_above import is_of_months, is_report
from data.understanding.layout.titles.title_texts import DATE, DISTRICT, LABELLED, TITLE, VENUE

#: What the first day is called beside one of the last.
_STARTS = ("start", "starts", "begin", "beginning", "commencement")
_TRAINING_ON = re.compile(
    r"\b(?:training|workshop|course|session|seminar|orientation|refresher)"
    r"(?:\s+(?:on|for|of|in|about|regarding)\b|\s*(?:no\.?)?\s*\d*\s*:)",
    re.IGNORECASE,
)
#: "All others attended", of a list in which those who did not come are remarked.
_OTHERS_CAME = re.compile(
    r"(?:^|[.;:,(–-]\s*|\b(?:and|but|while|whereas) )(?:all )?(?:the )?(?:others|rest|remaining"
    r"(?: \w+)?)(?: (?:have|had|all|of them))* (?:attended|came|participated|joined"
    r"|were (?:present|trained))(?: the (?:training|course|session|workshop))?"
    r"(?=\s*(?:[.;,)!]|$|except\b))"
    r"|باقی(?: سب| تمام)?(?: (?!نہیں|نہ|بعد)\w+){0,2} (?:شریک ہوئے|حاضر تھے|آئے)",
    re.IGNORECASE,
)
#: Trainings of so many days each, or one that was given again.
_SEVERAL = re.compile(
    r"\b(?:trainings|workshops|sessions|courses|classes|seminars|batches|repeated|each|every)\b",
    re.IGNORECASE,
)
SATURDAY, SUNDAY = 5, 6


def is_sure(
    name: str,
    values: Sequence[str],
    blocks: Sequence[Block],
    sheet: Sheet,
    dated: bool,
    year: int | None,
) -> bool:
    """Tell whether it is plain above each block what it is.

    A district is that of the place; of a heading it is that of the persons under it, or of the
    numbers of agencies, where one training has several of them, and else it is open whose. What a
    single block is called tells no training from another; nor do titles of rows with own days.
    Agencies and sexes are told where each heading but the first has one. ``year`` is that of days
    that are told without it.
    """
    if name in (AGENCY, SEX):
        return all(values[1:])
    if name == HOME:
        fields = {*sheet.fields}
        of_one = not fields & {*TOLD_BY}
        of_one &= len(blocks) == 1 or are_dated_apart(blocks, year)
        counted = fields & {*COUNT_FIELDS} and fields & {"agency", "department"}
        of_those = "name_of_person" in fields or bool(counted)
        return of_one and of_those and len({*values} - {""}) > 1
    if name == DATE and columns_of_days(sheet) and {*sheet.fields} & {*COUNT_FIELDS}:
        return False  # of the whole of what each row counts on one of its days
    if name in (VENUE, DISTRICT) or (name == TITLE and (dated or len(blocks) < 2)):
        return True
    if name == TITLE and len({*values}) == 1:
        return True  # what all are called tells none from another
    came = says_of_each(sheet)
    heads = [Block(one.first, of_who_came(one.texts)) for one in blocks] if came else blocks
    texts = [one.texts for one in heads]
    if name == DATE and len(blocks) == 1 and _is_named_by(sheet.name, values[-1], year):
        with_days = (text for text in blocks[0].texts if day_in(text, year))
        return not any(is_report(text, year) for text in with_days)
    if name == DATE:
        return have_one_day(texts, year, sheet.name, came=came) or (
            _counts_trainings(sheet) and have_one_period(texts, year)
        )
    if are_dated_apart(heads, year):
        return True
    return all(
        any(map(LABELLED[TITLE].search, block.texts)) or _names_one(block.texts, year)
        for block in blocks
    )


def says_of_each(sheet: Sheet) -> bool:
    """Tell whether a column says of each person whether they came, or remarks of who did not."""
    came = any(field_of_name(one) == PRESENCE or asks_who_came(one) or (
               field_of_name(one) == "status"
               and contents.contents_of(sheet.cells[n]) == contents.PRESENCE)
               for n, one in enumerate(sheet.header))  # fmt: skip
    return came or _others_came(sheet)


def tell_another_length(days: Sequence[str], blocks: Sequence[Block], sheet: Sheet) -> bool:
    """Tell whether a text above tells another number of days than the day beside it has.

    "Two-day training, 12 June 2023" may begin on that day, or end on it. A column of days or of
    their number tells more, and so do lists of each day; trainings of two days are several. Days on
    which nobody works may lie between.
    """
    named = any(is_of_a_day(name) or field_of_name(name) == "date_end" or {*words_of(name)} & {
                "days", "duration"} for name in sheet.header)  # fmt: skip
    named |= bool(sheet.name) and is_of_a_day(sheet.name)
    for day, block in zip(days, blocks, strict=True):
        texts = [text for text in block.texts if not _SEVERAL.search(text)]
        told = {days_told(text) for text in texts} - {0}
        of_each = len(blocks) > 1 and told == {len(blocks)}
        if len(told) != 1 or named or of_each or any(map(DAY_NUMBER.search, block.texts)):
            continue
        if (read := read_day(day)).iso and not told & {*_lengths(read)}:
            return True
    return False


def _lengths(day: Day) -> tuple[int, ...]:
    """Return how many days there are from a first to a last one, also without Sundays or both."""
    days = pd.date_range(day.iso, day.end or day.iso).day_of_week
    return len(days), int((days < SUNDAY).sum()), int((days < SATURDAY).sum())


def _others_came(sheet: Sheet) -> bool:
    """Tell whether all came but those remarked, and each remark says of one that he did not."""
    if not any(map(_OTHERS_CAME.search, sheet.beside)):
        return False
    remarks = (text for n, name in enumerate(sheet.header) if is_of_remarks(name)
               for text in filled_texts(sheet.cells[n]))  # fmt: skip
    return all(is_absent(text) or says_absent(text) for text in remarks)


def _is_named_by(name: str, day: str, year: int | None) -> bool:
    """Tell whether a sheet is named by the day above its rows, as "16 Feb" is by 16 February."""
    own, told = read_day(day_in(name, year or only_year((day,)))), read_day(day)
    return bool(own.iso) and own.iso == told.iso


def _counts_trainings(sheet: Sheet) -> bool:
    """Tell whether rows count people, and how many trainings they came to."""
    fields = {*sheet.fields}
    return "summarises" in fields and bool(fields & {*COUNT_FIELDS})


def _names_one(texts: Sequence[str], year: int | None) -> bool:
    """Tell whether one text names the training, in a sentence or with its day."""
    lines = [text for text in texts if ONE_TRAINING.search(text)]
    if any(is_report(text, year) for text in lines) or len(lines) > 1:
        return False
    return any(_TRAINING_ON.search(text) or day_in(text, year) for text in lines)


def has_column(sheet: Sheet, name: str) -> bool:
    """Tell whether a column of the sheet gives what is offered."""
    others = {
        TITLE: {"title", "training_id"},
        DATE: {"date_start"},
        VENUE: {"venue"},
        DISTRICT: {"venue_district", "venue_adm2_pcode"},
        AGENCY: {"agency", "department"},  # a post under a heading is of the agency that it names
        HOME: {"district", "adm2_pcode"},
        SEX: {"sex", *COUNT_FIELDS} - {"participants_total", "participants_unspecified"},
    }
    for n, one in enumerate(sheet.header):
        if field_of_name(one) in others[name] and _gives(sheet.cells[n], name):
            return True
    if name != DATE:
        return False
    if any(is_called_a_day(one) or plain(one) in _STARTS for one in sheet.header):
        return True
    days = [name for n, name in enumerate(sheet.header)
            if contents.contents_of(sheet.cells[n]) == contents.DAYS]  # fmt: skip
    if any(first_or_last(name, days) for name in days if not is_planned(name)):
        return True  # "Actually held From" and "Actually held To"
    if "name_of_person" not in sheet.fields and any(
        guessed_field(one) == "date_start"
        and not is_of_another_day(one)
        and contents.contents_of(sheet.cells[n]) == contents.DAYS
        for n, one in enumerate(sheet.header)
    ):
        return True  # "Scheduled date" of each training
    return any(
        contents.contents_of(sheet.cells[n]) == contents.MONTHS
        for n, one in enumerate(sheet.header)
        if plain(one) in MONTHS_OF
    )


def gives_days_of_each(sheet: Sheet, above: Sequence[str]) -> bool:
    """Tell whether a column gives the days of its trainings, which none above takes the place of.

    Above may be the months of all, or a day that the rows' own are not within: that of a letter or
    of a sitting. Where they are within days above, they may be those of one training.
    """
    columns = columns_of_days(sheet)
    told = [day for day in above if day and not is_of_months(day)]
    if columns and told:
        within = _within(sheet, columns, told)
        return bool(within) and not any(within)
    return bool(columns) or _has_days_within(sheet, above)


def _has_days_within(sheet: Sheet, months: Sequence[str]) -> bool:
    """Tell whether a column, whatever it is called, has days of the months above and no others."""
    columns = (n for n, name in enumerate(sheet.header)
               if months and not is_of_another_day(name)
               and contents.contents_of(sheet.cells[n]) == contents.DAYS)  # fmt: skip
    found = [_within(sheet, [n], months) for n in columns]
    return any(within and all(within) for within in found)


def has_other_days(sheet: Sheet, above: Sequence[str]) -> bool:
    """Tell whether a column that is not known has days, and another than is told above.

    They may be those of the trainings, and the day above that of a letter or of a report.
    """
    columns = (n for n, name in enumerate(sheet.header)
               if n not in sheet.offered and field_of_name(name) is None
               and not is_of_another_day(name)
               and contents.contents_of(sheet.cells[n]) == contents.DAYS)  # fmt: skip
    return any(not all(_within(sheet, [n], [day for day in above if day])) for n in columns)


def _within(sheet: Sheet, columns: Sequence[int], above: Sequence[str]) -> list[bool]:
    """Tell of each day of some columns whether it is within one above; none where none is read."""
    days = [read_day(text) for n in columns for text in filled_texts(sheet.cells[n])]
    spans = [span for day in above if (span := _span(read_day(day)))]
    return [any(first <= one.iso and (one.end or one.iso) <= last for first, last in spans)
            for one in days if one.iso and spans]  # fmt: skip


def _span(day: Day) -> tuple[str, str] | None:
    """Return the first and the last day of what is told, of a month too; None where not read."""
    if day.iso:
        return day.iso, day.end or day.iso
    return (day.readings[0], day.readings[-1]) if day.problem == MONTH_ALONE else None


def _gives(cells: pd.Series, name: str) -> bool:
    """Tell whether a column gives what it is called; no title is Mr or Ms, and no day an office."""
    if name == DATE and has_no_day(cells):
        return False
    return contents.contents_of(cells) != contents.ADDRESSES
