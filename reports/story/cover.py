"""What stands on the first page of a document: what it is of, who runs it, who pays, and when."""

from data.figures.coverage import Coverage
from data.figures.selection import whole
from data.records.model import in_words
from data.records.programme import programme
from geo.words.catalogue import _
from geo.words.listing import listing
from reports.imprint.imprint import Imprint
from reports.story.results import donor_names, span_of
from reports.words.periods import span_in_words
from reports.words.selection import EVERYTHING, view_in_words

RUN_BY, PAID_BY, SHOWN = _("Run by"), _("Paid for by"), _("Shown")
#: How many donors or partners are named.
NAMED = 6


def cover_rows(figures: Coverage, imprint: Imprint) -> list[tuple[str, str]]:
    """Return pairs of a word and what is said of it, in the order of a cover.

    Who runs the programme, donors and partners (of the trainings of the view; of all records,
    where none names a donor, those that have been published), period, what is selected, as-of date,
    source, contact, date of making, address of the live view. What is not known is left out.
    """
    selection = figures.selection
    partners = sorted({name.strip() for name in figures.trainings["delivered_by"]} - {""})
    rows = [
        (RUN_BY, _published(RUN_BY)),
        (_("Donors"), donors_in_words(figures)),
        (_("Delivered by"), listing(partners, most=NAMED)),
        (_("Trainings held"), span_in_words(*span_of(figures)) if len(figures.trainings) else ""),
        (SHOWN, view_in_words(selection) or EVERYTHING.capitalize()),
        (_("Data as of"), in_words(selection.as_of)),
        (_("Source"), imprint.source_of(figures.records)),
        (_("Contact"), imprint.contact),
        (_("Made on"), in_words(imprint.made_on) if imprint.made_on else ""),
        (_("Live view"), imprint.live_view(figures)),
    ]
    return [(word, words) for word, words in rows if words]


def donors_in_words(figures: Coverage) -> str:
    """Return the donors of a view's trainings, at most ``NAMED``; blank where none is known.

    Those that were published are the whole programme's: they stand in only where all records are
    in the view, there is a training, and none of them names a donor.
    """
    named = donor_names(figures)
    between = "; " if any("," in name for name in named) else ", "
    every = len(figures.trainings) and figures.selection == whole(figures.records)
    return listing(named, most=NAMED, between=between) or (_published(PAID_BY) if every else "")


def _published(what: str) -> str:
    return next((fact.words for fact in programme().facts if fact.what == what), "")
