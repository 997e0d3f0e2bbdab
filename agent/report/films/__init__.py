"""Films: what is drawn, in which order."""
