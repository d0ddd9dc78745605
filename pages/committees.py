"""Committees: which agencies of each committee have been trained, and which one is missing."""

from data.figures.coverage import coverage
from pages.parts import committees, downloads, playing, profile, screen
from pages.session import address, options
from pages.session.entry import through_dashboard

through_dashboard()
records = address.opened()
screen.title("Committees: which agencies have been trained", records)


def body() -> None:
    """Answer a filter or a level without running the rest of the page."""
    bar = screen.filters(records)
    figures = coverage(records, address.selection(records))
    downloads.offer(bar, figures)
    screen.headline(figures)
    found = committees.choose(figures)
    address.write_address(records, ("district", *options.names(options.COMMITTEES)))
    committees.completeness(found, figures)
    profile.drawer(figures)
    committees.matrix(found, figures)
    committees.lacking_one(found, figures)


playing.run(body)
