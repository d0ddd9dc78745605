"""The story of a view as a PowerPoint deck, one slide a step.

Its face: ``deck``.
"""
