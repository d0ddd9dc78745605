"""Charts, maps and their legends as shapes of a slide."""
