"""The words around a view, as HTML: whose it is, its title, records, figures and source."""

from html import escape

from data.figures.coverage import Coverage
from data.figures.selection import Selection, programme_months
from data.records.model import Records
from data.records.programme import programme
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet
from geo.words.catalogue import _
from pages.session import loading
from reports.words.headline import headline_figures, not_covered
from reports.words.periods import span_in_words
from reports.words.selection import NO_TRAINING, source_in_words

#: Characters of notes on boundaries that fit under a map; longer ones are under Methods.
LONGEST_NOTE = 300
#: The title of the first screen.
OVERVIEW = _("Where the programme stands")


def brand() -> str:
    """Return whose programme it is, and who runs it."""
    name, run_by = escape(programme().name), escape(programme().body)
    return f'<p class="brand"><b>{name}</b><span>{run_by}</span></p>'


def title(words: str, records: Records, more: str = "") -> str:
    """Return the title of a view, and what the records are; ``more`` is HTML after both."""
    name, about = records.title, records.notice
    if records.key == loading.YOURS:  # so called to nobody else: files go to others
        name = _("Your records")
        about = _("{notice} Held in this browser session only.").format(notice=about)
    mark = f'<span class="mark">{escape(name)}</span>'
    period = NO_TRAINING
    if len(records.trainings):
        period = span_in_words(programme_months(records)[0], records.as_of)
    notice = f'<p class="notice">{mark} {escape(f"{period}. {about}")}</p>'
    return f'<div class="title"><h1>{escape(words)}</h1>{notice}{more}</div>'


def headline(figures: Coverage) -> str:
    """Return the figures of a view, each beside what has been published of it."""
    cells = ""
    covered, *others = headline_figures(figures)
    for one in (covered, not_covered(figures), *others):
        figure = f"<strong>{escape(one.value)}</strong> <span>{escape(one.words)}</span>"
        claim = f'<p class="claim">{escape(one.claim)}</p>' if one.claim else ""
        note = f"<p>{escape(one.note)}</p>" if one.note else ""
        cells += f"<div>{figure}{note}{claim}</div>"
    name = escape(_("Headline figures"))
    return f'<div class="headline" role="group" aria-label="{name}">{cells}</div>'


def source(records: Records, selection: Selection, outlines: BoundarySet | None = None) -> str:
    """Return the line under a map or chart: what of, as-of date, source, boundaries, notes.

    ``outlines`` are those of a map; None under a chart.
    """
    parts, notes = [source_in_words(records, selection)], ""
    if outlines:
        parts.append(_("boundaries: {title}").format(title=outlines.title))
        about = " ".join(outlines.notes)
        if len(about) > LONGEST_NOTE:
            about = _("Notes on these boundaries are under Methods.")
        words = [f"{outlines.attribution.rstrip('.')}.", about]
        notes = " ".join([*filter(None, words), LINE_OF_CONTROL_NOTE, BOUNDARY_NOTE])
        notes = f"<br>{escape(notes)}"
    line = " \u00b7 ".join(parts)
    return f'<p class="source">{escape(line)}{notes}</p>'
