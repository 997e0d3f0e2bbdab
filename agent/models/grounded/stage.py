"""`Stage` of a search: settings that a user may give, and a way to correct a point."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from agent.models.grounded.search import Search
    from tools.geometry import Point


class Stage(BaseModel, ABC):
    """One stage; its fields, in order, are the settings that a user writes in brackets."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: ClassVar[str]
    """Name that a user writes."""
    part: ClassVar[str]
    """Key of the timing for its seconds."""
    asks: ClassVar[bool] = True
    """Whether it asks a model."""

    @abstractmethod
    def improve(self, search: Search, point: Point) -> Point:
        """The corrected point, in frame pixels; the same one when there is none better.

        Raises:
            ModelFault: a model that it asks can't reply.
        """

    def __str__(self) -> str:
        """As a user would write it, with every setting: `refine(2,768,2)`."""
        settings = ",".join(f"{value:g}" for _, value in self)
        return f"{self.name}({settings})"
