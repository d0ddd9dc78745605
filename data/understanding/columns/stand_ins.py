"""Columns that stand in for others: topics for titles, Mr and Ms for sexes, kinds for agencies."""

import re
from collections.abc import Sequence

import pandas as pd

from data.records.distinct import different_texts, filled_texts
from data.records.model import UNTOLD_AGENCY
from data.records.personal_data import safe_name
from data.review.agencies.agencies import (
    agencies_named,
    agencies_of_post,
    called_as,
    find_agency,
    own_name,
)
from data.sheets.field_names import field_of_name
from data.sheets.fields import (
    AGENCY_FIELDS,
    CHILDREN,
    COUNT_FIELDS,
    IGNORED,
    PLACE_FIELDS,
    TOLD_BY,
    is_from_collector,
    plain,
)
from data.sheets.no_records.not_held import was_not_held
from data.sheets.no_records.other_activities import tells_kinds
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.name_words import guessed_field
from data.understanding import contents
from data.understanding.columns.agencies_of_lists import (
    with_forces,
    with_nominators,
    with_units,
    without_reporters,
)
from data.understanding.columns.evidence.evidence import NO_NUMBERS
from data.understanding.columns.held_or_not import asks_held_or_not, asks_whether_held
from data.understanding.columns.people.names_by_columns import with_names_of_persons
from data.understanding.columns.people.names_in_cells import with_names_in_cells
from data.understanding.columns.whose_column import is_reporter, tells_agencies, with_homes
from data.understanding.layout.legends import is_of_kinds
from data.understanding.layout.trainings_of_rows import PROGRAMMES, TOPICS
from data.understanding.rows.training_rows import is_held
from geo.words.catalogue import _

#: What a column of kinds of organisations is called then.
OF_KIND = "Agency"
LEAST_OF_KINDS = 2
#: What a bill of the travel of those who came speaks of.
_TRAVEL = re.compile(
    r"\b(?:t\.?a\.? ?/? ?d\.?a\.?|dsa|travel\w*|fares?|kms?|mileage|transport\w*)\b|سفر",
    re.IGNORECASE,
)
#: Where a way begins or ends: "From", "From (station)", "Travelled to".
_WAY = re.compile(
    r"(?:(?:travel(?:l?ed)?|journey|station|place|city) )?(from|to)"
    r"(?: (?:station|place|city|town|district|venue))?"
)
#: "Males", misspelt.
_MALES = ("mail", "mails")
#: So many different texts of a column of names are looked at.
FEW = 20
#: Words in the names of the columns of a list of students.
_STUDIES = frozenset(["student", "students", "semester", "discipline", "طلبا",
                      "طلباء"])  # fmt: skip
#: No status has so many different words.
MOST_WORDS = 40
#: What a status is called besides; a payment, a report or a follow-up may be planned, too.
_STATUS_NAMES = frozenset(["position", "stage", "progress", "state", "condition", "became",
                           "happened", "kaifiyat", "halat", "کیفیت", "صورتحال", "حالت",
                           "پیشرفت"])  # fmt: skip
_OF_TRAININGS = frozenset(["what", "of", "it", "the", "current", "present", "latest", "training",
                           "trainings", "course", "session", "workshop", "activity", "event", "ki",
                           "ka", "to", "has", "تربیت", "کی", "موجودہ"])  # fmt: skip


def with_stand_ins(
    sheet: Sheet, known: Sequence[str | None], holds: Sequence[str]
) -> list[str | None]:
    """Return the fields by name, with columns that stand in for those that no other gives.

    Topics and sessions are titles, Mr and Ms sexes, offices that nominated agencies; whoever
    reports beside the participants' own organisation gave the training.
    """
    # "IP" over numbers is of inspectors, and no implementing partner.
    of_numbers = (contents.NUMBERS, contents.ONES)
    known = [None if one == "delivered_by" and holds[n] in of_numbers else one
             for n, one in enumerate(known)]  # fmt: skip
    known = _with_those_counted(sheet, known, holds)
    fields = with_names_of_persons(sheet, known, holds)
    # "Title" over Mr and Ms is none of a training.
    fields = ["other_personal" if one == "title" and holds[n] == contents.ADDRESSES else one
              for n, one in enumerate(fields)]  # fmt: skip
    if not {"title", "training_id"} & {*fields}:
        called = {n: plain(name) for n, name in enumerate(sheet.header) if plain(name) in TOPICS}
        # What each was tells more than of which kind it was, and that than its programme.
        topics = sorted(called, key=lambda n: (called[n] in PROGRAMMES, tells_kinds(called[n])))
        fields = ["title" if n in topics[:1] else one for n, one in enumerate(fields)]
    for n, one in enumerate(known):  # a tag that says who gives it, over agencies of one training
        named = field_of_name(sheet.header[n]) if one == "delivered_by" else None
        others = [None if place == n else field for place, field in enumerate(fields)]
        if named in AGENCY_FIELDS and tells_agencies(sheet, others, n):
            fields[n] = named
    fields = _without_stays(sheet, fields)
    fields = with_homes(sheet, with_nominators(sheet, with_units(sheet, fields)), holds)
    fields = _without_studies(sheet, with_forces(sheet, fields))
    fields = _with_sessions(sheet, fields, holds)
    fields = without_reporters(sheet, _without_wrong_days(sheet, fields, holds), holds)
    # Who reports sessions of children, or first of all in a form, is no agency of theirs.
    counts = [guessed_field(sheet.header[n]) for n, one in enumerate(holds) if one in of_numbers]
    before = len(fields) if {*CHILDREN} & {*known, *counts} else _questions_before(sheet, fields)
    fields = ["delivered_by" if one == "department" and n < before and is_reporter(sheet, fields, n)
              else one for n, one in enumerate(fields)]  # fmt: skip
    counts = [one for n, one in enumerate(known) if holds[n] not in NO_NUMBERS]
    if "sex" not in known and not {*COUNT_FIELDS} & {*counts}:  # "Participants" may be names
        addresses = [n for n, one in enumerate(holds) if one == contents.ADDRESSES]
        fields = ["sex" if n in addresses[:1] else one for n, one in enumerate(fields)]
    return with_names_in_cells(sheet, _with_status(sheet, fields, holds), holds)


def _without_stays(sheet: Sheet, fields: Sequence[str | None]) -> list[str | None]:
    """Take several hotels beside the persons of one training for where each of them stays."""
    above = {fields[n] for n in sheet.offered}
    if "title" not in above or not {"name_of_person", "sex"} & {*fields}:
        return [*fields]
    return ["other_personal" if one == "venue" and "hotel" in plain(sheet.header[n]).split()
            and sheet.cells[n].nunique() > 1 else one
            for n, one in enumerate(fields)]  # fmt: skip


def _with_status(
    sheet: Sheet, fields: Sequence[str | None], holds: Sequence[str]
) -> list[str | None]:
    """Take for a status what says of each training that it was held, or not, or not yet.

    It is called "Position", or "Stage": no post is called so. What asks it by its name, as "Held /
    to be held", is one whatever it says: a "?" is asked about.
    """
    called = [n for n, one in enumerate(fields) if one in (None, "designation")
              and holds[n] in (contents.TEXTS, contents.MIXED) and n not in sheet.offered
              and _is_of_status(sheet.header[n])]  # fmt: skip
    if {"status", "name_of_person"} & {*fields}:
        return [*fields]
    for n in called:
        texts = filled_texts(sheet.cells.loc[~say_total(sheet.written), n])  # sums leave it blank
        texts = texts if len(texts) <= MOST_WORDS else []
        held, others = [one for one in texts if is_held(one)], [*filter(was_not_held, texts)]
        said = held and others and {*texts} == {*held, *others}
        if said or (texts and asks_held_or_not(sheet.header[n])):
            return [*fields[:n], "status", *fields[n + 1 :]]
    return [*fields]


def _is_of_status(name: str) -> bool:
    """Tell whether a column is called by what became of a training, and by nothing else."""
    words = {*plain(name).split()}
    stands = bool(words & _STATUS_NAMES) and words <= _STATUS_NAMES | _OF_TRAININGS
    return stands or asks_whether_held(name)


def _without_studies(sheet: Sheet, fields: Sequence[str | None]) -> list[str | None]:
    """Leave out the department in which each of a list of students studies, as it is no agency.

    Where half of them or more are called as agencies are, they may be those of officials.
    """
    listed = any(_STUDIES & {*plain(name).split()} for n, name in enumerate(sheet.header)
                 if n not in sheet.offered)  # fmt: skip
    own = list(fields)
    for n, one in enumerate(own if listed and "name_of_person" in fields else ()):
        texts = {text.strip() for text in sheet.cells[n].unique().tolist()} - {""}
        named = [text for text in texts if called_as(text)]
        if one == "department" and 2 * len(named) < len(texts):
            own[n] = IGNORED
    return own


def _with_those_counted(
    sheet: Sheet, known: Sequence[str | None], holds: Sequence[str]
) -> list[str | None]:
    """Take "Participants" *Civil Judges* for an agency, beside the numbers of those who came.

    Each of its texts tells one agency, and no other column does.
    """
    fields = list(known)
    counts = [n for n, one in enumerate(known)
              if (one or guessed_field(sheet.header[n])) in COUNT_FIELDS]  # fmt: skip
    who = [n for n in counts if holds[n] in (contents.TEXTS, contents.AGENCIES)
           and "by" not in plain(sheet.header[n]).split()]  # fmt: skip
    numbered = any(holds[n] in (contents.NUMBERS, contents.ONES) for n in counts)
    own = {one for n, one in enumerate(known) if n not in sheet.offered}
    if len(who) != 1 or not numbered or own & {*AGENCY_FIELDS, "name_of_person", "sex"}:
        return fields
    texts = [text for text in sheet.cells[who[0]].unique().tolist()
             if text.strip() and not is_total(text)]  # fmt: skip
    if texts and "\n" not in "".join(texts) and all(map(_tells_one_agency, texts)):
        fields[who[0]] = "department"
    return fields


def _tells_one_agency(text: str) -> bool:
    """Tell whether a text names one agency, or those of a post that one agency has."""
    of_post = agencies_of_post(text)
    return len(of_post or agencies_named([text])) == 1 or bool(called_as(text))


def _questions_before(sheet: Sheet, fields: Sequence[str | None]) -> int:
    """Return the place of the first question of a form that tells of a training; 0 in no form."""
    told = [n for n, one in enumerate(fields) if one in TOLD_BY]
    return min(told, default=0) if is_from_collector(sheet.header) else 0


def _with_sessions(
    sheet: Sheet, fields: Sequence[str | None], holds: Sequence[str]
) -> list[str | None]:
    """Take what sessions with a day each were on for their titles, before a text above them all."""
    told = {one for n, one in enumerate(fields) if n not in sheet.offered}
    dated = any(one == contents.DAYS and n not in sheet.offered for n, one in enumerate(holds))
    of_persons = {"title", "training_id", "name_of_person"} & told
    sessions = [n for n, name in enumerate(sheet.header) if plain(name) == "session"
                and holds[n] in (contents.TEXTS, contents.AGENCIES)]  # fmt: skip
    if of_persons or not dated or len(sessions) != 1:
        return list(fields)
    return ["title" if n in sessions else one for n, one in enumerate(fields)]


def _without_wrong_days(
    sheet: Sheet, fields: Sequence[str | None], holds: Sequence[str]
) -> list[str | None]:
    """Take "From" and "To" for no day where they hold offices or places.

    Where travel is paid, the one place to which people come from several is that of the training,
    and those are where they serve.
    """
    ways = {end[1]: n for n, name in enumerate(sheet.header)
            if (end := _WAY.fullmatch(plain(name))) and holds[n] in NO_NUMBERS}  # fmt: skip
    paid = any(map(_TRAVEL.search, (*sheet.header, *sheet.beside)))
    own = [None if n in ways.values() and (one == "date_start" or (paid and one == "date_end"))
           else one for n, one in enumerate(fields)]  # fmt: skip
    if paid and len(ways) == 2 and holds[ways["to"]] == contents.DISTRICTS:
        starts, ends = ({*sheet.cells[ways[one]].map(plain)} - {""} for one in ("from", "to"))
        if len(ends) == 1 < len(starts) and not {"venue_district"} & {*own}:
            own[ways["to"]] = "venue_district"
            if holds[ways["from"]] == contents.DISTRICTS and not {*PLACE_FIELDS[:2]} & {*own}:
                own[ways["from"]] = "district"
    return own


def with_kinds(sheet: Sheet) -> Sheet:
    """Return a sheet whose column of kinds is of agencies: Organization *Panah Ghar*, Type *NGO*.

    It says of each row one agency, and of no body that is known another than its own. A sector may
    be what bodies work in: it says of one that is known its own.
    """
    fields = sheet.fields
    kinds = [n for n, name in enumerate(sheet.header) if is_of_kinds(name)]
    named = [n for n, one in enumerate(fields) if one == "department" and n not in kinds]
    if "agency" in fields or len(named) != 1 or len(kinds) != 1:
        return sheet
    told = (sheet.cells[[named[0], kinds[0]]] != "").any(axis=1)  # and no sum or note
    bodies, kind = (sheet.cells.loc[told, n] for n in (named[0], kinds[0]))
    if (kind.str.strip() == "").any():
        return sheet
    both = pd.DataFrame({"body": bodies, "kind": kind}).drop_duplicates()
    own = [_agency_known(text) for text in both["body"]]
    said = [find_agency(text).agency for text in both["kind"]]
    none = (None, UNTOLD_AGENCY)
    if all(own) or any(one in none for one in said):
        return sheet
    few = kind.nunique() < LEAST_OF_KINDS or "sector" in plain(sheet.header[kinds[0]]).split()
    if few and not any(own):
        return sheet  # nothing says that it is one of organisations
    if any(one not in (None, other) for one, other in zip(own, said, strict=True)):
        return sheet
    words = _("{where}: {column} is read as the agency of each {body}.")
    name, body = (safe_name(sheet.header[n]) for n in (kinds[0], named[0]))
    note = words.format(where=sheet.where, column=name, body=body)
    return sheet.renamed({kinds[0]: OF_KIND}).noted(note)


def _agency_known(body: str) -> str | None:
    """Return the agency of a body; None of one that no list has, whatever it is called."""
    agency = find_agency(body).agency
    return None if agency == own_name(body) else agency


def without_counts(
    header: Sequence[str], known: Sequence[str | None], cells: pd.DataFrame
) -> list[str | None]:
    """Return the fields of columns without names of persons where these are how many they are.

    Nor is "Mail" with numbers, beside "Fe-mail", an address.
    """
    counted = {n for n, one in enumerate(known)
               if one in ("name_of_person", "email") and _are_counts(cells[n])}  # fmt: skip
    women_alone = "participants_f" in known and "participants_m" not in known
    males = {n for n in counted if women_alone and plain(header[n]) in _MALES}
    return ["participants_m" if n in males else None if n in counted and one != "email" else one
            for n, one in enumerate(known)]  # fmt: skip


def _are_counts(cells: pd.Series) -> bool:
    """Tell whether a column that is called as persons are has numbers of them: 12, 15."""
    texts = [text for text in map(str.strip, different_texts(cells, FEW)) if text]
    few = bool(texts) and all(text.isdecimal() and len(text) < len("1000") for text in texts)
    return few and contents.contents_of(cells) == contents.NUMBERS
