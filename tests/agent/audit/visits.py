"""A task in the visitors' book, with the checks that a test wants."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = Path(__file__).parent / "programs" / "visitors.py"
WHOLE = {"file": {"path": "${workdir}/book.txt", "equals": "Ada Lovelace|Engines|True\n"}}
"""The check that looks at all that is entered."""
STEPS = (
    'Type "Ada Lovelace" into "Name"',
    'Type "Engines" into "Firm"',
    'Tick "Stays for lunch"',
    'Click "Enter"',
    'Wait until "Welcome" appears for 3 seconds',
)


def visit(folder: Path, checks: Sequence[object], steps: Sequence[str] = STEPS, **keys: Any) -> Path:
    """The task's file, in a folder."""
    task = {
        "id": "visit",
        "instruction": "Enter Ada Lovelace.",
        "launch": [
            {
                "command": [sys.executable, str(PROGRAM), "${workdir}/book.txt"],
                "wait_for": {"text": "Nobody is here", "seconds": 30},
            }
        ],
        "display": {"size": [800, 500]},
        "limits": {"seconds": 120, "wait": 3},
        "steps": list(steps),
        "checks": list(checks),
    }
    file = folder / "visit.yaml"
    file.write_text(json.dumps(task | keys), encoding="utf-8")
    return file
