"""The parts of the Gaps screen: need, equity and the plan.

Its face: ``need``, ``plan`` and ``equity``.
"""
