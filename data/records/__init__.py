"""What the tables of a programme are, and what one cell of them may hold.

Every module is for others.
"""
