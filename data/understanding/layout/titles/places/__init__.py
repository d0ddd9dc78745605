"""Districts that texts beside a table name, and whose people they say that its rows are."""
