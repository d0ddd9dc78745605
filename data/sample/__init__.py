"""Illustrative records: made up to show the dashboard."""
