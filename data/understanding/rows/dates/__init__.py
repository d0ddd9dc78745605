"""What rows say of days: which they are, in which order they are written, and what is asked."""
