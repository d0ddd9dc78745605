"""The records against what has been published: what agrees, what differs, and why it may."""

from dataclasses import replace

import pandas as pd

from data.figures.coverage import Headline, coverage
from data.figures.provenance import homes_of
from data.figures.selection import whole
from data.records.model import Records, in_words
from data.records.programme import Claim, Claims, NamedPlace, programme
from geo.districts.larger_places import home_names, larger_places, named_places
from geo.words.catalogue import _

AGREES = "agrees"
MADE_TO_MATCH = _("made to match")
FEWER = _("fewer in the records")
MORE = _("more in the records")
MISSING = _("not in the records")


def reconciliation(records: Records) -> pd.DataFrame:
    """Compare a set of records with the published totals and the places they name.

    The records are taken whole, up to the day of the publication or, where they end before it,
    to their own as-of date. A total that is published as *over* a number agrees with any above it,
    and not with the number itself. Made-up records that were given a published number were made
    to match it.

    Returns
    -------
    pandas.DataFrame
        One row a total or named place: ``what``, ``published`` (in its own words), ``recorded``
        (text; a count, or the districts found), ``verdict`` (``AGREES``, ``MADE_TO_MATCH``,
        ``FEWER``, ``MORE``, ``MISSING``), ``why`` (what of the records may explain a difference;
        blank where none).
    """
    claims = programme().claims
    as_of = min(records.as_of, claims.as_of)
    figures = coverage(records, replace(whole(records), as_of=as_of))
    told = figures.headline
    totals = (
        ("Trainings", claims.trainings, told.trainings),
        ("Participants", claims.participants, told.participants),
        ("Districts", claims.districts, told.districts_covered),
    )
    rows = [_total(*total, _why(told, records, total[0])) for total in totals]
    names = {home: home_names()[home] for home in homes_of(figures)}
    rows += [_place(place, names) for place in claims.places]
    table = pd.DataFrame(rows, columns=["what", "published", "recorded", "verdict", "why"])
    return _made_to_match(table, claims) if records.illustrative else table


def _made_to_match(table: pd.DataFrame, claims: Claims) -> pd.DataFrame:
    """Say of made-up records that what agrees was made to: they are no evidence for a claim."""
    totals = (claims.trainings, claims.participants, claims.districts)
    values = [f"{claim.value:,}" for claim in totals] + [""] * len(claims.places)
    matching = (table["verdict"] == AGREES) | (table["recorded"] == values)
    return table.assign(
        verdict=table["verdict"].mask(matching, MADE_TO_MATCH),
        why=table["why"].mask(matching, ""),
    )


def _total(what: str, claim: Claim, recorded: int, why: str) -> tuple[str, str, str, str, str]:
    if recorded == claim.least or (claim.over and recorded > claim.least):
        return what, claim.words, f"{recorded:,}", AGREES, ""
    verdict = FEWER if recorded < claim.least else MORE
    return what, claim.words, f"{recorded:,}", verdict, why


def _place(place: NamedPlace, reached: dict[str, str]) -> tuple[str, str, str, str, str]:
    of_city = [code for code in named_places() if larger_places()[code].name == place.name]
    found = [reached[code] for code in (*place.any_of, *of_city) if code in reached]
    why = ""
    if not found and len(place.any_of) > 1:
        why = _("A city of several districts; the release does not say which.")
    return place.name, "named", ", ".join(found) or "\u2013", AGREES if found else MISSING, why


def _ends_before(records: Records) -> str:
    claims = programme().claims
    if records.as_of >= claims.as_of:
        return ""
    return _("The records end on {day}, before the publication.").format(
        day=in_words(records.as_of)
    )


def _why(told: Headline, records: Records, what: str) -> str:
    """Return what of the records may explain that a total of theirs differs."""
    parts: tuple[tuple[int, str], ...] = (
        (told.rows_without_count, _("{number:,} rows of attendance have no count.")),
        (told.participants_within, _("{number:,} participants are of a larger place only.")),
        (told.participants_unplaced, _("{number:,} participants have no recorded home district.")),
    )
    if what == "Trainings":
        together = _("{number:,} are described together and not one by one.")
        parts = ((told.trainings_summarised, together),)
    sentences = [words.format(number=number) for number, words in parts if number]
    return " ".join(filter(None, (_ends_before(records), *sentences)))
