"""Heavy work in processes of its own, so that nobody's file slows or fills the server.

Its face: ``queues``. Nothing here knows of Streamlit: a worker does not load it.
"""
