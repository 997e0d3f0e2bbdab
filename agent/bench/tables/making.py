"""Making of tables: one for each part that is counted by itself, and what a reader must know of the runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.beside import section_names
from agent.bench.results.attempt import OUTCOMES
from agent.bench.tables.rows import rows
from agent.bench.tables.table import Table, Tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import JsonValue

    from agent.bench.beside import Run

_METHODS = (
    "95 % intervals in brackets: Wilson's score interval where every item was attempted once; where one was "
    "attempted several times, and of means, a bootstrap that draws whole items. In parentheses: passed/"
    "attempts, or the number of values. What the environment prevented is not counted."
)


def tables_of(runs: Sequence[Run]) -> Tables:
    """The tables of runs of one set.

    Raises:
        BadInput: a recording is damaged.
    """
    benchmark, columns = runs[0].results.config.set, tuple(run.label for run in runs)
    made = (
        Table(caption=_caption(benchmark, name), columns=columns, rows=tuple(rows(runs, name)))
        for name in section_names(runs)
    )
    return Tables(tables=tuple(made), notes=(*map(_about, runs), *_warnings(runs), _METHODS))


def _caption(benchmark: str, section: str) -> str:
    return f"{benchmark}, {section}: passed, in %" if section else f"{benchmark}: passed, in %"


def _about(run: Run) -> str:
    """What one run is: what its figures hang on, and what came of it."""
    config, told = run.results.config, run.summary
    times = f", each {config.repeat} times" if config.repeat > 1 else ""
    parts = [
        f"{config.items} items{times}",
        *_settings({**config.options, **config.limits}),
        f"deskhand {config.versions.get('deskhand', 'of unknown version')}",
        f"begun {config.started}",
        f"{told.decided} of {told.expected} attempts decided",
        *_outcomes(run),
        f"last line {told.last[:12]}",
    ]
    return f"{run.label}: {'; '.join(parts)}"


def _settings(values: Mapping[str, JsonValue]) -> Iterator[str]:
    for name, value in values.items():
        if value is not None:
            yield f"{name.replace('_', ' ')} {value}"


def _outcomes(run: Run) -> list[str]:
    latest = [one.outcome for one in run.results.latest]
    told = ", ".join(f"{latest.count(one)} {one}" for one in OUTCOMES if one in latest)
    return [told] if told else []


def _warnings(runs: Sequence[Run]) -> Iterator[str]:
    if len({run.results.config.selected for run in runs}) > 1:
        yield (
            "The runs are not of the same items: their shares can't be held against each other; "
            "`agent bench compare` takes those that both have."
        )
    lacking = [run.label for run in runs if not run.summary.complete]
    if lacking:
        yield f"Not complete, so its figures may still change: {', '.join(lacking)}."
