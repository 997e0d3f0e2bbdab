"""`agent models`: the profiles, which of them this machine can run, and which to take."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from agent.commands import exit_status
from agent.models import has_pocket
from agent.printing.console import stdout_console
from agent.printing.streams import write_json
from agent.profiles import find_profile, profiles
from agent.profiles.fit import BITS, HEADROOM, WORKING_TOKENS, choose, fit_together, needed, place
from agent.profiles.hardware import this_machine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.commands.options.models import ModelsCommand
    from agent.profiles import Profile
    from agent.profiles.fit import Bits, Choice, Job
    from agent.profiles.hardware import Machine

_JOBS: tuple[Job, ...] = ("ground", "plan")
_MARK = {"gpu": ("✓", "green"), "memory": ("~", "yellow"), "nowhere": ("✗", "dim")}
_WIDE = 100
"""Columns from which a line has room for every published figure."""
_FIGURES = {
    "screenspot_pro": "SS-Pro",
    "osworld": "OSWorld",
    "osworld_g": "OSWorld-G",
    "androidworld": "Android",
}
_NARROW = ("screenspot_pro", "osworld")
_READER = "comes with deskhand, needs no GPU, does the steps that a task spells out"
_POCKET = "a small Qwen3-VL for demonstrations and tests: knows forms, needs no GPU"
_NO_POCKET = "is not here: its weights come with the source tree, not with the package"
_LEGEND = f"""\
GB needed: weights, key/value cache for {WORKING_TOKENS // 1000},000 tokens, {HEADROOM:g} GB to work in.
✓ fits the GPUs   ~ fits the memory only: slow   ✗ does not fit
A3B, A22B are mixtures of experts: in 8 and 4 bits only behind a server.
Published, percent: SS-Pro (ScreenSpot-Pro) small targets, OSWorld whole tasks."""
_DOES: dict[Job, tuple[str, str]] = {
    "ground": ("to find and click", "ScreenSpot-Pro"),
    "plan": ("to plan long tasks", "OSWorld"),
}
"""What each job is called, and what its figure is of."""


def main(options: ModelsCommand) -> int:
    """Print every profile, or test a model's clicks."""
    if options.test:
        from agent.commands.clicktest import main as test  # noqa: PLC0415  (numpy and pillow: loaded on use)

        return test(options)
    machine = this_machine(os.environ)
    own = (find_profile(options.model),) if options.model else ()
    listed = (*profiles(), *(profile for profile in own if profile not in profiles()))
    choices = {job: choose(listed, job, machine) for job in _JOBS}
    if options.json:
        write_json(_shown(listed, machine, choices))
    else:
        _print(listed, machine, choices)
    return exit_status.PASSED


def _shown(listed: Sequence[Profile], machine: Machine, choices: dict[Job, Choice | None]) -> dict[str, Any]:
    models = [
        profile.model_dump(mode="json", exclude={"reply"})
        | {"needed": {bits: round(needed(profile, bits), 1) for bits in BITS}}
        | {"fits": {bits: place(profile, bits, machine) for bits in BITS}}
        for profile in listed
    ]
    gpus = [
        {"name": gpu.name, "total": round(gpu.total, 1), "free": round(gpu.free, 1)} for gpu in machine.gpus
    ]
    memory = {"total": round(machine.total, 1), "available": round(machine.available, 1)}
    take = {job: choice.option if choice else None for job, choice in choices.items()}
    return {
        "machine": {"gpus": gpus, "memory": memory},
        "models": [{"name": "reader"}, {"name": "pocket"}, *models],
        "take": take,
    }


def _print(listed: Sequence[Profile], machine: Machine, choices: dict[Job, Choice | None]) -> None:
    console = stdout_console(folded=True)
    for line in _about(machine):
        console.print(line)
    console.print(_table(listed, machine, wide=console.width >= _WIDE))
    console.print(Text(_LEGEND, "dim"))
    console.print()
    for line in _advice(choices, machine):
        console.print(line)


def _about(machine: Machine) -> Iterator[Text]:
    for gpu in machine.gpus:
        yield Text(f"GPU     {gpu.name}: {gpu.free:.1f} of {gpu.total:.1f} GB free")
    if not machine.gpus:
        yield Text("GPU     nvidia-smi names none")
    yield Text(f"memory  {machine.available:.1f} of {machine.total:.1f} GB available\n")
    yield Text.assemble(("reader", "bold"), f"  {_READER}")
    yield Text.assemble(("pocket", "bold"), f"  {_POCKET if has_pocket() else _NO_POCKET}\n")


def _table(listed: Sequence[Profile], machine: Machine, *, wide: bool) -> Table:
    figures = tuple(_FIGURES) if wide else _NARROW
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("model")
    for name in ("bf16", "int8", "int4", *(_FIGURES[figure] for figure in figures)):
        table.add_column(name, justify="right", no_wrap=True)
    family = listed[0].family
    for profile in listed:
        if profile.family != family:
            family = profile.family
            table.add_row()
        accuracy = [getattr(profile.accuracy, figure) for figure in figures]
        table.add_row(
            Text(profile.name, "bold"),
            *(_cell(profile, bits, machine) for bits in BITS),
            *(Text("-", "dim") if percent is None else Text(f"{percent:.1f}") for percent in accuracy),
        )
    return table


def _cell(profile: Profile, bits: Bits, machine: Machine) -> Text:
    mark, style = _MARK[place(profile, bits, machine)]
    return Text.assemble((f"{needed(profile, bits):.1f} ", style if style == "dim" else ""), (mark, style))


def _advice(choices: dict[Job, Choice | None], machine: Machine) -> Iterator[Text]:
    yield Text("Take here", "bold")
    taken = {job: choice for job, choice in choices.items() if choice}
    for job, choice in taken.items():
        purpose, figure = _DOES[job]
        said = f"  {choice.needed:.1f} GB, {figure} {choice.accuracy:g}"
        yield Text.assemble(f"  {purpose:18}  ", (f"--model {choice.option}", "cyan"), said)
    if len(taken) == len(_JOBS):
        both = fit_together(tuple(taken.values()), machine)
        how = f"--model {both[1].option}\n{'':22}--grounder {both[0].option}" if both else ""
        yield Text.assemble("  both at once        ", (how or "do not fit: one of them on a server", "cyan"))
    if not taken:
        yield Text.assemble("  tasks with written steps  ", ("--model reader", "cyan"))
        yield Text.assemble(
            "  all others                ", ("--model http://HOST:PORT/v1", "cyan"), "  a server with a GPU"
        )
