"""Why a thing that is named can't be pointed at."""

from __future__ import annotations


class NotFound(Exception):
    """What is named can't be found, or several things could be meant; one sentence for a person."""
