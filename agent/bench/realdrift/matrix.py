"""Matrix of a run, as a page in Markdown: what became of each replay. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from agent.bench.realdrift.items import HEALINGS, NONE
from agent.bench.realdrift.judging import Became

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.bench.results.attempt import Attempt

_MARKS: dict[str, str] = {
    "survived": "survived",
    "healed": "healed",
    "stopped": "stopped",
    "silently wrong": "**WRONG**",
}
_LACKING = "-"


def matrix(attempts: Sequence[Attempt]) -> str:
    """Two tables: how many replays became what, and what became of each.

    Args:
        attempts: the last one at each item.
    """
    return f"{_counts(attempts)}\n{_each(attempts)}"


def _counts(attempts: Sequence[Attempt]) -> str:
    """By regression and healing."""
    kinds = get_args(Became)
    rows = []
    for regression, healing in _columns(attempts):
        told = Counter(
            _became(one)
            for one in attempts
            if (one.groups["regression"], one.groups["healing"]) == (regression, healing)
        )
        rows.append([regression, healing, *(str(told[kind]) for kind in kinds), str(told.total())])
    return _table(["regression", "healing", *kinds, "replays"], rows)


def _each(attempts: Sequence[Attempt]) -> str:
    """A row for each pair; with and without healing in one cell where it made no difference."""
    regressions = list(dict.fromkeys(regression for regression, _ in _columns(attempts)))
    cells: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for one in attempts:
        told = {key: str(value) for key, value in one.groups.items()}
        row = cells.setdefault((told["recorded"], told["replayed"]), {})
        row.setdefault(told["regression"], {})[told["healing"]] = _MARKS.get(_became(one), _LACKING)
    rows = [
        [*pair, *(_cell(row.get(regression, {})) for regression in regressions)]
        for pair, row in cells.items()
    ]
    return _table(["recorded on", "replayed on", *regressions], rows)


def _cell(by_healing: dict[str, str]) -> str:
    plain, healed = by_healing.get("without", _LACKING), by_healing.get("with", _LACKING)
    return plain if plain == healed else f"{plain} / {healed}"


def _columns(attempts: Sequence[Attempt]) -> list[tuple[str, str]]:
    """Regression and healing; what has no regression comes first."""
    found = {(str(one.groups["regression"]), str(one.groups["healing"])) for one in attempts}
    return sorted(found, key=lambda column: (column[0] != NONE, column[0], column[1] != HEALINGS[0]))


def _became(attempt: Attempt) -> str:
    return str(attempt.details.get("became", attempt.outcome))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
