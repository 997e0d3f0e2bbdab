"""Exchange of one request and its reply with a server."""
