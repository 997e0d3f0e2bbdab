"""Slips: what goes wrong on purpose in an episode, so that its mending is learned, and the slip never."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tools.geometry import Point

if TYPE_CHECKING:
    from random import Random

    from training.pocket.episode import Look, Mark
    from training.pocket.forms.spec import Spec
    from training.pocket.replies import Planned

_EPISODES = 0.2
"""Share of episodes in which a step is lost: it is noticed when the form refuses to be saved."""
_WRONG = 0.06
"""Share of fields before which another one is clicked: it is noticed at once."""
_LATE = 0.2
"""Share of dialogs that take a while to come."""


class Slips:
    """The slips of one episode.

    Args:
        chance: None: nothing goes wrong.
        spec: the form.
    """

    def __init__(self, chance: Random | None, spec: Spec) -> None:
        self._chance = chance
        counts = Counter(field.label for field in spec.fields)
        losable = [
            field.label for field in spec.fields if field.column in spec.required and counts[field.label] == 1
        ]
        self._lost = chance.choice(losable) if chance and losable and chance.random() < _EPISODES else ""

    def loses(self, planned: Planned) -> bool:
        """Whether this step comes to nothing."""
        return bool(self._lost) and planned.label == self._lost

    def mistaken(self, seen: Look, mark: Mark) -> Mark | None:
        """The field that is clicked in place of this one; mostly None."""
        others = [one for one in seen.marks if one.kind in ("text", "number") and one != mark]
        if not self._chance or not others or self._chance.random() >= _WRONG:
            return None
        return self._chance.choice(others)

    def nowhere(self, seen: Look) -> Point:
        """A place where a click does nothing: the status line."""
        status = seen.lines[-1]
        return Point(status.left + 2, (status.top + status.bottom) // 2)

    def late(self) -> bool:
        """Whether this one takes a while."""
        return bool(self._chance) and self._chance.random() < _LATE  # type: ignore[union-attr]
