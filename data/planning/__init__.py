"""Which districts need a training most, and where to hold the next ones.

Its face: ``plan``, ``plan_words``, ``request``, ``need``, ``ranking``, ``settings``,
``distances`` and ``weights``.
"""
