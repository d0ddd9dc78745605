"""Records: which are open, and a visitor's own from a file."""

from pages import screen, through_dashboard, view

through_dashboard()
screen.title("Records", view.opened())
