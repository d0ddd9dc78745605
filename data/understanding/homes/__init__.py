"""The one district of all rows, where their tehsils, villages or the name of a column tell it.

Others import what a sheet gets its districts by: each module has one such function.
"""
