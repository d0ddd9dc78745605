"""What rows of known columns say of days, agencies, people and trainings, and what is asked.

Others import its modules.
"""
