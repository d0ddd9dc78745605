"""What a map shows of a view: values of districts in classes.

Others import ``measures``, ``plan`` and ``comparison``.
"""
