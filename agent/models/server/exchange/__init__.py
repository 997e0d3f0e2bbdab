"""One request to a server, and the reply to it."""
