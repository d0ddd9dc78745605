"""A view told in steps, in the figures' words or in one's own, with the definitions of both.

Others import ``story``, ``wording`` and ``definitions``.
"""
