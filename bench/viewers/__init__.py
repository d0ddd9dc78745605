"""Many viewers at once, each speaking Streamlit's protocol over a WebSocket of its own."""
