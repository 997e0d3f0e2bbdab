"""`agent bench export DIR... --form F --out OUT`: recorded episodes in the forms that others train with."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from agent.bench.exports.writing import export
from agent.commands import exit_status
from agent.errors import BadInput
from agent.printing.counted import counted
from agent.printing.streams import tell, write_json

if TYPE_CHECKING:
    from agent.bench.exports.writing import Exported
    from agent.commands.options.results import ResultsCommand

_EACH = 20
"""Episodes after which it is told how far it is."""
_SAMPLES = {
    "qwen-vl": ("conversation", "conversations"),
    "sharegpt": ("conversation", "conversations"),
    "agentnet": ("trajectory", "trajectories"),
    "huggingface": ("row", "rows"),
}
"""What one sample of a form is called, and several."""


def main(options: ResultsCommand) -> int:
    """Write them, and say what was written.

    Raises:
        BadInput: no form or no folder is named, or as of `export`.
    """
    if options.form is None or options.out is None:
        raise BadInput("bench export: name the form (--form) and a new folder for it (--out)")
    made = export(options.folders, options.form, options.out, _progress, failed=options.failed)
    if options.json:
        write_json({"exit": exit_status.PASSED, "exported": {**asdict(made), "out": str(made.out)}})
    else:
        tell(_told(made))
    return exit_status.PASSED


def _progress(done: int, of: int) -> None:
    if done % _EACH == 0 and done < of:
        tell(f"exported {done} of {of} episodes\n")


def _told(made: Exported) -> str:
    left = f"; left out: {made.left_out} that did not pass (--all takes them)" if made.left_out else ""
    samples = counted(made.samples, *_SAMPLES[made.form])
    episodes = counted(made.episodes, "episode", "episodes")
    pictures = counted(made.pictures, "picture", "pictures")
    return f"{made.out}: {samples} of {episodes} with {pictures} ({made.form}){left}\n"
