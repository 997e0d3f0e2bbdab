"""Base of everything that is written in a task file."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Text = Annotated[str, Field(min_length=1)]
Pixel = Annotated[int, Field(strict=True, ge=0, le=16384)]
Extent = Annotated[int, Field(strict=True, ge=1, le=16384)]
Region = tuple[Pixel, Pixel, Extent, Extent]
"""Left, top, width and height, in pixels."""
Scalar = str | int | float | bool | None


class Section(BaseModel):
    """Base of everything written in a task file: never changed, no unknown keys.

    A default is made what a written value is: a recorded task is compared with today's.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, validate_default=True)

    one_of: ClassVar[tuple[str, ...]] = ()
    """Keys of which exactly one is given."""
    one_of_told: ClassVar[str] = ""
    """What is said where that is not so; "": their names."""

    @model_validator(mode="after")
    def _gives_one(self) -> Self:
        if self.one_of and sum(getattr(self, name) is not None for name in self.one_of) != 1:
            *others, last = (f'"{name}"' for name in self.one_of)
            raise ValueError(self.one_of_told or f"give either {', '.join(others)} or {last}")
        return self


class Somewhere(Section):
    """Base of what is about a place on the screen: either a region or a window."""

    one_of = ("region", "window")
    one_of_told = 'give either "region: [left, top, width, height]" or "window: part of a title"'
    region: Region | None = None
    """Left, top, width and height, in the pixels of the display."""
    window: Text | None = None
    """A part of a window's title; upper and lower case are the same."""


class Weighed(Section):
    """Base of the checks; `weight` stands beside the kind: `{text: Saved, weight: 2}`."""

    weight: Annotated[float, Field(strict=True, gt=0, le=1000)] = 1
    """Its share in the score, against the other checks' weights."""
