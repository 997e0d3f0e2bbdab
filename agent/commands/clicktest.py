"""`agent models test`: the click self-test of a model, and the likely cause of misses."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from agent.clicktest.asking import shoot
from agent.clicktest.pictures import write_pictures
from agent.clicktest.report import report
from agent.clicktest.targets import SIZES, draw_targets
from agent.commands import exit_status
from agent.errors import BadInput
from agent.models import load_model
from agent.printing.console import stderr_console, stdout_console
from agent.printing.streams import write_json
from agent.runs.report.terminal import plain
from agent.task import Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from agent.clicktest.asking import Shot
    from agent.clicktest.report import AxisReport, Report, SizeReport, Verdict
    from agent.clicktest.targets import Drawing
    from agent.commands.options.models import ModelsCommand
    from agent.model import Model

_STYLE: dict[Verdict, str] = {
    "right": "bold green",
    "off": "bold red",
    "unreliable": "bold yellow",
    "unreadable": "bold red",
}

_INDENT = (0, 0, 0, 2)
_LEGEND = """\
off: mean and standard deviation in pixels, to the right and down
scale: clicked places against true ones, 1 is right"""


def main(options: ModelsCommand) -> int:
    """Have the model click all targets; 0 when its clicks are right, else 1."""
    if options.output:
        _make_folder(options.output)
    model = _model(options.model)
    scenes = [draw_targets(size) for size in SIZES]
    began = time.monotonic()
    shots = _shots(model, scenes, stderr_console())
    found = report(model.name, shots, time.monotonic() - began)
    if options.output:
        write_pictures(options.output, scenes, shots)
    if options.json:
        write_json(found.model_dump(mode="json"))
    else:
        _print(found)
    return exit_status.PASSED if found.verdict == "right" else exit_status.FAILED


def _make_folder(folder: Path) -> None:
    """Make the pictures' folder before anything is asked.

    Raises:
        BadInput: it can't be.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"-o {folder}: can't be made: {error.strerror}; name a folder") from None


def _model(name: str | None) -> Model:
    """The model, begun and loaded.

    Raises:
        BadInput: none is named, or it is one that can't be asked.
        ModelFault: it can't be loaded or reached.
    """
    if not name:
        raise BadInput("models test: say which model with --model; `agent models` lists what there is")
    model = load_model(name)
    if not model.sees:
        raise BadInput(
            f"--model {name}: does a task's written steps and can't be asked to click what an instruction "
            "means; name a model that can, for instance --model http://HOST:PORT/v1"
        )
    model.start(Task(id="selftest", instruction="Click what you are told to.", source=Path(), digest=""))
    model.prepare()
    return model


def _shots(model: Model, scenes: Sequence[Drawing], console: Console) -> list[Shot]:
    """All shots, with a line for each picture's as they are done."""
    shots: list[Shot] = []
    for scene in scenes:
        width, height = scene.frame.size
        here = list(shoot(model, [scene]))
        hits = sum(shot.hit for shot in here)
        console.print(Text(f"  {width}x{height}: {hits} of {len(here)} targets hit", "dim"))
        shots += here
    return shots


def _print(found: Report) -> None:
    console = stdout_console()
    verdict = Text.assemble(
        (found.verdict.upper(), _STYLE[found.verdict]),
        "  ",
        (plain(found.model), "bold"),
        f"  {found.hits} of {found.shots} targets hit",
    )
    if found.causes and found.verdict == "off":
        verdict.append(f"; likely cause: {', '.join(found.causes)}")
    console.print(verdict)
    console.print(Padding(Text(found.said), _INDENT, expand=False))
    if found.change:
        console.print(Padding(Text(found.change, "cyan"), _INDENT, expand=False))
    console.print()
    console.print(_table(found.sizes))
    console.print(Text(_LEGEND, "dim"))
    if found.unusable:
        console.print(_refused(found))
    tokens = f", {found.usage.total} tokens" if found.usage.total else ""
    console.print(Text(f"{found.shots} questions in {found.seconds:.1f} s{tokens}", "dim"))


def _table(sizes: Sequence[SizeReport]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("picture")
    for name in ("hit", "x off", "y off", "x scale", "y scale"):
        table.add_column(name, justify="right", no_wrap=True)
    for size in sizes:
        off = [_off(axis) for axis in (size.x, size.y)]
        scale = [f"{axis.scale:.4f}" if axis else "-" for axis in (size.x, size.y)]
        table.add_row(f"{size.width}x{size.height}", f"{size.hits} of {size.shots}", *off, *scale)
    return table


def _off(axis: AxisReport | None) -> str:
    return f"{axis.mean:+.1f} ± {axis.spread:.1f}" if axis else "-"


def _refused(found: Report) -> Text:
    said = f"{found.unusable} replies would be refused"
    if found.unreadable:
        said += f", {found.unreadable} of them without two numbers"
    return Text(f"{said}; one of them: {plain(found.example)}", "yellow")
