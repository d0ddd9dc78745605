"""Words in the names of columns, and what they say of what a column may be."""
