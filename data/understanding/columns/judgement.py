"""What the columns of a sheet are taken for together: each field is that of one column."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.records.model import COUNT_COLUMNS
from data.sheets.field_names import is_of_when_trained
from data.sheets.fields import (
    COUNT_FIELDS,
    IGNORED,
    MANY_FIELDS,
    PERSONAL_FIELDS,
    RUNNING_NUMBER,
    plain,
)
from data.sheets.no_records.other_activities import holds_one_kind, tells_kinds
from data.sheets.sheet import Sheet
from data.sheets.totals.total_columns import is_sum
from data.sheets.totals.total_rows import say_total
from data.sheets.words.absence import numbers_absent
from data.sheets.words.names import held_where, name_words, names_of_sexes, names_of_who_came
from data.sheets.words.names.name_words import guessed_field
from data.understanding import contents
from data.understanding.columns.evidence.evidence import NO_NUMBERS, Judged, Table
from data.understanding.columns.evidence.reasons import (
    BY_NAME,
    FILLED,
    SEVERAL,
    TOTALS,
    UNREAD_NUMBERS,
)
from data.understanding.columns.months_beside_days import has_months_of_days, of_whole_days
from data.understanding.columns.one_column import judged_alone
from data.understanding.columns.people.names_in_cells import (
    MORE_NAMED,
    SEVERAL_IN_ONE,
    hold_several_persons,
)
from data.understanding.columns.stand_ins import with_stand_ins, without_counts
from data.understanding.columns.unknown.planned_or_came import of_either
from data.understanding.columns.whose_column import (
    is_of_origin,
    is_told_again,
    is_where_all_serve,
    says_less,
)
from data.understanding.layout.venues import PLAINLY_A_DISTRICT

#: Fields of which one column is taken where others say no more.
_OF_ONE = ("district", "venue", "delivered_by", "designation")
#: Words of where somebody serves, though a post may be called so too.
_STATIONS = frozenset(["thana", "ps", "station", "posting", "chowki", "unit"])
#: Words of larger places than a district.
_LARGER = frozenset(["division", "region", "zone", "range"])
#: Words of where somebody serves by now, who was posted elsewhere when trained.
_NOW = frozenset(["present", "current", "now", "new", "latest", "today"])
#: Words of those of whom an office takes care, or whom it catches.
_CARED_FOR = frozenset(["sheltered", "rescued", "admitted", "housed", "accommodated", "inmates",
                        "residents", "assisted", "counselled", "counseled", "repatriated",
                        "reunited", "intercepted", "arrested", "victims", "survivors",
                        "complainants", "helped"])  # fmt: skip
#: What a tag of a place is of beside an activity, and not of people.
_VENUES = {"district": "venue_district", "adm2_pcode": "venue_adm2_pcode",
           "province": "venue_province"}  # fmt: skip
#: All that "Location: district" has beside an activity; of an office's location it would be more.
_LOCATIONS = frozenset([held_where.LOCATION, "where"])
_OF_LOCATIONS = _LOCATIONS | {"district", "province", "adm1", "adm2", "admin1", "admin2", "name",
                              "of"}  # fmt: skip
#: What a column is called that tells when a form was filled in.
FILLED_IN = ("timestamp", "submission time", "submission date", "submitted on", "start time",
             "completion time", "date submitted")  # fmt: skip


def judged(
    sheet: Sheet,
    known: Sequence[str | None],
    given: Mapping[int, str],
    constants: Mapping[str, str],
) -> list[Judged]:
    """Judge all columns of a sheet.

    Parameters
    ----------
    known
        The field of each by its name or tag, None where neither is known.
    given
        By position, what somebody said.
    constants
        What holds for every row, by field: nothing more is asked about a column of it.
    """
    # Nothing is asked of what a person is known by; and sums say nothing of what a column holds.
    sums = say_total(sheet.written)
    cells = sheet.cells[~sums] if sums.any() else sheet.cells
    known = _with_venues(sheet, without_counts(sheet.header, known, cells))
    holds = [
        contents.TEXTS if one in PERSONAL_FIELDS else contents.contents_of(cells[n])
        for n, one in enumerate(known)
    ]
    known = with_stand_ins(sheet, known, holds)
    fields = [given.get(n, _meant(one, holds[n])) for n, one in enumerate(known)]
    table = Table(sheet, fields, holds)
    judgements = []
    for n, one in enumerate(known):
        if n in given:
            judgements.append(Judged(given[n], holds=holds[n], by_name=given[n] == one))
            continue
        judgement = replace(
            of_either(table, n) or judged_alone(table, n, one),
            holds=holds[n],
            by_name=one is not None,
        )
        told_by_father = name_words.is_with_father(sheet.header[n])
        # Where one sex alone is counted, those who are named beside it are more.
        listing = "other_personal" if table.counts_one_sex else "name_of_person"
        named = judgement.field in ("name_of_person", listing) and judgement.sure
        if named and not told_by_father and hold_several_persons(cells[n]):
            why = SEVERAL_IN_ONE if judgement.field == "name_of_person" else MORE_NAMED
            judgement = replace(judgement, sure=False, reason=why)
        if n in sheet.offered and constants.get(judgement.field):
            judgement = Judged(IGNORED, holds=holds[n])
        judgements.append(judgement)
    judgements = _with_day_of_filling(sheet, _summed(sheet, judgements), {*given}, constants)
    return _each_once(sheet, judgements, set(given))


def _with_venues(sheet: Sheet, known: Sequence[str | None]) -> list[str | None]:
    """Take a place for the venue's where tag or name say so: "Activity location".

    Where each row is an activity, and nobody is named, "Location district" and "where_adm2" say
    it as well.
    """
    listed = {"name_of_person", "sex", "designation"} & {*known}
    of_activities = not listed and any(
        one == "title" or {*plain(name).split()} & held_where.TRAININGS
        for name, one in zip(sheet.header, known, strict=True)
    )
    fields = []
    for name, tag, one in zip(sheet.header, sheet.tags, known, strict=True):
        words = {*plain(name).split()}
        located = of_activities and not _LOCATIONS.isdisjoint(words) and words <= _OF_LOCATIONS
        if located:
            words.add("activity")
        by_name = guessed_field(name) if located and not one else one
        held = (tag or located) and held_where.held_where(words)
        fields.append(_VENUES.get(by_name or "", one) if held else one)
    return fields


def _with_day_of_filling(
    sheet: Sheet, columns: list[Judged], given: set[int], constants: Mapping[str, str]
) -> list[Judged]:
    """Offer the day on which a form was filled in where no column gives that of the training."""
    if any(one.field == "date_start" for one in columns) or constants.get("date_start"):
        return columns
    stamps = [n for n, name in enumerate(sheet.header)
              if plain(name) in FILLED_IN and n not in given]  # fmt: skip
    for n in stamps[:1]:
        columns[n] = Judged("date_start", sure=False, reason=FILLED, holds=contents.DAYS)
    return columns


def _summed(sheet: Sheet, columns: Sequence[Judged]) -> list[Judged]:
    """Take women and men for what their names may say where a total beside them is their sum.

    Where they are certain, so is their sum in each row, whatever it is called: "Strength".
    """
    places = {name: [n for n, one in enumerate(columns) if one.field == name]
              for name in COUNT_COLUMNS[:2]}  # fmt: skip
    if any(len(own) != 1 for own in places.values()):
        return list(columns)
    parts = [own[0] for own in places.values()]
    totals = [n for n, one in enumerate(columns) if n not in parts and one.holds == contents.NUMBERS
              and {"total", "t"} & set(plain(sheet.header[n]).split())
              and (all(_is_plain(columns[each], sheet.header[each]) for each in parts) or all(
                  name_words.counts_plainly(sheet.header[each]) for each in (n, *parts)))
              and is_sum(sheet.cells, n, parts)]  # fmt: skip
    told = "participants_total" in [one.field for one in columns]
    if not (totals or told) and all(columns[each].sure for each in parts):
        totals = [n for n, one in enumerate(columns) if one.holds == contents.NUMBERS
                  and one.reason == UNREAD_NUMBERS and not one.sure
                  and not names_of_who_came.is_planned(sheet.header[n])
                  and is_sum(sheet.cells, n, parts)]  # fmt: skip
    if len(totals) != 1 or columns[totals[0]].field not in (IGNORED, "participants_total"):
        return list(columns)
    taken = dict.fromkeys(parts, "") | {totals[0]: "participants_total"}
    return [
        replace(one, field=taken[n] or one.field, sure=True, reason="") if n in taken else one
        for n, one in enumerate(columns)
    ]


def _is_plain(one: Judged, name: str) -> bool:
    """Tell whether a count of one sex is called so for certain, or in one word, misspelt."""
    return one.sure or (one.reason == BY_NAME and len(plain(name).split()) == 1)


def _each_once(sheet: Sheet, columns: Sequence[Judged], given: set[int]) -> list[Judged]:
    """Give each field to one column; where two may be it, and nobody said which, ask."""
    places: dict[str, list[int]] = {}
    # Of two numbers of the rows, a note below may have either.
    noted = any(map(numbers_absent, sheet.below))
    for n, one in enumerate(columns):
        numbered = one.field == RUNNING_NUMBER and one.sure and not noted
        if one.field not in (IGNORED, *MANY_FIELDS) and not numbered:
            places.setdefault(one.field, []).append(n)
    once = list(columns)
    for own in places.values():
        said = [n for n in own if n in given]
        # Of a number of people the figure is what a sheet shows, and no older one that it hides.
        if once[own[0]].field in COUNT_FIELDS and not said:
            shown = [n for n in own if sheet.header[n] not in sheet.hidden] or own
            for n in {*own} - {*shown}:
                once[n] = replace(once[n], field=IGNORED, sure=True, reason="")
            own = shown
        others = _likely(sheet, once, own)
        trained = [] if said else _of_trained(sheet, once[own[0]].field, others)
        others = trained or others
        first = (said or others)[0]
        for n in own if len(own) > 1 else ():
            if n in given or (n == first and (len(others) == 1 or n in sheet.offered)):
                continue
            known = once[n].field in _OF_ONE or _is_day_of_plan(sheet.header[n], once[n].field)
            known |= bool(trained) or _is_plan_beside_sum(sheet, once, n, first)
            known |= once[n].field == "title" and (
                tells_kinds(sheet.header[n]) or holds_one_kind(sheet.cells[n])
            )
            known |= once[n].field == "date_start" and has_months_of_days(sheet, n, first)
            if said or n in sheet.offered or (len(others) == 1 and known):
                once[n] = replace(once[n], field=IGNORED, sure=True, reason="")
            else:
                reason = TOTALS if once[n].field == "participants_total" else SEVERAL
                reason = reason.format(field=once[n].field.replace("_", " "))
                taken = once[n].field if n == first else IGNORED
                once[n] = replace(once[n], field=taken, sure=False, reason=reason)
    return once


def _likely(sheet: Sheet, columns: Sequence[Judged], own: Sequence[int]) -> list[int]:
    """Return which of some columns of one field may be it, the likeliest first."""
    # What stands above the rows is asked about only where no column gives it.
    others = [n for n in own if n not in sheet.offered] or list(own)
    others = [n for n in others if not names_of_who_came.is_planned(sheet.header[n])] or others
    others = [n for n in others if columns[n].holds != contents.NOTHING] or others
    if columns[own[0]].field == "district" and len(others) > 1:
        others = _plain_district(sheet, others)
    if columns[own[0]].field == "date_start":
        others = of_whole_days(sheet, others)
    if columns[own[0]].field == "title":  # a kind of activity is none beside its description
        others = [n for n in others if not tells_kinds(sheet.header[n])] or others
        others = _telling_titles(sheet, columns, others)
    if columns[own[0]].field == "designation":  # "Thana / Post" beside "Rank"
        stations = [n for n in others if _STATIONS & {*plain(sheet.header[n]).split()}]
        others = [n for n in others if n not in stations] or others
    if columns[own[0]].field == "venue":  # which changes no figure
        others = ([n for n in others if columns[n].by_name] or others)[:1]
    if columns[own[0]].field == "delivered_by":  # nor does this; of persons nobody is named
        others = ([n for n in others if columns[n].holds == contents.AGENCIES] or others)[:1]
    return others


def _telling_titles(sheet: Sheet, columns: Sequence[Judged], places: Sequence[int]) -> list[int]:
    """Return the one column of titles that tells trainings apart beside others of one kind.

    Rows of one day have one title in it, so that it makes no more trainings than the days do.
    """
    days = [n for n, one in enumerate(columns) if one.field == "date_start"]
    if len(places) < 2 or len(days) != 1:
        return [*places]
    records = sheet.cells[~say_total(sheet.written)]
    telling = [n for n in places if not holds_one_kind(records[n])]
    if len(telling) != 1:
        return [*places]
    titles = records[telling[0]].str.strip()
    by_day = titles.groupby(records[days[0]].str.strip()).nunique()
    return telling if titles.nunique() > 1 and (by_day == 1).all() else [*places]


def _of_trained(sheet: Sheet, field: str, places: Sequence[int]) -> list[int]:
    """Return the one column of women, or of men, that says they were trained; else none.

    The other sex stands beside it under the same name, "Staff trained: women" beside "Staff
    trained: men", and the others say of whom an office takes care: "Women sheltered".
    """
    if field not in COUNT_COLUMNS[:2] or len(places) < 2:
        return []
    names = {n: sheet.header[n] for n in places}
    came = [n for n, name in names.items() if names_of_who_came.is_of_who_came(name)]
    if len(came) != 1 or not names_of_sexes.has_other_sex(names[came[0]], sheet.header):
        return []
    rest = ({*plain(name).split()} for n, name in names.items() if n not in came)
    return came if all(words & _CARED_FOR for words in rest) else []


def _is_day_of_plan(name: str, field: str) -> bool:
    """Tell whether a column has the planned days of trainings, as "Planned month"."""
    return field in ("date_start", "date_end") and names_of_who_came.is_planned(name)


def _is_plan_beside_sum(sheet: Sheet, columns: Sequence[Judged], n: int, whole: int) -> bool:
    """Tell whether a total is of those who were to come, beside one that adds up who came.

    So is "Officers trained: Target", where the total of those trained is the women and the men.
    """
    named = [names_of_who_came.is_planned(sheet.header[one]) for one in (n, whole)]
    fields = [one.field for one in columns]
    parts = [place for place, one in enumerate(fields) if one in COUNT_COLUMNS[:2]]
    total = fields[n] == fields[whole] == "participants_total"
    return total and named == [True, False] and len(parts) > 1 and is_sum(sheet.cells, whole, parts)


def _plain_district(sheet: Sheet, places: Sequence[int]) -> list[int]:
    """Return the columns that may be of districts, the likeliest first.

    It is the one that is called a district where others, as postings, say the same.
    One that is called a division, and has the names of those, is none.
    """
    smaller = [n for n in places if not _LARGER & {*plain(sheet.header[n]).split()}]
    if smaller and len(smaller) < len(places):
        return smaller
    asked = [n for n in places if name_words.says_from_where(sheet.header[n])]
    held = [n for n in places if held_where.PLACES & {*plain(sheet.header[n]).split()}]
    if len(asked) == 1 and {*asked, *held} == {*places}:  # "kahan se" beside "jagah"
        return asked
    elsewhere = [n for n in places if is_of_origin(sheet.header[n])]
    if elsewhere and len(elsewhere) < len(places):
        return _plain_district(sheet, [n for n in places if n not in elsewhere])
    then = [n for n in places if is_of_when_trained(sheet.header[n])]
    if len(then) == 1 and all(
        _NOW & {*plain(sheet.header[n]).split()} for n in {*places} - {*then}
    ):
        return then
    called = [n for n in places if plain(sheet.header[n]) in PLAINLY_A_DISTRICT]
    posted = [n for n in places if is_where_all_serve(sheet, n)]
    if len(posted) == 1 and all(says_less(sheet, n, posted[0]) for n in {*places} - {*posted}):
        return posted
    if len(called) == 1 and all(is_told_again(sheet, n, called[0]) for n in {*places} - {*called}):
        return called
    # Those of nothing but districts come first, before posts of which some tell none.
    return sorted(places, key=lambda n: not contents.is_nothing_but(sheet.cells[n], "district"))


def _meant(known: str | None, holds: str) -> str | None:
    """Return what a column is for its neighbours: of a count that holds texts, names of persons.

    One of women or men that holds sexes is of these: "مرد/خاتون M/F".
    """
    if known in COUNT_COLUMNS[:2] and holds == contents.SEXES:
        return "sex"
    return "name_of_person" if known in COUNT_FIELDS and holds in NO_NUMBERS else known
