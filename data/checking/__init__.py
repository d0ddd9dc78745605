"""The strict way in: a file in the template's columns becomes accepted rows and problems.

Others import ``check``.
"""
