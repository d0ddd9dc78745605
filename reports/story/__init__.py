"""A view told in steps, in the figures' words or in one's own, with the definitions of both.

Its face: ``story``, ``wording`` and ``definitions``.
"""
