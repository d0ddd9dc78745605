"""The four figures that stand above every view, as words: on screens, slides and sheets."""

from dataclasses import dataclass

from data.figures.coverage import Coverage, Headline
from data.figures.selection import whole
from data.records.programme import programme
from reports.words.counts import rows_in_words

#: Stands for a number that no row of the records has.
NO_RECORDED_COUNT = "not known"


@dataclass(frozen=True)
class HeadlineFigure:
    """One figure in words.

    Attributes
    ----------
    value, words
        The figure as it is written, and what it counts.
    claim
        What has been published of it, said as such; blank where nothing was.
    note
        What a reader has to know of it; blank where nothing.
    """

    value: str
    words: str
    claim: str = ""
    note: str = ""


def headline_figures(view: Coverage) -> tuple[HeadlineFigure, ...]:
    """Return districts, trainings, participants and people covered, each beside its claim.

    A published total is of the whole programme: beside a filtered figure it says so.
    """
    figures, claims = view.headline, programme().claims
    published = "published" if view.selection == whole(view.records) else "published for all"
    share = figures.share_of_people
    return (
        HeadlineFigure(
            f"{figures.districts_covered:,}",
            f"of {figures.districts:,} districts",
            f"{published}: {claims.districts.words}",
            _joined(
                _some(figures.districts_without_count, "of them: count not published"),
                _some(figures.districts_named_within, "more named within a larger place"),
            ),
        ),
        HeadlineFigure(
            f"{figures.trainings:,}",
            _plural(figures.trainings, "training"),
            f"{published}: {claims.trainings.words}",
            _some(figures.trainings_summarised, "more described together only"),
        ),
        _participants(view, f"{published}: {claims.participants.words}"),
        HeadlineFigure(
            "no data" if share is None else f"{share:.0%}",
            "of people in covered districts",
            note=_unknown_population(figures),
        ),
    )


def _participants(view: Coverage, claim: str) -> HeadlineFigure:
    """Return the participants; where no count at all is recorded, that is not 0."""
    figures = view.headline
    none = figures.rows_without_count and not figures.participants
    return HeadlineFigure(
        NO_RECORDED_COUNT if none else f"{figures.participants:,}",
        "participants" if none else _plural(figures.participants, "participant"),
        claim,
        _joined(
            _some(figures.participants_within, "from a larger place, district not known"),
            _some(figures.participants_unplaced, "without a recorded home district"),
            rows_in_words(figures.rows_without_count),
        ),
    )


def _joined(*notes: str) -> str:
    return " \u00b7 ".join(note for note in notes if note)


def _some(count: int, words: str) -> str:
    return f"{count:,} {words}" if count else ""


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"


def _unknown_population(figures: Headline) -> str:
    count = figures.districts_without_population
    return _some(count, f"{_plural(count, 'district')} without a population figure")
