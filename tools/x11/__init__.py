"""X11: what only an X server offers. Nothing outside this package imports X11 libraries."""
