"""What was pulled -> what was understood of it, with what is known of its columns beforehand."""

from collections.abc import Sequence
from datetime import date

from data.files.text_pages import TextPages
from data.records.errors import ReadingError
from data.review.decisions import Decisions
from data.sheets.opening import COMMAND_LINE
from data.sources.settings import FILE_NAME, Source
from data.understanding.understand import Answers, Question, Understood, understand
from geo.words.catalogue import _

ADVICE = _("If it has changed its form, say in {file} what its columns are now.").format(
    file=FILE_NAME
)


def read(
    source: Source, files: Sequence[bytes | TextPages], today: date, decisions: Decisions
) -> Understood | Question:
    """Read the files of a source as those that somebody chose.

    What ``sources.toml`` says of a column holds whatever its name says; all others have to be
    known, or confirmed by somebody.

    Raises
    ------
    ReadingError
        As ``understand``; or if what the source is described with does not fit its columns.
    """
    try:
        return understand(
            files,
            today,
            sheet=source.sheet or None,
            decisions=decisions,
            date_format=source.dates,
            limits=COMMAND_LINE,
            answers=Answers(
                source.columns,
                source.all,
                source.rows,
                source.as_above,
                source.month_day,
                source.dashes,
            ),
        )
    except ReadingError as refused:
        raise ReadingError(
            refused.what, source.where, f"{refused.what_to_do} {ADVICE}"
        ) from refused
