"""Trainings that columns, answers and titles with their days tell of."""
