"""Search for the next action's target: on the screen, by the healer, or further down a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.model import RawReply
from agent.protocol.write import Reply
from agent.replay.heal.proposal import Pointed
from agent.replay.live.target import TargetPoint

if TYPE_CHECKING:
    from agent.replay.heal.heals import Heals
    from agent.replay.live.playhead import Playhead
    from agent.replay.live.playing.mid_run import MidRun
    from agent.replay.live.playing.patience import Patience
    from tools.observation import Frame
    from tools.relocate.result import NotLocated


class TargetSearch:
    """Finds where the next action takes hold.

    Args:
        playhead: Where the replay has come to.
        heals: Its healer, and what that has found.
        patience: Of the replay.
        mid_run: Knows this run's texts.
    """

    def __init__(self, playhead: Playhead, heals: Heals, patience: Patience, mid_run: MidRun) -> None:
        self._playhead, self._heals, self._patience, self._mid_run = playhead, heals, patience, mid_run

    def locate(self, frame: Frame) -> tuple[TargetPoint | NotLocated, tuple[RawReply, ...]]:
        """Where the next action takes hold; when patience ends, where the healer finds it."""
        target, recorded_action = self._playhead.locate(frame), self._playhead.next
        if isinstance(target, TargetPoint) or recorded_action is None or self._patience.left() > 0:
            return target, ()
        found = self._heals.heal(recorded_action, frame, self._mid_run.options.substitutions)
        if found is None:
            return target, ()
        replies = (RawReply(role="heal", model=self._heals.model, text=found.words, usage=found.usage),)
        if isinstance(found, Pointed):
            healed = TargetPoint(found.point, f"healed, {'; '.join(found.proof)}", healed=True)
            return self._playhead.healed(healed, frame), replies
        return replace(target, message=f"{target.message}; not healed: {found.why}"), replies

    def turn(self, frame: Frame, missing: NotLocated) -> str | None:
        """What may bring a target of this run into sight, a turn of its list for one; None: nothing more.

        The recording knows no such act, so what it leads to is waited for as what nobody knows.
        """
        turn = self._playhead.turn(frame, missing)
        act = turn or self._playhead.aside()
        if act is None:
            return None
        said = "Turn the list." if turn else "Move the pointer to where it was."
        self._patience.begins(frame)
        return Reply(f"It is not in sight: {missing.message}.", said, act).render(frame.size)
