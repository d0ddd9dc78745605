"""Figures and documents: charts, and what is handed over."""
