"""Committees: which agencies of each committee have been trained, and which one is missing."""

from data.coverage import coverage
from pages import (
    committee_view,
    hand_over,
    options,
    playing,
    profile,
    screen,
    through_dashboard,
    view,
)

through_dashboard()
records = view.opened()
screen.title("Committees: which agencies have been trained", records)


def body() -> None:
    """Answer a filter or a level without running the rest of the page."""
    bar = screen.filters(records)
    figures = coverage(records, view.selection(records))
    hand_over.offer(bar, figures)
    screen.headline(figures)
    found = committee_view.choose(figures)
    view.write_address(records, ("district", *options.names(options.COMMITTEES)))
    committee_view.completeness(found, figures)
    profile.drawer(figures)
    committee_view.matrix(found, figures)
    committee_view.lacking_one(found, figures)


playing.run(body)
