"""Records on their way out: the template, the workbook and the tables that others read.

Its face: ``template`` and ``export``.
"""
