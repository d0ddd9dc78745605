"""What stands above, between and below the rows of a table: titles, headings and notes.

Its face is ``title_rows.with_texts_above``.
"""
