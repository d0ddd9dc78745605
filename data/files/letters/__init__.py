"""What letters and mails hold between their sentences: lists, and lines that wrap."""
