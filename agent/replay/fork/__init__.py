"""A recording's first steps done again, and a model that goes on from there."""
