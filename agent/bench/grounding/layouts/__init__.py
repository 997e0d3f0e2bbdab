"""Layouts of the published grounding sets, as they come; any other is refused by its name."""
