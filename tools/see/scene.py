"""Scene of one frame: lines of text and the widgets around them. Plain values."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from statistics import median
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from tools.geometry import Box, Point
    from tools.observation import Frame

TEXT_HEIGHT = 17
"""Pixels of a line of text at 96 dots an inch, where a screen shows none."""
ONE_LINE = 3.5
"""Heights of a text that a field for one line is high, at most (GTK 2.1, a calculator's display 3.4)."""
WidgetKind = Literal["field", "button", "dropdown", "checkbox", "radio"]


class Evidence(Protocol):
    """The picture that a line was read in, to be looked at again."""

    def weigh(self, text: str) -> float:
        """How likely it shows a text, next to what is read in it: a natural logarithm, 0 at most."""
        ...

    def rival(self, text: str, part: range) -> str | None:
        """What it may as well show as all of a text, with another sign in a part of it; None where nothing.

        Args:
            text: As the whole line was read.
            part: The signs in question; spaces do not count.
        """
        ...

    def read(self, box: Box) -> Line:
        """What stands in a part of it, in frame pixels."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """One run of text on the screen, as a person would read it in one go (a label, a button's caption)."""

    text: str
    box: Box
    score: float = 1.0
    """The recogniser's confidence, 0 to 1."""
    evidence: Evidence | None = field(default=None, compare=False, repr=False)

    def weigh(self, text: str) -> float:
        """As `Evidence.weigh`; where there is none, nothing speaks for another text."""
        return -math.inf if self.evidence is None else self.evidence.weigh(text)

    def rival(self, text: str, part: range) -> str | None:
        """As `Evidence.rival`; where there is none, nothing speaks for another text."""
        return None if self.evidence is None else self.evidence.rival(text, part)


@dataclass(frozen=True, slots=True)
class Widget:
    """Something to click or type into, found by its shape alone; `kind` is the best guess of the shape.

    A `field` is a wide (or large) plain box one types into; a `dropdown` a field with an arrow part; a
    `button` a raised or outlined box around a caption; `checkbox` and `radio` are the small indicators,
    without their caption.
    """

    kind: WidgetKind
    box: Box
    checked: bool | None = None
    """Of an indicator: whether it is ticked."""
    is_mixed: bool = False
    """Of a check box whose state is unknown: whether it is likely ticked for a part of what it stands for."""

    @property
    def is_field(self) -> bool:
        """Whether it holds a value, which one types or selects."""
        return self.kind in ("field", "dropdown")

    @property
    def is_indicator(self) -> bool:
        """Whether it shows a state that a click changes, and its caption stands beside it."""
        return self.kind in ("checkbox", "radio")


@dataclass(frozen=True, slots=True)
class Popup:
    """A menu, list or dialog that came up over what was on the screen."""

    box: Box
    lines: tuple[Line, ...]
    """The texts that it shows."""
    covers: tuple[Line, ...] = ()
    """The texts that stood there before."""
    is_sure: bool = True
    """Whether it has an outline of its own and more than one text; a tooltip has one."""
    is_own: bool = False
    """Whether an act of the task opened it; others came by themselves."""
    opener: Point | None = None
    """Where the click was that opened it, in frame pixels; None where none did."""


class SecondLook(Protocol):
    """What looks at a scene's frame again, in another way."""

    def widgets(self, scene: Scene) -> tuple[Widget, ...]:
        """The scene's widgets, and those that their shape alone did not show."""
        ...

    def judged(self, scene: Scene, widget: Widget, *, turned: bool = False) -> Widget:
        """The widget; its state is unknown where it looks to be in another one, and may then be mixed."""
        ...

    def indicator_before(self, scene: Scene, caption: Line) -> Widget | None:
        """The check box, radio button or switch in front of a caption, where no shape is one."""
        ...


@dataclass(frozen=True, slots=True)
class Scene:
    """A frame, read."""

    frame: Frame
    lines: tuple[Line, ...]
    widgets: tuple[Widget, ...]
    popups: tuple[Popup, ...] = ()
    """Those that are open, the newest last; known only where the frames before this one are."""
    unread: tuple[Line, ...] = ()
    """What stands like a line and was read with too little confidence: icons, texts in other scripts."""
    second_look: SecondLook | None = field(default=None, compare=False, repr=False)
    """What finds more widgets on it; asked only where none was found that a step names."""

    def looked_at_again(self) -> Scene | None:
        """The scene with the widgets that a second look adds; None where it adds none."""
        widgets = self.widgets if self.second_look is None else self.second_look.widgets(self)
        return None if widgets == self.widgets else replace(self, widgets=widgets, second_look=None)

    def judged(self, widget: Widget, *, turned: bool = False) -> Widget:
        """The widget; its state is unknown where a second look sees another one, and may then be mixed.

        Args:
            widget: of this scene.
            turned: whether a click was seen to turn it, so that it is an indicator for certain.
        """
        return widget if self.second_look is None else self.second_look.judged(self, widget, turned=turned)

    def indicator_before(self, caption: Line) -> Widget | None:
        """The check box, radio button or switch that a second look finds in front of a caption."""
        return None if self.second_look is None else self.second_look.indicator_before(self, caption)

    @property
    def newest_own_popup(self) -> Popup | None:
        """What the task has opened last and is still open."""
        return next((popup for popup in reversed(self.popups) if popup.is_own), None)

    @property
    def text_height(self) -> float:
        """Pixels that a line of text is high on this screen, as most lines are."""
        return median([line.box.height for line in self.lines] or [TEXT_HEIGHT])

    def holds_several_lines(self, field: Widget) -> bool:
        """Whether a field is so high, next to the texts of the screen, that it holds more than one line."""
        return field.box.height > ONE_LINE * self.text_height

    def lines_in(self, box: Box) -> tuple[Line, ...]:
        """The lines whose middle lies in a box."""
        return tuple(line for line in self.lines if box.contains(line.box.center))

    def widget_at(self, point: Point) -> Widget | None:
        """The smallest widget that a point lies in."""
        around = [widget for widget in self.widgets if widget.box.contains(point)]
        return min(around, key=lambda widget: widget.box.area, default=None)
