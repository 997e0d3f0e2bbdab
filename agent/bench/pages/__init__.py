"""Episodes on a page of a browser: what sets of such tasks share, whatever their pages are."""
