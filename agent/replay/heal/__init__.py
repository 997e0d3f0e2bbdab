"""Heals: a target found again by a model where no rung of the ladder found it; proposed, never assumed."""
