"""What screens are made of: a map, a chart, a profile, downloads.

Every module is for others.
"""
