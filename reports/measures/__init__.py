"""What a map shows of a view: values of districts in classes.

Its face: ``measures``, ``plan`` and ``comparison``.
"""
