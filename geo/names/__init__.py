"""From a written name to a district's P-code, or why there is none.

Its face: ``matching``, ``match_result`` and ``search``.
"""
