"""Place of a replay in its recording, in words: what a halt says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import Halted

if TYPE_CHECKING:
    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from agent.replay.live.playhead import Playhead
    from agent.replay.live.values.substitutions import Substitutions


def halted(
    recording: Recording, total: int, playhead: Playhead, substitutions: Substitutions, reason: str
) -> Halted:
    """The halt of a replay: where, and why.

    Args:
        recording: What is replayed.
        total: So many recorded actions.
        playhead: Where it has come to.
        substitutions: This run's texts.
        reason: A clause.
    """
    where, recorded_action = f"after the last of {total} recorded actions", playhead.next
    if recorded_action is not None:
        said = said_of(recorded_action, substitutions)
        where = f"before step {recorded_action.step} ({said} {playhead.at + 1} of {total})"
    return Halted(f"{recording.folder}: {where}: {reason}; nothing more was done")


def said_of(recorded_action: RecordedAction, substitutions: Substitutions) -> str:
    """What the recording says of an action, with this run's texts."""
    return substitutions.spoken(recorded_action.sentence)
