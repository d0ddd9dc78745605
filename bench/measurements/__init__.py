"""What each ``python -m bench`` command measures, and the tables it prints."""
