"""Training of the net that says whether a small box shows a toggle, of which kind and in which state."""
