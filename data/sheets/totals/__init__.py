"""Rows and columns that sum up others: told apart, not counted, held against what they sum."""
