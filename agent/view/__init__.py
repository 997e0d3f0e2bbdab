"""Live view of a run: a page of this machine, where a person watches, answers, and takes over."""
