"""Present: the story of a view, prepared here and told in full-screen steps."""

from pages.presenting import preparing, slide
from pages.session import address, options
from pages.session.entry import through_dashboard

through_dashboard()
records = address.opened()
step = options.value("step")

if step:
    slide.show(records, step)
else:
    preparing.draw(records)
