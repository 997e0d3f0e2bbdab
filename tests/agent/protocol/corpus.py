"""Replies as models get them wrong, and what each is to be taken for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

CORPUS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "replies" / "malformed.yaml").read_text("utf-8")
)
