"""From the bytes of a file of any kind to rows of text, within limits.

Its face: ``csv_text``, ``submissions``, ``text_pages``, ``workbooks`` and ``zip_parts``.
"""
