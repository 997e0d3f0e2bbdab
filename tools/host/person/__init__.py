"""A person at the desktop: their input events, and what they did, as actions."""
