"""How the server opens and answers: warm-up, compressed files, the index page, headers.

For ``dashboard.py``: ``opening.lifespan`` and ``opening.middleware``.
"""
