"""Runs side by side: one or several results folders of one set, and what each is called."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.bench.results.reading import read_results
from agent.bench.summary import in_section, sections_of, summary
from agent.errors import BadInput
from agent.extras import check_extra
from agent.printing.escapes import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.bench.results.attempt import Attempt
    from agent.bench.results.reading import Results
    from agent.bench.summary import Section, Summary


@dataclass(frozen=True, slots=True)
class Run:
    """One of several runs."""

    results: Results
    summary: Summary
    """Made of its lines, whatever `summary.json` says."""
    label: str
    """Its model; where others are of the same model, its folder too. One line, no sign in it unseen."""

    def section(self, name: str) -> Section | None:
        """Figures of what is counted together under that name; None: it has no such attempts."""
        return next((one for one in self.summary.sections if one.name == name), None)

    def attempts(self, name: str) -> list[Attempt]:
        """The last attempt of each key under that name."""
        return in_section(self.results.latest, name, self.results.config.apart)


def read_runs(folders: Sequence[Path]) -> list[Run]:
    """The runs of results folders, in their order.

    Raises:
        BadInput: one is no results folder or was altered, one is named twice, they are of different sets or
            data, or the extra is missing.
    """
    check_extra("scipy")
    twice = [folder for folder, times in Counter(map(_real, folders)).items() if times > 1]
    if twice:
        raise BadInput(f"{twice[0]}: is named twice")
    found = [read_results(folder) for folder in folders]
    for results in found[1:]:
        _check_same(found[0], results)
    labels = _labels(found)
    return [
        Run(one, summary(one.config, one.latest, one.attempts, one.last), label)
        for one, label in zip(found, labels, strict=True)
    ]


def section_names(runs: Sequence[Run]) -> list[str]:
    """Names of what is counted together in any of the runs: never two of them in one table or plot."""
    return list(
        dict.fromkeys(
            name for run in runs for name in sections_of(run.results.latest, run.results.config.apart)
        )
    )


def _real(folder: Path) -> Path:
    return folder.resolve()


def _check_same(first: Results, other: Results) -> None:
    for key in ("set", "data"):
        mine, theirs = getattr(first.config, key), getattr(other.config, key)
        if mine != theirs:
            raise BadInput(
                f"{key}: {first.folder} is of {mine}, {other.folder} of {theirs}; "
                "only runs of the same set on the same data stand side by side"
            )


def _labels(found: Sequence[Results]) -> list[str]:
    models = [one.config.model for one in found]
    named = [f"{one.config.model} ({one.folder.resolve().name})" for one in found]
    whole = [f"{one.config.model} ({one.folder})" for one in found]
    candidates = next(
        (labels for labels in (models, named) if len(set(map(_shown, labels))) == len(labels)), whole
    )
    return list(map(_shown, candidates))


def _shown(label: str) -> str:
    return visible(" ".join(label.split()))
