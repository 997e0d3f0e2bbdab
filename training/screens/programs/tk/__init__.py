"""Tk and ttk."""
