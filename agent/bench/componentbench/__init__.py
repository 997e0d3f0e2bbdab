"""ComponentBench (arXiv 2026, MIT): tasks at single components of web pages, from a user's own checkout."""
