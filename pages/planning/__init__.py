"""The parts of the Gaps screen: need, equity and the plan.

Others import ``need``, ``plan`` and ``equity``.
"""
