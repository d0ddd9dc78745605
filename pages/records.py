"""Records: which are open, and a visitor's own from a file."""

from pages import screen, view

screen.title("Records", view.opened())
