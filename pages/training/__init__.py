"""Trainings on screen: one with its attendance and tests, and what participants raised."""
