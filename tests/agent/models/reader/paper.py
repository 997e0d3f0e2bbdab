"""A program on paper: widgets that react to actions, painted into frames, and a parser that knows them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from agent.model import Prompt, Turn
from agent.models.reader.model import ReaderModel
from agent.models.reader.routines.routine import Sought, decided
from agent.protocol.grounding import ground
from agent.protocol.toolcall import TerminateCall, parse_tool_call, thought_line
from tests.agent.fakes import make_task
from tests.tools.scenes import SIZE, FakeParser
from tools.action import Click, Key, Move, Scroll, Type, Wait
from tools.geometry import Box
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget, WidgetKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from agent.judged import Judged
    from agent.model import Feedback
    from agent.models.reader.routines.routine import Routine
    from agent.protocol.write import Reply
    from tools.action import Action

_LINE = 16


@dataclass
class Part:
    """One widget, or with kind None a text."""

    kind: WidgetKind | None
    box: Box
    text: str = ""
    checked: bool = False
    options: tuple[str, ...] = ()
    selects_on_triple_click: bool = True
    dim: bool = False
    glows: bool = False
    """It lights up under the pointer."""
    doubtful: bool = False
    """Whether it is on can't be told by its look."""
    lit: bool = False
    """It stands on a ground of its own, as a chosen row does."""
    hidden: bool = False
    """The eye does not find it, though it is painted."""
    bare: bool = False
    """It has the page's ground: nothing is painted but its text."""
    frozen: bool = False
    """It takes nothing."""
    most: int | None = None
    """Signs that it takes, at most."""
    room: int | None = None
    """Signs of its text that it shows, at most."""
    leaves: Callable[[str], str] = str
    """What it makes of its text when it loses the focus."""
    clicked: Callable[[Program], None] = lambda _program: None


@dataclass
class Program:
    """Some parts, one of which may have the focus, and an opened list."""

    parts: list[Part]
    focus: Part | None = None
    selected: bool = False
    opened: Part | None = None
    hovered: Part | None = None
    scrolled: int = 0
    lit: str = ""
    """The entry of the opened list that is lit up."""
    waits: int = 0
    """How often it was waited for."""
    blinks: bool = False
    """Its caret, half a second there and half a second not, hides the last letter."""
    since: float = 0.0
    """Seconds since something was typed, when the caret comes up."""
    due: dict[int, Callable[[Program], None]] = field(default_factory=dict)
    """What happens at which wait."""
    dialog: Box | None = None
    """An outline around the parts that came up last."""

    def execute(self, action: Action) -> None:
        """React."""
        match action:
            case Click():
                self._click(action)
            case Move():
                under = [part for part in self.parts if part.box.contains(action.point)]
                self.hovered = under[-1] if under else None
            case Type() if self.focus and not self.focus.frozen:
                text = action.text if self.selected else self.focus.text + action.text
                self.focus.text = text[: self.focus.most]
                self.selected, self.since = False, 0.0
            case Key() if self.focus:
                self._press(action.keys)
            case Scroll() if self.opened:
                most = max(0, len(self.opened.options) - 3)
                self.scrolled = min(most, max(0, self.scrolled - action.vertical))
            case Wait():
                self.waits, self.since = self.waits + 1, self.since + action.seconds
                self.due.pop(self.waits, lambda _program: None)(self)

    def shown(self) -> list[Part]:
        """All parts, those of an opened list included; later ones lie on top."""
        if self.opened is None:
            return self.parts
        box = self.opened.box
        rows = self.opened.options[self.scrolled : self.scrolled + 3]
        return self.parts + [
            Part(None, _row(box, row, text), text, lit=text == self.lit) for row, text in enumerate(rows)
        ]

    def seen(self) -> list[Part]:
        """All parts as they are seen, with a caret over the last letter."""
        hides = self.focus if self.blinks and self.since % 1 < 0.5 else None
        seen = [replace(one, text=one.text[:-1]) if one is hides else one for one in self.shown()]
        return [one if one.room is None else replace(one, text=one.text[: one.room]) for one in seen]

    def _click(self, action: Click) -> None:
        hit = [part for part in self.shown() if part.box.contains(action.point)]
        if self.opened is not None:
            chosen = [part for part in hit if part.text in self.opened.options and part is not self.opened]
            if chosen and not self.opened.frozen:
                self.opened.text = chosen[-1].text
            self.opened = None
            return
        if not hit:
            return
        part = hit[-1]
        if self.focus is not None and self.focus is not part:
            self.focus.text = self.focus.leaves(self.focus.text)
        part.clicked(self)
        if part.kind == "field":
            self.focus, self.selected = part, action.count == 3 and part.selects_on_triple_click
        if part.kind == "dropdown":
            self.opened, self.scrolled = part, 0
        if part.kind in ("checkbox", "radio") and not part.frozen:
            part.checked = part.kind == "radio" or not part.checked

    def _press(self, keys: tuple[str, ...]) -> None:
        assert self.focus is not None
        if keys == ("ctrl", "shift", "end"):
            self.selected = True
        if keys == ("delete",) and self.selected and not self.focus.frozen:
            self.focus.text, self.selected = "", False


class PaperParser(FakeParser):
    """Paints programs, and knows what was painted into each frame."""

    def paint(self, program: Program) -> Frame:
        """A frame of the program as it is now."""
        rgb = np.full((SIZE.height, SIZE.width, 3), 220, np.uint8)
        parts = program.seen()
        if program.opened is not None:
            box = program.opened.box
            rgb[box._replace(top=box.bottom, height=20 * 3 + 8).slices] = 240
        if program.dialog is not None:
            rgb[program.dialog.slices] = 60
            rgb[program.dialog.grow(-1).slices] = 220
        for part in parts:
            if part.kind in ("field", "dropdown") and not part.bare:
                rgb[part.box.slices] = 255
            if part.lit:
                rgb[part.box.grow(1).slices] = 120
            if part is program.hovered and part.glows:
                rgb[part.box.slices] = 225
            if part.text:
                _paint_text(rgb, part, program)
            if part.checked:
                rgb[part.box.grow(-3).slices] = 0
        if program.focus is not None and program.selected:
            rgb[program.focus.box.grow(-1).slices][:, :4] = 100
        lines = tuple(Line(part.text, _text_box(part)) for part in parts if part.text)
        widgets = tuple(
            Widget(part.kind, part.box, _state(part)) for part in parts if part.kind and not part.hidden
        )
        return self.know(Scene(Frame.from_rgb(rgb), lines, widgets))


class Run:
    """An episode of these steps on a program."""

    def __init__(self, program: Program, *steps: str, interruptions: object = ()) -> None:
        self.program, self.parser = program, PaperParser()
        self.seconds = 0.0
        """That it was waited for so far."""
        self.model = ReaderModel(self.parser, lambda: self.seconds)
        self.calls: list[str] = []
        self.actions: list[Action] = []
        self.replies: list[str] = []
        self.judged: list[Judged] = []
        self.asides: list[str] = []
        """What each reply was done for, beside the steps."""
        self.ended = ""
        written = [{"text": text, "line": at} for at, text in enumerate(steps, 1)]
        self.model.start(make_task(steps=written, interruptions=interruptions))

    def step(self, feedback: Feedback = "done", *, lost: bool = False, loses: str = "") -> str:
        """One decision, carried out unless it is lost (as a dropped one is), or of a kind that is."""
        frame = self.parser.paint(self.program)
        completion = self.model.complete(Prompt("", (Turn("user", (frame,)),), feedback))
        reply = completion.text
        self.judged += completion.judged
        self.asides.append(completion.aside)
        self.replies.append(reply)
        call = parse_tool_call(reply)
        self.calls.append(call.action)
        if isinstance(call, TerminateCall):
            self.ended = call.status
        elif not lost and call.action != loses:
            self.actions.append(ground(call, SIZE))
            self.seconds += getattr(self.actions[-1], "seconds", 0.0)
            self.program.execute(self.actions[-1])
        return call.action

    def follow(self, feedback: Feedback = "none") -> None:
        """Another model decides about the screen as it is."""
        self.model.follow(Prompt("", (Turn("user", (self.parser.paint(self.program),)),), feedback))

    def go(self) -> str:
        """To the end; how it ended."""
        for _ in range(60):
            self.step("done" if self.calls else "none")
            if self.ended:
                return self.ended
        raise AssertionError(f"no end: {self.calls}")

    @property
    def thought(self) -> str:
        """The last reply's."""
        return thought_line(self.replies[-1])


def carry_out(begin: Callable[[Look], Routine], program: Program) -> list[Reply]:
    """What a routine replies, look by look, on a program that does as it says."""
    parser = PaperParser()
    look = Look(parser.paint(program), parser)
    routine, replies = begin(look), []
    try:
        decision = next(routine)
        while True:
            if isinstance(decision, Sought):
                decision.find(look)
                decision = routine.send(look)
                continue
            replies.append(decided(decision, look))
            program.execute(replies[-1].does)
            look = Look(parser.paint(program), parser, look.frame)
            decision = routine.send(look)
    except StopIteration:
        return replies


def form(**changes: object) -> Program:
    """A field with its label."""
    return Program([label("Name", 20, 44), entry(100, 40, **changes)])


def label(text: str, left: int, top: int) -> Part:
    """A text."""
    return Part(None, Box(left, top, 8 * len(text), _LINE), text)


def entry(left: int, top: int, **changes: object) -> Part:
    """A field."""
    return Part("field", Box(left, top, 200, 24), **changes)  # type: ignore[arg-type]  # tests pass what fits


def _row(box: Box, row: int, text: str) -> Box:
    return Box(box.left + 4, box.bottom + 4 + 20 * row, 8 * len(text), _LINE)


def _paint_text(rgb: NDArray[np.uint8], part: Part, program: Program) -> None:
    """Paint a text; light on a ground of its own where it is selected."""
    shade = 160 if part.dim else _shade(part.text)
    if part is program.focus and program.selected:
        rgb[_text_box(part).slices] = 100
        shade = 255 - shade
    rgb[_ink_box(part, thin=bool(program.lit)).slices] = shade


def _ink_box(part: Part, *, thin: bool) -> Box:
    """Where a text is painted; thin where the ground behind it says something."""
    box = _text_box(part).grow(-3)
    return box._replace(top=box.top + 2, height=box.height - 4) if thin else box


def _text_box(part: Part) -> Box:
    if part.kind is None:
        return part.box
    return Box(part.box.left + 6, part.box.top + 4, min(8 * len(part.text), part.box.width - 12), _LINE)


def _state(part: Part) -> bool | None:
    return part.checked if part.kind in ("checkbox", "radio") and not part.doubtful else None


def _shade(text: str) -> int:
    """Another shade for another text, so that a changed text is a changed picture."""
    return sum(map(ord, text)) % 60
