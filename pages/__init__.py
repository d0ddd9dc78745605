"""One screen a file; a page reads as an outline and computes nothing."""
