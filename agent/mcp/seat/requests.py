"""What a client asks of its desktop, and what it is answered: messages between the server and the child."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    from agent.mcp.results import Acted, Looked, ScreenRead

Kind = Literal["click", "type", "key", "scroll", "drag"]
Space = Literal["picture", "grid"]


@dataclass(frozen=True, slots=True)
class Opening:
    """How a desktop is opened."""

    folder: Path
    """Gets a folder for it, with the recording and the programs' logs."""
    task: Path | None = None
    """Whose programs, rules, secrets and checks hold; its steps are left to the client."""
    values: tuple[tuple[str, str], ...] = ()
    command: tuple[str, ...] = ()
    """The one program, where there is no task."""
    wait_for: str | None = None
    size: tuple[int, int] = (1280, 800)
    display: str = "virtual"
    approve: str = "auto"
    """`auto`: the person is asked what a rule asks about; `ask`: about every act; `deny`: nothing is done."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is done: what stands there, or a point."""

    target: str | None = None
    """By its text, as in a step: `Save`, or `the "Street" in "Delivery address"`."""
    x: float | None = None
    y: float | None = None
    space: Space = "picture"
    """Pixels of the picture that was sent, or 0 to 1000 on both axes."""
    size: tuple[int, int] | None = None
    """Of the picture as the client saw it: a point in a picture that was resized on the way means another."""


@dataclass(frozen=True, slots=True)
class Look:
    """A look at the screen."""

    since: str | None = None
    """Show only what is different from this frame."""


@dataclass(frozen=True, slots=True)
class Read:
    """The texts on the screen, and where a target is."""

    find: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act, decided on a frame."""

    kind: Kind
    frame: str
    at: Place | None = None
    start: Place | None = None
    """Of a drag."""
    arguments: tuple[tuple[str, object], ...] = ()
    """Of the action, besides its point: `tools.action`."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Sentences, as in a task file, each done and checked by the embedded model."""

    frame: str | None
    """None: whatever the screen shows, as for what only waits."""
    sentences: tuple[str, ...]
    values: tuple[tuple[str, str], ...] = ()
    """Of the names in them."""
    seconds: float = 60.0
    """That all of them may take."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait until the screen changes, so long at most."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Approved:
    """The person says yes to what was asked."""

    question: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The person says no, or can't be asked."""

    why: str


@dataclass(frozen=True, slots=True)
class Close:
    """No more is wanted of the desktop."""


Request: TypeAlias = Look | Read | Act | Steps | Pause | Approved | Withdrawn | Close


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture."""

    data: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes of a request."""

    result: Looked | Acted | ScreenRead
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A person has to be asked before the act; it waits for `Approved`, and anything else is a no."""

    question: str
