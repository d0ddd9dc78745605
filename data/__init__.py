"""The programme's records: from a file to figures."""
