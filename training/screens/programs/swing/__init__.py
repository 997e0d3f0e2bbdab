"""Java Swing in its looks."""
