"""What one visitor and all visitors hold: records and outlines loaded once, address, options.

Others import ``address``, ``loading``, ``options``, ``presentation`` and ``entry``.
"""
