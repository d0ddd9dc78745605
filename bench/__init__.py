"""Measures the dashboard against the usual way to build one and against its floor."""
