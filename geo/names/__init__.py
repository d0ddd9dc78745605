"""From a written name to a district's P-code, or why there is none.

Others import ``matching``, ``match_result`` and ``search``.
"""
