"""Pages: what they show of a run, and how that becomes HTML."""
