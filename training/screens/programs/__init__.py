"""Programs: one a toolkit; each reads a plan a line, shows it, and prints where its elements are."""
