"""The plotly charts, each with its table and its sentence.

Every module but ``rows`` is for others.
"""
