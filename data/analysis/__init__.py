"""What figures say of committees, equity, learning, targets and published claims.

Every module is for others.
"""
