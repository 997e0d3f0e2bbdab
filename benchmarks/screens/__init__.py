"""Screens whose every target is known from how they were drawn."""
