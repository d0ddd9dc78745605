"""Files of something else: indicators, pay, stores, cases, inspections, lists of persons."""

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import replace

import pandas as pd

from data.checking.other_countries import ADVICE, COUNTRIES, other_country, speaking
from data.checking.other_lists import LISTS, OF_COURSES, is_other_list, speaks_of_training
from data.checking.other_subjects import OTHER_SUBJECT, is_of_another_subject
from data.records.distinct import by_text, different_texts
from data.records.errors import ReadingError
from data.records.problems.of_rows import NO_VALUE
from data.records.rules import in_latin_digits
from data.sheets.field_names import field_of_name, is_share
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    PERSONAL_FIELDS,
    PLACE_FIELDS,
    RUNNING_NUMBER,
    plain,
)
from data.sheets.mapping import known_fields
from data.sheets.no_records.other_activities import tells_of_things
from data.sheets.no_records.other_units import INDICATORS, are_records, counts_trained
from data.sheets.sheet import Sheet
from data.sheets.split_days import MONTHS_OF
from data.sheets.tables.header import are_of_statistics
from data.sheets.totals.total_rows import say_total
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_who_came import is_planned
from geo.words.catalogue import _

#: A table with so many columns of shares and rates, and none of trainings, is of indicators.
ENOUGH_RATES = 3
#: Words of what is counted of a district whoever is trained, and how many columns of them are such.
_STATISTICS = frozenset(["enrolment", "enrollment", "dropout", "dropouts", "literacy", "population",
                         "households", "schools", "hospitals", "births", "deaths", "unemployment",
                         "poverty", "mortality", "fertility", "stunting", "immunization",
                         "immunisation"])  # fmt: skip
ENOUGH_STATISTICS = 2
#: Words of columns with money: two of them beside items compare prices.
_MONEY = frozenset(["rs", "pkr", "rupees"])
_ITEMS = frozenset(["item", "items", "name of item", "item name", "particulars", "article"])
_AMOUNTS = frozenset(["amount rs", "amount pkr"])
_ARTICLES = _ITEMS | frozenset(["articles", "name of article", "item description", "nomenclature",
                                "description of item", "equipment", "weapon", "weapons", "arms",
                                "ammunition", "type of weapon", "store", "stores"])  # fmt: skip
#: Words of columns of a store: two of them beside its articles are of what it has and gives out.
_OF_STORES = frozenset(["stock", "issued", "returned", "balance", "received", "receipt", "receipts",
                        "consumed", "held", "serviceable", "unserviceable", "opening",
                        "closing"])  # fmt: skip
#: What a training branch gives out: columns of two of these, and none of people, are of things.
_MATERIALS = frozenset(["handbook", "handbooks", "books", "booklets", "manuals", "standees", "usb",
                        "usbs", "brochures", "posters", "banners", "kits", "bags", "leaflets",
                        "pamphlets", "stationery", "notebooks"])  # fmt: skip
STORES = _("It seems to be a register of stores, and not of trainings.")
PURCHASES = _("It seems to be a list of purchases, and not of trainings.")
CASES = _("It seems to be a table of cases, and not of trainings.")
INSPECTIONS = _("It seems to be a register of inspections, and not of trainings.")
SHELTERS = _("It seems to be a register of a shelter, and not of trainings.")
RELIEF = _("It seems to be a table of relief goods, and not of trainings.")
VEHICLES = _("It seems to be a table of vehicles, and not of trainings.")
#: By what else a table is of, names of columns of which none stands in one of trainings.
_OTHER_THINGS = {
    _("It seems to be a table of pay, and not of trainings."): (
        "basic pay", "salary", "net salary", "gross salary", "net pay", "gross pay"),
    VEHICLES: (
        "vehicle", "vehicle no", "vehicle number", "chassis no", "chassis number", "engine no",
        "engine number", "make and model"),
    STORES: (
        "laptop model", "laptop make", "tablet model", "device model", "imei", "imei no",
        "imei number", "asset tag", "asset no", "asset number", "inventory no",
        "inventory number"),
    PURCHASES: (
        "pr no", "pr number", "po no", "po number", "purchase order no", "qty", "unit price",
        "unit price pkr", "unit price rs", "unit cost", "vendor", "vendor name", "supplier",
        "supplier name", "invoice no", "invoice number", "item description", "quotation no",
        "quantity", "unit rate", "unit rate pkr", "specification", "specifications",
        "amount pkr", "amount rs"),
    RELIEF: (
        "date of distribution", "distribution date", "ration packs", "ration bags",
        "hygiene kits", "food packs", "items distributed", "kits distributed",
        "households served", "families served", "tents", "tents distributed"),
    CASES: (
        "cases registered", "enquiries registered", "total arrested", "accused arrested",
        "accused arrested male", "accused arrested female", "persons arrested",
        "fir", "fir no", "fir number", "case no", "case number", "accused", "no of accused",
        "accused male", "accused female", "convictions", "no of convictions", "challans",
        "under section", "disposed of", "complaints instituted", "instituted", "brought forward",
        "persons intercepted", "persons apprehended", "persons offloaded", "passengers offloaded",
        "persons deported", "deportees", "handed over to", "date of deportation",
        "migrants intercepted", "boats intercepted"),
    _("It seems to be a table of victims, and not of trainings."): (
        "victim", "victims", "no of victims", "victim name", "name of victim", "survivors",
        "date of rescue", "rescue date", "victims male", "victims female", "male victims",
        "female victims", "form of exploitation", "type of exploitation", "date of admission",
        "admission date", "date of discharge", "discharge date", "date admitted"),
}  # fmt: skip
#: Words of columns that count cases or who was in them: of two of them a table is of cases.
_OF_CASES = frozenset(["fir", "firs", "accused", "arrested", "arrests", "challaned", "challan",
                       "challans", "convicted", "convictions", "acquitted", "acquittals", "victims",
                       "survivors", "rescued", "cases", "enquiries", "inquiries", "complaints",
                       "prosecuted", "prosecutions", "raids", "discharged"])  # fmt: skip
ENOUGH_OF_CASES = 3
#: Words of columns of what inspectors found: of two of them a table is of inspections.
_OF_INSPECTIONS = frozenset(["inspection", "inspections", "inspected", "inspector", "violation",
                             "violations", "fine", "fines", "fined", "challan", "challans",
                             "penalty", "penalties", "contravention", "contraventions", "offence",
                             "offences", "sealed"])  # fmt: skip
#: Words of columns of whom a shelter houses: of two of them a table is of its residents.
_OF_SHELTERS = frozenset(["residents", "inmates", "admitted", "admissions", "discharged", "beds",
                          "occupancy", "housed", "sheltered", "occupants"])  # fmt: skip
_OF_TRAININGS = ("title", "training_id", "date_start", "sex", "presence")
#: What is paid to whoever comes to a training, and the word for these.
_PAID_TO = re.compile(
    r"\b(?:participants?|trainees?|attendees?|dsa|ta/? ?da|per diem|(?:travel|daily|boarding"
    r"|transport\w*) (?:allowance|cost|charges)s?|stipends?)\b",
    re.IGNORECASE,
)
#: What a statement says of what participants are paid, and what one of costs to come says.
_ALLOWANCES = re.compile(
    r"\b(?:dsa|ta ?[/&]? ?da|t\.a\.? ?[/&]? ?d\.a\b\.?|per diem|stipends?|(?:travel\w*|daily"
    r"|transport\w*) (?:allowance|cost|charges)s?)\b|سفری الاؤنس|یومیہ الاؤنس",
    re.IGNORECASE,
)
_TO_BE_PAID = re.compile(
    r"\b(?:budget\w*|estimat\w*|propos\w*|plan\w*|tentative|anticipated|expected|required|payable"
    r"|demand\w*|to be paid|quotations?)\b|تخمینہ|بجٹ",
    re.IGNORECASE,
)
#: What a day costs and how many there were, whose product is paid.
_PARTS_PAID = frozenset(["days", "day", "nights", "rate", "rates"])
#: Who signs below such a statement.
_SIGNED = re.compile(
    r"\W*(?:received|verified|checked|prepared|approved|signed|paid|disbursed|witnessed) by\b",
    re.IGNORECASE,
)
SIGNED_CELLS = 2
_SIGNED_ROW = _("no more than who signs")
#: What a table of indicators calls the period of each of its numbers.
_QUARTERS = ("quarter", "reporting quarter", "quarter of the year", "سہ ماہی")


def require_of_trainings(sheet: Sheet) -> None:
    """Refuse a table that says itself that it is of another country, or of something else.

    What else it is of is told by the names of its columns, where none names a training.

    Raises
    ------
    ReadingError
        It says which.
    """
    own = [name for n, name in enumerate(sheet.header) if n not in sheet.offered]
    fields = {field_of_name(name) for name in own}
    if _are_indicators(sheet, fields):
        what = _("It is a table of indicators, and not of trainings.")
        advice = _("A table for the map has the columns of layers; the template shows them.")
        raise ReadingError(what, sheet.where, advice)
    names = [plain(name) for name in sheet.header]
    for what, words in _OTHER_THINGS.items() if not fields & {"title", "training_id"} else ():
        if set(words) & set(names) and not _is_beside_persons(sheet, what, fields):
            advice = _("If it is one, name the training in a column Training.")
            raise ReadingError(what, sheet.where, f"{ADVICE} {advice}")
    if what := _other_subject(sheet, names, fields) or other_country(sheet, names):
        raise ReadingError(what, sheet.where, ADVICE)


def _are_indicators(sheet: Sheet, fields: Set[str | None]) -> bool:
    """Tell whether a table is of indicators or rates, and no row of a training on a day."""
    names = {plain(name) for name in sheet.header}
    tagged = any(tag.strip().casefold().startswith("#indicator") for tag in sheet.tags)
    if (tagged or INDICATORS & names) and not _tells_trainings(sheet):
        return True
    if are_of_statistics(sheet.header):
        told = {text for n in sheet.cells for text in different_texts(sheet.cells[n])}
        return not speaks_of_training(replace(sheet, below=(*sheet.below, *told)))
    if fields & {*PERSONAL_FIELDS, *_OF_TRAININGS}:
        return False
    rates = sum(map(_is_rate, sheet.header)) >= ENOUGH_RATES and not fields & {*COUNT_FIELDS}
    counted = speaking([*names], _STATISTICS) >= ENOUGH_STATISTICS  # "Schools", "Enrolment Boys"
    return rates or (counted and not speaks_of_training(sheet))


def _tells_trainings(sheet: Sheet) -> bool:
    """Tell whether indicators are of people trained, each with its training and the day of this.

    Or with the quarter or month, and the district, of those who were; or stand beside records.
    """
    named = zip(known_fields(sheet), sheet.header, strict=True)
    known = [guessed_field(name) if field is None else field for field, name in named]
    if are_records(sheet, known):
        return True
    told = {*known}
    of_trainings = "date_start" in told and bool(told & {"title", "training_id"})
    periods = [name for name in sheet.header if plain(name) in (*MONTHS_OF, *_QUARTERS)]
    others = {*map(plain, sheet.header)} & COUNTRIES or any(map(is_planned, sheet.header))
    of_trainings |= bool(periods) and not others and bool(told & {*PLACE_FIELDS[:2]})
    return of_trainings and counts_trained(sheet)


def _other_subject(sheet: Sheet, names: Sequence[str], fields: Set[str | None]) -> str:
    """Return what else than trainings a table is of, by several names of its columns."""
    counts, titles = {*COUNT_FIELDS}, {"title", "training_id"}
    priced = _ITEMS & {*names} and speaking(names, _MONEY) > 1  # quotations that are compared
    if priced and not fields & {*PERSONAL_FIELDS, *_OF_TRAININGS}:
        return PURCHASES
    kept = speaking(names, _OF_STORES) > 1 and _ARTICLES & {*names}
    given = speaking(names, _MATERIALS) > 1 and "name_of_person" not in fields
    issued = bool(kept) and not speaks_of_training(sheet)  # each on its day
    others = {*_OF_TRAININGS} - ({"date_start"} if issued else set())
    if (kept or given) and not fields & (counts | others):
        return STORES
    accused = "date_start" not in fields and not speaks_of_training(sheet, OF_COURSES)
    others = titles if accused else counts | titles  # of whom some are men and some women
    if speaking(names, _OF_CASES) >= ENOUGH_OF_CASES and not fields & others:
        return CASES
    # "State vs Zarqoon" under "Title" is none of a training.
    of_court = speaking(names, _OF_CASES) > 1 and not fields & counts
    if of_court and not speaks_of_training(sheet, OF_COURSES):
        return CASES
    if is_other_list(sheet, fields):
        return LISTS
    given = not fields & (titles | {"name_of_person", "presence"}) and tells_of_things(sheet)
    if given and not speaks_of_training(sheet):
        return RELIEF
    if is_of_another_subject(sheet):
        return OTHER_SUBJECT
    housed = speaking(names, _OF_SHELTERS) > 1 and not fields & (titles | {"presence"})
    if housed and not speaks_of_training(sheet):
        return SHELTERS
    inspected = speaking(names, _OF_INSPECTIONS) > 1 and not fields & (titles | {"presence"})
    return INSPECTIONS if inspected and not speaks_of_training(sheet) else ""


def _is_beside_persons(sheet: Sheet, what: str, fields: Collection[str | None]) -> bool:
    """Tell whether what else a table is of stands beside those who came to a training.

    So does the car of each, and what was paid to each participant of a training; of somebody who
    was paid nothing nobody knows whether they came. Those who were paid may be counted, too.
    """
    if "name_of_person" not in fields:
        return what == PURCHASES and _counts_those_paid(sheet, fields)
    return what == VEHICLES or (what == PURCHASES and _are_all_paid(sheet))


def _counts_those_paid(sheet: Sheet, fields: Collection[str | None]) -> bool:
    """Tell whether a statement of allowances counts whom they were paid to, by home or agency.

    Nothing in it is bought, and no word says that it is of what is still to be paid.
    """
    names, texts = {*map(plain, sheet.header)}, (*sheet.header, *sheet.beside)
    bought = names & ({*_OTHER_THINGS[PURCHASES]} - _AMOUNTS | _ITEMS)
    counted = {*fields} & {*COUNT_FIELDS} and {*fields} & {*PLACE_FIELDS, *AGENCY_FIELDS[:2]}
    paid = any(map(_ALLOWANCES.search, texts)) and not any(map(_TO_BE_PAID.search, texts))
    return paid and bool(counted) and not bought and speaks_of_training(sheet, OF_COURSES)


def with_payments_said(sheet: Sheet) -> Sheet:
    """Return a list of payments to the participants of a training with a note of what it is."""
    if "name_of_person" not in sheet.fields or not _are_all_paid(sheet):
        return sheet
    words = _("{where}: it lists payments; whoever was paid is taken to have come, each row once.")
    sheet = sheet.without(sheet.cells.index[_are_signatures(sheet)], _SIGNED_ROW)
    return sheet.noted(words.format(where=sheet.where))


def _are_signatures(sheet: Sheet) -> pd.Series:
    """Tell which rows say no more than who signs: "Received by" beside "Verified by officer".

    So does a row of two cells at most, of which one has words where a row has its number.
    """
    filled = sheet.written.map(lambda text: bool(text.strip()))
    signed = sheet.written.map(lambda text: not text.strip() or bool(_SIGNED.match(text)))
    numbers = [n for n, field in enumerate(sheet.fields) if field == RUNNING_NUMBER]
    words = sheet.written[numbers].map(lambda text: text.replace(" ", "").isalpha()).any(axis=1)
    return signed.all(axis=1) | (words & (filled.sum(axis=1) <= SIGNED_CELLS))


def _are_all_paid(sheet: Sheet) -> bool:
    """Tell whether each row of a training, but those of sums, has an amount in all such columns.

    So has one whose amount is a sum that was not worked out, beside days and a rate.
    """
    told = {*sheet.fields}  # with what stands above the rows
    amounts = [n for n, name in enumerate(sheet.header) if plain(name) in _OTHER_THINGS[PURCHASES]]
    called = any(map(_PAID_TO.search, (*sheet.header, *sheet.beside)))
    if not amounts or not called or not {"title", "date_start"} <= told:
        return False
    records = ~say_total(sheet.written) & ~_are_signatures(sheet)
    parts = [n for n, name in enumerate(sheet.header) if _PARTS_PAID & {*plain(name).split()}]
    worked = all(_are_paid(sheet, n)[records].all() for n in parts) and len(parts) > 1
    unread = sheet.faults[sheet.faults["kind"] == NO_VALUE]
    return all(
        (_are_paid(sheet, n) | (worked & records.index.isin(_rows_at(unread, n))))[records].all()
        for n in amounts
    )


def _rows_at(faults: pd.DataFrame, position: int) -> pd.Series:
    return faults.loc[faults["position"] == position, "row"]


def _are_paid(sheet: Sheet, n: int) -> pd.Series:
    return by_text(sheet.cells[n], _is_paid, "bool")


def _is_paid(text: str) -> bool:
    return any(sign in "123456789" for sign in in_latin_digits(text))


def _is_rate(name: str) -> bool:
    """Tell whether a column is named as a share or a rate: "Literacy (%)", "Deaths per 1,000"."""
    return is_share(name) or "per 1" in name.casefold() or "rate" in plain(name).split()


def require_some_training(sheet: Sheet, fields: Sequence[str]) -> None:
    """Refuse a table that nothing says is of trainings: no column of it, and no word about it.

    Raises
    ------
    ReadingError
        It says what is missing.
    """
    told = {*COUNT_FIELDS, *PERSONAL_FIELDS, *_OF_TRAININGS}
    # A report of anything has a day above it, and a register of anything one in each row.
    own = {one for n, one in enumerate(fields) if one != "date_start" or n not in sheet.offered}
    held = own & {"date_start"} if own & {"venue", *AGENCY_FIELDS} else set()
    if (told - {"date_start"}) & own or held or speaks_of_training(sheet):
        return
    what = _("No column names a training, its day or who came, and no text says that it is of one.")
    raise ReadingError(what, sheet.where, ADVICE)
