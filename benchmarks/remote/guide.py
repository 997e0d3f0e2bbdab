"""Tasks of the guide to remote windows: what it tells its readers is what is measured."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from benchmarks.remote.far import Far, Protocol

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guides" / "remote.md"
_FORM = ROOT / "tasks" / "fill_form.yaml"
_DATABASE = "${workdir}/customers.db"


def text_of(protocol: Protocol) -> str:
    """The guide's task file for a protocol."""
    pattern = rf"^```yaml\n(# {protocol}\.yaml\n.*?)^```$"
    return re.findall(pattern, GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)[0]


def form_task(far: Far, options: tuple[str, ...], layout: str, folder: Path, database: Path) -> Path:
    """The form's task of the tree, with the form on a far machine and the guide's viewer in its place.

    Args:
        far: The machine.
        options: More options of the viewer.
        layout: Of its keyboard.
        folder: Where the task file goes.
        database: The form's, which is on this machine here, so that the task's checks can read it.
    """
    guide: dict[str, Any] = yaml.safe_load(text_of(far.protocol))
    task: dict[str, Any] = yaml.safe_load(_FORM.read_text("utf-8").replace(_DATABASE, str(database)))
    [viewer] = guide["launch"]
    command = viewer["command"]
    at = -1 if far.protocol == "vnc" else len(command)  # the viewer of VNC has the server's name last
    viewer["command"] = [*command[:at], *options, *command[at:]]
    task |= {key: guide[key] for key in ("launch", "secrets", "setup") if key in guide}
    task["vars"] |= {key: value for key, value in guide["vars"].items() if key != "name"}
    task["vars"] |= far.values(layout)
    file = folder / f"{far.kind}.yaml"
    file.write_text(yaml.safe_dump(task, allow_unicode=True, sort_keys=False), "utf-8")
    return file
