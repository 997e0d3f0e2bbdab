"""Recordings as typed tools: each is called with values for its variables, and is replayed live with them."""
