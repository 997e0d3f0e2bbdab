"""Players beside the models: one that does nothing, one that reads the page's own elements."""
