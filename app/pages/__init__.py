"""Pages, written whole by the server."""
