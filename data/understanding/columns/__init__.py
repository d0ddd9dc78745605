"""What each column of a sheet is, by its name, its cells and its neighbours, and what is asked.

Its face: ``proposal``.
"""
