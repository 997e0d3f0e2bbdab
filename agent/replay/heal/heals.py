"""Heals of one live replay: those accepted before, and those proposed at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.heal.proposal import Draft, NotHealed, Pointed, proven
from agent.replay.heal.store import accepted, propose, rejected
from tools.action import point_of
from tools.ocrtext.may_be import may_be

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from agent.replay.heal.healer import Healer
    from agent.replay.live.values.substitutions import Substitutions
    from tools.geometry import Point
    from tools.observation import Frame

_PROVEN = ("the click did what it did when it was recorded", "the run passed its checks")


class Heals:
    """The heals of one recording during one replay.

    Args:
        recording: what is replayed.
        healer: finds targets; None: nothing is healed.
    """

    def __init__(self, recording: Recording, healer: Healer | None = None) -> None:
        self._recording, self._healer = recording, healer
        self._accepted, self._rejected = accepted(recording), rejected(recording)
        self._drafts: dict[int, Draft] = {}
        self._tried: set[int] = set()

    @property
    def model(self) -> str:
        """The healer's name; "" when there is none."""
        return self._healer.name if self._healer else ""

    @property
    def steps(self) -> tuple[int, ...]:
        """The recorded steps that were healed in this run."""
        return tuple(self._drafts)

    @property
    def told(self) -> str:
        """What was healed in this run, in one line."""
        return ", ".join(f"step {draft.step}: {_told(draft.pointed)}" for draft in self._drafts.values())

    def known(self, step: int) -> tuple[Frame, Point] | None:
        """Where a step's target was on another screen, which a person accepted: that frame, its pixel."""
        return self._accepted.get(step)

    def heal(
        self, recorded_action: RecordedAction, frame: Frame, substitutions: Substitutions
    ) -> Pointed | NotHealed | None:
        """Find a step's target with the healer, once a run.

        None: nobody is there to find it, or the step is about another value now and may have another target.

        Args:
            recorded_action: What is to be done there.
            frame: The screen now.
            substitutions: From recorded texts to those of this run.
        """
        step, sentence = recorded_action.step, recorded_action.sentence
        at = point_of(recorded_action.action)
        if self._healer is None or at is None or step in self._tried:
            return None
        if substitutions.spoken(sentence) != sentence:
            return None
        self._tried.add(step)
        found = self._healer.point(recorded_action.before, at, sentence, frame)
        if isinstance(found, Pointed):
            if self._is_rejected(step, found.label):
                return NotHealed(f'"{found.label}" was rejected', found.words, found.usage)
            self._drafts[step] = Draft(step, sentence, at, found, frame, self._healer.name)
        return found

    def propose(self, after: Mapping[int, Frame]) -> None:
        """Write what was healed, of a run that passed.

        Args:
            after: The screen that each step led to, which was found to be as it was recorded.
        """
        drafts = self._drafts.items()
        propose(
            self._recording, [proven(draft, self._recording, after[step], _PROVEN) for step, draft in drafts]
        )

    def _is_rejected(self, step: int, label: str) -> bool:
        return any(may_be(one, label) for one in self._rejected.get(step, ()))


def _told(found: Pointed) -> str:
    """What stands for what; a target may have no text, or the same one at another place."""
    if not found.label or found.label == found.old_label:
        return f"found again at {tuple(found.point)}"
    before = f'"{found.old_label}"' if found.old_label else "what had no text"
    return f'"{found.label}" in place of {before}'
