"""The strict way in: a file in the template's columns becomes accepted rows and problems.

Its face: ``check``.
"""
