"""The map sheet, a page of A4 with the map and what belongs to it, and the files made of it."""
