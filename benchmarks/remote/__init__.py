"""Remote windows: a far machine's programs, driven through a viewer that a task opens on its own display."""
