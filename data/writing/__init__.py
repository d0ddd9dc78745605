"""Records on their way out: the template, the workbook and the tables that others read.

Others import ``template`` and ``export``.
"""
