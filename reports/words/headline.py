"""The four figures that stand above every view, as words: on screens, slides and sheets."""

from dataclasses import dataclass

from data.figures.coverage import Coverage
from data.figures.kept import kept_with_figures
from data.figures.selection import whole
from data.records.model import WITHOUT_PARTICIPANTS, in_percent
from data.records.programme import Claim, programme
from geo.words.catalogue import _, ngettext
from reports.words.counts import counted, millions
from reports.words.periods import in_short

#: Stands for a number that no row of the records has.
NO_RECORDED_COUNT = _("unknown")
#: Said of what grows with the districts that records do not name.
AT_LEAST = _("at least")
#: Said of districts where others than those of a view may have been trained from them.
NO_ONE_HERE = _("with no one on record in this selection")


@dataclass(frozen=True)
class HeadlineFigure:
    """One figure as it is written, what it counts, and, in this order, its note and its claim.

    ``claim``: what has been published of it, said as such. ``note``: what a reader has to know of
    it. Each is blank where there is nothing.
    """

    value: str
    words: str
    claim: str = ""
    note: str = ""

    @property
    def beside(self) -> str:
        """What stands beside or below the figure: its note, then the claim, which has none."""
        return _joined(self.note, self.claim)


@kept_with_figures
def headline_figures(figures: Coverage) -> tuple[HeadlineFigure, ...]:
    """Return districts, trainings, participants and people covered, each beside its claim.

    A published total is of the whole programme: beside a filtered figure it says so. Where no
    count at all is recorded, the participants are not 0.
    """
    headline, claims = figures.headline, programme().claims
    everything = figures.selection == whole(figures.records)
    share, unknown = headline.share_of_people, headline.districts_without_population
    return (
        HeadlineFigure(
            f"{headline.districts_covered:,}",
            _of_districts(figures),
            published_total(claims.districts, whole_view=everything),
            _joined(
                AT_LEAST * figures.mostly_together,
                _some(headline.districts_without_count, _("of them: count not published")),
                _some(headline.districts_named_within, _("more named within a larger place")),
            ),
        ),
        HeadlineFigure(
            f"{headline.trainings:,}",
            _one_by_one(figures),
            published_total(claims.trainings, whole_view=everything),
            _together(figures),
        ),
        _participants(figures, everything),
        HeadlineFigure(
            in_percent(share),
            _("of the population lives in covered districts"),
            note=_joined(
                AT_LEAST * figures.mostly_together,
                _("{districts} without a population figure").format(
                    districts=counted(unknown, "district", "districts")
                )
                * bool(unknown),
            ),
        ),
    )


def _of_districts(figures: Coverage) -> str:
    """Say of how many districts those that have somebody on record are.

    They are all that are covered, unless others may have been trained than those of the view.
    """
    number = figures.headline.districts
    words = ngettext("of {number:,} district covered", "of {number:,} districts covered", number)
    if figures.selection.is_of_part:
        words = ngettext("of {number:,} district", "of {number:,} districts", number)
    return words.format(number=number)


def published_total(claim: Claim, *, whole_view: bool = True) -> str:
    """Say a published total with the day of its release, and of what it is beside a part."""
    words = _("published {day}: {words}")
    if not whole_view:
        words = _("published {day} in all: {words}")
    return words.format(day=in_short(programme().claims.as_of), words=claim.words)


def at_least(figures: Coverage) -> str:
    """Return what stands before a number of districts: blank where the records name them all."""
    return f"{AT_LEAST} " if figures.mostly_together else ""


def trainings_in_words(figures: Coverage) -> str:
    """Return how many trainings a view has; those described together are told apart.

    Whether the ones are among the others is not known, so that they are never added up.
    """
    headline, together = figures.headline, _together(figures)
    single = f"{headline.trainings:,} {_one_by_one(figures)}"
    if together and not headline.trainings:
        number = headline.trainings_summarised
        words = ngettext(
            "{number:,} training, described together",
            "{number:,} trainings, described together",
            number,
        )
        return words.format(number=number)
    return f"{single}; {together}" if together else single


def _one_by_one(figures: Coverage) -> str:
    headline = figures.headline
    if not headline.trainings_summarised:
        return ngettext("training", "trainings", headline.trainings)
    return ngettext(
        "training recorded one by one", "trainings recorded one by one", headline.trainings
    )


def _together(figures: Coverage) -> str:
    """Say how many trainings are described together; blank where none are."""
    headline = figures.headline
    if not headline.trainings:
        return _some(headline.trainings_summarised, _("described together"))
    return _some(headline.trainings_summarised, _("described together, overlap not known"))


def participants_known(figures: Coverage) -> int | None:
    """Return the participants of a view; None where no count at all is recorded of trainings."""
    headline = figures.headline
    untold = headline.trainings and not figures.row_count  # held, and nothing of who came
    no_count = (headline.rows_without_count or untold) and not headline.participants
    return None if no_count else headline.participants


def _participants(figures: Coverage, everything: bool) -> HeadlineFigure:
    headline, claim = figures.headline, programme().claims.participants
    value, words = NO_RECORDED_COUNT, _("number of participants")
    if (known := participants_known(figures)) is not None:
        value, words = f"{known:,}", ngettext("participant", "participants", known)
    return HeadlineFigure(
        value,
        words,
        published_total(claim, whole_view=everything),
        _joined(
            _("overlap not known") * figures.mostly_together,
            _some(headline.participants_within, _("from a larger place, district not known")),
            _some(headline.participants_unplaced, _("of unknown home district")),
            _without_count(headline.rows_without_count),
            _alone(headline.rows_incomplete),
        ),
    )


@kept_with_figures
def not_covered(figures: Coverage) -> HeadlineFigure:
    """Return the districts that nobody is on record from, and the people who live there.

    Zero reported is one of them; named within a larger place is not. Where most trainings do not
    name their districts, they are called so: no record is then no gap. Others than those of a view
    may have been trained from there, and then it is said of the view.
    """
    districts = figures.districts
    rows = districts[districts["status"].isin(WITHOUT_PARTICIPANTS)]
    if figures.mostly_together:
        note = _("which is no gap by itself")
        return HeadlineFigure(f"{len(rows):,}", _("not named in the records"), note=note)
    known = rows["population"].dropna()
    people = _("{people} people live there").format(people=millions(float(known.sum())))
    least = f"{AT_LEAST} " * (len(known) < len(rows))
    words = NO_ONE_HERE if figures.selection.is_of_part else _("not covered")
    return HeadlineFigure(f"{len(rows):,}", words, note=f"{least}{people}" if len(known) else "")


def districts_without(figures: Coverage) -> str:
    """Return what the districts that nobody is on record from are called over a list of them."""
    if figures.mostly_together:
        return _("Districts not named in the records")
    if figures.selection.is_of_part:
        return _("Districts with no one on record in this selection")
    return _("Districts not covered")


def people_without(*, of_part: bool) -> str:
    """Return how the people are called whom a plan is for: those of districts without a record."""
    if of_part:  # others may have been trained from there
        return _("people in districts with no one on record here")
    return _("people in uncovered districts")


def _without_count(rows: int) -> str:
    if not rows:
        return ""
    words = ngettext("{rows:,} row without a count", "{rows:,} rows without a count", rows)
    return words.format(rows=rows)


def _alone(rows: int) -> str:
    """Say how many rows count one sex alone, so that the sum is the least that it can be."""
    if not rows:
        return ""
    return ngettext(
        "{rows:,} row counts women or men alone: at least that",
        "{rows:,} rows count women or men alone: at least that",
        rows,
    ).format(rows=rows)


def _joined(*notes: str) -> str:
    return " \u00b7 ".join(note for note in notes if note)


def _some(count: int, words: str) -> str:
    return f"{count:,} {words}" if count else ""
