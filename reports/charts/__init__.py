"""The plotly charts, each with its table and its sentence.

Every module is for others.
"""
