"""What one visitor and all visitors hold: records and outlines loaded once, address, options.

Its face: ``address``, ``loading``, ``options``, ``presentation`` and ``entry``.
"""
