"""Programs that are not test windows, how theirs may change, and where everything in them is then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.screens.words import CAPTIONS, NAMES, another_letter
from tools.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from benchmarks.screens.windows import Windows
    from tools.observation import Frame
    from tools.x11.arrange import Window

FIRST, SECOND, CORNER = Point(60, 50), Point(640, 420), Point(700, 40)
"""Where windows are put: the outer corner, in root pixels."""
DARK = {"GTK_THEME": "Adwaita:dark"}
LIGHT = {"GTK_THEME": "Adwaita"}
SHOWN = ["zenity", "--info", "--title=Another", "--text=Nothing of that is here", "--ok-label=Fine"]
OF_ITS_OWN = {"Details", "Cancel", "OK"}
"""What zenity's form says besides the names of its fields: renaming those leaves these as they are."""
SMALL = Point(560, 360)
"""A window of at most this size has room for a second one."""


@dataclass(frozen=True, slots=True)
class Case:
    """A program's window before and after."""

    change: str
    before: Frame
    window: Box
    after: Frame
    shift: tuple[int, int] | None
    """By how much all in the window moved; None when nothing of it may be clicked."""
    only: str | None = None
    """The one text that this is about; None is all of them."""


def commands(random: Random) -> dict[str, list[str]]:
    """The programs, and what they show."""
    names = random.sample(NAMES, 12)
    rows = [cell for name in names for cell in ("FALSE", name, random.choice(("open", "paid")))]
    columns = ("--column=Do", "--column=Name", "--column=State")
    labels = [caption for caption in CAPTIONS if caption not in OF_ITS_OWN]
    fields = (f"--add-entry={name}" for name in random.sample(labels, 5))
    question = f"--text=About {names[0]} and {names[1]}"
    return {
        "zenity question": [*_question(*random.sample(CAPTIONS, 2)), question],
        "zenity list": ["zenity", "--list", "--checklist", "--height=330", *columns, *rows],
        "zenity form": ["zenity", "--forms", "--text=Details", *fields],
        "galculator": ["galculator"],
        "mousepad": ["mousepad"],
        "featherpad": ["featherpad"],
    }


def _question(yes: str, no: str) -> list[str]:
    return ["zenity", "--question", "--title=Question", f"--ok-label={yes}", f"--cancel-label={no}"]


def cases(shown: Windows, program: str, random: Random) -> Iterator[Case]:
    """What becomes of one program's window."""
    command = commands(random)[program]
    with shown.running(command, FIRST, **LIGHT) as window:
        before, box = shown.frame(), window.outer
        moved = shown.move(window, Point(random.randint(90, 400), random.randint(60, 200)))
        if (shift := _shift(window, moved)) is not None:
            yield Case("moved", before, box, shown.frame(), shift)
        back = shown.move(moved, FIRST)
        with shown.running(SHOWN, CORNER if box.right < CORNER.x else SECOND, **LIGHT) as other:
            if not other.outer.overlap(back.outer).area:
                yield Case("beside another", before, box, shown.frame(), (0, 0))
        if box.width < SMALL.x and box.height < SMALL.y:
            with shown.running(command, SECOND, **LIGHT):
                yield Case("doubled", before, box, shown.frame(), None)
    with shown.running(SHOWN, FIRST, **LIGHT):
        yield Case("absent", before, box, shown.frame(), None)
    if program != "featherpad":  # a Qt program
        with shown.running(command, FIRST, **DARK) as dark:
            if (shift := _shift(window, dark)) is not None:
                yield Case("other theme", before, box, shown.frame(), shift)
    yield from _reworded(shown, command, before, box, random)


def _reworded(
    shown: Windows, command: Sequence[str], before: Frame, box: Box, random: Random
) -> Iterator[Case]:
    """Every text that is given to the program, one after the other, with one letter changed."""
    for option in command:
        name, _, text = option.partition("=")
        if name in {"--ok-label", "--cancel-label", "--add-entry"}:
            changed = f"{name}={another_letter(text, random, set(CAPTIONS))}"
            with shown.running([changed if one == option else one for one in command], FIRST, **LIGHT):
                yield Case("one letter", before, box, shown.frame(), None, text)


def _shift(was: Window, now: Window) -> tuple[int, int] | None:
    """How far the inside of a window moved; None when its size is another."""
    if was.inner[2:] != now.inner[2:]:
        return None
    return now.inner.left - was.inner.left, now.inner.top - was.inner.top
