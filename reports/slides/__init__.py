"""What PowerPoint slides are made of, whatever they tell.

For ``reports.deck`` alone.
"""
