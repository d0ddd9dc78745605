"""Places: the district list, the matching of names, the outlines and the map."""
