"""Comparison of what two screens say: each text of the recorded one, and none besides, read the same.

Places, sizes, fonts and colours may differ, so texts are compared and not pixels. What is missing counts as
much as what is new. Which of the differences mean nothing is told by `harmless`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import touches
from agent.replay.live.compare.screens.counted import apart, says_something
from agent.replay.live.compare.screens.look import looks_the_same, reads_alike, reads_otherwise, same_letters
from agent.replay.live.compare.texts.rows import without_rows
from agent.replay.live.compare.texts.turned import without_turned
from agent.replay.live.compare.texts.typed_texts import TypedTexts
from agent.replay.live.values.substitutions import Substitutions
from tools.locate.layout.relations import reading_order
from tools.locate.layout.rows import is_entry
from tools.ocrtext.same import runs_on, same
from tools.see.text.passages import joined, rows
from tools.see.text.saying import unlikeness_of, with_dots_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.replay.live.compare.screens.counted import Lines
    from agent.replay.live.compare.screens.screens import Screens
    from agent.replay.live.values.chosen import ChosenEntry
    from tools.geometry import Box
    from tools.see.scene import Line, Scene

_STAR = "*"
"""Behind a caption that is looked for it means nothing; what is said is another thing with it, or changed."""


@dataclass(frozen=True)
class Wording:
    """What texts are in this run that were others in the recorded one."""

    substitutions: Substitutions = Substitutions()  # noqa: RUF009  (frozen)
    typed: TypedTexts = TypedTexts()  # noqa: RUF009  (frozen)
    ignored: Sequence[Box] = ()
    """Areas in which texts mean nothing, in frame pixels."""
    stays: Callable[[Line], bool] = lambda _line: False
    """Whether a recorded text that holds a changed value is none of its uses, and stays as it is."""
    entries: Sequence[ChosenEntry] = ()
    """What was chosen with another text in this run."""
    inserted: Sequence[Line] = ()
    """Texts of the present screen that stand in rows which have come into a table, and mean nothing."""

    def says(self, was: str, text: str, alike: Callable[[str, str], bool] = same) -> bool:
        """Whether a text is what a recorded one has to be in this run, with a star behind it or without."""
        if was.rstrip().endswith(_STAR) != text.rstrip().endswith(_STAR):
            return False
        return any(alike(one, text) for one in self.substitutions.meanings(was))

    def shows(self, was: Line, line: Line) -> bool:
        """Whether a line says this run's value where another was recorded, if need be on a closer look."""
        texts = self.substitutions.meanings(was.text)
        return any(
            one != was.text and (unlikeness_of(line, one) is not None or with_dots_of(line, one) == one)
            for one in texts
        )

    def may_hold(self, was: Line, line: Line) -> bool:
        """Whether a line is a recorded one that came up with a short value that is another one now."""
        texts = self.substitutions.may_mean(was.text) if self.substitutions.short else ()
        return any(same(one, line.text) for one in texts) and not self.stays(was)

    def names_a_folder(self, text: str, of: int) -> bool:
        """Whether a text is one of the folders of a path that is another one in this run.

        Args:
            text: As it was read.
            of: 0 for the recorded path, 1 for this run's.
        """
        paths = (pair[of] for pair in self.substitutions.values if "/" in pair[of])
        return any(same(part, text) for path in paths for part in path.split("/"))

    def may_move(self, box: Box) -> bool:
        """Whether a text may stand elsewhere: where texts mean nothing, or in a list that was turned."""
        areas = (*self.ignored, *(area for entry in self.entries for area in entry.turned))
        return touches(box, areas)

    def may_say(self, was: Line, line: Line) -> bool:
        """Whether a line of another look may be what a recorded one has to be in this run."""
        return any(reads_otherwise(one, line) for one in self._meant(was))

    def may_say_lit(self, was: Line, line: Line) -> bool:
        """Whether a line of a row that is lit may be what a recorded one has to be in this run."""
        is_lit = touches(was.box, self._lit) and touches(line.box, self._lit)
        return is_lit and any(reads_alike(one, line) for one in self._meant(was))

    @cached_property
    def _lit(self) -> list[Box]:
        """The texts of the chosen rows, each of which is lit in one of the runs only."""
        return [line.box for entry in self.entries for line in entry.rows]

    def _meant(self, was: Line) -> list[Line]:
        return [replace(was, text=text) for text in self.substitutions.meanings(was.text)]


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
    shown: Lines = (says_something(then.present, wording.ignored), says_something(scene, wording.ignored))
    left, in_lists = without_turned(shown, wording.entries, then, now, wording.says)
    left = apart(left, lambda was, line: same(was.text, line.text) and wording.stays(was))
    left = apart(left, lambda was, line: wording.says(was.text, line.text))
    left = apart(left, wording.may_hold)
    if not any((*left, *in_lists)):
        return Unlike()
    left = apart(left, lambda was, line: wording.says(then.whole(was), now.whole(line)))
    # A line may be read in pieces on one of the two.
    then_whole, now_whole = ([joined(row) for row in rows(lines)] for lines in left)
    left = apart((then_whole, now_whole), lambda was, line: wording.says(was.text, line.text, runs_on))
    if not looks_the_same(then.present, scene):
        left = apart(left, wording.may_say)
    left = apart(left, wording.may_say_lit)
    left = apart(left, wording.shows)
    left = apart(left, lambda was, line: _is_other_entry(was, line, then.present, scene, wording))
    rows_chosen = [entry.texts for entry in wording.entries]
    left = without_rows(*left, rows_chosen, wording.says, (then.covers, now.covers))
    missing, new = wording.typed.without_typed(left, then, now)
    if wording.says(_text_of(missing, shown[0]), _text_of(new, shown[1]), runs_on):
        missing, new = [], []  # the same words, broken into other lines
    missing, new = _without_read((missing, new), then.present, scene, wording.substitutions)
    missing = [
        line
        for line in missing
        if not wording.names_a_folder(line.text, 0) and not _is_covered(line, then, now, wording)
    ]
    new = [
        line
        for line in new
        if not wording.names_a_folder(line.text, 1)
        and not then.covers(now.whole(line))
        and not now.is_left(line)
    ]
    return Unlike((*in_lists[0], *missing), (*in_lists[1], *new))


def _without_read(left: Lines, then: Scene, now: Scene, substitutions: Substitutions) -> Lines:
    """Without a value that was read, where the other screen shows the other one, however short that is."""
    missing, new = left
    for old, value in substitutions.pairs_shown:
        both = ((old, then), (value, now))
        if all(any(same(text, line.text) for line in scene.lines) for text, scene in both):
            missing = [line for line in missing if not same(line.text, old)]
            new = [line for line in new if not same(line.text, value)]
    return missing, new


def _is_covered(line: Line, then: Screens, now: Screens, wording: Wording) -> bool:
    """Whether a missing text is on the screen: under something else, or as it was or lit, and not read."""
    texts = wording.substitutions.meanings(then.whole(line))
    frame = now.present.frame
    lit = [one.line.text for one in wording.entries if same_letters(one.now.frame, frame, one.line.box)]
    return any(
        now.covers(text) or now.still_draws(text) or any(same(text, one) for one in lit) for text in texts
    )


def _text_of(lines: Sequence[Line], shown: Sequence[Line]) -> str:
    """What lines say one after the other, with the texts that stand between two of them in a row."""
    between = [line for line in shown if line not in lines and _is_between(line.box, lines)]
    texts = [*lines, *between]
    return " ".join(texts[index].text for index in reading_order([line.box for line in texts]))


def _is_between(box: Box, lines: Sequence[Line]) -> bool:
    row = [line.box for line in lines if line.box.same_row(box)]
    return any(one.right <= box.left for one in row) and any(box.right <= one.left for one in row)


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
