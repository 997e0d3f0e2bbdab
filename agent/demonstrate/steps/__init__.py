"""A demonstration's steps in plain English."""
