"""A model around other models: where the planner's call names a place, that place is looked for again."""
