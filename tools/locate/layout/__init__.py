"""Layout: what stands how to what on a screen: labels and their fields, rows, directions, title bars."""
