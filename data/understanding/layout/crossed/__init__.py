"""Agencies, districts, months and days that name columns, or stand with their numbers in cells."""
