"""From the bytes of a file of any kind to rows of text, within limits.

Others import ``csv_text``, ``workbooks`` and ``zip_parts``.
"""
