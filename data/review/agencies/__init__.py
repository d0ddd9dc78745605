"""Written departments and posts: the agency that each is of, or who it may be."""
