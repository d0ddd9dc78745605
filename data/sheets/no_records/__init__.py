"""Rows between the records of a sheet that are none: not held, of things, of other activities."""
