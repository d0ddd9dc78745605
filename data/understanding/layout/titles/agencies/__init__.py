"""Of which agency people are, as texts above a table, its columns and their posts tell it."""
