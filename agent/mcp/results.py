"""Results of the tools, as clients get them: structured, beside the picture.

What a value means stands in docs/guides/mcp.md and not in the schema, which costs every client tokens.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Area = tuple[int, int, int, int]
"""Left, top, width and height, in pixels of the picture."""
Effect = Literal["confirmed", "none", "unverifiable"]
Status = Literal["done", "refused", "denied", "failed", "asking"]


class _Result(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Looked(_Result):
    """One look at a desktop."""

    desktop: str = ""
    """Handle of the desktop; every call names it."""
    frame: str
    """Name of this picture; an act names the frame that it was decided on."""
    size: tuple[int, int]
    """Width and height of the whole picture, in pixels."""
    quiet: bool
    """Whether the screen had come to rest."""
    changed: Area | None = None
    """The part that is shown, where only what changed was asked for."""
    note: str = ""


class Acted(_Result):
    """What came of one act."""

    desktop: str = ""
    status: Status
    """done. refused: nothing was done, see `why`. denied: nothing was done, a rule or the person said no.
    failed: something was done, and not all that was asked for. asking: a person has to be asked about its
    next part: call again with the same arguments."""
    effect: Effect | None
    """confirmed: it is seen. none: nothing changed. unverifiable: what changed may have another cause, or
    does not show it. None: nothing was done."""
    why: str = ""
    """What kept it from being done, or what is to be known of it."""
    at: tuple[int, int] | None = None
    """Where it was done, in pixels of the picture that was decided on."""
    appeared: list[str] = []
    """Lines of text that are new on the screen."""
    gone: list[str] = []
    settle_seconds: float = 0.0
    """Until the screen came to rest after it."""
    frame: str
    """The picture after it; the next act names it."""
    size: tuple[int, int]
    """Of that picture, in pixels."""


class TextLine(_Result):
    """One line of text on the screen."""

    text: str
    box: Area
    sure: float
    """How sure the reading is, 0 to 1."""


class Element(_Result):
    """Something to click or type into."""

    kind: str
    box: Area
    checked: bool | None = None


class Found(_Result):
    """Where a target is."""

    target: str
    at: tuple[int, int] | None = None
    """Its point, in pixels of the picture."""
    why: str = ""
    """Why there is none, with the candidates."""


class ScreenRead(_Result):
    """What stands on the screen."""

    desktop: str = ""
    frame: str
    size: tuple[int, int]
    lines: list[TextLine]
    elements: list[Element]
    found: Found | None = None
