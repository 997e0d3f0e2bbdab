"""Printing: the one place that writes to standard output and error. Foreign text is shown, not obeyed."""
