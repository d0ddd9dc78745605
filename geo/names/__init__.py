"""From a written name to a district's P-code, or why there is none.

Others import ``matching`` and ``match_result``.
"""
