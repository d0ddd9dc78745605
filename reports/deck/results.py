"""The slides of what came of it: trainings and donors, tests before and after, targets."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from data.analysis.learning import COLLECTED
from data.figures.coverage import Coverage
from data.records.model import in_percent
from geo.districts import gazetteer
from geo.words.catalogue import _
from reports.charts.learning import learning_table
from reports.deck.map_slide import GAP, Drawn, Tables
from reports.slides.box import Box
from reports.slides.drawings import charts
from reports.slides.drawings.axes import bar_names
from reports.slides.drawings.charts import Series
from reports.slides.page import Page
from reports.slides.tables import Column, add_list
from reports.story.results import donors_of, targeted_districts, targets_table
from reports.words import colours
from reports.words.counts import plain_counts
from reports.words.periods import in_short
from reports.words.tables import days_held, trainings_table

#: The most bars of a chart that stands for a list.
MOST_BARS = 8
#: What the slide of a training alone tells beside the columns of the list.
MORE = ("Level", "Delivered by", "Home districts")
#: The height of the two bars of a training that alone was tested, in inches.
ONE_TEST = 2.2


def trainings(page: Page, drawn: Drawn) -> Tables:
    """List the trainings, latest first, beside how many each donor paid for."""
    figures = drawn.story.figures
    donors = donors_of(figures)
    # One donor alone is told in the text, and the titles need the room.
    alone = page.narrow or len(donors) < 2
    left, right = (page.body, None) if alone else page.body.columns((8.9, 3.0), GAP)
    table = trainings_table(figures)
    rows: list[tuple[str, ...]] = [
        (held, title, venue, donor or _("not recorded"),
         _("not known") if pd.isna(number) else f"{number:,}")
        for held, title, venue, donor, number in zip(
            days_held(table), table["Title"], _places(figures), table["Donor"],
            table["Participants"], strict=True)
    ]  # fmt: skip
    columns: tuple[Column, ...] = (
        Column(_("Held")), Column(_("Title")), Column(_("Venue district")),
        Column(_("Donor"), spare=True),
        Column(_("Participants"), right=True),
    )  # fmt: skip
    if len(rows) == 1:  # there is room for all that is known of it
        columns, rows = _whole(table.iloc[0], columns, rows[0])
    one = figures.headline.trainings == len(rows) == 1
    words = _("The training") if one else _("Trainings, latest first")
    add_list(page, page.heading(left, words), columns, rows, _("No training."))
    if right is None:
        return [(_("Trainings"), table)]
    numbers = list(donors.values())[:MOST_BARS]
    alt = _("Bars of trainings by donor: {items}.").format(
        items=", ".join(f"{n} {x:,}" for n, x in donors.items())
    )
    room = page.heading(right, _("Trainings by donor"))
    names, high = bar_names(page, room.width, list(donors)[:MOST_BARS])
    room = replace(room, height=min(room.height, high))
    charts.add_bars(page, room, names, Series(_("Trainings"), numbers, colours.RECORDS), alt)
    return [(_("Trainings"), table)]


def _whole(
    about: pd.Series, columns: tuple[Column, ...], row: tuple[str, ...]
) -> tuple[tuple[Column, ...], list[tuple[str, ...]]]:
    """Return the columns and the row of a training alone, with more of what is known of it."""
    words = ["" if pd.isna(about[name]) else str(about[name]) for name in MORE]
    return (*columns, *map(Column, MORE)), [(*row, *words)]


def _places(figures: Coverage) -> list[str]:
    """Return the district of the venue of each training, by name; blank where it is not known."""
    names = gazetteer.names()
    return [names.get(str(pcode), "") for pcode in figures.trainings["venue_adm2_pcode"]]


def learning(page: Page, drawn: Drawn) -> Tables:
    """Draw the gain of each tested training, and list before and after."""
    story = drawn.story
    rows = story.learned[story.learned["state"] == COLLECTED]
    listed = [
        [in_short(day), title, f"{pre:.1f}", f"{post:.1f}", f"{scale:g}", f"{paired:,.0f}",
         f"{gain:+.1f}"]
        for day, title, pre, post, scale, gain, paired in rows[
            ["date_start", "title", "pre_mean", "post_mean", "scale_max", "gain", "paired"]
        ].itertuples(index=False)
    ]  # fmt: skip
    columns = [
        Column(_("Starts")), Column(_("Training")), Column(_("Before"), True),
        Column(_("After"), True), Column(_("Of") if len(rows) > 1 else _("Highest score"), True),
        Column(_("People"), True),
        Column(_("Points gained"), True),
    ]  # fmt: skip
    place = page.body
    if not page.narrow:  # else the titles need the room, and the list has the gains
        left, place = page.body.columns((4.2, 7.7), GAP)
        _gains(page, left, rows)
        columns, listed = columns[:-1], [row[:-1] for row in listed]
    words = _("Mean score before and after, latest first")
    room = page.heading(place, words if len(rows) > 1 else _("The training that was tested"))
    add_list(page, room, columns, listed, _("No training was tested."))
    return [(_("Tests before and after"), learning_table(story.figures))]


def _gains(page: Page, box: Box, rows: pd.DataFrame) -> None:
    """Draw the gain of the latest trainings that were tested."""
    if len(rows) == 1:
        _before_and_after(page, box, rows.iloc[0])
        return
    first = rows.head(MOST_BARS)
    latest = _(", latest {number}").format(number=MOST_BARS) if len(rows) > MOST_BARS else ""
    room = page.heading(box, _("Points gained{latest}").format(latest=latest))
    names = [in_short(day) for day in first["date_start"]]
    gains = [round(float(gain), 1) for gain in first["gain"]]
    told = ", ".join(f"{name} {gain:+.1f}" for name, gain in zip(names, gains, strict=True))
    alt = _("Bars of the gain of each training, in percentage points: {told}.").format(told=told)
    charts.add_bars(
        page, room, names, Series(_("Gain"), gains, colours.RECORDS), alt, charts.POINTS_GAINED
    )


def _before_and_after(page: Page, box: Box, tested: pd.Series) -> None:
    """Draw the mean scores of the one training that was tested."""
    room = page.heading(box, _("Mean score, out of {scale:g}").format(scale=tested["scale_max"]))
    room = replace(room, height=min(room.height, ONE_TEST * page.scale))
    names = [_("Before"), _("After")]
    scores = [round(float(tested[score]), 1) for score in ("pre_mean", "post_mean")]
    told = ", ".join(f"{name} {score:g}" for name, score in zip(names, scores, strict=True))
    alt = _("Bars of the mean score: {told}.").format(told=told)
    series = Series(_("Mean score"), scores, colours.RECORDS)
    charts.add_bars(page, room, names, series, alt, charts.SCORES)


def targets(page: Page, drawn: Drawn) -> Tables:
    """Draw the largest targets, and list the districts that are furthest from theirs."""
    figures = drawn.story.figures
    rows = targeted_districts(figures)
    left, right = page.body.columns((5.5, 6.4), GAP)
    room = page.heading(left, _("Reached and targeted, largest targets"))
    first = rows.head(MOST_BARS)
    words = [str(name) for name in first["name"]]
    wanted, reached = plain_counts(first["targeted"]), plain_counts(first["reached"])
    told = ", ".join(
        _("{name} {reached} of {target:,}").format(
            name=name, reached=_("no record") if number is None else f"{number:,}", target=target
        )
        for name, number, target in zip(words, reached, wanted, strict=True)
    )
    series = [
        Series(_("Targeted"), wanted, colours.CLAIM), Series(_("Reached"), reached, colours.RECORDS)
    ]  # fmt: skip
    charts.add_bars(
        page, room, words, series, _("Bars of participants reached: {told}.").format(told=told)
    )
    listed = [
        (name, province, _("no record") if pd.isna(reached) else f"{reached:,}", f"{targeted:,}",
         "" if pd.isna(share) else in_percent(share))
        for name, province, reached, targeted, share in rows[
            ["name", "province", "reached", "targeted", "share"]
        ].itertuples(index=False)
    ]  # fmt: skip
    columns: tuple[Column, ...] = (
        Column(_("District")), Column(_("Province"), spare=True), Column(_("Reached"), True),
        Column(_("Targeted"), True), Column(_("Share"), True),
    )  # fmt: skip
    add_list(page, page.heading(right, _("Reached of targeted")), columns, listed, _("No target."))
    return [(_("Reached of targeted"), targets_table(figures))]
