"""Written dates, months and years: what they say, and what can be read two ways."""
