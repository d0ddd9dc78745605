"""The map as a drawing and as files: a sheet as SVG, PDF or PNG, one HTML file, GIS files.

Its face: ``sheets``, ``html_map``, ``gis_files``, ``palette`` and ``vector_map``.
"""
