"""Trainings: when and where they took place, and who came to each from where."""

from geo.words.catalogue import _
from pages.parts import chart, downloads, playing, screen
from pages.parts.chart import TIMELINE
from pages.session import address, options
from pages.training import detail, inputs

records = screen.opened(_("Trainings: when, where and for whom"))


def body() -> None:
    """Answer a filter or a chosen training without running the rest of the page."""
    training_id = options.value("training")
    if training_id:
        detail.draw(address.figures(records), training_id)
    else:
        headline, bar = screen.view(records)
        figures = address.figures(records)
        downloads.offer(bar, figures)
        none = _("No training in this selection.") if figures.trainings.empty else ""
        with headline:
            screen.headline(figures, none)
        if not figures.trainings.empty:
            chart.draw(TIMELINE, figures)
            detail.choose(figures)
        inputs.draw(figures)
        screen.source(records, figures.selection)
    address.write_address(records, ("training",))


playing.run(body)
