"""Persons whom the cells of a column name, and how many women and men they are."""
