"""Rows of which a person says whether they count: what was answered, and the question else."""
