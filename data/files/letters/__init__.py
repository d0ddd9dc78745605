"""What letters and mails hold between their sentences: lists of counts, and lines that wrap."""
