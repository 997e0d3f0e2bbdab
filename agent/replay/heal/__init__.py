"""Heals: targets found again by a model where relocation failed; proposed, never assumed."""
