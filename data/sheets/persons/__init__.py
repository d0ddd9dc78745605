"""Persons of lists: where cells name them, and who stands in the lists of several days."""
