"""The brief: two pages of A4 as PDF, a hand-out of a view for people who were not in the room.

Its page is ``brief.typ``; what it says goes there as data (``content``), so that no text of
the records is ever read as Typst. The document is tagged for screen readers (PDF/UA-1), its
fonts are embedded, and the same view gives the same bytes: on every machine, unless the records
have letters, such as Urdu's, that a font of the machine is taken for.
"""

import json
from collections.abc import Hashable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, cast

import typst

from data.figures.selection import MOST_VALUES
from data.planning.distances import road_distances
from data.records.model import in_words
from data.records.programme import programme
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet
from geo.districts import gazetteer
from geo.words.catalogue import _
from reports.brief.figures import chart, covered_lists, provinces, training_rows
from reports.brief.text import MISSING_WORDS, drawable
from reports.brief.words import TRAININGS, words_of
from reports.charts.committees import completeness_alt, completeness_table, presence_labels
from reports.imprint.imprint import Imprint
from reports.maps.palette import palette
from reports.maps.sheets.sheet_files import bare_drawing, bare_map_svg
from reports.maps.vector_map import focus_of, venues_in_sight
from reports.measures.measures import map_values
from reports.measures.need import NO_VENUE, named_as_in_view
from reports.story.cover import RUN_BY, cover_rows
from reports.story.definitions import method
from reports.story.story import MEASURE, Step, Story
from reports.story.wording import LONGEST_TEXT, LONGEST_TITLE, not_ranked, people
from reports.words import fonts
from reports.words.headline import at_least, headline_figures
from reports.words.language import typst_language
from reports.words.selection import boundaries_in_words, source_in_words, view_in_words

PAGE = Path(__file__).with_name("brief.typ")
#: For screen readers: tags, a language, a title, and words for every picture.
STANDARD: Final = "ua-1"
#: How many uncovered districts are named.
MOST_NEEDED = 10
#: The most characters of a note that others have written: of records, of a boundary set.
LONGEST_NOTE = 220
#: The same of a source: it stands at the foot of both pages, with what belongs to it.
LONGEST_SOURCE = 100
#: The steps whose messages stand in the box of the first page, and how many of them.
MESSAGES, MOST_MESSAGES = ("trained", "learning", "committees", "targets", "gaps", "plan"), 3
#: Those that say what is to be done: others give way to them.
TO_DO = ("gaps", "plan")
#: What the figures cannot say, beside them.
LIMITS = (
    _(
        "No record does not mean that nobody was trained. A person who attended "
        "two trainings counts twice."
    ),
)
#: The rows of a cover that stand under the title.
OPENING = (RUN_BY, _("Donors"), _("Delivered by"), _("Trainings held"))
#: The column of the table of uncovered districts that says what the records have.
RECORDS = 4


class BriefError(RuntimeError):
    """The brief could not be made; the message says what is wrong and what to do."""


def write_brief(story: Story, boundaries: BoundarySet, imprint: Imprint | None = None) -> bytes:
    """Return the brief of a story as a PDF file of exactly two pages; may raise ``BriefError``."""
    imprint = imprint or Imprint()
    parts = content(story, boundaries, imprint)
    drawing = parts["map"].pop("svg")
    words = fonts.printable(json.dumps(parts, ensure_ascii=False))
    if fonts.MISSING in words:
        words = json.dumps(json.loads(words) | {"missing": MISSING_WORDS}, ensure_ascii=False)
    # The compiler sees these three files and its fonts; the rest of the machine is out of its
    # reach. Fonts of the machine only where they are needed: else every machine gives the same.
    files = {"main.typ": PAGE.read_bytes(), "brief.json": words.encode("utf-8"), "map.svg": drawing}
    if imprint.logo:
        files[parts["logo"]] = imprint.logo.drawing
    try:
        return _set(files, machine_fonts=fonts.has_other_letters(words))
    except typst.TypstError as fault:
        raise BriefError(
            _(
                "The brief could not be set: {message}. The deck and the workbook have the "
                "same figures."
            ).format(message=fault.message)
        ) from fault


def _set(files: dict[str, bytes], *, machine_fonts: bool) -> bytes:
    compiler = typst.Compiler(cast(Any, files), ignore_system_fonts=not machine_fonts)
    # A PDF is one file, however many pages it has.
    return cast(bytes, compiler.compile(format="pdf", pdf_standards=STANDARD))


def content(
    story: Story, boundaries: BoundarySet, imprint: Imprint | None = None
) -> dict[str, Any]:
    """Return everything that the two pages say; every text can be set (``drawable``).

    The first step of the story gives the title, unless the imprint has one. A step that the
    wording leaves out leaves its part of the brief out; the map, its figures and the tables by
    province always stand.
    """
    records, selection = story.figures.records, story.figures.selection
    first, imprint = story.steps[0], imprint or Imprint()
    text = f"{first.title}. {first.text}" if imprint.title else first.text
    notes = boundaries_in_words(boundaries)[:-2]  # the last two have a place of their own
    about = " ".join(drawable(note, LONGEST_NOTE) for note in notes)
    # The foot has two lines for what the figures are of and for their source.
    room = max(LONGEST_SOURCE - len(view_in_words(selection, MOST_VALUES)), LONGEST_SOURCE // 3)
    parts: dict[str, Any] = {
        "title": drawable(imprint.title or first.title, LONGEST_TITLE),
        "text": drawable(text, LONGEST_TITLE + LONGEST_TEXT),
        "messages": _messages(story),
        "limits": LIMITS,
        "about": [
            [word, drawable(words, 120)]
            for word, words in cover_rows(story.figures, imprint)
            if word in OPENING
        ],
        "imprint": imprint.by_whom_and_when(),
        "citation": replace(imprint, address="").citation(story.figures),
        "logo": "logo.svg" if imprint.logo else "",
        "programme": programme().name,
        "words": words_of(selection),
        "language": typst_language(),
        "mark": _("Illustrative records") if records.illustrative else drawable(records.title, 40),
        "illustrative": records.illustrative,
        "notice": drawable(records.full_notice, LONGEST_NOTE),
        "as_of": in_words(selection.as_of),
        "filters": drawable(view_in_words(selection), LONGEST_NOTE),
        "source": source_in_words(records, selection, drawable(imprint.source_of(records), room)),
        "figures": [vars(figure) for figure in headline_figures(story.figures)],
        "map": _map(story, boundaries),
        "control": LINE_OF_CONTROL_NOTE,
        "endorsement": BOUNDARY_NOTE,
        "boundaries": drawable(about, 3 * LONGEST_NOTE),
        "chart": chart(story.figures) if "trained" in story.wording.steps else None,
        "provinces": provinces(story.figures),
        "lists": covered_lists(story.figures),
        "method": method(story),
        **{step.key: _part(story, step) for step in story.steps},
    }
    return _drawable(parts) | {"missing": "", "address": imprint.live_view(story.figures)}


def _messages(story: Story) -> list[str]:
    """Return what to take away: messages of the steps after the first, without the view.

    Where there are too many, those on what is to be done stand in any case.
    """
    keys = [step.key for step in story.steps[1:] if step.key in MESSAGES]
    first = sorted(keys, key=lambda key: key not in TO_DO)[:MOST_MESSAGES]
    return [drawable(f"{story.message(key)}.", LONGEST_TITLE) for key in keys if key in first]


def _drawable(value: Any) -> Any:
    """Return plain values with every text but the drawing of the map as it can be set."""
    if isinstance(value, dict):
        return {k: v if k == "svg" else _drawable(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_drawable(one) for one in value]
    return drawable(value, 1000) if isinstance(value, str) else value


def _map(story: Story, boundaries: BoundarySet) -> dict[str, Any]:
    """Return the drawing of the map, what it shows in a sentence, and its legend.

    The counts of the classes sum to ``total``, the districts of the list.
    """
    values, headline = map_values(story.figures, MEASURE), story.figures.headline
    classes = ", ".join(f"{one.label}: {one.count:,}" for one in values.classes)
    return {
        "svg": bare_map_svg(values, boundaries),
        "zoomed": bool(focus_of(values)),
        "title": values.measure,
        "alt": _(
            "{title}. Map of Pakistan: {least}{districts_covered:,} of {districts:,} districts "
            "covered. {measure}, districts by class: {classes}."
        ).format(
            title=story.figures.records.title,
            least=at_least(story.figures),
            districts_covered=headline.districts_covered,
            districts=headline.districts,
            measure=values.measure,
            classes=classes,
        ),
        "legend": [
            {"label": one.label, "count": f"{one.count:,}", **vars(palette(one.key))}
            for one in values.classes
        ],
        "total": f"{sum(one.count for one in values.classes):,}",
        "venues": len(venues_in_sight(bare_drawing(values, boundaries), values)),
    }


def _part(story: Story, step: Step) -> dict[str, Any]:
    """Return the part of a step: its words and what stands below them."""
    part: dict[str, Any] = {
        "title": drawable(story.message(step.key), LONGEST_TITLE),
        "text": drawable(step.text, LONGEST_TEXT),
    }
    if step.key == "gaps":
        return part | _gaps(story, part["text"])
    if step.key == "trainings":
        return part | {"head": TRAININGS, "rows": training_rows(story.figures)}
    if step.key == "committees":
        table, most = completeness_table(story.presence), len(story.presence.shown)
        labels, counts = presence_labels(table["Agencies present"], most), table["Committees"]
        rows = [[word, int(n), f"{n:,}"] for word, n in zip(labels, counts, strict=True)]
        return part | {"rows": rows, "alt": completeness_alt(story.presence)}
    if step.key == "plan":
        if story.plans is None:
            return part | {"venues": []}
        basis = _("Distances: {source}").format(source=story.distances.source)
        return part | {"venues": list(story.plans.best.venues["name"]), "basis": basis}
    return part


def _gaps(story: Story, text: str) -> dict[str, Any]:
    first = story.ranked.head(MOST_NEEDED)
    districts = named_as_in_view(story.figures, first).to_dict("records")
    head = [
        _("Rank"),
        _("District"),
        _("Province"),
        _("People"),
        _("Records"),
        _("Nearest past venue, by road"),
    ]
    rows = [
        [str(row["rank"]), row["name"], row["province"], people(row["population"]), row["why"],
         _venue(row)]
        for row in districts
    ]  # fmt: skip
    if len({row[RECORDS] for row in rows}) == 1:  # it tells none of them from another
        head, rows = _without_records(head), [_without_records(row) for row in rows]
    more = len(story.uncovered) - len(rows)
    if rows and more > 0 and not story.wording.texts.get("gaps", "").strip():
        text = _("The {rows} with the highest need; {more:,} more are in the workbook. ").format(
            rows=len(rows), more=more
        )
        if districts[-1]["rank"] > len(rows):
            text += _("The ranks between are of thin districts: few came from there. ")
        text += not_ranked(len(story.uncovered) - len(story.ranked))
    return {"head": head, "rows": rows, "text": text.strip()}


def _without_records(row: list[str]) -> list[str]:
    return [*row[:RECORDS], *row[RECORDS + 1 :]]


def _venue(row: Mapping[Hashable, Any]) -> str:
    """Return the nearest past venue; need is always ranked with distances by road."""
    if not row["nearest_venue"]:
        return NO_VENUE
    unit = road_distances().unit
    return f"{gazetteer.names()[row['nearest_venue']]}, {row['distance']:,.0f} {unit}"
