"""Comparison of what two screens say: each text of the recorded one, and none besides, read the same.

Places, sizes, fonts and colours may differ, so texts are compared and not pixels. What is missing counts as
much as what is new. Which of the differences mean nothing is told by `harmless`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import touches
from agent.replay.live.compare.texts.look import looks_the_same, reads_otherwise
from agent.replay.live.compare.texts.typed_texts import TypedTexts
from agent.replay.live.values.substitutions import Substitutions
from tools.locate.layout.relations import reading_order
from tools.locate.layout.rows import is_entry
from tools.ocrtext.caption import is_shortcut
from tools.ocrtext.same import same
from tools.see.text.passages import joined, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from agent.replay.live.compare.texts.screens import Screens
    from tools.geometry import Box
    from tools.see.scene import Line, Scene

    Lines: TypeAlias = tuple[list[Line], list[Line]]

_CLEAR = 0.75
"""Recogniser's score, 0 to 1; what it is less sure of is no text."""
_BLOCKS = " \u25a0\u2588\u258c\u25ae"
"""What a terminal's cursor behind a text is read as."""
_BORDERS = "[]|"
"""What the border of a field, or the arrow of a drop-down, beside a text is read as."""
_LETTERS, _DIGITS = 3, 2
"""What a text has at least, of one or the other; shorter ones are icons, or rests of covered texts."""


@dataclass(frozen=True)
class Wording:
    """What texts are in this run that were others in the recorded one."""

    substitutions: Substitutions = Substitutions()  # noqa: RUF009  (frozen)
    typed: TypedTexts = TypedTexts()  # noqa: RUF009  (frozen)
    ignored: Sequence[Box] = ()
    """Areas in which texts mean nothing, in frame pixels."""
    stays: Callable[[Line], bool] = lambda _line: False
    """Whether a recorded text that holds a changed value is none of its uses, and stays as it is."""
    entries: Sequence[tuple[Box, Box]] = ()
    """Texts of other entries that were chosen where they always stand: the recorded one, and this run's."""

    def says(self, was: str, text: str, alike: Callable[[str, str], bool] = same) -> bool:
        """Whether a text is what a recorded one has to be in this run."""
        return any(alike(one, text) for one in self.substitutions.meanings(was))

    def names_a_folder(self, text: str, of: int) -> bool:
        """Whether a text is one of the folders of a path that is another one in this run.

        Args:
            text: As it was read.
            of: 0 for the recorded path, 1 for this run's.
        """
        paths = (pair[of] for pair in self.substitutions.values if "/" in pair[of])
        return any(same(part, text) for path in paths for part in path.split("/"))

    def may_say(self, was: Line, line: Line) -> bool:
        """Whether a line of another look may be what a recorded one has to be in this run."""
        texts = self.substitutions.meanings(was.text)
        return any(reads_otherwise(replace(was, text=text), line) for text in texts)


@dataclass(frozen=True, slots=True)
class Unlike:
    """Texts in which two screens differ."""

    missing: tuple[Line, ...] = ()
    """Recorded ones that are not on the present screen."""
    new: tuple[Line, ...] = ()
    """Those of the present screen that were not recorded."""


def unlike(then: Screens, now: Screens, wording: Wording) -> Unlike:
    """The texts that only one of two screens has.

    Args:
        then: The recorded screens.
        now: This run's.
        wording: What may read otherwise.
    """
    scene = now.present
    left: Lines = (says_something(then.present, wording.ignored), says_something(scene, wording.ignored))
    left = _apart(left, lambda was, line: same(was.text, line.text) and wording.stays(was))
    left = _apart(left, lambda was, line: wording.says(was.text, line.text))
    if not any(left):
        return Unlike()
    left = _apart(left, lambda was, line: wording.says(then.whole(was), now.whole(line)))
    # A line may be read in pieces on one of the two.
    then_whole, now_whole = ([joined(row) for row in rows(lines)] for lines in left)
    left = _apart((then_whole, now_whole), lambda was, line: wording.says(was.text, line.text, _runs_on))
    if not looks_the_same(then.present, scene):
        left = _apart(left, wording.may_say)
    left = _apart(left, lambda was, line: _is_other_entry(was, line, then.present, scene, wording))
    missing, new = wording.typed.without_typed(*left, then.present, scene)
    if wording.says(_text_of(missing), _text_of(new), _runs_on):
        return Unlike()  # the same words, broken into other lines
    return Unlike(
        tuple(
            line
            for line in missing
            if not wording.names_a_folder(line.text, 0) and not _is_covered(line, then, now, wording)
        ),
        tuple(
            line
            for line in new
            if not wording.names_a_folder(line.text, 1) and not then.covers(now.whole(line))
        ),
    )


def _is_covered(line: Line, then: Screens, now: Screens, wording: Wording) -> bool:
    """Whether a missing text is on the screen, under something else."""
    return any(map(now.covers, wording.substitutions.meanings(then.whole(line))))


def says_something(scene: Scene, ignored: Iterable[Box]) -> list[Line]:
    """The lines that are clearly texts, outside of all ignored areas."""
    ignored = list(ignored)
    lines = (replace(line, text=_without_edges(line, scene) or line.text) for line in scene.lines)
    return [line for line in lines if _is_text(line) and not touches(line.box, ignored)]


def _without_edges(line: Line, scene: Scene) -> str:
    """The text without a cursor behind it, and in a field without what its border or arrow is read as."""
    field = scene.widget_at(line.box.center)
    text = line.text.rstrip(_BLOCKS)
    return text.strip(_BORDERS) if field is not None and field.is_field else text


def _is_text(line: Line) -> bool:
    letters, digits = (sum(map(kind, line.text)) for kind in (str.isalpha, str.isdigit))
    is_long = letters >= _LETTERS or digits >= _DIGITS
    return is_long and line.score >= _CLEAR and not is_shortcut(line.text)


def _apart(lines: Lines, alike: Callable[[Line, Line], bool]) -> Lines:
    """The recorded and the present lines that have no counterpart on the other side; each counts once."""
    left, alone = list(lines[1]), []
    for one in lines[0]:
        match = next((line for line in left if alike(one, line)), None)
        if match is None:
            alone.append(one)
        else:
            left.remove(match)
    return alone, left


def _runs_on(one: str, other: str) -> bool:
    """Whether two texts are one, wherever they are broken."""
    return one == other or same("".join(one.split()), "".join(other.split()))


def _text_of(lines: Sequence[Line]) -> str:
    return " ".join(lines[index].text for index in reading_order([line.box for line in lines]))


def _is_other_entry(was: Line, line: Line, then: Scene, now: Scene, wording: Wording) -> bool:
    """Whether both are one entry of a list, which is a changed variable's recorded value.

    An old value anywhere else proves nothing; the new one has to be on the screen in any case.
    """
    return (
        wording.substitutions.rewrites(was.text)
        and same(was.text, line.text)
        and is_entry(then, was.box)
        and is_entry(now, line.box)
        and any(wording.says(was.text, one.text) for one in now.lines)
    )
