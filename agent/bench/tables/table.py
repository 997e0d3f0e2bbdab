"""Table of runs: a column a run, a row a figure. Plain values, not yet in any language of markup."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Unit = Literal["%", "s", "tokens", "steps", "cost", "score"]
_DIGITS: dict[Unit, str] = {
    "%": ".1f", "s": ".2f", "tokens": ",.0f", "steps": ".1f", "cost": ".3g", "score": ".3f",
}  # fmt: skip


class Figure(BaseModel):
    """A value, its 95 % interval, and of how many it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    value: float
    low: float | None
    """None: what it is of says nothing of how sure it is."""
    high: float | None
    of: str
    """`300/564`: so many passed of so many; or the number of values."""


class Row(BaseModel):
    """A row: a figure of each run; without a unit a heading."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    label: str
    unit: Unit | None = None
    cells: tuple[Figure | None, ...] = ()
    """None: the run has none."""
    inner: bool = False
    """Whether it belongs below the heading before it."""


class Table(BaseModel):
    """Figures of what is counted together."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    caption: str
    columns: tuple[str, ...]
    """What the runs are called."""
    rows: tuple[Row, ...]


class Tables(BaseModel):
    """The tables of one or several runs of one set, and what they hang on."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    tables: tuple[Table, ...]
    notes: tuple[str, ...]


def told(figure: Figure, unit: Unit) -> tuple[str, str, str]:
    """The value, the interval ("" without one) and the number of what it is of."""
    times, digits = (100 if unit == "%" else 1), _DIGITS[unit]
    value = format(times * figure.value, digits)
    if figure.low is None or figure.high is None:
        return value, "", figure.of
    return value, f"{times * figure.low:{digits}}, {times * figure.high:{digits}}", figure.of
