"""Pocket model on the real form: on looks that its training never drew."""
