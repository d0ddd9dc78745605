"""Columns and headings of things that are no people: cases, money, material, posts to fill."""

import re
from collections.abc import Sequence

from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.words.names.name_words import guessed_field

#: Words of columns that count or list something else; of two of them a table has no trainings.
_THINGS = frozenset(
    ["admitted", "admissions", "discharged", "residence", "residents", "inmates", "survivors",
     "victims", "rescued", "cases", "complaints", "fir", "firs", "accused", "arrested", "challaned",
     "convicted", "acquitted", "enquiries", "inquiries", "raids", "budget", "amount", "rs", "pkr",
     "cost", "expenditure", "item", "items", "qty", "quantity", "price", "calls", "room", "rooms",
     "night", "nights", "tariff", "menu", "covers", "banners", "banner", "bags", "boxes", "files",
     "folders", "pens", "notebooks", "notepads", "handouts", "stationery", "kits", "bottles",
     "lunches", "projector", "chairs"]
)  # fmt: skip
#: And of columns of money, beside which those who came may be counted by any name.
_IN_MONEY = _THINGS | {"spent", "disbursed", "usd", "eur", "gbp"}
ENOUGH_OF_THEM = 2
#: Words of what is to be done, or of posts to be filled, as a report has beside its trainings.
_OF_REPORTS = frozenset(
    ["case", "issue", "issues", "challenge", "challenges", "recommendation", "recommendations",
     "decision", "decisions", "action", "actions", "responsible", "responsibility", "sanctioned",
     "vacant", "convictions", "arrests", "funds", "released", "utilized", "utilised"]
)  # fmt: skip
#: What a heading over such a table is called by.
_HEADINGS = _THINGS | _OF_REPORTS | {"expenses", "expenditures", "finance", "finances", "financial",
                                     "procurement", "material", "materials", "vacancy", "vacancies",
                                     "strength", "position", "enquiry", "inquiry",
                                     "complaint"}  # fmt: skip
#: Words of the other columns of such a table.
_BESIDE = frozenset(["subject", "particulars", "description", "detail", "details", "head", "heads",
                     "category", "type", "nature", "indicator", "status", "remarks", "progress",
                     "number", "no", "nos", "total", "count", "name", "filled", "registered",
                     "pending", "required", "taken", "of", "the", "and", "in", "for"])  # fmt: skip
#: A heading with one of these may be of a training, or of whom it was for.
_OF_PEOPLE = re.compile(
    r"\b(?:train|workshop|course|session|seminar|orient|sensiti|refresh|awareness|meeting|batch"
    r"|participa|attend|member|officer|official|staff (?!position|strength)|nominee|person"
    r"|committee|teacher|student|communit|lawyer|judge|prosecutor|investigat|handl|manag)",
    re.IGNORECASE,
)


def are_things(names: Sequence[str]) -> bool:
    """Tell whether some names are of columns of several things that are no people."""
    words = [{*plain(name).split()} for name in names]
    money = sum(bool(own & _IN_MONEY) for own in words)
    if any(guessed_field(name) in COUNT_FIELDS for name in names):
        money = 0
    things = sum(bool(own & _THINGS) for own in words)
    return max(things, money) >= ENOUGH_OF_THEM


def heads_things(text: str) -> bool:
    """Tell whether a heading is of things, and none of a training or of people: "B. Cases"."""
    return bool({*plain(text).split()} & _HEADINGS) and not _OF_PEOPLE.search(text)


def names_a_thing(names: Sequence[str]) -> bool:
    """Tell whether one name at least is of a column of things, or of what a report has beside."""
    return any({*plain(name).split()} & (_IN_MONEY | _OF_REPORTS) for name in names)


def is_of_table(name: str) -> bool:
    """Tell whether each word of a text may be of the name of a column in a table of things."""
    words = {*plain(name).split()}
    return bool(words) and words <= _IN_MONEY | _OF_REPORTS | _BESIDE
