"""Columns whose names are in no list: what their words, else their cells, say that they may be."""
