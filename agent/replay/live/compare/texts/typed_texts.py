"""Typed texts of a run beside the recorded ones: where a screen shows them, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.ocrtext.same import same
from tools.ocrtext.typed import is_beginning, is_cut_short, is_end, reads_as
from tools.ocrtext.within import reads_within
from tools.see.text.passages import Pieces
from tools.see.text.saying import unlikeness_of

if TYPE_CHECKING:
    from agent.replay.live.compare.screens.counted import Lines
    from agent.replay.live.compare.screens.screens import Screens
    from tools.see.scene import Line, Scene


@dataclass(frozen=True, slots=True)
class TypedTexts:
    """What was typed so far."""

    pairs: tuple[tuple[str, str], ...] = ()
    """As it was recorded, and as it is in this run."""
    entries: tuple[tuple[str, str], ...] = ()
    """The same of other entries that came into a field from its list: those are shown whole, or cut short."""

    @property
    def changed(self) -> bool:
        """Whether anything else was typed or chosen than was recorded."""
        return any(old != new for old, new in (*self.pairs, *self.entries))

    def without_typed(self, lines: Lines, then: Screens, now: Screens) -> Lines:
        """The lines, recorded and present, that no typed text accounts for.

        In a field it may be read with slips, and may be shown in part; a window may lie over a part of it. A
        text that is another one in this run takes up other lines: that each is read in its field was seen
        when it was typed.
        """
        missing, new = lines
        left = list(new)
        absent = []
        for line in missing:
            shown = next(
                (one for one in left if self._is_in_field(line, one, then.present, now.present)), None
            )
            if shown is not None:
                left.remove(shown)
            elif not self._is_of(line, 0, then):
                absent.append(line)
        return absent, [line for line in left if not self._is_of(line, 1, now)]

    def _is_of(self, line: Line, run: int, screens: Screens) -> bool:
        """Whether a line is of a typed text that is another one now, or cut short, or the last with a caret.

        A word of a chosen entry is none of it. Texts that touch may be read as one line.

        Args:
            line: As it was read.
            run: 0 for the recorded run, 1 for this one.
            screens: The run's.
        """
        pieces = line.evidence.lines if isinstance(line.evidence, Pieces) else ()
        if pieces and all(self._is_of(piece, run, screens) for piece in pieces):
            return True
        others = [pair[run] for pair in self.pairs if pair[0] != pair[1]]
        is_last = bool(others) and self.pairs[-1][0] != self.pairs[-1][1] and reads_as(others[-1], line.text)
        chosen, seen = [pair[run] for pair in self.entries], {line.text, screens.whole(line)}
        return (
            is_last
            or any(reads_within(one, text) for text in others for one in seen)
            or any(same(one, text) for text in chosen for one in seen)
            or any(is_cut_short(text, one) for text in (*others, *chosen) for one in seen)
            or any(screens.is_remnant(line, text) for text in (*others, *chosen))
            or any(unlikeness_of(line, text) is not None for text in others)  # the dearest question
        )

    def _is_in_field(self, was: Line, line: Line, then: Scene, now: Scene) -> bool:
        """Whether a line is a typed text in its field, as the recorded one is; a full one looks a button."""
        field, widget = then.widget_at(was.box.center), now.widget_at(line.box.center)
        if widget is None or not (widget.is_field or (field and field.is_field)):
            return False
        return any(
            _shows(old, was.text) and _shows(new, line.text) for old, new in (*self.pairs, *self.entries)
        )


def _shows(typed: str, seen: str) -> bool:
    return reads_as(typed, seen) or is_beginning(typed, seen) or is_end(typed, seen)
