"""Gaps: which districts nobody has been trained from, where it matters, where to train next."""

from data.coverage import coverage
from pages import map_view, need_view, plan_view, playing, profile, screen, through_dashboard, view

through_dashboard()
records = view.opened()
screen.title("Gaps: where nobody has been trained from", records)


def body() -> None:
    """Answer a filter or a weight without running the rest of the page."""
    screen.filters(records)
    figures = coverage(records, view.selection(records))
    view.write_address(records, ("district",))
    screen.headline(figures)
    needed = need_view.weigh(figures)
    map_view.draw(need_view.map_of(figures, needed), "gaps_map")
    screen.source(records, figures.selection.as_of, with_map=True)
    profile.drawer(figures)
    need_view.ranking(figures, needed)
    plan_view.draw(figures, needed)
    need_view.fair(figures)


playing.run(body)
