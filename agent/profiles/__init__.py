"""The models that deskhand knows, one file each, and those that a user adds by file."""

from __future__ import annotations

from agent.profiles.profile import Profile

__all__ = ["Profile"]
