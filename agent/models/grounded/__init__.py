"""Grounding stages: further looks that correct the point a planner model named."""
