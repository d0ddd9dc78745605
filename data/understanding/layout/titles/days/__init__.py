"""Which days above a table are those of its trainings, and of no letter, form or report."""
