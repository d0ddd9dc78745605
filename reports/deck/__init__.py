"""The story of a view as a PowerPoint deck, one slide a step.

Others import ``deck``.
"""
