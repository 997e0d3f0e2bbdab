"""Uses of changed values: which recorded texts an action put there, and which merely read like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.replay.live.values.substitutions import Substitutions
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line


class Uses:
    """The values that this run's actions have used so far.

    Args:
        used: Of each action that typed or chose another text than the recorded one: the recorded screen
            before it, and the recorded text.
        substitutions: From recorded texts to those of this run.
        parser: Reads frames.
    """

    def __init__(
        self, used: Sequence[tuple[Frame, str]], substitutions: Substitutions, parser: ScreenParser
    ) -> None:
        self._used, self._substitutions, self._parser = used, substitutions, parser

    def stays(self, line: Line) -> bool:
        """Whether a recorded text stays as it is, though it holds a changed value.

        So does a text that was there before the value was used: a caption, an entry to choose from. A value
        that the program itself shows is another one wherever it stands.
        """
        values = self._values(line.text)
        if not values or values & self._substitutions.shown:
            return False
        before = next((frame for frame, text in self._used if values & self._values(text)), None)
        return before is None or any(
            one.box.contains(line.box.center) and values & self._values(one.text)
            for one in self._parser.read(before).lines
        )

    def _values(self, text: str) -> set[str]:
        return {*self._substitutions.values_now(text), *self._substitutions.values_within(text)}
