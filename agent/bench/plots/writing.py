"""Writing of all plots of runs: for each part that is counted by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.bench.beside import section_names
from agent.bench.plots.budget import curve
from agent.bench.plots.canvas import undrawn
from agent.bench.plots.drawing import draw_curves, draw_sizes
from agent.bench.plots.sizes import sizes
from agent.extras import check_extra
from agent.recording.disk import cannot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.bench.beside import Run
    from agent.bench.spent import Resource

_ALONG: dict[Resource, str] = {
    "steps": "steps of an attempt",
    "time": "seconds of an attempt",
    "tokens": "tokens of an attempt",
}
_SIGNS = 20
"""Signs that are told."""
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Plots:
    """What was written, and what was not."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...]
    """Plots, or runs in a plot, and why."""


def write_plots(runs: Sequence[Run], out: Path) -> Plots:
    """Write the plots of runs of one set.

    Args:
        runs: at least one.
        out: the folder, made if it is not there; plots of the same name are written anew.

    Raises:
        BadInput: a recording is damaged, the extra is missing, or the folder can't be written.
        EnvironmentFault: the disk is full.
    """
    check_extra("matplotlib")
    benchmark = runs[0].results.config.set
    if not any(run.results.latest for run in runs):
        return Plots((), (f"{benchmark}: there are no attempts",))
    files: list[Path] = []
    left: list[str] = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for number, section in enumerate(section_names(runs)):
            named = _Named(benchmark, section, number, out)
            for resource in _ALONG:
                files += _curves(runs, named, resource, left)
            files += _sizes(runs, named, left)
    except OSError as error:
        raise cannot(f"--out {out}", "be written", error, "name another folder") from None
    if signs := undrawn([*(run.label for run in runs), *section_names(runs)]):
        left.append(
            f"{signs[:_SIGNS]}: no font on this machine has these signs, so the PNG files show boxes; "
            "for Chinese, Japanese and Korean: apt-get install fonts-noto-cjk"
        )
    return Plots(tuple(files), tuple(left))


@dataclass(frozen=True, slots=True)
class _Named:
    benchmark: str
    section: str
    number: int
    out: Path

    @property
    def title(self) -> str:
        return f"{self.benchmark}, {self.section}" if self.section else self.benchmark

    def file(self, what: str) -> str:
        """A name that no two sections share, whatever they are called."""
        section = _UNSAFE.sub("-", self.section).strip("-.")
        parts = [
            _UNSAFE.sub("-", self.benchmark),
            section or (str(self.number) if self.section else ""),
            what,
        ]
        return "-".join(part for part in parts if part)


def _curves(runs: Sequence[Run], named: _Named, resource: Resource, left: list[str]) -> list[Path]:
    found = {run.label: curve(run, named.section, resource) for run in runs}
    curves = [one for one in found.values() if one]
    what = f"{named.title}: passed against {resource}"
    if not curves:
        left.append(f"{what}: no run knows what its attempts took")
        return []
    left += [
        f"{what}: {label}: it has no attempts, or does not know what they took"
        for label, one in found.items()
        if not one
    ]
    return draw_curves(curves, what, _ALONG[resource], named.out, named.file(resource))


def _sizes(runs: Sequence[Run], named: _Named, left: list[str]) -> list[Path]:
    found = sizes(runs, named.section)
    if not found:
        left.append(f"{named.title}: misses by size: its items have no targets in a picture")
        return []
    return draw_sizes(found, f"{named.title}: misses by size of the target", named.out, named.file("sizes"))
