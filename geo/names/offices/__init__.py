"""Offices and posts as they are written, and the district at the end of a posting."""
