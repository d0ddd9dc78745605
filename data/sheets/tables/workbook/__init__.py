"""The sheets of one workbook: which are read, which belong together, and what a cover says."""
