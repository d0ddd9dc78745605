"""The map in the browser: its values, scripts and style, and the folium layer that paints them.

Its face: ``map_values``, ``coverage_map`` and ``assets``.
"""
