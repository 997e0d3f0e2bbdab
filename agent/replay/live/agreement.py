"""Agreement of this run's screens with the recorded ones, up to where the replay has come. In frame pixels.

When the screen is as it was recorded, nothing is read. Where it differs, it must say what the recorded one
says (`compare.texts`), and the last action must be seen to have done what it did then (`compare.effects`).
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from agent.recording.trajectory import last_click
from agent.replay.live.compare.effects import differ
from agent.replay.live.compare.entries.inserted import inserted_rows, still_there, told_of
from agent.replay.live.compare.expected import Expected
from agent.replay.live.compare.frame_diff import differences, touches
from agent.replay.live.compare.screens.screens import Screens
from agent.replay.live.compare.texts.clock import Span
from agent.replay.live.compare.texts.comparison import compared
from agent.replay.live.compare.texts.harmless import Circumstances
from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.compare.transition import Context, Transition
from agent.replay.live.relocator import choice_on
from tools.action import point_of
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from agent.replay.live.options import PlayerOptions
    from agent.replay.live.played import Played
    from agent.replay.live.values.chosen import ChosenEntry
    from agent.replay.live.values.substitutions import Substitutions
    from tools.geometry import Box
    from tools.locate.layout.table_rows import Row
    from tools.observation import Frame
    from tools.see.cache import SceneCache


class Agreement:
    """Compares the screens of one replay with the recorded ones.

    Args:
        played: The recording, up to where the replay has come.
        options: Substitutions and ignored regions.
        scenes: Reads frames.
        recorded: When the recorded run was done; None: unknown.
    """

    def __init__(
        self, played: Played, options: PlayerOptions, scenes: SceneCache, recorded: Span | None = None
    ) -> None:
        self._played, self._options, self._scenes = played, options, scenes
        self._recorded, self._began = recorded, datetime.now().astimezone()
        self._read: Frame | None = None
        """This run's last screen that was read and found to be well."""
        self._allowed: list[Box] = []
        """Where that one differed from the recorded one."""
        self.has_more = False
        """Whether the last screen that was read shows all that was recorded, and more."""
        self._inserted: list[Row] = []
        """Rows that have come into a table, and were let pass."""
        self.told: dict[str, None] = {}
        """What differed from the recording and meant nothing, in words, each once."""

    def take(self, options: PlayerOptions) -> None:
        """Compare with other options from now on: a value was read."""
        self._options = options

    @property
    def ignored(self) -> list[Box]:
        """The areas in which screens may differ at the next step."""
        step = self._played.next.step if self._played.next else None
        return [region.box for region in self._options.ignored if region.step in (None, step)]

    @property
    def expected(self) -> Expected | None:
        """The recorded screen that comes next; None when no step is to be done at all."""
        last, following = self._played.last, self._played.next
        frame = following.before if following else last.after if last else None
        if frame is None:
            return None
        before = last.before if last else None
        holds_old = self._holds_old(before, frame)
        return Expected(frame, before, self.ignored, self._read, self._allowed, holds_old=holds_old)

    def reason(self, frame: Frame) -> str | None:
        """Why a screen is not the recorded one that comes next; None: it is, and the last action was done."""
        expected, self.has_more = self.expected, False
        if expected is None:
            return None
        if frame.size != expected.frame.size:
            now, was = frame.size, expected.frame.size
            return f"the screen is {now.width}x{now.height}, and was {was.width}x{was.height}"
        if not expected.is_certain(frame):
            reason = self._said_otherwise(expected.frame, frame) or self.missing_effect(frame)
            if reason is not None:
                return reason
            self._read, self._allowed = frame, differences(expected.frame, frame)
        return None

    def missing_effect(self, frame: Frame) -> str | None:
        """What the last action has not done, whatever else the screen says."""
        read, played = self._scenes.read, self._played
        recorded = played.last
        if recorded is None:
            return None
        done, clicked = played.done[-1], last_click(played.trajectory[: played.at])
        then = Transition(
            recorded.action,
            read(recorded.before),
            read(recorded.after),
            clicked,
            last_click(played.trajectory[: played.at - 1]),
        )
        opener = played.done[-2].clicked if played.at > 1 else None
        now = Transition(
            done.action, read(done.before), read(frame), done.clicked, opener, done.target.healed
        )
        return differ(then, now, self._context(frame))

    def _holds_old(self, before: Frame | None, frame: Frame) -> bool:
        """Whether the last action had another text in this run, or drew or removed a changed one."""
        if before is None or not self._options.substitutions.changes:
            return False
        if self._played.texts_of(self._played.at - 1) or self._played.done[-1].target.chosen:
            return True
        substitutions, entries = self._values()
        uses = self._played.uses(substitutions, entries, self._scenes)
        changed, after = differences(before, frame), self._scenes.read(frame).lines
        drawn = [line for line in after if touches(line.box, changed) and not uses.stays(line)]
        lost = [
            line
            for line in self._scenes.read(before).lines
            if touches(line.box, changed) and not any(same(line.text, one.text) for one in after)
        ]
        return any(substitutions.may_rewrite(line.text) for line in (*drawn, *lost))

    def _values(self, shown: Frame | None = None) -> tuple[Substitutions, list[ChosenEntry]]:
        """What is another text in this run, the rows of the entries that were chosen included; and those."""
        entries = self._played.entries(self._scenes, shown)
        cells = [pair for entry in entries for pair in entry.cells()]
        return self._options.substitutions.along_with(cells), entries

    def _context(self, frame: Frame) -> Context:
        """What this run's last transition is compared with the help of."""
        substitutions, wanted = self._options.substitutions, self._played.wanted
        choice = choice_on(wanted, frame, self._scenes, substitutions) if wanted else None
        return Context(
            self._scenes,
            substitutions,
            self.ignored,
            chosen=self._played.chosen,
            stays=self._played.uses(substitutions, [], self._scenes).stays,
            choosing=choice is not None,
            is_last=self._played.next is None,
        )

    def _said_otherwise(self, expected: Frame, frame: Frame) -> str | None:
        """What the screen says that the recorded one does not, and the other way round."""
        played, read = self._played, self._scenes.read
        before = [recorded_action.before for recorded_action in played.trajectory[: played.at]]
        then = Screens(before, read(expected), self._scenes)
        now = Screens([done.before for done in played.done], read(frame), self._scenes)
        substitutions, entries = self._values(frame)
        uses = played.uses(substitutions, entries, self._scenes)
        rows = self._rows_come_in(expected, frame)
        inserted = [line for row in rows for line in row] + still_there(self._inserted, now.present)
        wording = Wording(substitutions, played.typed, self.ignored, uses.stays, entries, inserted)
        found = compared(then, now, wording, self._circumstances(), played.targets)
        self.has_more = found.is_addition
        if found.reason is None:
            beside = [text for entry in entries if (text := entry.told())]
            self.told |= dict.fromkeys((*beside, *found.told, *map(told_of, rows)))
            self._inserted += rows
        return found.reason

    def _rows_come_in(self, expected: Frame, frame: Frame) -> list[Row]:
        """The rows that have come into the table in which the next action takes hold."""
        following = self._played.next
        point = point_of(following.action) if following else None
        read = self._scenes.read
        return inserted_rows(read(expected), read(frame), point) if point else []

    def _circumstances(self) -> Circumstances:
        """What decides whether a difference means nothing at the next step."""
        following = self._played.next
        present = Span(self._began, datetime.now().astimezone())
        return Circumstances(
            following.pointer if following else None,
            next((point for done in reversed(self._played.done) if (point := point_of(done.action))), None),
            point_of(following.action) if following else None,
            following is None,
            (self._recorded, present) if self._recorded else None,
            typed_others=self._played.typed.changed,
            learning=self._options.learning,
        )
